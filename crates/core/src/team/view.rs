//! What a team says of each item, and the one response that can be made of it.

use crate::answers::{Answers, Complete, Level, Response};
use crate::questionnaire::{ITEM_LEVELS, Questionnaire};

use super::{Member, Team};

/// How many members say what of one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemView {
    /// By level, the lowest first.
    pub levels: [usize; ITEM_LEVELS],
    pub dont_know: usize,
    pub not_applicable: usize,
}

impl ItemView {
    fn of(responses: impl Iterator<Item = Response>) -> Self {
        let mut view = Self::default();
        for response in responses {
            match response {
                // A level's index is below `ITEM_LEVELS`.
                Response::Level(level) => view.levels[level.index()] += 1,
                Response::DontKnow => view.dont_know += 1,
                Response::NotApplicable => view.not_applicable += 1,
            }
        }
        view
    }

    /// How many gave a level.
    pub fn knew(&self) -> usize {
        self.levels.iter().sum()
    }

    /// The lowest level that somebody gave.
    pub fn lowest(&self) -> Option<Level> {
        Level::all().find(|level| self.levels[level.index()] > 0)
    }

    /// The highest level that somebody gave.
    pub fn highest(&self) -> Option<Level> {
        Level::all().filter(|level| self.levels[level.index()] > 0).last()
    }

    /// The median of the levels that were given, the lower one where two stand in the middle: nothing is
    /// claimed that half of those who knew would deny.
    pub fn median(&self) -> Option<Level> {
        let mut up_to = 0;
        Level::all().find(|level| {
            up_to += self.levels[level.index()];
            up_to > 0 && up_to * 2 >= self.knew()
        })
    }

    /// How many levels lie between the lowest and the highest; 0 where nobody or one person gave one.
    pub fn distance(&self) -> u8 {
        match (self.lowest(), self.highest()) {
            (Some(lowest), Some(highest)) => highest.number() - lowest.number(),
            _ => 0,
        }
    }

    /// Whether some give a level and others say that the thing does not exist here.
    pub fn is_disputed(&self) -> bool {
        self.not_applicable > 0 && self.knew() > 0
    }

    /// The response of all: the median of those who gave a level. Where nobody did, "not applicable" if
    /// somebody says so, as those who don't know don't contradict it; otherwise a blind spot.
    pub fn consolidated(&self) -> Response {
        match self.median() {
            Some(level) => Response::Level(level),
            None if self.not_applicable > 0 => Response::NotApplicable,
            None => Response::DontKnow,
        }
    }
}

/// What the team says of each item, in item order.
pub fn views(questionnaire: &Questionnaire, team: &Team) -> Vec<ItemView> {
    let positions = 0..questionnaire.len();
    positions.map(|position| view_of(team.members().iter(), position)).collect()
}

/// What some members say of the item at a position.
pub(super) fn view_of<'a>(members: impl Iterator<Item = &'a Member>, position: usize) -> ItemView {
    ItemView::of(members.filter_map(|member| member.answers.iter().nth(position)))
}

/// The answers of the team as one: see [`ItemView::consolidated`]. None for a team without a member.
pub fn consolidated(questionnaire: &Questionnaire, team: &Team) -> Option<Complete> {
    settled(questionnaire, team, &Answers::none(questionnaire))
}

/// The same, with what the team agreed on in place of what can be made of its answers.
pub fn settled(questionnaire: &Questionnaire, team: &Team, agreed: &Answers) -> Option<Complete> {
    if team.members().is_empty() {
        return None;
    }
    let responses = views(questionnaire, team).iter().map(|view| Some(view.consolidated())).collect();
    agreed.or(&Answers::from_responses(questionnaire, responses)?).complete()
}

//! Responses of a team to each item, and their consolidated response.

use crate::answers::{Answers, Complete, Level, Response};
use crate::questionnaire::{ITEM_LEVELS, Questionnaire};

use super::{Member, Team};

/// Number of members by response to one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemView {
    /// Number of members by level, the lowest first.
    pub levels: [usize; ITEM_LEVELS],
    /// Number of members who don't know.
    pub dont_know: usize,
    /// Number of members to whom the item does not apply.
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

    /// Number of members with a level.
    pub fn knew(&self) -> usize {
        self.levels.iter().sum()
    }

    /// Lowest level of a member.
    pub fn lowest(&self) -> Option<Level> {
        Level::all().find(|level| self.levels[level.index()] > 0)
    }

    /// Highest level of a member.
    pub fn highest(&self) -> Option<Level> {
        Level::all().filter(|level| self.levels[level.index()] > 0).last()
    }

    /// Median of the levels, the lower of two middle ones.
    ///
    /// So at least half of the members with a level confirm it.
    pub fn median(&self) -> Option<Level> {
        let mut up_to = 0;
        Level::all().find(|level| {
            up_to += self.levels[level.index()];
            up_to > 0 && up_to * 2 >= self.knew()
        })
    }

    /// Distance of the lowest and the highest level; 0 for fewer than two members with a level.
    pub fn distance(&self) -> u8 {
        match (self.lowest(), self.highest()) {
            (Some(lowest), Some(highest)) => highest.number() - lowest.number(),
            _ => 0,
        }
    }

    /// True if some members give a level and others "not applicable".
    pub fn is_disputed(&self) -> bool {
        self.not_applicable > 0 && self.knew() > 0
    }

    /// Consolidated response: the median level.
    ///
    /// Without a level it is "not applicable" if a member chose that, as "I don't know" does not contradict it.
    /// Otherwise it is a blind spot.
    pub fn consolidated(&self) -> Response {
        match self.median() {
            Some(level) => Response::Level(level),
            None if self.not_applicable > 0 => Response::NotApplicable,
            None => Response::DontKnow,
        }
    }
}

/// Responses of the team to each item, in item order.
pub fn views(questionnaire: &Questionnaire, team: &Team) -> Vec<ItemView> {
    let positions = 0..questionnaire.len();
    positions.map(|position| view_of(team.members().iter(), position)).collect()
}

/// Responses of some members to the item at a position.
pub(super) fn view_of<'a>(members: impl Iterator<Item = &'a Member>, position: usize) -> ItemView {
    ItemView::of(members.filter_map(|member| member.answers.iter().nth(position)))
}

/// Consolidated answers of a team, see [`ItemView::consolidated`]. `None` without a member.
pub fn consolidated(questionnaire: &Questionnaire, team: &Team) -> Option<Complete> {
    settled(questionnaire, team, &Answers::none(questionnaire))
}

/// Consolidated answers, with agreed responses in place of computed ones.
pub fn settled(questionnaire: &Questionnaire, team: &Team, agreed: &Answers) -> Option<Complete> {
    if team.members().is_empty() {
        return None;
    }
    let responses = views(questionnaire, team).iter().map(|view| Some(view.consolidated())).collect();
    agreed.or(&Answers::from_responses(questionnaire, responses)?).complete()
}

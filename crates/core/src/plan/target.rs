//! What one step up answers, and the shortest way to a maturity level.

use std::cmp::Reverse;

use crate::answers::{Complete, Level, Response};
use crate::questionnaire::{Effort, Item, Principle, PrincipleId, Questionnaire, Word};
use crate::report::{NextStep, next_step};
use crate::score::{MaturityLevel, Scores};

/// The levels to be climbed on one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Climb {
    /// The position of the item.
    pub item: usize,
    /// What is answered now.
    pub from: Response,
    pub to: Level,
}

impl Climb {
    /// How many steps it takes, 1 to 4. A blind spot counts as level 0 until somebody has found out.
    pub fn steps(&self) -> usize {
        let from = match self.from {
            Response::Level(level) => level.index(),
            Response::DontKnow | Response::NotApplicable => 0,
        };
        self.to.index().saturating_sub(from)
    }
}

/// The level that one step up on an item reaches, or `None` where no step is left. A blind spot counts as
/// level 0, so that a step leads it to 1.
pub fn one_up(response: Response) -> Option<Level> {
    match response {
        Response::Level(level) => Level::new(level.number() + 1),
        Response::DontKnow => Level::new(1),
        Response::NotApplicable => None,
    }
}

/// The answers if some were others: what a score would be is the score of these. A position that does not
/// exist, or a response that its item does not allow, changes nothing.
pub fn what_if(questionnaire: &Questionnaire, answers: &Complete, others: &[(usize, Response)]) -> Complete {
    others.iter().fold(answers.clone(), |answers, (position, response)| {
        answers.with(questionnaire, *position, *response)
    })
}

/// The fewest steps from level to level with which a principle reaches a maturity level, as it is shown:
/// what brings most comes first. Empty where it is reached; `None` where nothing of the principle applies.
/// `scores` are those of the answers.
///
/// It takes, again and again, the step that lifts the principle the most. That is the shortest way:
/// a step lifts by 25 points times the item's share of the principle, whatever else is taken, because no
/// step changes what applies and so the shares. The n steps that lift the most are then what lifts the
/// most in n steps, and on each item they can be taken from the bottom up, as all its steps lift alike.
/// If they fall short, so does every other choice of n. Where steps lift alike, the one of less effort
/// comes first, then the one from the lower level, then the first of the questionnaire.
pub fn shortest_way(
    questionnaire: &Questionnaire,
    answers: &Complete,
    scores: &Scores,
    principle: PrincipleId,
    target: MaturityLevel,
) -> Option<Vec<Climb>> {
    let mut points = scores.principles.get(principle as usize).copied().flatten()?.assured;
    let required = target.from_points(questionnaire);
    // What lifts the whole lifts the principle by as much more as the principle is a part of the whole.
    let weight = |principle: &Principle| u32::from(u8::from(principle.weight));
    let applicable =
        questionnaire.principles.iter().zip(&scores.principles).filter(|(_, score)| score.is_some());
    let all: u32 = applicable.map(|(principle, _)| weight(principle)).sum();
    let own = weight(questionnaire.principle(principle));

    let mut now: Vec<Response> = answers.iter().collect();
    let mut climbs: Vec<Climb> = Vec::new();
    while points.rounded() < required {
        let steps = items_of(questionnaire, principle).filter_map(|(position, item)| {
            let (response, lift) = (*now.get(position)?, scores.lifts.get(position).copied().flatten()?);
            Some((position, one_up(response)?, lift, effort(item, response)))
        });
        // The first of equals is taken.
        let best = steps.min_by_key(|(_, to, lift, effort)| (Reverse(*lift), *effort, to.number()));
        // With every item at the highest level a principle has 100 points, more than any level asks for.
        let Some((position, to, lift, _)) = best else { break };
        points = points.plus(lift.times(all).shared_by(own));
        match climbs.iter_mut().find(|climb| climb.item == position) {
            Some(climb) => climb.to = to,
            None => climbs.push(Climb { item: position, from: now[position], to }),
        }
        now[position] = Response::Level(to);
    }
    Some(climbs)
}

/// The items of a principle, each with its position.
fn items_of(questionnaire: &Questionnaire, principle: PrincipleId) -> impl Iterator<Item = (usize, &Item)> {
    let before = questionnaire.principles.iter().take(principle as usize).map(|other| other.items().count());
    (before.sum()..).zip(questionnaire.principle(principle).items())
}

/// What the next step on an item costs, to compare; finding out costs a meeting.
fn effort(item: &Item, response: Response) -> u8 {
    match next_step(item, response) {
        Some(NextStep::Take(step)) => step.effort.number(),
        Some(NextStep::FindOut(_)) | None => Effort::Meeting.number(),
    }
}

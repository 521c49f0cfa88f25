//! Effect of steps, and the shortest way to a maturity level.

use std::cmp::Reverse;

use crate::answers::{Complete, Level, Response};
use crate::questionnaire::{Effort, Item, Principle, PrincipleId, Questionnaire, Word};
use crate::report::{NextStep, next_step};
use crate::score::{MaturityLevel, Scores};

/// Levels to climb on one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Climb {
    /// Position of the item.
    pub item: usize,
    /// Present response.
    pub from: Response,
    /// Level to reach.
    pub to: Level,
}

impl Climb {
    /// Number of steps, 1 to 4. A blind spot counts as level 0.
    pub fn steps(&self) -> usize {
        let from = match self.from {
            Response::Level(level) => level.index(),
            Response::DontKnow | Response::NotApplicable => 0,
        };
        self.to.index().saturating_sub(from)
    }
}

/// Level after one step up; `None` where no step is left. A blind spot counts as level 0.
pub fn one_up(response: Response) -> Option<Level> {
    match response {
        Response::Level(level) => Level::new(level.number() + 1),
        Response::DontKnow => Level::new(1),
        Response::NotApplicable => None,
    }
}

/// Answers with some responses replaced.
///
/// Unknown positions, and responses that an item does not allow, change nothing.
pub fn what_if(questionnaire: &Questionnaire, answers: &Complete, others: &[(usize, Response)]) -> Complete {
    others.iter().fold(answers.clone(), |answers, (position, response)| {
        answers.with(questionnaire, *position, *response)
    })
}

/// Fewest steps with which a principle reaches a maturity level as shown, the most effective first.
///
/// Empty if it is reached; `None` if nothing of the principle applies. `scores` are those of the answers.
///
/// The algorithm repeats the step that lifts the principle the most. This is the shortest way. A step lifts by 25
/// points times the item's share of the principle. Other steps do not change that lift, as none changes what
/// applies. So the n steps with the highest lifts give the highest sum of n steps. All steps of an item lift alike,
/// so they can be taken from the bottom up. If the n highest fall short, so does every other choice of n. Ties: less
/// effort first, then the lower level, then the order of the questionnaire.
pub fn shortest_way(
    questionnaire: &Questionnaire,
    answers: &Complete,
    scores: &Scores,
    principle: PrincipleId,
    target: MaturityLevel,
) -> Option<Vec<Climb>> {
    let mut points = scores.principles.get(principle as usize).copied().flatten()?.assured;
    let required = target.from_points(questionnaire);
    // The lift of a principle is that of the whole, divided by the principle's share of the whole.
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
        // Ties go to the first.
        let best = steps.min_by_key(|(_, to, lift, effort)| (Reverse(*lift), *effort, to.number()));
        // With every item at the highest level a principle has 100 points, above every threshold.
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

/// Items of a principle, each with its position.
fn items_of(questionnaire: &Questionnaire, principle: PrincipleId) -> impl Iterator<Item = (usize, &Item)> {
    let before = questionnaire.principles.iter().take(principle as usize).map(|other| other.items().count());
    (before.sum()..).zip(questionnaire.principle(principle).items())
}

/// Comparable effort of the next step on an item; finding out costs a meeting.
fn effort(item: &Item, response: Response) -> u8 {
    match next_step(item, response) {
        Some(NextStep::Take(step)) => step.effort.number(),
        Some(NextStep::FindOut(_)) | None => Effort::Meeting.number(),
    }
}

//! Findings from a set of answers, as data: views put them into words.

use std::cmp::Reverse;

use crate::answers::{Complete, Level, Response};
use crate::questionnaire::{Bound, Condition, ITEM_LEVELS, Item, ProfileScope, Questionnaire, Role, Step};
use crate::score::{Ratio, ScoreSummary, Scores, of_item, score};

/// Number of strengths in a report.
const STRENGTHS: usize = 3;

/// Findings from complete answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Exact scores.
    pub scores: Scores,
    /// Rounded scores.
    pub summary: ScoreSummary,
    /// Positions of the items answered "I don't know", in item order.
    pub blind_spots: Vec<usize>,
    /// Positions of the items at the two highest levels, the highest first, three at most.
    pub strengths: Vec<usize>,
    /// Positions of the items with a step left, the most useful first.
    pub priorities: Vec<usize>,
    /// Number of items at each level, lowest first. Blind spots and "not applicable" are left out.
    pub spread: [usize; ITEM_LEVELS],
    /// Number of items that do not apply.
    pub not_applicable: usize,
    /// Positions of the profiles that hold for certain, in the order of the questionnaire.
    pub profiles: Vec<usize>,
}

/// Next step on an item.
#[derive(Clone, Debug, PartialEq)]
pub enum NextStep<'a> {
    /// Ask the role that is best placed to know.
    FindOut(Role),
    /// Take the step to the next level.
    Take(&'a Step),
}

impl Report {
    /// Report of complete answers.
    ///
    /// Priorities are ordered by the gain of one step up for the whole. Ties: blind spots first, then lower
    /// levels, then the order of the questionnaire.
    pub fn new(questionnaire: &Questionnaire, answers: &Complete) -> Self {
        let scores = score(questionnaire, answers);
        let responses: Vec<Response> = answers.iter().collect();
        let positions = |is_match: fn(&Response) -> bool| {
            responses.iter().enumerate().filter(move |(_, response)| is_match(response)).map(|(at, _)| at)
        };

        let strong = positions(|response| worth(response) >= 3);
        let mut strengths = ordered(strong, |at| Reverse(worth(&responses[at])));
        strengths.truncate(STRENGTHS);

        let priorities = ordered((0..responses.len()).filter(|at| scores.lifts[*at].is_some()), |at| {
            let known = responses[at] != Response::DontKnow;
            (Reverse(scores.lifts[at]), known, worth(&responses[at]))
        });

        let certain = |condition: &Condition| holds(condition, &scores, &responses);
        let profiles = questionnaire.profiles.iter().enumerate();
        let profiles = profiles.filter(|(_, profile)| profile.when.iter().all(certain)).map(|(at, _)| at);

        let mut spread = [0; ITEM_LEVELS];
        for response in &responses {
            if let Response::Level(level) = response {
                spread[level.index()] += 1;
            }
        }

        Self {
            spread,
            not_applicable: positions(|response| *response == Response::NotApplicable).count(),
            profiles: profiles.collect(),
            summary: ScoreSummary::from(&scores),
            blind_spots: positions(|response| *response == Response::DontKnow).collect(),
            strengths,
            priorities,
            scores,
        }
    }
}

/// Positions sorted by a key, stable. Insertion sort: the standard library's sort costs the widget kilobytes.
fn ordered<K: Ord>(positions: impl Iterator<Item = usize>, key: impl Fn(usize) -> K) -> Vec<usize> {
    let mut ordered = Vec::new();
    for position in positions {
        let place = ordered.partition_point(|other| key(*other) <= key(position));
        ordered.insert(place, position);
    }
    ordered
}

/// True if a condition holds for any resolution of the blind spots; false for a part that does not apply.
fn holds(condition: &Condition, scores: &Scores, responses: &[Response]) -> bool {
    let score = match condition.part {
        ProfileScope::Principle(id) => scores.principles.get(id as usize).copied().flatten(),
        ProfileScope::Dimension(position) => scores.dimensions.get(position).copied().flatten(),
        ProfileScope::Item(position) => responses.get(position).and_then(|response| of_item(*response)),
    };
    score.is_some_and(|score| match condition.bound {
        Bound::AtLeast(points) => score.assured >= Ratio::whole(points.into()),
        Bound::AtMost(points) => score.possible <= Ratio::whole(points.into()),
    })
}

/// Level as a number; 0 without a level.
fn worth(response: &Response) -> u8 {
    match response {
        Response::Level(level) => level.number(),
        Response::DontKnow | Response::NotApplicable => 0,
    }
}

/// Next step on an item; `None` where no step is left.
pub fn next_step(item: &Item, response: Response) -> Option<NextStep<'_>> {
    match response {
        Response::DontKnow => Some(NextStep::FindOut(item.respondent)),
        Response::Level(level) if level < Level::HIGHEST => item.steps.get(level.index()).map(NextStep::Take),
        Response::Level(_) | Response::NotApplicable => None,
    }
}

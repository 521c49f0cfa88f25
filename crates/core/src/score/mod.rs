//! Worth of answers: exact scores with their range and coverage.
//!
//! `docs/scoring.md` has the rules with worked examples, which the tests read.

mod ratio;
mod summary;

pub use ratio::Ratio;
pub use summary::{Gap, MaturityLevel, MaturityResult, Range, ScoreSummary};

use crate::answers::{Complete, Level, Response};
use crate::questionnaire::{ITEM_LEVELS, Questionnaire, Weight};

/// Worth of the highest level, in points.
const FULL: u32 = 100;
/// Worth of one step between levels, in points.
const STEP: u32 = FULL / (ITEM_LEVELS as u32 - 1);

/// Mastery of a part of the questionnaire, 0 to 100 points, with the extent of its blind spots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// Points with every blind spot at level 0.
    pub assured: Ratio,
    /// Points with every blind spot at the highest level.
    pub possible: Ratio,
    /// Number of items with a level.
    pub known: usize,
    /// Number of items without "not applicable".
    pub applicable: usize,
}

/// Scores of the whole and of each part. A part without an applicable item has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// Score of the whole.
    pub whole: Option<Score>,
    /// Scores in the order of the questionnaire's principles.
    pub principles: Vec<Option<Score>>,
    /// Scores in the order of the questionnaire's dimensions.
    pub dimensions: Vec<Option<Score>>,
    /// Gain of the whole by one step up on each item, in item order.
    ///
    /// `None` where no step is left or the item does not apply.
    pub lifts: Vec<Option<Ratio>>,
}

/// Scores of complete answers.
///
/// A step between levels is worth 25 points. A dimension is the weighted mean of its items, a principle of its
/// dimensions, the whole of its principles. Parts that do not apply leave the mean.
pub fn score(questionnaire: &Questionnaire, answers: &Complete) -> Scores {
    let mut responses = answers.iter();
    let mut scores = Scores { whole: None, principles: vec![], dimensions: vec![], lifts: vec![] };
    // One lift an item, not yet divided by the weight sums of the means above.
    let mut principle_parts = vec![];
    for principle in &questionnaire.principles {
        let first_of_principle = scores.lifts.len();
        let mut dimension_parts = vec![];
        for dimension in &principle.dimensions {
            let first = scores.lifts.len();
            let mut item_parts = vec![];
            for item in &dimension.items {
                // `Complete` has one response an item, as `Answers` was made for this questionnaire.
                let response = responses.next().unwrap_or(Response::DontKnow);
                item_parts.push((item.weight, of_item(response)));
                scores.lifts.push(step_left(response).then(|| Ratio::whole(STEP * weight(item.weight))));
            }
            let (sum, mean) = mean(&item_parts);
            share(&mut scores.lifts[first..], sum, dimension.weight);
            dimension_parts.push((dimension.weight, mean));
            scores.dimensions.push(mean);
        }
        let (sum, mean) = mean(&dimension_parts);
        share(&mut scores.lifts[first_of_principle..], sum, principle.weight);
        principle_parts.push((principle.weight, mean));
        scores.principles.push(mean);
    }
    let (sum, whole) = mean(&principle_parts);
    for lift in scores.lifts.iter_mut().flatten() {
        *lift = lift.shared_by(sum);
    }
    scores.whole = whole;
    scores
}

/// Score of one item by itself; `None` if it does not apply.
pub fn of_item(response: Response) -> Option<Score> {
    let (assured, possible, known) = match response {
        Response::Level(level) => {
            let points = STEP * u32::from(level.number());
            (points, points, 1)
        }
        Response::DontKnow => (0, FULL, 0),
        Response::NotApplicable => return None,
    };
    Some(Score { assured: Ratio::whole(assured), possible: Ratio::whole(possible), known, applicable: 1 })
}

fn step_left(response: Response) -> bool {
    match response {
        Response::Level(level) => level < Level::HIGHEST,
        Response::DontKnow => true,
        Response::NotApplicable => false,
    }
}

/// Sum of the weights and weighted mean of the parts that have a score.
pub fn mean(parts: &[(Weight, Option<Score>)]) -> (u32, Option<Score>) {
    let scored = || parts.iter().filter_map(|(part, score)| score.map(|score| (weight(*part), score)));
    let sum = scored().map(|(weight, _)| weight).sum();
    let total = |of: fn(Score) -> Ratio| {
        scored()
            .fold(Ratio::ZERO, |total, (weight, score)| total.plus(of(score).times(weight)))
            .shared_by(sum)
    };
    let score = Score {
        assured: total(|score| score.assured),
        possible: total(|score| score.possible),
        known: scored().map(|(_, score)| score.known).sum(),
        applicable: scored().map(|(_, score)| score.applicable).sum(),
    };
    (sum, (sum > 0).then_some(score))
}

/// Carries lifts to the mean above: divides by the weight sum, multiplies by the part's own weight.
fn share(lifts: &mut [Option<Ratio>], weight_sum: u32, own: Weight) {
    for lift in lifts.iter_mut().flatten() {
        *lift = lift.shared_by(weight_sum).times(weight(own));
    }
}

fn weight(weight: Weight) -> u32 {
    u32::from(u8::from(weight))
}

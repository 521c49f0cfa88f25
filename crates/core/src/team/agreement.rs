//! Agreement of a team on each part of the questionnaire, in points.

use crate::answers::Complete;
use crate::questionnaire::Questionnaire;
use crate::score::{Range, Score, ScoreSummary, score};

use super::Team;

/// Rounded ranges of one result, or of a role's consolidated answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementFigures {
    /// Ranges of the whole and of the principles.
    pub summary: ScoreSummary,
    /// Ranges in the order of the questionnaire's dimensions.
    pub dimensions: Vec<Option<Range>>,
}

/// Ranges of every member, and their spreads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Figures in the order of the members.
    pub members: Vec<AgreementFigures>,
    /// Spread of the whole.
    pub whole: Option<Spread>,
    /// Spreads in the order of the questionnaire's principles.
    pub principles: [Option<Spread>; 3],
    /// Spreads in the order of the questionnaire's dimensions.
    pub dimensions: Vec<Option<Spread>>,
}

/// Spread of the members on one part; none for a part that applies to no member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Lowest range: fewest assured points, then fewest possible points.
    pub lowest: Range,
    /// Highest range: most assured points, then most possible points.
    pub highest: Range,
    /// Points between two members that no blind spot explains.
    ///
    /// The distance from the possible points of one to the assured points of another; 0 if ranges overlap.
    pub apart: u8,
}

/// Rounded ranges of complete answers.
pub fn figures(questionnaire: &Questionnaire, answers: &Complete) -> AgreementFigures {
    let scores = score(questionnaire, answers);
    let range = |score: &Option<Score>| score.map(Range::from);
    AgreementFigures {
        summary: ScoreSummary::from(&scores),
        dimensions: scores.dimensions.iter().map(range).collect(),
    }
}

/// Ranges of every member, and the spread of each part.
pub fn agreement(questionnaire: &Questionnaire, team: &Team) -> Agreement {
    let members: Vec<AgreementFigures> =
        team.members().iter().map(|member| figures(questionnaire, &member.answers)).collect();
    let spread =
        |range: &dyn Fn(&AgreementFigures) -> Option<Range>| spread(&mut members.iter().filter_map(range));
    let dimensions = questionnaire.principles.iter().map(|principle| principle.dimensions.len()).sum();
    Agreement {
        whole: spread(&|figures| figures.summary.whole),
        principles: [0, 1, 2].map(|at| spread(&|figures| figures.summary.principles[at])),
        dimensions: (0..dimensions)
            .map(|at| spread(&|figures| figures.dimensions.get(at).copied().flatten()))
            .collect(),
        members,
    }
}

fn spread(ranges: &mut dyn Iterator<Item = Range>) -> Option<Spread> {
    let first = ranges.next()?;
    let (mut lowest, mut highest, mut least_possible) = (first, first, first.possible());
    let key = |range: Range| (range.assured(), range.possible());
    for range in ranges {
        if key(range) < key(lowest) {
            lowest = range;
        }
        if key(range) > key(highest) {
            highest = range;
        }
        least_possible = least_possible.min(range.possible());
    }
    Some(Spread { lowest, highest, apart: highest.assured().saturating_sub(least_possible) })
}

//! How far a team agrees on each part of the questionnaire, in points.

use crate::answers::Complete;
use crate::questionnaire::Questionnaire;
use crate::score::{Range, Score, ScoreSummary, score};

use super::Team;

/// The rounded ranges of one result, or of a role's consolidated answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementFigures {
    /// The whole and the principles.
    pub summary: ScoreSummary,
    /// In the order of the questionnaire's dimensions.
    pub dimensions: Vec<Option<Range>>,
}

/// The ranges of every member, and how far they lie apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// In the order of the members.
    pub members: Vec<AgreementFigures>,
    pub whole: Option<Spread>,
    /// In the order of the questionnaire's principles.
    pub principles: [Option<Spread>; 3],
    /// In the order of the questionnaire's dimensions.
    pub dimensions: Vec<Option<Spread>>,
}

/// How far the members lie apart on one part. A part that applies to nobody has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Of the members with the fewest assured points, the range that reaches the least far.
    pub lowest: Range,
    /// Of the members with the most assured points, the range that reaches the furthest.
    pub highest: Range,
    /// The points between two members that no blind spot explains: by how many the assured part of one
    /// exceeds the possible part of another; 0 where all may be right.
    pub apart: u8,
}

/// The rounded ranges of complete answers.
pub fn figures(questionnaire: &Questionnaire, answers: &Complete) -> AgreementFigures {
    let scores = score(questionnaire, answers);
    let range = |score: &Option<Score>| score.map(Range::from);
    AgreementFigures {
        summary: ScoreSummary::from(&scores),
        dimensions: scores.dimensions.iter().map(range).collect(),
    }
}

/// The ranges of every member, and the spread of each part.
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

//! Summary of a result: rounded ranges, the maturity level, the weakest principle.
//!
//! A score-only link carries no more, so that its headline equals that of the full result. The level follows from
//! the rounded points as shown: a score of 60 never has the level that ends at 59.

use crate::questionnaire::{MATURITY_LEVELS, PrincipleId, Questionnaire};

use super::{Score, Scores};

/// Points as shown, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    assured: u8,
    possible: u8,
}

impl Range {
    /// Range; `None` unless `assured <= possible <= 100`.
    pub fn new(assured: u8, possible: u8) -> Option<Self> {
        (assured <= possible && possible <= 100).then_some(Self { assured, possible })
    }

    /// Points with every blind spot at level 0.
    pub fn assured(self) -> u8 {
        self.assured
    }

    /// Points with every blind spot at the highest level.
    pub fn possible(self) -> u8 {
        self.possible
    }

    /// Points as figures: "42–58", or "42" without a blind spot.
    pub fn in_figures(self) -> String {
        let mut text = self.assured.to_string();
        if self.is_open() {
            text.push('–');
            text.push_str(&self.possible.to_string());
        }
        text
    }

    /// True if blind spots leave the score open.
    pub fn is_open(self) -> bool {
        self.assured < self.possible
    }
}

impl From<Score> for Range {
    fn from(score: Score) -> Self {
        // The assured part is at most the possible one, and that at most 100: see `score`.
        Self { assured: score.assured.rounded(), possible: score.possible.rounded() }
    }
}

/// Maturity level, from 0, the lowest, to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MaturityLevel(usize);

impl MaturityLevel {
    /// Level with a number, up to 4.
    pub fn new(number: usize) -> Option<Self> {
        (number < MATURITY_LEVELS).then_some(Self(number))
    }

    /// Level of a number of points by itself.
    fn of(points: u8, thresholds: &[u8; MATURITY_LEVELS - 1]) -> Self {
        Self(thresholds.iter().filter(|threshold| points >= **threshold).count())
    }

    /// All levels, lowest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..MATURITY_LEVELS).map(Self)
    }

    /// Points from which the level begins, 0 to 99.
    pub fn from_points(self, questionnaire: &Questionnaire) -> u8 {
        self.0.checked_sub(1).map_or(0, |above_lowest| questionnaire.thresholds[above_lowest])
    }

    /// Number, 0 to 4, as the index of the level's texts.
    pub fn index(self) -> usize {
        self.0
    }
}

/// Maturity level of the whole, with its caveats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaturityResult {
    /// Level of the result.
    pub level: MaturityLevel,
    /// True for a lower bound: an open range may raise the level.
    pub at_least: bool,
    /// True if the weakest principle keeps the level below that of the points alone.
    pub held_back: bool,
}

/// Distance of a result from the expected maturity level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Equal to the expected level.
    AsExpected,
    /// Number of levels above the expected one, 1 to 4.
    Higher(usize),
    /// Number of levels below the expected one, 1 to 4; an upper bound if the level is a lower bound.
    Lower(usize),
}

impl MaturityResult {
    /// Distance from the expected level.
    pub fn gap(self, expected: MaturityLevel) -> Gap {
        match (self.level.0.saturating_sub(expected.0), expected.0.saturating_sub(self.level.0)) {
            (0, 0) => Gap::AsExpected,
            (0, lower) => Gap::Lower(lower),
            (higher, _) => Gap::Higher(higher),
        }
    }
}

/// Rounded ranges of the whole and of the three principles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreSummary {
    /// Range of the whole.
    pub whole: Option<Range>,
    /// Ranges in the order of [`PrincipleId::ALL`].
    pub principles: [Option<Range>; 3],
}

impl From<&Scores> for ScoreSummary {
    fn from(scores: &Scores) -> Self {
        let of = |index: usize| scores.principles.get(index).copied().flatten().map(Range::from);
        Self { whole: scores.whole.map(Range::from), principles: [of(0), of(1), of(2)] }
    }
}

impl ScoreSummary {
    /// Maturity level of the assured points, at most one above that of the weakest principle.
    ///
    /// `None` where nothing applies.
    pub fn maturity_result(&self, questionnaire: &Questionnaire) -> Option<MaturityResult> {
        let whole = self.whole?;
        let own = MaturityLevel::of(whole.assured, &questionnaire.thresholds);
        let levels = PrincipleId::ALL.into_iter().filter_map(|id| self.level_of(questionnaire, id));
        let weakest = levels.min().unwrap_or(own);
        let level = own.min(MaturityLevel(weakest.0 + 1));
        // A principle may be open by points that vanish in the rounded whole, and still limit the level.
        let at_least = whole.is_open() || self.principles.iter().flatten().any(|range| range.is_open());
        Some(MaturityResult { level, at_least, held_back: level < own })
    }

    /// Maturity level of the assured points of one principle; `None` without a score.
    pub fn level_of(&self, questionnaire: &Questionnaire, id: PrincipleId) -> Option<MaturityLevel> {
        let range = self.principles[id as usize]?;
        Some(MaturityLevel::of(range.assured, &questionnaire.thresholds))
    }

    /// Principles with the fewest assured points; all three if they are equal.
    pub fn weakest(&self) -> Vec<PrincipleId> {
        let points = |id: PrincipleId| self.principles[id as usize].map(Range::assured);
        let lowest = PrincipleId::ALL.into_iter().filter_map(points).min();
        PrincipleId::ALL.into_iter().filter(|id| lowest.is_some() && points(*id) == lowest).collect()
    }
}

//! What a result says at first sight: rounded ranges, the maturity level, the weakest principle.
//!
//! It is all that a score-only link carries, so that whoever opens one reads the same headline as
//! whoever made it. The level follows from the points that are shown, rounded once: a score that reads
//! 60 is never given the level that ends at 59.

use crate::questionnaire::{MATURITY_LEVELS, PrincipleId, Questionnaire};

use super::{Score, Scores};

/// Points as they are shown, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    assured: u8,
    possible: u8,
}

impl Range {
    /// `None` unless `assured <= possible <= 100`.
    pub fn new(assured: u8, possible: u8) -> Option<Self> {
        (assured <= possible && possible <= 100).then_some(Self { assured, possible })
    }

    /// The points that are sure.
    pub fn assured(self) -> u8 {
        self.assured
    }

    /// The points if every blind spot turned out well.
    pub fn possible(self) -> u8 {
        self.possible
    }

    /// The points as figures: "42–58", or "42" where nothing is open.
    pub fn in_figures(self) -> String {
        let mut text = self.assured.to_string();
        if self.is_open() {
            text.push('–');
            text.push_str(&self.possible.to_string());
        }
        text
    }

    /// Whether blind spots leave the score open.
    pub fn is_open(self) -> bool {
        self.assured < self.possible
    }
}

impl From<Score> for Range {
    fn from(score: Score) -> Self {
        // The assured part is never above the possible one, nor that above 100: see `score`.
        Self { assured: score.assured.rounded(), possible: score.possible.rounded() }
    }
}

/// One of five, 0 (lowest) to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MaturityLevel(usize);

impl MaturityLevel {
    /// The level with a number, if there is one.
    pub fn new(number: usize) -> Option<Self> {
        (number < MATURITY_LEVELS).then_some(Self(number))
    }

    /// The level that a number of points reaches by itself.
    fn of(points: u8, thresholds: &[u8; MATURITY_LEVELS - 1]) -> Self {
        Self(thresholds.iter().filter(|threshold| points >= **threshold).count())
    }

    /// All of them, lowest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..MATURITY_LEVELS).map(Self)
    }

    /// From how many points on the level begins, 0 to 99.
    pub fn from_points(self, questionnaire: &Questionnaire) -> u8 {
        self.0.checked_sub(1).map_or(0, |above_lowest| questionnaire.thresholds[above_lowest])
    }

    /// 0 to 4, to look up the level's texts.
    pub fn index(self) -> usize {
        self.0
    }
}

/// The maturity level of the whole, and what it hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaturityResult {
    pub level: MaturityLevel,
    /// A range that the level hangs on is open: it is at least this level.
    pub at_least: bool,
    /// The weakest principle held the level below the one that the points alone would give.
    pub held_back: bool,
}

/// How a result stands to the maturity level that was expected of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    AsExpected,
    /// The result is this many levels higher, 1 to 4.
    Higher(usize),
    /// The result is this many levels lower, 1 to 4; while it is only "at least" its level, at most so many.
    Lower(usize),
}

impl MaturityResult {
    /// How the level stands to the one that was expected.
    pub fn gap(self, expected: MaturityLevel) -> Gap {
        match (self.level.0.saturating_sub(expected.0), expected.0.saturating_sub(self.level.0)) {
            (0, 0) => Gap::AsExpected,
            (0, lower) => Gap::Lower(lower),
            (higher, _) => Gap::Higher(higher),
        }
    }
}

/// The rounded ranges of the whole and of the three principles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreSummary {
    pub whole: Option<Range>,
    /// In the order of [`PrincipleId::ALL`].
    pub principles: [Option<Range>; 3],
}

impl From<&Scores> for ScoreSummary {
    fn from(scores: &Scores) -> Self {
        let of = |index: usize| scores.principles.get(index).copied().flatten().map(Range::from);
        Self { whole: scores.whole.map(Range::from), principles: [of(0), of(1), of(2)] }
    }
}

impl ScoreSummary {
    /// The maturity level: of the assured points, and at most one above that of the weakest principle.
    /// None where nothing applies.
    pub fn maturity_result(&self, questionnaire: &Questionnaire) -> Option<MaturityResult> {
        let whole = self.whole?;
        let own = MaturityLevel::of(whole.assured, &questionnaire.thresholds);
        let levels = PrincipleId::ALL.into_iter().filter_map(|id| self.level_of(questionnaire, id));
        let weakest = levels.min().unwrap_or(own);
        let level = own.min(MaturityLevel(weakest.0 + 1));
        // A principle may be open by points that vanish in the rounded whole, and still hold it back.
        let at_least = whole.is_open() || self.principles.iter().flatten().any(|range| range.is_open());
        Some(MaturityResult { level, at_least, held_back: level < own })
    }

    /// The maturity level that the assured points of one principle reach; `None` where it has no score.
    pub fn level_of(&self, questionnaire: &Questionnaire, id: PrincipleId) -> Option<MaturityLevel> {
        let range = self.principles[id as usize]?;
        Some(MaturityLevel::of(range.assured, &questionnaire.thresholds))
    }

    /// The principles with the fewest assured points; all three where they are equal.
    pub fn weakest(&self) -> Vec<PrincipleId> {
        let points = |id: PrincipleId| self.principles[id as usize].map(Range::assured);
        let lowest = PrincipleId::ALL.into_iter().filter_map(points).min();
        PrincipleId::ALL.into_iter().filter(|id| lowest.is_some() && points(*id) == lowest).collect()
    }
}

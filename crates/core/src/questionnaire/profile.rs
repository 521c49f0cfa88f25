//! Profiles: notable combinations of scores, each with a sentence.

use super::PrincipleId;

/// Combination of scores with a meaning of its own: strong contracts, but no tested exit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Sentence for the report.
    pub text: String,
    /// Conditions, which must hold together for any resolution of the blind spots.
    pub when: Vec<Condition>,
}

/// Bound on the points of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Part of the questionnaire.
    pub part: ProfileScope,
    /// Bound on its points.
    pub bound: Bound,
}

/// Part of a questionnaire that has a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileScope {
    /// One of the three principles.
    Principle(PrincipleId),
    /// Dimension at a position, in the order of the form.
    Dimension(usize),
    /// Item at a position, in the order of the form.
    Item(usize),
}

/// Inclusive bound on exact points, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Lower bound.
    AtLeast(u8),
    /// Upper bound.
    AtMost(u8),
}

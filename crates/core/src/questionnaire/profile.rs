//! Notable combinations of scores, each told in a sentence.

use super::PrincipleId;

/// A combination that says more than its parts: strong contracts, but no exit ever tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub text: String,
    /// All of them must hold, whatever the blind spots turn out to be.
    pub when: Vec<Condition>,
}

/// What one part of a result must reach, or must not exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    pub part: ProfileScope,
    pub bound: Bound,
}

/// A part of a questionnaire that has a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileScope {
    Principle(PrincipleId),
    /// The dimension at a position, in the order of the form.
    Dimension(usize),
    /// The item at a position, in the order of the form.
    Item(usize),
}

/// A bound on exact points, 0 to 100, itself included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    AtLeast(u8),
    AtMost(u8),
}

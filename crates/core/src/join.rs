//! The outcome of adding a result to a team or to a room.

/// Effect of adding a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinOutcome {
    /// A new result.
    Added,
    /// A result of the same person is replaced, by a later one or by a link that reveals more.
    Renewed,
    /// The same result is present.
    Twice,
    /// A later result of the same person is present.
    Earlier,
    /// The team or room is full.
    Full,
}

//! The outcome of adding a result to a team or to a room.

/// What adding a result changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinOutcome {
    /// A new result.
    Added,
    /// A result of the same person is replaced: by a later one, or by a link that reveals more of it.
    Renewed,
    /// The same result is there already.
    Twice,
    /// A later result of the same person is there already.
    Earlier,
    /// The team or room has as many results as it may.
    Full,
}

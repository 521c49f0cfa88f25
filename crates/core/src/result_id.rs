//! Identity of a result.

/// 24 random bits, drawn once a result, outside of the core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResultId(pub [u8; 3]);

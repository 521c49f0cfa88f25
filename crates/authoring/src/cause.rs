//! Cause of a fault of syntax, as an editor mends it.

use std::ops::Range;

/// A cause: place, description, instruction.
#[derive(Debug, PartialEq, Eq)]
pub struct Cause {
    /// Place, in bytes from the start of the file.
    pub span: Range<usize>,
    /// Description.
    pub what: String,
    /// Instruction that removes it.
    pub mend: String,
}

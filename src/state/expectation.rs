//! The maturity level that a reader expects before the result is seen.

use boussole_core::score::MaturityLevel;

/// The expected level, as far as it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// Not asked yet.
    Unasked,
    /// Asked, and passed over.
    Passed,
    /// Expected level.
    Level(MaturityLevel),
}

impl Expectation {
    /// Reads a stored text. A reader who comes back to a report is not asked any more.
    pub(super) fn read(stored: Option<&str>, has_report: bool) -> Self {
        match stored {
            Some(digit) => digit.parse().ok().and_then(MaturityLevel::new).map_or(Self::Passed, Self::Level),
            None if has_report => Self::Passed,
            None => Self::Unasked,
        }
    }

    /// The text to store.
    pub fn stored(self) -> Option<String> {
        match self {
            Self::Unasked => None,
            Self::Passed => Some(String::new()),
            Self::Level(level) => Some(level.index().to_string()),
        }
    }
}

//! The maturity level that a reader expects before the result is seen.

use boussole_core::score::MaturityLevel;

use crate::state::Screen;

/// What was said, before the result was seen, of the level that is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// It was not asked yet.
    Unasked,
    /// It was asked, and passed over.
    Passed,
    Level(MaturityLevel),
}

impl Expectation {
    /// What was kept; nothing that can be read is as if it was never asked.
    /// Whoever comes back to a report is not asked any more what to expect of it.
    pub(super) fn read(kept: Option<&str>, screen: &Screen) -> Self {
        match kept {
            Some(digit) => digit.parse().ok().and_then(MaturityLevel::new).map_or(Self::Passed, Self::Level),
            None if *screen == Screen::Report => Self::Passed,
            None => Self::Unasked,
        }
    }

    /// The text to keep.
    pub fn kept(self) -> Option<String> {
        match self {
            Self::Unasked => None,
            Self::Passed => Some(String::new()),
            Self::Level(level) => Some(level.index().to_string()),
        }
    }
}

//! Memory of the calendar files of a plan.

use crate::calendar::Day;

/// Calendar files of a plan so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarFiles {
    /// Number of files.
    pub(super) count: u16,
    /// Day of the last file.
    pub(super) last: Option<Day>,
    /// Positions of the items whose steps were in any file, in the order of their first file.
    pub(super) items: Vec<usize>,
}

/// Place of a calendar file among those of its plan. Calendars keep the later one of two events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Number of earlier files.
    pub number: u16,
    /// Day of the file, never before that of an earlier one.
    pub day: Day,
}

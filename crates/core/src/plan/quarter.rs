//! Quarters of the calendar year, by which actions are due.

use crate::calendar::{Day, month_lengths};

/// Year of the first day and of the first quarter.
const FIRST_YEAR: u16 = 2026;

/// Quarter of a year, from the first of 2026 to the second of 2205, the end of all days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter(u16);

impl Quarter {
    /// First quarter of 2026.
    pub const FIRST: Self = Self(0);
    /// Second quarter of 2205.
    pub const LAST: Self = Self((2205 - FIRST_YEAR) * 4 + 1);

    /// Quarter with a number, counted from 0 for the first of 2026.
    pub fn from_number(number: u16) -> Option<Self> {
        (number <= Self::LAST.0).then_some(Self(number))
    }

    /// Number, from 0 for the first quarter of 2026.
    pub fn number(self) -> u16 {
        self.0
    }

    /// Quarter of a day.
    pub fn of(Day(mut left): Day) -> Self {
        for (number, length) in (0..).zip(lengths()) {
            if left < length {
                return Self(number);
            }
            left -= length;
        }
        Self::LAST
    }

    /// Calendar year.
    pub fn year(self) -> u16 {
        FIRST_YEAR + self.0 / 4
    }

    /// Number within the year, 1 to 4.
    pub fn of_year(self) -> u16 {
        1 + self.0 % 4
    }

    /// Next quarter; the last one is its own successor.
    pub fn next(self) -> Self {
        Self::from_number(self.0 + 1).unwrap_or(Self::LAST)
    }

    /// Last day of the quarter; in the last quarter, the last day of the calendar.
    pub fn last_day(self) -> Day {
        let after: u32 = lengths().take(usize::from(self.0) + 1).map(u32::from).sum();
        Day(u16::try_from(after - 1).unwrap_or(u16::MAX))
    }
}

/// Number of days of each quarter, from the first of 2026 to the last.
fn lengths() -> impl Iterator<Item = u16> {
    (0..=Quarter::LAST.0).map(|number| {
        let first_month = usize::from(number % 4 * 3);
        month_lengths(FIRST_YEAR + number / 4)[first_month..first_month + 3].iter().sum()
    })
}

//! The Gregorian calendar, as far as the core needs it.

/// How many days each month of a year has.
pub fn month_lengths(year: u16) -> [u16; 12] {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    [31, 28 + u16::from(leap), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

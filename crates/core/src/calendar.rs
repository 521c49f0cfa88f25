//! The Gregorian calendar, as far as the core needs it.

/// Day as a count from 1 January 2026, up to the year 2205.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u16);

/// Number of days of each month.
pub fn month_lengths(year: u16) -> [u16; 12] {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    [31, 28 + u16::from(leap), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

/// Year, month from 1, and day of the month.
pub fn date(Day(mut left): Day) -> (u16, u16, u16) {
    let mut year = 2026;
    // Days end in the year 2205: at most 180 rounds.
    loop {
        for (length, month) in month_lengths(year).into_iter().zip(1..) {
            if left < length {
                return (year, month, left + 1);
            }
            left -= length;
        }
        year += 1;
    }
}

/// Day in ISO 8601 with a separator or without: `2026-11-24`, `20261124`.
pub fn iso(day: Day, between: &str) -> String {
    let (year, month, day) = date(day);
    let mut text = year.to_string();
    for number in [month, day] {
        text.push_str(between);
        text.push_str(&two_digits(number));
    }
    text
}

/// Number below 100 in two digits.
pub fn two_digits(number: u16) -> String {
    if number < 10 { format!("0{number}") } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_the_first_of_january_2026() {
        for (count, calendar) in [
            (0, (2026, 1, 1)),
            (31, (2026, 2, 1)),
            (327, (2026, 11, 24)),
            (364, (2026, 12, 31)),
            (365, (2027, 1, 1)),
            (789, (2028, 2, 29)),
            (790, (2028, 3, 1)),
            (u16::MAX, (2205, 6, 7)),
        ] {
            assert_eq!(date(Day(count)), calendar, "{count}");
        }
    }

    #[test]
    fn days_are_written_in_two_digits() {
        assert_eq!(iso(Day(0), "-"), "2026-01-01");
        assert_eq!(iso(Day(327), ""), "20261124");
    }
}

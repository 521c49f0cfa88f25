//! Today, as questionnaires write a day.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use boussole_core::calendar;
use boussole_core::link::Day;

/// Time from 1970 to 1 January 2026, the first day of the core's calendar.
const EPOCH: Duration = Duration::from_hours(490_896);

/// Today (UTC), as in 2026-11-24.
pub fn today() -> String {
    day_of(SystemTime::now())
}

/// Day of a moment, at least the first and at most the last day of the core's calendar.
fn day_of(moment: SystemTime) -> String {
    let since = moment.duration_since(UNIX_EPOCH + EPOCH).unwrap_or_default();
    let days = since.as_secs() / (24 * 60 * 60);
    calendar::iso(Day(days.try_into().unwrap_or(u16::MAX)), "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        let cases = [
            (0, "2026-01-01"),
            (20_454, "2026-01-01"),
            (20_781, "2026-11-24"),
            (20_818, "2026-12-31"),
            (20_819, "2027-01-01"),
            (21_243, "2028-02-29"),
            (21_244, "2028-03-01"),
            (1_000_000, "2205-06-07"),
        ];
        for (days, day) in cases {
            for second in [0, 24 * 60 * 60 - 1] {
                let moment = UNIX_EPOCH + Duration::from_secs(days * 24 * 60 * 60 + second);
                assert_eq!(day_of(moment), day, "{days}, {second}");
            }
        }
    }
}

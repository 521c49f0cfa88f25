//! The laws of quarters.

use boussole_core::link::Day;
use boussole_core::plan::Quarter;
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_day_lies_in_its_quarter_and_in_no_other(day: u16) {
        let quarter = Quarter::of(Day(day));
        prop_assert!(Day(day) <= quarter.last_day());
        if let Some(before) = quarter.number().checked_sub(1).and_then(Quarter::from_number) {
            prop_assert!(before.last_day() < Day(day));
            prop_assert_eq!(before.next(), quarter);
        }
    }
}

#[test]
fn every_quarter_has_a_number_and_holds_its_last_day() {
    let mut quarter = Quarter::FIRST;
    for number in 0..=Quarter::LAST.number() {
        assert_eq!(quarter.number(), number);
        assert_eq!(Quarter::from_number(number), Some(quarter));
        assert_eq!(Quarter::of(quarter.last_day()), quarter);
        assert_eq!(
            u32::from(quarter.year()) * 4 + u32::from(quarter.of_year()),
            2026 * 4 + 1 + u32::from(number)
        );
        quarter = quarter.next();
    }
    assert_eq!(quarter, Quarter::LAST);
    for beyond in [Quarter::LAST.number() + 1, u16::MAX] {
        assert_eq!(Quarter::from_number(beyond), None);
    }
}

#[test]
fn quarters_are_those_of_the_calendar() {
    for (day, year, of_year, last_day) in [
        (0, 2026, 1, 89),
        (89, 2026, 1, 89),
        (90, 2026, 2, 180),
        (327, 2026, 4, 364),
        (365, 2027, 1, 454),
        // 2028 is a leap year.
        (730, 2028, 1, 820),
        (u16::MAX, 2205, 2, u16::MAX),
    ] {
        let quarter = Quarter::of(Day(day));
        assert_eq!((quarter.year(), quarter.of_year()), (year, of_year), "{day}");
        assert_eq!(quarter.last_day(), Day(last_day), "{day}");
    }
}

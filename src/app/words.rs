//! Small pieces of sentences: roles, efforts, days, lists.

use crate::calendar::month_lengths;
use crate::link::Day;
use crate::pack::Pack;
use crate::questionnaire::{Effort, Layer, Role};
use crate::texts::Text;

/// Who, in words.
pub fn role(pack: &Pack, role: Role) -> &str {
    pack.texts.get(match role {
        Role::GeneralManagement => Text::RoleGeneralManagement,
        Role::It => Text::RoleIt,
        Role::Procurement => Text::RoleProcurement,
        Role::Legal => Text::RoleLegal,
        Role::Business => Text::RoleBusiness,
    })
}

/// Which layer, in words.
pub fn layer(pack: &Pack, layer: Layer) -> &str {
    pack.texts.get(match layer {
        Layer::Infrastructure => Text::LayerInfrastructure,
        Layer::Software => Text::LayerSoftware,
        Layer::Cloud => Text::LayerCloud,
        Layer::Ai => Text::LayerAi,
    })
}

/// At what cost, in words.
pub fn effort(pack: &Pack, effort: Effort) -> &str {
    pack.texts.get(match effort {
        Effort::Meeting => Text::EffortMeeting,
        Effort::Weeks => Text::EffortWeeks,
        Effort::Quarter => Text::EffortQuarter,
    })
}

/// Names one after another: "a, b and c".
pub fn list(pack: &Pack, names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [name] => (*name).to_owned(),
        [names @ .., last] => format!("{} {} {last}", names.join(", "), pack.texts.get(Text::ListAnd)),
    }
}

/// A day as the locale writes it in figures.
pub fn day(pack: &Pack, day: Day) -> String {
    let (year, month, day) = date(day);
    let two = |number: u16| if number < 10 { format!("0{number}") } else { number.to_string() };
    pack.texts.fill(Text::DateDay, &[("day", &two(day)), ("month", &two(month)), ("year", &year.to_string())])
}

/// Year, month and day of the calendar.
fn date(Day(mut left): Day) -> (u16, u16, u16) {
    let mut year = 2026;
    // The days end in the year 2205, so this runs at most 180 times.
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
}

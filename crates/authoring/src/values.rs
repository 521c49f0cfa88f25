//! Values that several parts of a structure have: ids, weights, days.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::reader::{Located, TomlTable};
use super::rule::Rule;
use boussole_core::calendar::month_lengths;
use boussole_core::questionnaire::{DimensionId, PrincipleId, Weight, Word};

/// An id with its weight.
pub type Weighted<T> = (Located<T>, Located<Weight>);

/// Reads the weight of a table.
pub fn weight(table: &TomlTable<'_>) -> Located<Weight> {
    let Some(Located { value: number, span }) = table.number("weight", "a whole number from 1 to 9") else {
        return Located { value: Weight::ONE, span: table.span() };
    };
    let value = Weight::try_from(number).unwrap_or_else(|error| {
        table.fault(Rule::Weight, span.clone(), format!("{number} is no weight"), error.to_string());
        Weight::ONE
    });
    Located { value, span }
}

/// Reads a list of tables that have an id, a weight, some other keys and nothing else.
pub fn weighted<T: Clone + Display>(
    top: &TomlTable<'_>,
    key: &str,
    others: &[&str],
    id: impl Fn(&TomlTable<'_>) -> Option<Located<T>>,
) -> Vec<Weighted<T>> {
    let read = |table: &TomlTable<'_>| {
        table.only(&[&["id", "weight"], others].concat());
        let (id, weight) = (id(table), weight(table));
        Some((id?, weight))
    };
    let list: Vec<_> = top.tables(key).iter().filter_map(read).collect();
    let ids: Vec<Located<T>> = list.iter().map(|(id, _)| id.clone()).collect();
    unique(top, &ids, key.trim_end_matches('s'));
    list
}

/// Most letters that a misspelt principle differs in.
const NEAR: usize = 3;

/// Reads the id of a dimension; notes one of no principle with that which is meant.
pub fn dimension_id(table: &TomlTable<'_>, key: &str) -> Option<Located<DimensionId>> {
    let text = table.text(key)?;
    let split = text.value.split_once('/');
    if let Some((principle, own)) = split.filter(|(principle, _)| PrincipleId::from_word(principle).is_none())
    {
        let distance = |id: &PrincipleId| strsim::levenshtein(id.word(), principle);
        let nearest = PrincipleId::ALL.into_iter().min_by_key(distance).filter(|id| distance(id) <= NEAR);
        let meant = nearest.map(|id| format!("write {id}/{own}: ")).unwrap_or_default();
        let mend = format!("{meant}the id begins with choose/, master/ or build/");
        table.fault(Rule::Id, text.span, format!("`{principle}` is no principle"), mend);
        return None;
    }
    table.term(key)
}

/// Notes every id that a list names twice.
pub fn unique<T: Display>(table: &TomlTable<'_>, ids: &[Located<T>], kind: &str) {
    let names: Vec<String> = ids.iter().map(|id| id.value.to_string()).collect();
    let mut earlier = BTreeSet::new();
    for (id, name) in ids.iter().zip(&names) {
        if !earlier.insert(name.as_str()) {
            let what = format!("the {kind} `{}` stands twice", id.value);
            table.fault(Rule::Twice, id.span.clone(), what, "give it another id, or remove it");
        }
    }
}

/// Reads the date of a table; notes one that the calendar does not have, with an example.
pub fn date(table: &TomlTable<'_>, example: &str) -> Option<Located<String>> {
    let date = table.text("date")?;
    check_day(table, "the date", &date, example);
    Some(date)
}

/// Reads the day of another key, as [`date`].
pub fn day(table: &TomlTable<'_>, key: &str, example: &str) -> Option<Located<String>> {
    let day = table.text(key)?;
    check_day(table, &format!("`{key}`"), &day, example);
    Some(day)
}

fn check_day(table: &TomlTable<'_>, name: &str, day: &Located<String>, example: &str) {
    if !is_date(&day.value) {
        let mend = format!("write year, month, day: {example}");
        table.fault(Rule::Version, day.span.clone(), format!("{name} is not a day"), mend);
    }
}

/// True if a text is a day of the calendar, as in 2026-11-24.
fn is_date(text: &str) -> bool {
    let parts: Option<Vec<u16>> = text.split('-').map(|part| part.parse().ok()).collect();
    let Some([year, month @ 1..=12, day]) = parts.as_deref() else { return false };
    let days = month_lengths(*year)[usize::from(*month) - 1];
    text.len() == 10 && (1..=days).contains(day)
}

/// Number of a day on a count of all days, to compare days with; `None` for a text that is no day.
#[cfg(feature = "tools")]
pub fn day_number(text: &str) -> Option<i64> {
    let parts: Option<Vec<u16>> = text.split('-').map(|part| part.parse().ok()).collect();
    let [year, month @ 1..=12, day] = parts.as_deref()? else { return None };
    let before = i64::from(*year) - 1;
    let of_years = before * 365 + before / 4 - before / 100 + before / 400;
    let of_months: u16 = month_lengths(*year)[..usize::from(*month) - 1].iter().sum();
    Some(of_years + i64::from(of_months) + i64::from(*day))
}

#[cfg(all(test, feature = "tools"))]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_without_a_gap() {
        for (day, next) in [
            ("2026-12-31", "2027-01-01"),
            ("2028-02-28", "2028-02-29"),
            ("2028-02-29", "2028-03-01"),
            ("2100-02-28", "2100-03-01"),
            ("2000-02-29", "2000-03-01"),
        ] {
            assert_eq!(day_number(next), day_number(day).map(|day| day + 1), "{day}");
        }
        let between = |first, last| Some(day_number(last)? - day_number(first)?);
        assert_eq!(between("2026-12-01", "2027-01-12"), Some(42));
        assert_eq!(between("2019-04-01", "2026-12-01"), Some(2_801));
        assert_eq!(day_number("yesterday"), None);
    }
}

//! Rule: the length of an answer does not give its level away.

use crate::Rule;
use crate::folder::{LocaleFile, ReadFolder};
use crate::reader::Faults;
use crate::texts_reader::PlacedText;
use boussole_core::questionnaire::ITEM_LEVELS;

/// First of the levels that the longest text may not have too often.
const HIGH: usize = 3;

/// Notes every language in which the longest text is a high level in more than a third of the items, and in more than two.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    if !read.sound().is_some_and(|structure| structure.has_ladders) {
        return;
    }
    for locale in read.locales.iter().filter(|locale| locale.is_written()) {
        let items = levels_of_items(locale);
        let high: Vec<_> = items.iter().filter(|levels| is_high(levels)).collect();
        let most = (items.len() / 3).max(2);
        if high.len() > most {
            let tables: Vec<&str> = high.iter().map(|levels| &*levels[HIGH].table).collect();
            let what = format!(
                "the longest level is level 3 or 4 in {} of {} items, more than {most}: {}",
                high.len(),
                items.len(),
                tables.join(", "),
            );
            // More than two items are among them.
            let span = high[0][HIGH].text.span.clone();
            faults.note(
                Rule::LongestLevel,
                locale.file,
                span,
                what,
                "shorten these levels, or say more at the lower ones",
            );
        }
    }
}

/// Levels of each item of a language that has all of them.
pub fn levels_of_items<'a>(locale: &'a LocaleFile<'_>) -> Vec<[&'a PlacedText; ITEM_LEVELS]> {
    let levels: Vec<&PlacedText> = locale.placed.iter().filter(|text| text.key == "levels").collect();
    let of_item = levels.chunk_by(|one, other| one.table == other.table);
    of_item.filter_map(|levels| levels.try_into().ok()).collect()
}

/// True if a high level is longer than every lower one.
fn is_high(levels: &[&PlacedText; ITEM_LEVELS]) -> bool {
    let length = |text: &&PlacedText| text.text.value.chars().count();
    let (low, high) = levels.split_at(HIGH);
    high.iter().map(length).max() > low.iter().map(length).max()
}

//! Rules for a single text: its length on a phone, no markup, typography.

use super::reader::{Located, Table};
use super::{Edition, Rule};

/// The narrow no-break space that French sets before high punctuation and inside guillemets.
const NARROW: char = '\u{202F}';

/// Notes what is wrong with a text of at most `limit` characters. What was released stays as it was.
pub fn check(table: &Table<'_>, locale: &str, text: &Located<String>, limit: usize) {
    if table.edition == Edition::Frozen {
        return;
    }
    let note = |rule: Rule, what: String, mend: &str| table.fault(rule, text.span.clone(), what, mend);
    let length = text.value.chars().count();
    if text.value.trim().is_empty() {
        note(Rule::Empty, "the text is empty".to_owned(), "write it");
    }
    if length > limit {
        note(
            Rule::Length,
            format!("the text has {length} characters, too long for a phone"),
            &format!("shorten it to {limit} characters"),
        );
    }
    if text.value.contains(['<', '>']) {
        note(Rule::Markup, "the text has markup".to_owned(), "write plain text: no < and no >");
    }
    if text.value.contains(['\n', '\r', '\t']) || text.value.contains("  ") || text.value.trim() != text.value
    {
        note(
            Rule::WhiteSpace,
            "the text has stray white space".to_owned(),
            "write it on one line, with single spaces",
        );
    }
    if text.value.contains('\'') {
        note(Rule::Apostrophe, "the text has a typewriter's apostrophe".to_owned(), "write ’");
    }
    if locale == "fr" {
        french(&text.value)
            .into_iter()
            .for_each(|what| note(Rule::FrenchSpacing, what, "write U+202F, the narrow no-break space"));
    }
}

fn french(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let neighbours =
        |index: usize| (index.checked_sub(1).map(|before| characters[before]), characters.get(index + 1));
    let mut faults = Vec::new();
    for (index, character) in characters.iter().enumerate() {
        let (before, after) = neighbours(index);
        let wrong = match character {
            // A colon within an address or a time, or marks in a row, are no sentence punctuation.
            ';' | ':' | '!' | '?' => {
                before.is_some_and(|before| !matches!(before, NARROW | ';' | ':' | '!' | '?'))
                    && after.is_none_or(|next| !next.is_alphanumeric() && *next != '/')
            }
            '»' => before != Some(NARROW),
            '«' => after != Some(&NARROW),
            _ => false,
        };
        if wrong {
            faults.push(format!("no narrow no-break space beside {character}"));
        }
    }
    faults
}

/// Notes levels of one item that read the same.
pub fn distinct(table: &Table<'_>, levels: &[Located<String>]) {
    let plain = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    for (index, level) in levels.iter().enumerate() {
        if let Some(twin) =
            levels[..index].iter().position(|other| plain(&other.value) == plain(&level.value))
        {
            let what = format!("level {index} reads like level {twin}");
            table.fault(
                Rule::Levels,
                level.span.clone(),
                what,
                "describe what can be seen at this level only",
            );
        }
    }
}

//! Rules: a text of a questionnaire is written, and nothing in it is to be filled in.

use crate::Rule;
use crate::reader::{Located, TomlTable};

/// Words in capitals that mark what is to be done.
const MARKS: [&str; 6] = ["FIXME", "TBC", "TBD", "TODO", "WIP", "XXX"];

/// Words of a printer's dummy text.
const DUMMY: [&str; 2] = ["lorem ipsum", "dolor sit amet"];

/// Whole texts that stand for another, in lower case.
const STANDINS: [&str; 8] =
    ["fixme", "placeholder", "tbd", "todo", "à compléter", "à rédiger", "à traduire", "to be written"];

/// Notes a text that stands for one to be written, and a placeholder.
pub fn check(table: &TomlTable<'_>, text: &Located<String>) {
    if let Some(found) = standin(&text.value) {
        let what = format!("the text is not written yet: {found}");
        table.fault(Rule::Unwritten, text.span.clone(), what, "write it");
    }
    if let Some(found) = placeholder(&text.value) {
        let what = format!("the text has a placeholder, {found}");
        let mend = "write the word itself: texts of a questionnaire have nothing filled in";
        table.fault(Rule::Placeholder, text.span.clone(), what, mend);
    }
}

/// Sign that a text is not written. Empty texts have a rule of their own.
fn standin(text: &str) -> Option<&str> {
    let trimmed = text.trim();
    let lower = trimmed.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let mark = text.split(|c: char| !c.is_alphanumeric()).find(|word| MARKS.contains(word));
    let dummy = DUMMY.iter().find(|words| lower.contains(**words)).copied();
    let is_standin = !trimmed.is_empty() && (bare.is_empty() || STANDINS.contains(&bare));
    mark.or(dummy).or(is_standin.then_some(trimmed))
}

/// A name in braces, as in `{count}`, with its braces.
fn placeholder(text: &str) -> Option<&str> {
    text.match_indices('{').find_map(|(start, _)| {
        let inside = &text[start + 1..start + 1 + text[start + 1..].find('}')?];
        let is_name = |c: char| c.is_alphanumeric() || "_-. ".contains(c);
        (!inside.is_empty() && inside.chars().all(is_name)).then(|| &text[start..start + inside.len() + 2])
    })
}

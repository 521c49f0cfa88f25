//! Rules of typography: punctuation of the text's own language, and its spacing.
//!
//! Each kind of punctuation is reported once a text.

use crate::Rule;

/// The narrow no-break space that French sets before high punctuation and inside guillemets.
const NARROW: char = '\u{202F}';

/// A fault of typography: rule, description, instruction.
type Wrong = (Rule, String, &'static str);

/// Faults of typography in a text.
pub fn faults(locale: &str, text: &str) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if text.contains('\'') {
        let what = "the text has a typewriter's apostrophe".to_owned();
        wrong.push((Rule::Apostrophe, what, "write ’"));
    }
    if text.contains("...") {
        let what = "the text has three full stops in a row".to_owned();
        wrong.push((Rule::Ellipsis, what, "write …, one character"));
    }
    for mark in ['.', ','] {
        if places(text, mark).any(|(before, after)| ends_in_space(before) && !continues(after)) {
            let what = format!("the text has a space before {mark}");
            wrong.push((Rule::WhiteSpace, what, "take the space away"));
        }
    }
    match locale {
        "fr" => french(text, &mut wrong),
        "en" => english(text, &mut wrong),
        _ => {}
    }
    wrong
}

fn french(text: &str, wrong: &mut Vec<Wrong>) {
    if text.contains('"') {
        let what = "the text has a typewriter's quotation marks".to_owned();
        wrong.push((
            Rule::Quotes,
            what,
            "write « and », with a narrow no-break space inside: \\u202F in a text in quotes",
        ));
    }
    let mut note = |mark: char| {
        let what = format!("no narrow no-break space beside {mark}");
        wrong.push((
            Rule::FrenchSpacing,
            what,
            "put a narrow no-break space there: \\u202F in a text in quotes",
        ));
    };
    for mark in [';', ':', '!', '?'] {
        let bare = |(before, after): (&str, &str)| {
            !before.is_empty() && !before.ends_with([NARROW, ';', ':', '!', '?']) && ends(after)
        };
        if places(text, mark).any(bare) {
            note(mark);
        }
    }
    if places(text, '«').any(|(_, after)| !after.starts_with(NARROW)) {
        note('«');
    }
    if places(text, '»').any(|(before, _)| !before.ends_with(NARROW)) {
        note('»');
    }
}

fn english(text: &str, wrong: &mut Vec<Wrong>) {
    if text.contains(['"', '«', '»']) {
        let what = "the text has quotation marks that are not English".to_owned();
        wrong.push((Rule::Quotes, what, "write “ and ”"));
    }
    for mark in [';', ':', '!', '?'] {
        let spaced = |(before, after): (&str, &str)| {
            // Behind a comma or a bracket no sentence ends: the text mentions the sign itself, as a key.
            let sentence = before.trim_end();
            let is_punctuation =
                sentence.ends_with(|last: char| last.is_alphanumeric() || "”’)".contains(last));
            ends_in_space(before) && is_punctuation && ends(after)
        };
        if places(text, mark).any(spaced) {
            let what = format!("a space before {mark}, as in French");
            wrong.push((Rule::EnglishSpacing, what, "take the space away"));
        }
    }
}

/// Texts before and behind each occurrence of a mark of punctuation.
fn places(text: &str, mark: char) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices(mark).map(|(place, mark)| (&text[..place], &text[place + mark.len()..]))
}

fn ends_in_space(before: &str) -> bool {
    before.ends_with(char::is_whitespace)
}

/// True if a mark before this text ends a sentence, and is no part of an address or a time.
fn ends(after: &str) -> bool {
    !continues(after) && !after.starts_with('/')
}

/// True if a word goes on: ".5", ".org".
fn continues(after: &str) -> bool {
    after.starts_with(char::is_alphanumeric)
}

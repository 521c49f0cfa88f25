//! How a text is set: the marks of its own language, and their spacing.
//!
//! Each kind of mark is told once a text, however often it stands there.

use crate::authoring::Rule;

/// The narrow no-break space that French sets before high punctuation and inside guillemets.
const NARROW: char = '\u{202F}';

/// A fault of typography: the rule, what is wrong, how to mend it.
type Wrong = (Rule, String, &'static str);

/// What is wrong with how a text is set.
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
    let characters: Vec<char> = text.chars().collect();
    for mark in ['.', ','] {
        if places(&characters, mark).any(|(before, after)| is_space(before) && !continues(after)) {
            let what = format!("the text has a space before {mark}");
            wrong.push((Rule::WhiteSpace, what, "take the space away"));
        }
    }
    match locale {
        "fr" => french(&characters, &mut wrong),
        "en" => english(&characters, &mut wrong),
        _ => {}
    }
    wrong
}

fn french(characters: &[char], wrong: &mut Vec<Wrong>) {
    if characters.contains(&'"') {
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
        let bare = |(before, after): (Option<char>, Option<char>)| {
            before.is_some_and(|before| before != NARROW && !is_high(before)) && ends(after)
        };
        if places(characters, mark).any(bare) {
            note(mark);
        }
    }
    if places(characters, '«').any(|(_, after)| after != Some(NARROW)) {
        note('«');
    }
    if places(characters, '»').any(|(before, _)| before != Some(NARROW)) {
        note('»');
    }
}

fn english(characters: &[char], wrong: &mut Vec<Wrong>) {
    if characters.iter().any(|character| matches!(character, '"' | '«' | '»')) {
        let what = "the text has quotation marks that are not English".to_owned();
        wrong.push((Rule::Quotes, what, "write “ and ”"));
    }
    for mark in [';', ':', '!', '?'] {
        let spaced = |place: usize| {
            let before = characters[..place].iter().rev().find(|character| !character.is_whitespace());
            // Behind a comma or a bracket no sentence ends: there the sign itself is meant, as a key.
            let is_punctuation =
                before.is_some_and(|before| before.is_alphanumeric() || "”’)".contains(*before));
            is_punctuation && ends(characters.get(place + 1).copied())
        };
        let behind_space = |place: &usize| {
            characters[*place] == mark
                && place.checked_sub(1).is_some_and(|before| characters[before].is_whitespace())
        };
        if (0..characters.len()).filter(behind_space).any(spaced) {
            let what = format!("a space before {mark}, as in French");
            wrong.push((Rule::EnglishSpacing, what, "take the space away"));
        }
    }
}

/// Wherever a mark stands: the character before it, and the one behind.
fn places(characters: &[char], mark: char) -> impl Iterator<Item = (Option<char>, Option<char>)> {
    let around = move |(place, _): (usize, &char)| {
        (place.checked_sub(1).map(|before| characters[before]), characters.get(place + 1).copied())
    };
    characters.iter().enumerate().filter(move |(_, character)| **character == mark).map(around)
}

fn is_space(character: Option<char>) -> bool {
    character.is_some_and(char::is_whitespace)
}

/// A mark of high punctuation, which stands beside another one without a space.
fn is_high(character: char) -> bool {
    matches!(character, ';' | ':' | '!' | '?')
}

/// Whether a mark is one of a sentence by what stands behind it, and not part of an address or a time.
fn ends(after: Option<char>) -> bool {
    !continues(after) && after != Some('/')
}

/// Whether a word goes on: ".5", ".org".
fn continues(after: Option<char>) -> bool {
    after.is_some_and(char::is_alphanumeric)
}

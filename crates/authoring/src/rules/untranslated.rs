//! Rule: a text differs between languages.

use crate::Rule;
use crate::folder::{LocaleFile, ReadFolder};
use crate::reader::Faults;

use super::reading_time::word_count;

/// Least number of words that two languages do not share by chance, as they may "Architecture".
const WORDS: usize = 3;

/// Keys of texts that are, or consist of, proper names.
const NAMES: [&str; 2] = ["name", "cite"];

/// Notes every text of some words that an earlier language has, letter by letter.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    for (index, locale) in read.locales.iter().enumerate() {
        for earlier in &read.locales[..index] {
            compare(locale, earlier, faults);
        }
    }
}

fn compare(one: &LocaleFile<'_>, earlier: &LocaleFile<'_>, faults: &Faults) {
    // A list: the browser checks a host's questionnaire by this too, and a map costs it a kilobyte.
    let has = |place, value: &String| {
        earlier.placed.iter().any(|text| text.text.value == *value && text.place() == place)
    };
    let is_sentence = |text: &str| word_count(text) >= WORDS;
    for text in one.placed.iter().filter(|text| !NAMES.contains(&text.key)) {
        let value = &text.text.value;
        if is_sentence(value) && has(text.place(), value) {
            let what = format!("the text is the same in `{}` and `{}`", earlier.locale, one.locale);
            let mend = "translate it in one of the two";
            let span = text.text.span.clone();
            faults.note(Rule::Untranslated, one.file, span, what, mend);
        }
    }
}

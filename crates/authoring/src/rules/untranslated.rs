//! A text that reads the same in two languages was not translated.

use std::collections::HashMap;

use crate::Rule;
use crate::folder::{Page, Read};
use crate::reader::Faults;

use super::reading_time::word_count;

/// How many words a text has that two languages do not share by chance: "Architecture" and "Dependence" may
/// be the same in both.
const WORDS: usize = 3;

/// Texts that are proper names, or consist of them.
const NAMES: [&str; 2] = ["name", "cite"];

/// Notes every text of some words that stands, letter by letter, in a language before.
pub fn check(read: &Read<'_>, faults: &Faults) {
    for (index, page) in read.pages.iter().enumerate() {
        for earlier in &read.pages[..index] {
            compare(page, earlier, faults);
        }
    }
}

fn compare(page: &Page<'_>, earlier: &Page<'_>, faults: &Faults) {
    let earlier_texts: HashMap<_, _> =
        earlier.texts.iter().map(|text| (text.place(), &text.text.value)).collect();
    let is_sentence = |text: &str| word_count(text) >= WORDS;
    for text in page.texts.iter().filter(|text| !NAMES.contains(&text.key)) {
        let value = &text.text.value;
        if is_sentence(value) && earlier_texts.get(&text.place()) == Some(&value) {
            let what = format!("the text is the same in `{}` and `{}`", earlier.locale, page.locale);
            let mend = "translate it in one of the two";
            let span = text.text.span.clone();
            faults.note(Rule::Untranslated, page.file, span, what, mend);
        }
    }
}

//! How long a form takes to read and answer, against what it promises.

use crate::folder::Read;
use crate::reader::Faults;
use crate::{Form, QuestionnaireTexts, Rule};

/// How many words a minute are read.
const WORDS_A_MINUTE: usize = 230;

/// How many seconds it takes to choose an answer.
const SECONDS_AN_ITEM: usize = 5;

/// How many minutes a form takes in one language, rounded up: its prompts, helps and levels at 230 words a
/// minute, and five seconds to choose each answer.
pub fn minutes(form: &Form, words: &QuestionnaireTexts) -> u8 {
    let items = || form.items.iter().filter_map(|id| words.items.get(id));
    let read = items().flat_map(|item| [&item.prompt, &item.help].into_iter().chain(&item.levels));
    let read: usize = read.map(|text| word_count(text)).sum();
    // Seconds, times the words a minute: a whole number.
    let seconds = read * 60 + items().count() * SECONDS_AN_ITEM * WORDS_A_MINUTE;
    u8::try_from(seconds.div_ceil(60 * WORDS_A_MINUTE)).unwrap_or(u8::MAX)
}

/// The words of a text: what stands between spaces and has a letter or a digit.
pub(super) fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Notes every form that promises less than it takes in a language, or over a minute more than it takes in
/// every one: languages differ in length, and the promise is the same in all of them.
pub(super) fn check(read: &Read<'_>, faults: &Faults) {
    let Some(structure) = &read.structure else { return };
    for (form, place) in structure.forms.iter().zip(&structure.places.minutes) {
        let note = |what: String, mend: String| {
            faults.note(Rule::ReadingTime, read.file, place.clone(), what, mend);
        };
        let measured = read.words().map(|words| (&words.locale, minutes(form, words)));
        let Some((locale, longest)) = measured.max_by_key(|(_, minutes)| *minutes) else { continue };
        let (id, promised) = (&form.id, form.minutes);
        if promised < longest {
            let what = format!("`{id}` promises {promised} min, and takes {longest} in `{locale}`");
            note(what, format!("promise {longest}, shorten its texts, or leave items out"));
        }
        if promised > longest + 1 {
            let what = format!("`{id}` promises {promised} min, and takes no more than {longest}");
            note(what, format!("promise {longest}"));
        }
    }
}

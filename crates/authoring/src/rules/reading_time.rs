//! Rule: a form takes as long as it promises.

use crate::folder::ReadFolder;
use crate::reader::Faults;
use crate::{Form, QuestionnaireTexts, Rule, Structure};

/// Pace of a reader.
struct Pace {
    /// Words read in a minute.
    words: usize,
    /// Seconds to choose an answer.
    seconds: usize,
}

/// Pace where levels follow a ladder of their own: a reader thinks about each.
const THOUGHTFUL: Pace = Pace { words: 200, seconds: 8 };

/// Pace in a questionnaire without ladders.
const BRISK: Pace = Pace { words: 230, seconds: 5 };

/// Minutes that a form takes in one language, rounded up.
///
/// Prompts, helps and levels are read at 230 words a minute, and each answer takes five seconds more. With ladders: 200
/// words, and eight seconds.
pub fn minutes(structure: &Structure, form: &Form, texts: &QuestionnaireTexts) -> u8 {
    let pace = if structure.has_ladders { THOUGHTFUL } else { BRISK };
    let items = || form.items.iter().filter_map(|id| texts.items.get(id));
    let read = items().flat_map(|item| [&item.prompt, &item.help].into_iter().chain(&item.levels));
    let read: usize = read.map(|text| word_count(text)).sum();
    // Unit: seconds times words a minute, which keeps the number whole.
    let seconds = read * 60 + items().count() * pace.seconds * pace.words;
    u8::try_from(seconds.div_ceil(60 * pace.words)).unwrap_or(u8::MAX)
}

/// Number of words: pieces between spaces with a letter or a digit.
pub(super) fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Notes every form that takes longer in some language, or over a minute less in all of them.
///
/// Languages differ in length, and share one promise.
pub(super) fn check(read: &ReadFolder<'_>, faults: &Faults) {
    let Some(structure) = &read.structure else { return };
    for (form, place) in structure.forms.iter().zip(&structure.places.minutes) {
        let note = |what: String, mend: String| {
            faults.note(Rule::ReadingTime, read.file, place.clone(), what, mend);
        };
        let measured = read.texts().map(|texts| (&texts.locale, minutes(structure, form, texts)));
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

//! Rules on definitions: every language has the same, a question uses each, and no help defines a term again.

use crate::Rule;
use crate::definitions::{places, uses_in_question};
use crate::folder::{LocaleFile, ReadFolder};
use crate::reader::Faults;

/// What stands behind a term that is defined.
const DEFINING: [&str; 13] = [
    ":",
    "=",
    "—",
    "means ",
    "c’est-à-dire ",
    "désigne ",
    "signifie ",
    "s’entend ",
    "veut dire ",
    "is one that ",
    "est celle ",
    "est celui ",
    "est ce qui ",
];

/// Notes definitions that a language lacks or no question uses, and helps that define a term again.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    for locale in read.locales.iter().filter(|locale| locale.is_written()) {
        compare(locale, &read.locales, faults);
        check_use(locale, faults);
    }
}

/// Notes every definition that another language has and this one lacks.
fn compare(locale: &LocaleFile<'_>, all: &[LocaleFile<'_>], faults: &Faults) {
    let Some(texts) = &locale.texts else { return };
    for other in all.iter().filter_map(|other| other.texts.as_ref()) {
        let is_here = |id: &String| texts.definitions.iter().any(|one| one.id == *id);
        for id in other.definitions.iter().map(|one| &one.id).filter(|id| !is_here(id)) {
            let what = format!("`{id}` is defined in `{}`, and not in `{}`", other.locale, texts.locale);
            let mend = format!("add [definitions.{id}]");
            faults.note(Rule::Locales, locale.file, 0..0, what, mend);
        }
    }
}

fn check_use(locale: &LocaleFile<'_>, faults: &Faults) {
    let Some(texts) = &locale.texts else { return };
    for definition in &texts.definitions {
        let table = format!("[definitions.{}]", definition.id);
        let term = locale.placed.iter().find(|text| text.key == "term" && *text.table == *table);
        let place = term.map_or(0..0, |term| term.text.span.clone());
        if !texts.items.values().any(|item| uses_in_question(definition, item)) {
            let what = format!("no question uses the term “{}”", definition.term);
            let mend = "list its spellings in `forms`, or remove the definition";
            faults.note(Rule::Coverage, locale.file, place, what, mend);
        }
        let defines = |behind: String| {
            let behind = behind.trim_start_matches(|c: char| c.is_whitespace() || "»”".contains(c));
            DEFINING.iter().any(|words| behind.starts_with(words))
        };
        let helps = locale.placed.iter().filter(|text| text.key == "help");
        for help in helps.filter(|help| places(definition, &help.text.value).into_iter().any(defines)) {
            let what = format!("the help defines “{}” again, which [definitions] does", definition.term);
            let mend = "leave the definition to [definitions]: each question shows it on request";
            faults.note(Rule::LocalDefinition, locale.file, help.text.span.clone(), what, mend);
        }
    }
}

//! Rule: a reference has an address in every language.

use crate::Rule;
use crate::folder::{LocaleFile, ReadFolder};
use crate::reader::Faults;

/// Notes every reference without an address for a language of the questionnaire.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    for reference in read.structure.iter().flat_map(|structure| &structure.references) {
        let lacks = |locale: &&LocaleFile<'_>| {
            locale.is_written() && reference.url.in_locale(locale.locale).is_none()
        };
        for locale in read.locales.iter().filter(lacks) {
            let what =
                format!("the reference `{}` has no address in `{}`", reference.id.value, locale.locale);
            let mend = format!("add url.{} = \"https://…\"", locale.locale);
            faults.note(Rule::Locales, read.file, reference.id.span.clone(), what, mend);
        }
    }
}

//! Rule: a citation names the year of its reference, and where it ends that of its end.

use crate::Rule;
use crate::folder::ReadFolder;
use crate::reader::Faults;
use crate::rule::ASKS_FOR_STYLE;

/// Notes every citation that does not hold the year of its reference's date, and every one of a reference that ends whose
/// texts do not hold the year of the end.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    let references = read.structure.iter().flat_map(|structure| &structure.references);
    for reference in references {
        let place = format!("[references.{}]", reference.id.value);
        for locale in &read.locales {
            let text = |key| locale.placed.iter().find(|text| text.key == key && *text.table == *place);
            let Some(cited) = text("cite") else { continue };
            let note = |year: &str, mend| {
                let what = format!("the citation does not name the year {year}");
                faults.note(Rule::ReferenceDate, locale.file, cited.text.span.clone(), what, mend);
            };
            let since = year(&reference.date.value);
            if !cited.text.value.contains(since) {
                note(since, "write the day since which it applies, as in the structure");
            }
            // The browser reads no last day.
            let end = reference.until.as_ref().filter(|_| ASKS_FOR_STYLE).map(|until| year(&until.value));
            let names = |year: &str| {
                [Some(cited), text("says")].into_iter().flatten().any(|text| text.text.value.contains(year))
            };
            if let Some(end) = end.filter(|end| !names(end)) {
                note(end, "write until when it applies, here or in `says`");
            }
        }
    }
}

/// Year of a day, as in 2026-11-24.
fn year(day: &str) -> &str {
    day.split('-').next().unwrap_or_default()
}

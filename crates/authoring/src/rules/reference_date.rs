//! Rule: a citation names the year of its reference.

use crate::Rule;
use crate::folder::ReadFolder;
use crate::reader::Faults;

/// Notes every citation that does not hold the year of its reference's date.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    let references = read.structure.iter().flat_map(|structure| &structure.references);
    for reference in references {
        let year = reference.date.value.split('-').next().unwrap_or_default();
        let place = format!("[references.{}]", reference.id.value);
        for locale in &read.locales {
            let cited = locale.placed.iter().find(|text| text.key == "cite" && *text.table == *place);
            if let Some(cited) = cited.filter(|cited| !cited.text.value.contains(year)) {
                let what = format!("the citation does not name the year {year}");
                let mend = "write the day since which it applies, as in the structure";
                let span = cited.text.span.clone();
                faults.note(Rule::ReferenceDate, locale.file, span, what, mend);
            }
        }
    }
}

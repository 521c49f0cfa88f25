//! A citation says of which year the text is that it cites.

use crate::Rule;
use crate::folder::Read;
use crate::reader::Faults;

/// Notes every citation that does not hold the year of its reference's date.
pub fn check(read: &Read<'_>, faults: &Faults) {
    let references = read.structure.iter().flat_map(|structure| &structure.references);
    for reference in references {
        let year = reference.date.split('-').next().unwrap_or_default();
        let place = format!("[references.{}]", reference.id.value);
        for page in &read.pages {
            let cited = page.texts.iter().find(|text| text.key == "cite" && *text.table == *place);
            if let Some(cited) = cited.filter(|cited| !cited.text.value.contains(year)) {
                let what = format!("the citation does not name the year {year}");
                let mend = "write the day since which it applies, as in the structure";
                let span = cited.text.span.clone();
                faults.note(Rule::ReferenceDate, page.file, span, what, mend);
            }
        }
    }
}

//! Rule: references apply. One that ends, or begins to apply, soon is a warning; one that has ended is a fault.

use std::ops::Range;

use crate::values::day_number;
use crate::{Edition, Fault, Instrument, Reference, Rule, SourceFile};

/// Days before an end or a beginning from which on the check warns.
const NOTICE: i64 = 90;

/// What a day makes of the references.
#[derive(Debug, Default)]
pub struct ReferenceExpiry {
    /// References that have ended.
    pub faults: Vec<Fault>,
    /// References that end, or begin to apply, within 90 days.
    pub warnings: Vec<Fault>,
}

/// Compares the references of the current questionnaires with a day, as in 2026-11-24.
pub fn reference_expiry(instruments: &[Instrument], sources: &[SourceFile], today: &str) -> ReferenceExpiry {
    let mut expiry = ReferenceExpiry::default();
    let Some(today) = day_number(today) else { return expiry };
    for instrument in instruments.iter().filter(|one| one.edition == Edition::Current) {
        let path = format!("questionnaires/{}/questionnaire.toml", instrument.structure.id);
        let Some(file) = sources.iter().find(|source| source.path == path) else { continue };
        let note = |place: &Range<usize>, what: String, mend: &str| {
            Fault::at(Rule::ReferenceExpiry, file, place.clone(), what, mend)
        };
        for Reference { id, date, until, .. } in &instrument.structure.references {
            let left = |day: &str| day_number(day).map(|day| day - today);
            if let Some(until) = until {
                let what = |ends: &str| format!("the reference `{}` {ends} on {}", id.value, until.value);
                let mend = "look its text up, and cite what applies then";
                match left(&until.value) {
                    Some(..0) => expiry.faults.push(note(&until.span, what("ended"), mend)),
                    Some(0..=NOTICE) => expiry.warnings.push(note(&until.span, what("ends"), mend)),
                    _ => {}
                }
            }
            if matches!(left(&date.value), Some(1..=NOTICE)) {
                let what = format!("the reference `{}` begins to apply on {}", id.value, date.value);
                expiry.warnings.push(note(&date.span, what, "look its text up again on that day"));
            }
        }
    }
    expiry
}

//! Rule: every maturity level and every profile can be reached.

use std::ops::Range;

use crate::folder::ReadFolder;
use crate::reader::Faults;
use crate::{ProfileSource, Rule, Structure, reachable};
use boussole_core::questionnaire::{MATURITY_LEVELS, PrincipleId, Questionnaire};

/// Notes every maturity level, of the whole or of a principle, that some form can't reach.
/// Notes every profile that no form can reach. The limits of the search are those of [`reachable`].
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    let Some(structure) = read.sound() else { return };
    let note = |rule, place: &Range<usize>, what: String, mend: &str| {
        faults.note(rule, read.file, place.clone(), what, mend);
    };
    let forms: Vec<Questionnaire> = structure.forms.iter().filter_map(|form| structure.bare(form)).collect();
    for form in &forms {
        for (level, points) in (0..MATURITY_LEVELS).zip(ranges(&structure.thresholds)) {
            let note_level = |of: &str| {
                let what = format!("no answers of the form `{}` bring {of} to {points}", form.form);
                let mend = "move the thresholds further apart, or give the form more items";
                note(Rule::UnreachableLevel, &structure.places.thresholds, what, mend);
            };
            if reachable::of_level(form, level).is_none() {
                note_level("the whole");
            }
            for id in PrincipleId::ALL {
                if reachable::of_interpretation(form, id, level).is_none() {
                    note_level(&format!("the principle `{id}`"));
                }
            }
        }
    }
    for (position, profile) in structure.profiles.iter().enumerate() {
        let note_profile = |what: String, mend| note(Rule::UnreachableProfile, &profile.id.span, what, mend);
        let (id, deciding) = (&profile.id.value, deciding(structure, profile, position, &forms));
        if deciding.is_empty() {
            let what = format!("no form has every part that the profile `{id}` is about");
            note_profile(what, "add the missing items to a form, or leave their conditions out");
        } else if deciding.iter().all(|(form, place)| reachable::of_profile(form, *place).is_none()) {
            let what = format!("no answers fulfil the profile `{id}`");
            note_profile(what, "its conditions exclude each other: widen one of them");
        }
    }
}

/// Points of each maturity level, as text.
fn ranges(thresholds: &[u8; MATURITY_LEVELS - 1]) -> impl Iterator<Item = String> {
    let first = [&[0], &thresholds[..]].concat();
    let last: Vec<u8> = thresholds.iter().map(|next| next - 1).chain([100]).collect();
    first.into_iter().zip(last).map(|(first, last)| format!("{first} to {last} points"))
}

/// Forms that have every part of a profile, with its position among the profiles of each.
pub(super) fn deciding<'a>(
    structure: &Structure,
    profile: &ProfileSource,
    position: usize,
    forms: &'a [Questionnaire],
) -> Vec<(&'a Questionnaire, usize)> {
    let decides = |form: &&Questionnaire, profile: &ProfileSource| profile.within(&form.principles).is_some();
    let earlier = &structure.profiles[..position];
    let place =
        |form: &'a Questionnaire| (form, earlier.iter().filter(|profile| decides(&form, profile)).count());
    forms.iter().filter(|form| decides(form, profile)).map(place).collect()
}

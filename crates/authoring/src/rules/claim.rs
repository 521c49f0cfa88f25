//! Rule: no answers deny what an interpretation or a profile claims.

use super::unreachable::deciding;
use crate::claims::{Claim, SentenceClaim};
use crate::folder::ReadFolder;
use crate::reader::{Faults, Located};
use crate::{ItemSource, Rule, Structure, reachable};
use boussole_core::questionnaire::{Bound, ITEM_LEVELS, Questionnaire};

/// Points of one level of an item.
const POINTS: u8 = 25;

/// Bounds on the items at some positions, which together deny a claim.
type Denial = Vec<(usize, Bound)>;

/// Notes every claim of an interpretation that some answers of its level deny in a form, and every claim of a profile
/// that answers deny which fulfil its conditions. The limits of the search are those of [`reachable`].
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    let Some(structure) = read.sound().filter(|structure| structure.has_ladders) else { return };
    let forms: Vec<Questionnaire> = structure.forms.iter().filter_map(|form| structure.bare(form)).collect();
    let note = |claim: &Located<SentenceClaim>, of: String, form: &Questionnaire| {
        let what = format!("answers of the form `{}` deny `{}` of {of}", form.form, claim.value);
        let mend = "leave the claim out of the sentence, or claim less";
        faults.note(Rule::Claim, read.file, claim.span.clone(), what, mend);
    };
    for (id, levels) in &structure.principle_claims {
        for (level, claims) in levels.iter().enumerate() {
            for claim in claims {
                let denies = |form: &&Questionnaire| {
                    let reached = |denial: &Denial| {
                        reachable::of_interpretation_within(form, *id, level, denial).is_some()
                    };
                    denials(structure, form, &claim.value).iter().any(reached)
                };
                if let Some(form) = forms.iter().find(denies) {
                    note(claim, format!("interpretation {level} of `{id}`"), form);
                }
            }
        }
    }
    for (position, profile) in structure.profiles.iter().enumerate() {
        let deciding = deciding(structure, profile, position, &forms);
        for claim in &profile.claims {
            let denies = |(form, place): &&(&Questionnaire, usize)| {
                let reached = |denial: &Denial| reachable::of_profile_within(form, *place, denial).is_some();
                denials(structure, form, &claim.value).iter().any(reached)
            };
            if let Some((form, _)) = deciding.iter().find(denies) {
                note(claim, format!("the profile `{}`", profile.id.value), form);
            }
        }
    }
}

/// Ways to deny a claim in a form. Answers that fulfil one of them deny it.
fn denials(structure: &Structure, form: &Questionnaire, claim: &SentenceClaim) -> Vec<Denial> {
    let source = |id: &str| structure.items.iter().find(|item| item.id.as_str() == id);
    let first = |claim: &Claim| -> Vec<(usize, u8)> {
        let items = form.items().enumerate();
        items.filter_map(|(at, item)| Some((at, first_level(source(item.id.as_str())?, claim)?))).collect()
    };
    match claim {
        // It is denied where every item is below the level that has it.
        SentenceClaim::Has(claim) => {
            let first = first(claim);
            let below =
                |(at, level): &(usize, u8)| Some((*at, Bound::AtMost(level.checked_sub(1)? * POINTS)));
            first.iter().map(below).collect::<Option<Denial>>().into_iter().collect()
        }
        // It is denied where any item reaches that level.
        SentenceClaim::Lacks(claim) => {
            let reached = |(at, level): (usize, u8)| vec![(at, Bound::AtLeast(level * POINTS))];
            first(claim).into_iter().map(reached).collect()
        }
    }
}

/// Level from which on an item holds a claim; `None` where a level above does not.
fn first_level(item: &ItemSource, claim: &Claim) -> Option<u8> {
    let ladder = item.ladder.as_ref()?;
    let holds = |level: usize| claim.is_held_by(ladder.basis[level].value.iter().map(|one| &one.value));
    let first = (0..ITEM_LEVELS).find(|level| holds(*level))?;
    let is_held_above = (first..ITEM_LEVELS).all(holds);
    // A level is at most 4.
    is_held_above.then(|| u8::try_from(first).unwrap_or(u8::MAX))
}

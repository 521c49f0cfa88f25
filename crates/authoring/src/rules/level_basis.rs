//! Rule: a level contains the one below it.

use crate::Rule;
use crate::claims::Claim;
use crate::folder::ReadFolder;
use crate::reader::{Faults, Located};

/// Notes every level whose basis lacks a claim of the level below.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    let Some(structure) = read.sound().filter(|structure| structure.has_ladders) else { return };
    for item in &structure.items {
        let Some(ladder) = item.ladder.as_ref().filter(|ladder| ladder.exception.is_none()) else { continue };
        for (level, pair) in ladder.basis.windows(2).enumerate() {
            let [below, above] = pair else { continue };
            let lacking = lacking(&below.value, values(&above.value));
            if !lacking.is_empty() {
                let what = format!(
                    "level {} of `{}` lacks what level {level} rests on: {}",
                    level + 1,
                    item.id,
                    lacking.join(", "),
                );
                let mend = "let the level ask for it too, or write contains = false and a reason";
                faults.note(Rule::LevelBasis, read.file, above.span.clone(), what, mend);
            }
        }
    }
}

/// Claims without their places.
pub fn values(claims: &[Located<Claim>]) -> Vec<&Claim> {
    claims.iter().map(|claim| &claim.value).collect()
}

/// Claims that others do not hold, as text.
pub fn lacking(claims: &[Located<Claim>], others: Vec<&Claim>) -> Vec<String> {
    let is_lacking = |claim: &&Located<Claim>| !claim.value.is_held_by(others.iter().copied());
    claims.iter().filter(is_lacking).map(|claim| claim.value.to_string()).collect()
}

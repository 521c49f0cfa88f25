//! Rule: a step reaches the level that it promises.

use super::level_basis::{lacking, values};
use crate::Rule;
use crate::folder::ReadFolder;
use crate::reader::Faults;

/// Notes every step that, with the basis of its level, does not hold the basis of the next level.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    let Some(structure) = read.sound().filter(|structure| structure.has_ladders) else { return };
    for item in &structure.items {
        let Some(ladder) = &item.ladder else { continue };
        for (level, brings) in ladder.brings.iter().enumerate() {
            let (from, to) = (&ladder.basis[level], &ladder.basis[level + 1]);
            let lacking = lacking(&to.value, [values(&from.value), values(brings)].concat());
            if !lacking.is_empty() {
                let what = format!(
                    "the step from level {level} of `{}` does not reach level {}: {} is missing",
                    item.id,
                    level + 1,
                    lacking.join(", "),
                );
                let mend = "let the step do it, and say so in `brings`; or ask for less at the level";
                faults.note(Rule::StepBasis, read.file, to.span.clone(), what, mend);
            }
        }
    }
}

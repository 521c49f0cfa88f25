//! Rule: a fact counts in two items at most.

use crate::Rule;
use crate::folder::ReadFolder;
use crate::reader::Faults;

/// Most items in which a fact may count.
const MOST: usize = 2;

/// Notes every fact that the levels of too many items rest on.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    let Some(structure) = read.sound().filter(|structure| structure.has_ladders) else { return };
    for fact in &structure.facts {
        let rests = |item: &&crate::ItemSource| {
            let levels = item.ladder.iter().flat_map(|ladder| &ladder.basis);
            levels.flat_map(|level| &level.value).any(|claim| claim.value.fact == fact.id.value)
        };
        let items: Vec<&str> = structure.items.iter().filter(rests).map(|item| item.id.as_str()).collect();
        if items.len() > MOST {
            let what =
                format!("the fact `{}` counts in {} items: {}", fact.id.value, items.len(), items.join(", "));
            let mend = "let two of them at most rest on it, and the others on what is theirs alone";
            faults.note(Rule::FactShare, read.file, fact.id.span.clone(), what, mend);
        }
    }
}

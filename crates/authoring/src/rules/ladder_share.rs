//! Rule: a form has several kinds of ladder, and none of them in most of its items.

use std::collections::BTreeMap;

use crate::Rule;
use crate::folder::ReadFolder;
use crate::reader::Faults;

/// Least number of kinds in the longest form, or as many as it has items.
const KINDS: usize = 4;

/// Most items of a kind in a questionnaire.
const MOST: usize = 10;

/// Notes a longest form of too few kinds, and each kind that too many items have.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    let Some(structure) = read.sound().filter(|structure| structure.has_ladders) else { return };
    let Some(form) = structure.forms.iter().max_by_key(|form| form.items.len()) else { return };
    let mut items: BTreeMap<&str, usize> = BTreeMap::new();
    for item in structure.items.iter().filter(|item| form.items.iter().any(|id| id == item.id.as_str())) {
        if let Some(ladder) = &item.ladder {
            *items.entry(&ladder.kind.value).or_default() += 1;
        }
    }
    let note = |place: std::ops::Range<usize>, what: String, mend: &str| {
        faults.note(Rule::LadderShare, read.file, place, what, mend);
    };
    let wanted = KINDS.min(form.items.len());
    if items.len() < wanted {
        let what = format!("the form `{}` has {} kinds of ladder, fewer than {wanted}", form.id, items.len());
        let place = structure.ladders.first().map_or(0..0, |ladder| ladder.id.span.clone());
        note(place, what, "let some items ask along another axis");
    }
    let most = MOST.min(form.items.len() / 3 + 1);
    for ladder in &structure.ladders {
        let count = items.get(&*ladder.id.value).copied().unwrap_or_default();
        if count > most {
            let what = format!(
                "{count} items of `{}` have the ladder `{}`, more than {most}",
                form.id, ladder.id.value
            );
            note(ladder.id.span.clone(), what, "let some of them ask along another axis");
        }
    }
}

//! Rule: a weight changes a score.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::folder::ReadFolder;
use crate::reader::Faults;
use crate::{Rule, Structure};
use boussole_core::questionnaire::{DimensionId, PrincipleId, Weight};

/// Notes every weight other than 1 that counts in no form: its part is alone, or all siblings weigh the same.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    let Some(structure) = read.sound() else { return };
    let note = |places: &[Range<usize>], weights: Vec<Weight>, counting: &BTreeSet<usize>, kind: &str| {
        let idle = |(at, weight): &(usize, Weight)| *weight != Weight::ONE && !counting.contains(at);
        for (at, weight) in weights.into_iter().enumerate().filter(idle) {
            let what = format!("the weight {} changes no score", u8::from(weight));
            let mend = format!("write 1: in every form it stands alone, or beside {kind} of the same weight");
            faults.note(Rule::IdleWeight, read.file, places[at].clone(), what, mend);
        }
    };
    let (places, counting) = (&structure.places, Counting::of(structure));
    let principles = structure.principles.iter().map(|(_, weight)| *weight).collect();
    let dimensions = structure.dimensions.iter().map(|(_, weight)| *weight).collect();
    let items = structure.items.iter().map(|item| item.weight).collect();
    note(&places.principles, principles, &counting.principles, "principles");
    note(&places.dimensions, dimensions, &counting.dimensions, "dimensions");
    note(&places.items, items, &counting.items, "items");
}

/// Parts whose weight counts in some form, by position.
#[derive(Default)]
struct Counting {
    principles: BTreeSet<usize>,
    dimensions: BTreeSet<usize>,
    items: BTreeSet<usize>,
}

impl Counting {
    fn of(structure: &Structure) -> Self {
        let mut counting = Self::default();
        let principles = structure.principles.iter().enumerate().map(|(at, (_, weight))| (at, *weight));
        add(&mut counting.principles, &principles.collect::<Vec<_>>());
        for form in &structure.forms {
            let listed: BTreeSet<&str> = form.items.iter().map(String::as_str).collect();
            let mut items: BTreeMap<&DimensionId, Vec<(usize, Weight)>> = BTreeMap::new();
            for (at, item) in structure.items.iter().enumerate() {
                if let Some(dimension) = item.dimension.as_ref().filter(|_| listed.contains(item.id.as_str()))
                {
                    items.entry(dimension).or_default().push((at, item.weight));
                }
            }
            let mut dimensions: BTreeMap<PrincipleId, Vec<(usize, Weight)>> = BTreeMap::new();
            for (at, (id, weight)) in structure.dimensions.iter().enumerate() {
                if items.contains_key(id) {
                    dimensions.entry(id.principle()).or_default().push((at, *weight));
                }
            }
            items.values().for_each(|siblings| add(&mut counting.items, siblings));
            dimensions.values().for_each(|siblings| add(&mut counting.dimensions, siblings));
        }
        counting
    }
}

/// Adds siblings of different weights.
fn add(counting: &mut BTreeSet<usize>, siblings: &[(usize, Weight)]) {
    if siblings.iter().any(|(_, weight)| *weight != siblings[0].1) {
        counting.extend(siblings.iter().map(|(at, _)| at));
    }
}

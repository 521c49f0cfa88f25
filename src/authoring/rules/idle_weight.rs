//! A weight that changes no score says something that is not so.

use std::ops::Range;

use crate::authoring::folder::Read;
use crate::authoring::reader::Faults;
use crate::authoring::{Fault, Form, ItemSource, Rule, Structure};
use crate::questionnaire::Weight;

/// Notes every weight other than 1 that counts in no form: wherever its part stands, it stands alone, or
/// beside parts that all weigh the same.
pub fn check(read: &Read<'_>, faults: &Faults) {
    let Some(structure) = read.sound() else { return };
    let note = |place: &Range<usize>, weight: Weight, beside: &str| {
        let what = format!("the weight {} changes no score", u8::from(weight));
        let mend = format!("write 1: in every form it stands alone, or beside {beside} of the same weight");
        faults.borrow_mut().push(Fault::at(Rule::IdleWeight, read.file, place.clone(), what, mend));
    };
    let heavy = |weight: &Weight| *weight != Weight::ONE;

    let weights: Vec<Weight> = structure.principles.iter().map(|(_, weight)| *weight).collect();
    for (weight, place) in weights.iter().zip(&structure.places.principles) {
        if heavy(weight) && weights.iter().all(|other| other == weight) {
            note(place, *weight, "principles");
        }
    }
    for ((id, weight), place) in structure.dimensions.iter().zip(&structure.places.dimensions) {
        let counts = |form: &Form| {
            let siblings =
                structure.dimensions.iter().filter(|(other, _)| other.principle() == id.principle());
            let there = |(dimension, _): &&(_, Weight)| {
                asked(structure, form).any(|item| item.dimension.as_ref() == Some(dimension))
            };
            let there: Vec<_> = siblings.filter(there).collect();
            there.iter().any(|(other, _)| other == id) && there.iter().any(|(_, other)| other != weight)
        };
        if heavy(weight) && !structure.forms.iter().any(counts) {
            note(place, *weight, "dimensions");
        }
    }
    for (item, place) in structure.items.iter().zip(&structure.places.items) {
        let counts = |form: &Form| {
            let there: Vec<_> =
                asked(structure, form).filter(|other| other.dimension == item.dimension).collect();
            there.iter().any(|other| other.id == item.id)
                && there.iter().any(|other| other.weight != item.weight)
        };
        if heavy(&item.weight) && !structure.forms.iter().any(counts) {
            note(place, item.weight, "items");
        }
    }
}

/// The items that a form asks.
fn asked<'a>(structure: &'a Structure, form: &'a Form) -> impl Iterator<Item = &'a ItemSource> {
    structure.items.iter().filter(|item| form.items.iter().any(|id| id == item.id.as_str()))
}

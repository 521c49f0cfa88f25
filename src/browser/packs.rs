//! Packs and texts, read from the lists that the browser's JSON parser made.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::lazy::ReportEntry;
use boussole_core::pack::{Pack, Wire};

/// Reads what the questions of a pack show; `None` where it is not of this release.
pub fn first(pack: &JsValue) -> Option<Rc<Pack>> {
    Pack::from_first_wire(wire(pack, 0)?).ok().map(Rc::new)
}

/// Reads a whole pack, from four lists; `None` where it is not of this release.
pub fn whole(pack: &JsValue, entry: ReportEntry) -> Option<Rc<Pack>> {
    (entry.read)([wire(pack, 0)?, wire(pack, 2)?])
}

/// Two lists that the browser's JSON parser found, from a place on.
fn wire(lists: &JsValue, place: u32) -> Option<Wire> {
    let lists: &Array = lists.dyn_ref()?;
    let numbers: Array = lists.get(place).dyn_into().ok()?;
    // A cast from a float saturates; what is no number at all is refused.
    let numbers: Option<Vec<u8>> =
        numbers.iter().map(|number| number.as_f64().map(|number| number as u8)).collect();
    Some(Wire(numbers?, list(&lists.get(place + 1))?))
}

/// A list of texts.
pub fn list(texts: &JsValue) -> Option<Vec<String>> {
    texts.dyn_ref::<Array>()?.iter().map(|text| text.as_string()).collect()
}

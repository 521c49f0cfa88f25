//! Packs and texts, read from the lists that the browser's JSON parser made.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;

use boussole_core::pack::{Pack, Wire};

/// Reads a pack.
///
/// # Errors
/// A message, where the pack is not one of this release.
pub fn read(pack: JsValue) -> Result<Rc<Pack>, JsValue> {
    let pack = wire(pack).and_then(|wire| Pack::from_wire(wire).ok()).map(Rc::new);
    pack.ok_or_else(|| JsValue::from_str("the questionnaire was built by another release"))
}

/// The two lists that the browser's JSON parser found.
fn wire(pack: JsValue) -> Option<Wire> {
    let lists: Array = pack.dyn_into().ok()?;
    let numbers: Array = lists.get(0).dyn_into().ok()?;
    // A cast from a float saturates; what is no number at all is refused.
    let numbers: Option<Vec<u8>> =
        numbers.iter().map(|number| number.as_f64().map(|number| number as u8)).collect();
    Some(Wire(numbers?, list(&lists.get(1))?))
}

/// A list of texts.
pub fn list(texts: &JsValue) -> Option<Vec<String>> {
    texts.dyn_ref::<Array>()?.iter().map(|text| text.as_string()).collect()
}

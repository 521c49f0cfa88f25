//! The browser: what the scripts of the pages call, and what the views ask for.

mod article;
mod embed;
mod poster;

use std::rc::Rc;

use js_sys::Number;
use wasm_bindgen::prelude::*;
use web_sys::{Window, window};
use yew::Callback;

use crate::NumberFormat;
use boussole_core::publishing::Offers;

/// Reads the options of the release.
///
/// # Errors
/// A message, where they are not those of this release.
fn offers(options: OffersObject) -> Result<Rc<Offers>, JsValue> {
    Ok(Rc::new(serde_wasm_bindgen::from_value(options.into())?))
}

#[wasm_bindgen]
extern "C" {
    /// Options of the release: `Offers` as an object.
    #[wasm_bindgen(typescript_type = "Omit<EmbedFacts, \"scripts\">")]
    pub type OffersObject;
}

fn number_format() -> NumberFormat {
    Callback::from(|(value, locale): (f64, yew::AttrValue)| {
        Number::from(value).to_locale_string(&locale).into()
    })
}

/// The window; none in a worker, which shows no page.
fn page_window() -> Result<Window, JsValue> {
    window().ok_or_else(|| JsValue::from_str("there is no window"))
}

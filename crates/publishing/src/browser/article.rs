//! Article of the preview: the snippet that its address describes, as elements.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node, UrlSearchParams};

use super::{OffersObject, offers, page_window};
use boussole_core::markup::Markup;
use boussole_core::publishing::{EmbedChoice, snippet};

#[wasm_bindgen]
extern "C" {
    /// Makes the address of a script of this origin one that a page with Trusted Types accepts.
    #[wasm_bindgen(extends = Function, typescript_type = "(address: string) => unknown")]
    pub type ScriptPolicy;
}

/// Appends the snippet to an element. `query` is that of the article's address, `base` the address of the release.
///
/// # Errors
/// A message, where the options are not those of this release; an error of the browser or of the policy.
#[wasm_bindgen(js_name = showSnippet)]
pub fn show_snippet(
    place: &Element,
    options: OffersObject,
    query: &str,
    base: &str,
    policy: &ScriptPolicy,
) -> Result<(), JsValue> {
    let (offers, parameters) = (offers(options)?, UrlSearchParams::new_with_str(query)?);
    let choice = EmbedChoice::read(&offers, |name| parameters.get(name));
    let document = page_window()?.document().ok_or("there is no document")?;
    place.append_child(&created(&document, &snippet(&offers, &choice, base), policy)?)?;
    Ok(())
}

fn created(document: &Document, markup: &Markup, policy: &ScriptPolicy) -> Result<Node, JsValue> {
    let (name, attributes, content) = match markup {
        Markup::Text(text) => return Ok(document.create_text_node(text).into()),
        Markup::Element(name, attributes, content) => (*name, attributes, content),
    };
    let element = document.create_element(name)?;
    for (attribute, value) in attributes {
        if (name, *attribute) == ("script", "src") {
            let address = policy.call1(&JsValue::NULL, &JsValue::from_str(value))?;
            Reflect::set(&element, &JsValue::from_str(attribute), &address)?;
        } else {
            element.set_attribute(attribute, value)?;
        }
    }
    for inner in content {
        element.append_child(&created(document, inner, policy)?)?;
    }
    Ok(element.into())
}

//! The page's address: a link is read from it once, and taken out of it.

use gloo::utils::window;
use wasm_bindgen::JsValue;

use boussole_core::link;

/// The fragment, if it may be a result link or an invitation. It is taken out of the address, so that a reload or a
/// bookmark does not show somebody else's result; an anchor of the page stays.
pub fn take_fragment() -> Option<String> {
    let location = window().location();
    let fragment = location.hash().ok()?;
    if !link::is_meant_as_one(&fragment) && !link::is_meant_as_invitation(&fragment) {
        return None;
    }
    let (path, search) = (location.pathname().ok()?, location.search().ok()?);
    let history = window().history().ok()?;
    // A sandboxed frame may refuse: the result is shown all the same.
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&(path + &search)));
    Some(fragment)
}

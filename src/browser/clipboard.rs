//! Copies a text, where the browser and the page's permissions allow it.

use gloo::utils::window;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// Copies a text and says afterwards whether it worked.
pub fn copy(text: String, done: Callback<bool>) {
    // Absent on an address without TLS, so it is looked up rather than taken for granted.
    let navigator = window().navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok();
    let Some(clipboard) = clipboard.and_then(|found| found.dyn_into::<web_sys::Clipboard>().ok()) else {
        return done.emit(false);
    };
    let copying = JsFuture::from(clipboard.write_text(&text));
    spawn_local(async move { done.emit(copying.await.is_ok()) });
}

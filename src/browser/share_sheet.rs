//! The share sheet of phones, where there is one.

use gloo::utils::window;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;
use yew::Callback;

/// Whether this browser has a share sheet.
pub fn exists() -> bool {
    Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|share| share.is_instance_of::<Function>())
}

/// Offers a link under a title. Closing the sheet is no failure.
pub fn offer(title: &str, link: &str, done: Callback<bool>) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(link);
    let sharing = JsFuture::from(window().navigator().share_with_data(&data));
    spawn_local(async move {
        let closed = |error: wasm_bindgen::JsValue| {
            Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError")
        };
        done.emit(sharing.await.map_or_else(closed, |_| true));
    });
}

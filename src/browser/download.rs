//! Offers a file to be kept, without a request: it is made of what the page already has.

use gloo::utils::{document, window};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::lazy::File;

/// Time for the browser to begin with a file, in milliseconds.
const PATIENCE: i32 = 60_000;

/// Has the browser keep a file; whether it could be asked to.
pub fn offer(file: &File) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(file.kind);
    let parts = Array::of1(&JsValue::from_str(&file.content));
    Blob::new_with_str_sequence_and_options(&parts, &options)
        .and_then(|blob| offer_blob(&blob, &file.name))
        .is_ok()
}

/// Has the browser keep what it made itself.
pub fn offer_blob(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // A file that is never given back would stay in memory.
    let release = Closure::once_into_js(move || Url::revoke_object_url(&address));
    window().set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), PATIENCE)?;
    Ok(())
}

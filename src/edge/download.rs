//! Offers a file to be kept, without a request: it is made of what the page already has.

use gloo::utils::{document, window};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::app::File;

/// Has the browser keep a file; whether it could be asked to.
pub fn offer(file: &File) -> bool {
    try_offer(file).is_ok()
}

fn try_offer(file: &File) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(file.kind);
    let parts = Array::of1(&Uint8Array::from(&*file.content));
    let address =
        Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    anchor.set_href(&address);
    anchor.set_download(&file.name);
    anchor.click();
    // The browser has begun to read by then; a file that is never given back would stay in memory.
    let release = wasm_bindgen::closure::Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    window().set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), 60_000)?;
    Ok(())
}

//! Embed page: its start, the clipboard and the frame of the preview.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Clipboard, Element, HtmlIFrameElement, window};
use yew::{AppHandle, AttrValue, Callback, Renderer};

use super::{OffersObject, number_format, offers};
use crate::embed::{EmbedPage, EmbedPorts, EmbedProps};

/// The embed page in an element.
#[wasm_bindgen(js_name = EmbedPage)]
pub struct EmbedView {
    app: AppHandle<EmbedPage>,
    props: EmbedProps,
}

#[wasm_bindgen(js_class = EmbedPage)]
impl EmbedView {
    /// Shows the page in a language. `base` is the address of the release.
    ///
    /// # Errors
    /// A message, where the options are not those of this release.
    #[wasm_bindgen(constructor)]
    pub fn new(place: Element, options: OffersObject, page: String, base: String) -> Result<Self, JsValue> {
        let article = [&*base, "embed/article.html"].concat();
        let ports = EmbedPorts {
            number: number_format(),
            copy: Callback::from(|(text, done): (String, Callback<bool>)| copy(&text, done)),
            preview: Callback::from(move |(frame, query): (HtmlIFrameElement, String)| {
                let shown = frame.content_window();
                // Replaced, so that the history of the page gets no entry. A frame without a window shows nothing.
                let _ = shown.map(|shown| shown.location().replace(&[&*article, &*query].concat()));
            }),
        };
        let props = EmbedProps { offers: offers(options)?, page: page.into(), base: base.into(), ports };
        let app = Renderer::<EmbedPage>::with_root_and_props(place, props.clone()).render();
        Ok(Self { app, props })
    }

    /// Translates the page; the choice stays.
    #[wasm_bindgen(js_name = translate)]
    pub fn translate(&mut self, page: String) {
        self.props.page = AttrValue::from(page);
        self.app.update(self.props.clone());
    }
}

/// Copies a text, where the browser and the page's permissions allow it.
fn copy(text: &str, done: Callback<bool>) {
    // Absent on an address without TLS.
    let clipboard = window().and_then(|window| Reflect::get(&window.navigator(), &"clipboard".into()).ok());
    let Some(clipboard) = clipboard.and_then(|found| found.dyn_into::<Clipboard>().ok()) else {
        return done.emit(false);
    };
    let copying = JsFuture::from(clipboard.write_text(text));
    spawn_local(async move { done.emit(copying.await.is_ok()) });
}

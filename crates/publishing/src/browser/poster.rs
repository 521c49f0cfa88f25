//! Page of the poster: its start, the emblem, typed addresses and the size of the printed page.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Document, Element, HtmlTemplateElement, Url, window};
use yew::virtual_dom::VNode;
use yew::{AppHandle, AttrValue, Callback, Html, Renderer};

use super::{OffersObject, number_format, offers, page_window};
use crate::poster::{PosterPage, PosterPorts, PosterProps};
use boussole_core::publishing::poster::AddressParts;

/// The page of the poster in an element.
#[wasm_bindgen(js_name = PosterPage)]
pub struct PosterView {
    app: AppHandle<PosterPage>,
    props: PosterProps,
}

#[wasm_bindgen(js_class = PosterPage)]
impl PosterView {
    /// Shows the page in a language. `base` is the address of the release.
    ///
    /// # Errors
    /// A message, where the options are not those of this release, or the page lacks its emblem.
    #[wasm_bindgen(constructor)]
    pub fn new(place: Element, options: OffersObject, page: String, base: String) -> Result<Self, JsValue> {
        let document = page_window()?.document().ok_or("there is no document")?;
        let style = page_style(&document)?;
        let ports = PosterPorts {
            number: number_format(),
            parse: Callback::from(|text: String| parts(&text)),
            page_size: Callback::from(move |size: &'static str| {
                // The rule is well formed, which alone could fail.
                let _ = style.replace_sync(&["@page { size: ", size, "; margin: 0 }"].concat());
            }),
            print: Callback::from(|()| {
                // A browser that can't print does nothing.
                let _ = window().map(|window| window.print());
            }),
        };
        let emblem = emblem(&document)?;
        let props =
            PosterProps { offers: offers(options)?, page: page.into(), base: base.into(), emblem, ports };
        let app = Renderer::<PosterPage>::with_root_and_props(place, props.clone()).render();
        Ok(Self { app, props })
    }

    /// Translates the page; the choice stays.
    #[wasm_bindgen(js_name = translate)]
    pub fn translate(&mut self, page: String) {
        self.props.page = AttrValue::from(page);
        self.app.update(self.props.clone());
    }
}

/// Style of the printed page, empty. One page for all of the document: before a named page of an inner element, Firefox
/// prints an empty sheet, of the usual size.
fn page_style(document: &Document) -> Result<CssStyleSheet, JsValue> {
    let style = CssStyleSheet::new()?;
    let name = JsValue::from_str("adoptedStyleSheets");
    let adopted = Array::from(&Reflect::get(document, &name)?);
    adopted.push(&style);
    Reflect::set(document, &name, &adopted)?;
    Ok(style)
}

/// Copies the emblem of the page.
fn emblem(document: &Document) -> Result<Html, JsValue> {
    let template = document.query_selector("template.emblem")?.and_then(|found| found.dyn_into().ok());
    let emblem = template.and_then(|template: HtmlTemplateElement| template.content().first_element_child());
    let emblem = emblem.ok_or("the page has no emblem")?;
    Ok(VNode::VRef(document.import_node_with_deep(&emblem, true)?))
}

fn parts(text: &str) -> Option<AddressParts> {
    let url = Url::new(text).ok()?;
    Some(AddressParts {
        protocol: url.protocol(),
        hostname: url.hostname(),
        origin: url.origin(),
        pathname: url.pathname(),
    })
}

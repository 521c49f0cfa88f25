//! Prints a part of the widget by itself: in a frame of its own, so that nothing of the page around it is on
//! the paper. The frame is empty to begin with and makes no request.

use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlIFrameElement, Node, ShadowRoot, ShadowRootInit, ShadowRootMode};

#[wasm_bindgen]
extern "C" {
    /// Owner of style sheets: a shadow root.
    type Sheets;

    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn adopted(this: &Sheets) -> js_sys::Array;
}

/// Prints an element of the widget; whether the browser could be asked to.
pub fn print(element: &Element) -> bool {
    try_print(element).is_ok()
}

fn try_print(element: &Element) -> Result<(), JsValue> {
    let frame: HtmlIFrameElement = document().create_element("iframe")?.dyn_into()?;
    // Browsers print nothing of a frame that is not laid out: it has no size instead.
    let unseen =
        [("width", "0"), ("height", "0"), ("frameborder", "0"), ("tabindex", "-1"), ("aria-hidden", "true")];
    for (name, value) in unseen {
        frame.set_attribute(name, value)?;
    }
    document().body().ok_or(JsValue::NULL)?.append_child(&frame)?;
    let printed = print_in(&frame, element);
    if printed.is_err() {
        frame.remove();
    }
    printed
}

fn print_in(frame: &HtmlIFrameElement, element: &Element) -> Result<(), JsValue> {
    let window = frame.content_window().ok_or(JsValue::NULL)?;
    let paper = window.document().ok_or(JsValue::NULL)?;
    paper.set_title(&document().title());
    let body = paper.body().ok_or(JsValue::NULL)?;
    let root = body.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    dress(&window, element, &root)?;
    root.append_child(&copied(&paper, element)?)?;
    let frame = frame.clone();
    let leave = Closure::once_into_js(move || frame.remove());
    window.set_onafterprint(Some(leave.unchecked_ref()));
    window.print()
}

/// An element with all that is in it, within copies of what it stands in up to the widget: styles hang on it.
fn copied(paper: &Document, element: &Element) -> Result<Node, JsValue> {
    let mut copied = paper.import_node_with_deep(element, true)?;
    let mut around = element.parent_element();
    while let Some(parent) = around {
        let shell = paper.import_node(&parent)?;
        shell.append_child(&copied)?;
        copied = shell;
        around = parent.parent_element();
    }
    Ok(copied)
}

/// The styles of the widget, made again: a sheet belongs to one document.
fn dress(window: &web_sys::Window, element: &Element, root: &ShadowRoot) -> Result<(), JsValue> {
    let own: Node = element.get_root_node();
    let sheet: js_sys::Function = js_sys::Reflect::get(window, &"CSSStyleSheet".into())?.dyn_into()?;
    let sheets = js_sys::Array::new();
    for style in own.unchecked_ref::<Sheets>().adopted().iter() {
        let style: web_sys::CssStyleSheet = style.dyn_into()?;
        let rules = style.css_rules()?;
        let text: String =
            (0..rules.length()).filter_map(|at| rules.get(at)).map(|rule| rule.css_text()).collect();
        let made: web_sys::CssStyleSheet =
            js_sys::Reflect::construct(&sheet, &js_sys::Array::new())?.unchecked_into();
        made.replace_sync(&text)?;
        sheets.push(&made);
    }
    js_sys::Reflect::set(root, &"adoptedStyleSheets".into(), &sheets)?;
    Ok(())
}

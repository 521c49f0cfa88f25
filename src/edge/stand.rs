//! Where widgets stand, one after the other.
//!
//! Yew never lets go of the node that an app was rendered into, nor of its listeners there. So a node that a widget has
//! left is kept for the next one, and a page that shows and removes widgets for hours has as many as it shows at once.

use std::cell::RefCell;

use gloo::utils::document;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use crate::app::{App, Props};

thread_local! {
    /// Those that nobody stands on.
    static FREE: RefCell<Vec<Stand>> = const { RefCell::new(Vec::new()) };
}

/// A node with an app in it that shows one widget, or nothing.
pub struct Stand {
    root: Element,
    handle: AppHandle<Holder>,
    /// How many widgets stood here: it tells one from the next.
    number: u32,
}

#[derive(Clone, PartialEq, Properties)]
struct Held {
    shown: Option<(u32, Props)>,
}

#[component]
fn Holder(held: &Held) -> Html {
    let Some((number, props)) = held.shown.clone() else { return Html::default() };
    html! { <App key={number} ..props /> }
}

impl Stand {
    /// One that is free, or a new one.
    ///
    /// # Errors
    /// What the browser says, where it makes no element.
    pub fn free() -> Result<Self, JsValue> {
        if let Some(stand) = FREE.with_borrow_mut(Vec::pop) {
            return Ok(stand);
        }
        let root = document().create_element("div")?;
        // The texts run from left to right, whatever the page does.
        root.set_attribute("dir", "ltr")?;
        let renderer = yew::Renderer::<Holder>::with_root_and_props(root.clone(), Held { shown: None });
        Ok(Self { root, handle: renderer.render(), number: 0 })
    }

    /// Shows a widget as the last thing in an element.
    ///
    /// # Errors
    /// What the browser says, where the element takes nothing in.
    pub fn show(&mut self, frame: &Element, props: Props) -> Result<(), JsValue> {
        frame.append_child(&self.root)?;
        self.number += 1;
        self.update(props);
        Ok(())
    }

    /// Goes on with other properties.
    pub fn update(&mut self, props: Props) {
        self.handle.update(Held { shown: Some((self.number, props)) });
    }

    /// Takes the widget away.
    pub fn leave(mut self) {
        self.handle.update(Held { shown: None });
        self.root.remove();
        FREE.with_borrow_mut(|free| free.push(self));
    }
}

//! Where widgets stand, one after the other.
//!
//! Yew never lets go of the node that an app was rendered into, nor of its listeners there. So the app that a widget has
//! left goes on with the next one, and a page that shows and removes widgets for hours has as many as it shows at once.

use std::cell::{Cell, RefCell};

use gloo::utils::document;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::app::App;
use crate::props::Props;

thread_local! {
    /// Those that nobody stands on.
    static FREE: RefCell<Vec<PooledApp>> = const { RefCell::new(Vec::new()) };
    static VISITS: Cell<u32> = const { Cell::new(0) };
}

/// A node with an app in it.
pub struct PooledApp {
    root: Element,
    app: AppHandle<App>,
}

/// A number that no visit has had.
pub fn number() -> u32 {
    VISITS.set(VISITS.get() + 1);
    VISITS.get()
}

impl PooledApp {
    /// Shows a widget as the last thing in an element.
    ///
    /// # Errors
    /// Error of the browser, where an element can't be made or inserted.
    pub fn on(frame: &Element, props: Props) -> Result<Self, JsValue> {
        if let Some(mut stand) = FREE.with_borrow_mut(Vec::pop) {
            stand.app.update(props);
            frame.append_child(&stand.root)?;
            return Ok(stand);
        }
        let root = document().create_element("div")?;
        // The texts run from left to right, whatever the page does.
        root.set_attribute("dir", "ltr")?;
        frame.append_child(&root)?;
        let app = Renderer::<App>::with_root_and_props(root.clone(), props).render();
        Ok(Self { root, app })
    }

    /// Takes the widget away.
    pub fn leave(self) {
        self.root.remove();
        FREE.with_borrow_mut(|free| free.push(self));
    }
}

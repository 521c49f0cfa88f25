//! The frame of a lazy part: the way back, its heading, and where the focus goes after a change.

use std::cell::RefCell;
use std::rc::Rc;

use boussole_core::texts::LazyText;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::lazy::PartProps;
use crate::state::Message;
use crate::ui::element::Elements;

/// Where the focus goes after the next change: to what a selector finds within the room, see [`go`]. For whoever
/// presses a button that the change takes away.
pub type Going = Rc<RefCell<String>>;

/// The element of the room, and where the focus is to go.
#[hook]
pub fn use_going() -> (NodeRef, Going) {
    let (root, going) = (use_node_ref(), use_mut_ref(String::new));
    {
        let (root, going) = (root.clone(), going.clone());
        use_effect(move || go(&root, &going.take()));
    }
    (root, going)
}

/// Frame of a lazy screen: the way back, and the heading, to which the focus moves.
pub fn frame(props: &PartProps, name: &'static str, title: LazyText, content: Html) -> Html {
    let view = &props.view;
    html! {
        <section key={name} class={classes!("lazy", name)} data-screen={name}>
            <p class="lazy-back">
                { props.quiet_button("back", LazyText::RoomBack, view.on(Message::ShowOwn)) }
            </p>
            <h2 part="title" tabindex="-1" ref={view.heading.clone()}>{ props.say(title) }</h2>
            { content }
        </section>
    }
}

/// Moves the focus to what a selector finds, if it can take it; else to the first heading below that of the room.
fn go(root: &NodeRef, selector: &str) {
    let Some(root) = root.cast::<Element>().filter(|_| !selector.is_empty()) else { return };
    for selector in [selector, "h3"] {
        if let Ok(Some(found)) = root.query_selector(selector)
            && let Some(found) = web_sys::wasm_bindgen::JsCast::dyn_ref::<HtmlElement>(&found)
            && found.focus().is_ok()
        {
            return;
        }
    }
}

//! A field to paste a text with links into, whatever else is in it.

use crate::ui::element::{button, element};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// The field, and a button that hands its text over and empties it. The reference to the field is the caller's: a
/// component of its own would cost 3 KB of each part that shows one.
pub fn paste_box(field: &NodeRef, label: String, add: String, onpaste: Callback<String>) -> Html {
    let area = field.clone();
    let hand_over = Callback::from(move |_: MouseEvent| {
        if let Some(area) = area.cast::<HtmlTextAreaElement>() {
            onpaste.emit(area.value());
            area.set_value("");
        }
    });
    html! {
        <div class="paste">
            <label>
                { element("span", label) }
                <textarea rows="4" data-field="paste" ref={field.clone()} spellcheck="false" autocomplete="off" />
            </label>
            { button("add", add, hand_over) }
        </div>
    }
}

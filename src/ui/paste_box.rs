//! A field to paste a text with links into, whatever else is in it.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct PasteProps {
    pub label: String,
    pub button: String,
    /// The text, once it is handed over.
    pub onpaste: Callback<String>,
}

#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let field = use_node_ref();
    let hand_over = {
        let (field, onpaste) = (field.clone(), props.onpaste.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(area) = field.cast::<HtmlTextAreaElement>() {
                onpaste.emit(area.value());
                area.set_value("");
            }
        })
    };
    html! {
        <div class="paste">
            <label>
                <span>{ props.label.clone() }</span>
                <textarea rows="4" data-field="paste" ref={field} spellcheck="false" autocomplete="off" />
            </label>
            <button type="button" part="button" data-action="add" onclick={hand_over}>{ props.button.clone() }</button>
        </div>
    }
}

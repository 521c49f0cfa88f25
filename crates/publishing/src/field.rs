//! Fields and events that both pages have.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, SubmitEvent};
use yew::prelude::*;

/// Option of a group of radio buttons.
pub struct RadioOption {
    /// Value of the field.
    pub value: String,
    /// Label.
    pub label: String,
    /// Explanation; empty where there is none.
    pub hint: String,
    /// Language of the label, where it differs from the page's.
    pub lang: Option<String>,
}

/// Name and value of the field that an event comes from.
pub fn changed(event: &Event) -> Option<(String, String)> {
    let target = event.target()?;
    if let Some(list) = target.dyn_ref::<HtmlSelectElement>() {
        return Some((list.name(), list.value()));
    }
    target.dyn_ref::<HtmlInputElement>().map(|field| (field.name(), field.value()))
}

/// Keeps a form on its page.
pub fn stay() -> Callback<SubmitEvent> {
    Callback::from(|event: SubmitEvent| event.prevent_default())
}

/// Group of radio buttons, one below the other.
pub fn radio_group(
    name: &'static str,
    legend: &str,
    options: Vec<RadioOption>,
    chosen: &str,
    hidden: bool,
) -> Html {
    let option = |RadioOption { value, label, hint, lang }: RadioOption| {
        let checked = value == chosen;
        html! {
            <label class="choice">
                <input type="radio" {name} {value} {checked} />
                <span class="choice-text" {lang}>
                    <strong>{ label }</strong>
                    if !hint.is_empty() {
                        <span class="hint">{ hint }</span>
                    }
                </span>
            </label>
        }
    };
    html! {
        <fieldset data-group={name} {hidden}>
            <legend>{ legend.to_owned() }</legend>
            <div class="options">{ for options.into_iter().map(option) }</div>
        </fieldset>
    }
}

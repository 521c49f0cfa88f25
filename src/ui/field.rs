//! Fields of a form: what was chosen from a list, the list of functions, a text to copy by hand.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::ui::element::{classed, element};
use crate::ui::phrases;
use boussole_core::export::csv::Separator;
use boussole_core::pack::Pack;
use boussole_core::questionnaire::{Role, Word};

/// The value that was chosen from a list.
pub fn chosen(event: &Event) -> Option<String> {
    event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value())
}

/// The function that was chosen from a list; none where it is none of them.
pub fn chosen_role(event: &Event) -> Option<Role> {
    Role::from_word(&chosen(event)?)
}

/// Every function to choose from.
pub fn roles(pack: &Pack, chosen: Option<Role>) -> Html {
    let option = |(word, role): &(&'static str, Role)| {
        html! { <option value={*word} selected={chosen == Some(*role)}>{ phrases::role(pack, *role) }</option> }
    };
    html! { <>{ for Role::WORDS.iter().map(option) }</> }
}

/// A choice between the separators of tables, by the names of the comma and of the semicolon.
#[inline(never)]
pub fn separators(
    label: String,
    hint: String,
    names: [String; 2],
    chosen: Separator,
    choose: Callback<Separator>,
) -> Html {
    let options = Separator::ALL.into_iter().zip(names).map(|(separator, name)| {
        html! { <option value={separator.text()} selected={separator == chosen}>{ name }</option> }
    });
    let onchange = Callback::from(move |event: Event| {
        if let Some(separator) = self::chosen(&event).and_then(|text| Separator::read(&text)) {
            choose.emit(separator);
        }
    });
    html! {
        <label class="separator">
            { element("span", label) }
            <select data-field="separator" {onchange}>{ for options }</select>
            { classed("span", "small", hint) }
        </label>
    }
}

/// The whole text of a clicked field, for a copy by hand; the tab key selects it by itself. A focus is too early: in WebKit,
/// the end of the click takes the selection away.
pub fn select(event: MouseEvent) {
    if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
        field.select();
    }
}

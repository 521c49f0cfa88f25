//! Fields of a form: what was chosen from a list, the list of functions, a text to copy by hand.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::ui::phrases;
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

/// The whole text of a field at once, for a copy by hand.
pub fn select(event: FocusEvent) {
    if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
        field.select();
    }
}

//! Elements that stand on many screens. One that is written out costs about 100 bytes of the program; a call costs 20.

use yew::prelude::*;

use crate::view::View;
use boussole_core::texts::Text;

/// An element that holds a text.
#[inline(never)]
pub fn element(tag: &'static str, text: String) -> Html {
    html! { <@{tag}>{ text }</@> }
}

/// An element of a class that holds a text.
#[inline(never)]
pub fn classed(tag: &'static str, class: &'static str, text: String) -> Html {
    html! { <@{tag} {class}>{ text }</@> }
}

/// An entry of a list: a name, a drawing perhaps, and what is said of it.
#[inline(never)]
pub fn entry(name: String, drawing: Html, text: String) -> Html {
    html! { <li>{ element("span", name) }{ drawing }{ element("strong", text) }</li> }
}

/// A heading to which the focus can move.
#[inline(never)]
pub fn heading(tag: &'static str, text: String) -> Html {
    html! { <@{tag} tabindex="-1">{ text }</@> }
}

/// The header of a row of a table.
#[inline(never)]
pub fn row_header(text: String) -> Html {
    html! { <th scope="row">{ text }</th> }
}

/// The header of a column of a table.
#[inline(never)]
pub fn column_header(text: String) -> Html {
    html! { <th scope="col">{ text }</th> }
}

/// A title with a list; nothing where the list is empty.
#[inline(never)]
pub fn titled_list(title: String, class: &'static str, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! { <>{ element("h3", title) }<ul {class}>{ entries }</ul></> }
}

/// A paragraph of buttons.
#[inline(never)]
pub fn actions(buttons: Html) -> Html {
    html! { <p class="actions">{ buttons }</p> }
}

/// An entry of a list that is a button, with what it leads to.
#[inline(never)]
pub fn card(action: &'static str, name: String, meaning: String, click: Callback<MouseEvent>) -> Html {
    html! {
        <li>
            <button type="button" part="card" data-action={action} onclick={click}>
                { element("strong", name) }
                { classed("span", "small", meaning) }
            </button>
        </li>
    }
}

/// A button. Its `data-action` names what it does, for hosts and tests.
#[inline(never)]
pub fn button(action: &'static str, label: String, click: Callback<MouseEvent>) -> Html {
    html! { <button type="button" part="button" data-action={action} onclick={click}>{ label }</button> }
}

/// The button of what most readers do next.
#[inline(never)]
pub fn primary_button(action: &'static str, label: String, click: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="primary" part="button primary" data-action={action} onclick={click}>{ label }</button>
    }
}

/// A button without a frame.
#[inline(never)]
pub fn quiet_button(action: &'static str, label: String, click: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="quiet" data-action={action} onclick={click}>{ label }</button> }
}

/// Elements by the names of their texts.
pub trait Elements<Name> {
    /// The text of a name.
    fn say(&self, name: Name) -> String;

    /// An element that holds a text.
    #[inline(never)]
    fn element(&self, tag: &'static str, name: Name) -> Html {
        element(tag, self.say(name))
    }

    /// An element of a class that holds a text.
    #[inline(never)]
    fn classed(&self, tag: &'static str, class: &'static str, name: Name) -> Html {
        classed(tag, class, self.say(name))
    }

    /// A heading to which the focus can move.
    #[inline(never)]
    fn heading(&self, tag: &'static str, name: Name) -> Html {
        heading(tag, self.say(name))
    }

    /// The header of a column of a table.
    #[inline(never)]
    fn column_header(&self, name: Name) -> Html {
        column_header(self.say(name))
    }

    /// A button, see [`button`].
    #[inline(never)]
    fn button(&self, action: &'static str, label: Name, click: Callback<MouseEvent>) -> Html {
        button(action, self.say(label), click)
    }

    /// A primary button, see [`primary_button`].
    #[inline(never)]
    fn primary_button(&self, action: &'static str, label: Name, click: Callback<MouseEvent>) -> Html {
        primary_button(action, self.say(label), click)
    }

    /// A quiet button, see [`quiet_button`].
    #[inline(never)]
    fn quiet_button(&self, action: &'static str, label: Name, click: Callback<MouseEvent>) -> Html {
        quiet_button(action, self.say(label), click)
    }
}

impl Elements<Text> for View {
    fn say(&self, name: Text) -> String {
        self.text(name)
    }
}

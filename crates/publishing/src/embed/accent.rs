//! Accent of the embed page: picked or typed, with the colour that the widget will show.

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::props::EmbedProps;
use super::state::{EmbedMessage, EmbedState};
use boussole_core::colours::LIGHT_ACCENT;
use boussole_core::contrast::{ColourScheme, LEAST_CONTRAST, Rgb, to_tenths};

/// Group of the accent. `typed` is the field to type one.
pub fn view(props: &EmbedProps, state: &UseReducerHandle<EmbedState>, typed: &NodeRef, hidden: bool) -> Html {
    let colour = Rgb::read(&state.accent);
    let note = colour.map_or_else(|| props.text("accent_wrong").to_owned(), |colour| note(props, colour));
    let is_default = colour.is_some_and(|colour| colour.hex() == LIGHT_ACCENT);
    let dispatcher = state.dispatcher();
    let typing = Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            dispatcher.dispatch(EmbedMessage::TypeAccent(field.value()));
        }
    });
    let dispatcher = state.dispatcher();
    let reset = {
        let typed = typed.clone();
        Callback::from(move |_: MouseEvent| {
            // The button goes away: the focus moves before.
            if let Some(field) = typed.cast::<HtmlInputElement>() {
                let _ = field.focus();
            }
            dispatcher.dispatch(EmbedMessage::ResetAccent);
        })
    };
    html! {
        <fieldset data-group="accent" {hidden}>
            <legend>{ props.text("accent").to_owned() }</legend>
            <div class="accent">
                <input
                    type="color"
                    aria-label={props.text("accent").to_owned()}
                    value={state.picked.clone()}
                    oninput={typing.clone()}
                />
                <input
                    type="text"
                    name="accent"
                    spellcheck="false"
                    aria-label={props.text("accent_code").to_owned()}
                    aria-describedby="accent-told"
                    aria-invalid={colour.is_none().to_string()}
                    value={state.accent.clone()}
                    oninput={typing}
                    ref={typed.clone()}
                />
                <button type="button" class="quiet" hidden={is_default} onclick={reset}>
                    { props.text("accent_house").to_owned() }
                </button>
            </div>
            <p id="accent-told" class="hint" role="status">{ note }</p>
        </fieldset>
    }
}

/// Note on the colour that the widget will show.
fn note(props: &EmbedProps, wanted: Rgb) -> String {
    let number = |value: f64| props.ports.number.emit((to_tenths(value), props.page.clone()));
    let (ratio, needed) = (number(ColourScheme::Light.contrast(wanted)), number(LEAST_CONTRAST));
    let accent = wanted.hex();
    let [light, dark] = [ColourScheme::Light, ColourScheme::Dark].map(|scheme| scheme.readable(wanted).hex());
    let values = [("ratio", &*ratio), ("needed", &*needed), ("light", &*light), ("dark", &*dark)];
    let fill = |key: &str| props.offers.fill(&props.page, key, &values);
    let note = fill(if light == accent { "accent_good" } else { "accent_poor" });
    // The default has a colour of its own in the dark scheme.
    if dark == accent || accent == LIGHT_ACCENT {
        note
    } else {
        [&*note, " ", &*fill("accent_dark")].concat()
    }
}

//! Page of the poster and the slide: form, preview, print.

mod form;
mod layout;
mod props;
mod state;

use boussole_qr_code::sturdy;
use web_sys::{Event, InputEvent};
use yew::prelude::*;

use crate::field::{changed, stay};
use boussole_core::publishing::poster::{AddressParts, Reach, Sheet, folder_of};
pub use props::{PosterPorts, PosterProps};
use state::{PosterMessage, PosterState};

/// The page below its title.
#[component]
pub fn PosterPage(props: &PosterProps) -> Html {
    let state = {
        let props = props.clone();
        use_reducer(move || PosterState::new(&props))
    };
    use_effect_with(state.choice.sheet, {
        let page_size = props.ports.page_size.clone();
        move |sheet: &Sheet| page_size.emit(sheet.size())
    });
    let code = sturdy(&state.choice.link(&props.offers));
    let reading = code.as_ref().map(|code| reading(props, &state, state.choice.sheet.reach(code.size)));
    let print = props.ports.print.reform(|_: MouseEvent| ());
    html! {
        <>
            <section class="choices" aria-labelledby="choices">
                <h2 id="choices">{ props.text("choices") }</h2>
                <form oninput={on_input(props, &state)} onsubmit={stay()}>{ form::fields(props, &state) }</form>
            </section>
            <section class="preview" aria-labelledby="preview">
                <h2 id="preview">{ props.text("preview") }</h2>
                <div class="place">{ for code.map(|code| layout::sheet(props, &state.choice, &code)) }</div>
                <p class="printing"><button type="button" onclick={print}>{ props.text("print") }</button></p>
                <p class="hint">{ props.text("print_hint") }</p>
                <p class="reading" role="status">{ reading.unwrap_or_else(|| props.text("failed")) }</p>
                <p class="hint">{ props.text("reading_rule") }</p>
            </section>
        </>
    }
}

fn on_input(props: &PosterProps, state: &UseReducerHandle<PosterState>) -> Callback<InputEvent> {
    let (parse, dispatcher) = (props.ports.parse.clone(), state.dispatcher());
    Callback::from(move |event: InputEvent| {
        let Some((name, value)) = changed(AsRef::<Event>::as_ref(&event)) else { return };
        dispatcher.dispatch(match &*name {
            "address" => PosterMessage::TypeAddress(folder(&parse, value.trim()), value),
            "event" => PosterMessage::TypeEvent(value),
            _ => PosterMessage::Choose(name, value),
        });
    })
}

/// Folder of a typed address, with or without its scheme.
fn folder(parse: &Callback<String, Option<AddressParts>>, typed: &str) -> Option<String> {
    let scheme = if typed.contains("://") { "" } else { "https://" };
    folder_of(&parse.emit([scheme, typed].concat())?)
}

/// Size of the code, and the distance from which it can be read.
fn reading(
    props: &PosterProps,
    state: &PosterState,
    Reach { share, code, module, distance }: Reach,
) -> String {
    let number = |value: f64| {
        let unit = if value < 10.0 { 10.0 } else { 1.0 };
        props.ports.number.emit(((value * unit).round() / unit, props.page.clone()))
    };
    let is_slide = state.choice.sheet == Sheet::Slide;
    let (key, width) = if is_slide { ("reading_slide", code / 10.0) } else { ("reading", code) };
    let (share, width, module, distance) =
        (share.to_string(), number(width), number(module), number(distance / 1000.0));
    let values = [("share", &*share), ("width", &*width), ("module", &*module), ("distance", &*distance)];
    props.offers.fill(&props.page, key, &values)
}

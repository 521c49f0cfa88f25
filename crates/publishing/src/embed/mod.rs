//! Embed page: choose a way to embed, see it in an article, copy the snippet.

mod accent;
mod form;
mod props;
mod state;

use web_sys::{Event, HtmlIFrameElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::field::{RadioOption, changed, radio_group, stay};
use boussole_core::publishing::snippet;
pub use props::{EmbedPorts, EmbedProps};
use state::{EmbedMessage, EmbedState, WIDTHS};

/// The page below its title.
#[component]
pub fn EmbedPage(props: &EmbedProps) -> Html {
    let state = {
        let props = props.clone();
        use_reducer(move || EmbedState::new(&props))
    };
    let (code, frame, accent) = (use_node_ref(), use_node_ref(), use_node_ref());
    use_preview(props, &state, &frame);
    let html = snippet(&props.offers, &state.choice, &props.base).serialise();
    let note = props.text(&[state.choice.way.name(), "_note"].concat()).to_owned();
    let copied = state
        .copied_in(&props.page)
        .map_or("", |worked| props.text(if worked { "copied" } else { "not_copied" }));
    html! {
        <>
            <section class="choices" aria-labelledby="choices">
                <h2 id="choices">{ props.text("choices").to_owned() }</h2>
                <form onchange={on_choice(&state)} onsubmit={stay()}>{ form::groups(props, &state, &accent) }</form>
            </section>
            <section class="code" aria-labelledby="code">
                <h2 id="code">{ props.text("code").to_owned() }</h2>
                <textarea
                    readonly=true
                    spellcheck="false"
                    autocomplete="off"
                    rows="10"
                    aria-label={props.text("code_label").to_owned()}
                    value={html.clone()}
                    ref={code.clone()}
                />
                <p class="copying">
                    <button type="button" class="primary" onclick={on_copy(props, &state, html, code)}>
                        { props.text("copy").to_owned() }
                    </button>
                    { " " }
                    <span role="status">{ copied.to_owned() }</span>
                </p>
                <p class="note">{ note }</p>
            </section>
            <section class="preview" aria-labelledby="preview" onchange={on_width(&state)}>
                <h2 id="preview">{ props.text("preview").to_owned() }</h2>
                { widths(props, &state) }
                <iframe title={props.text("preview_frame").to_owned()} class={state.width.clone()} ref={frame} />
            </section>
        </>
    }
}

fn on_choice(state: &UseReducerHandle<EmbedState>) -> Callback<Event> {
    let dispatcher = state.dispatcher();
    Callback::from(move |event: Event| {
        if let Some((name, value)) = changed(&event) {
            dispatcher.dispatch(EmbedMessage::Choose(name, value));
        }
    })
}

fn on_width(state: &UseReducerHandle<EmbedState>) -> Callback<Event> {
    let dispatcher = state.dispatcher();
    Callback::from(move |event: Event| {
        if let Some((_, width)) = changed(&event) {
            dispatcher.dispatch(EmbedMessage::Widen(width));
        }
    })
}

/// Copies the snippet; where that is not allowed, it is selected, to be copied by hand.
fn on_copy(
    props: &EmbedProps,
    state: &UseReducerHandle<EmbedState>,
    html: String,
    code: NodeRef,
) -> Callback<MouseEvent> {
    let (copy, page, dispatcher) = (props.ports.copy.clone(), props.page.clone(), state.dispatcher());
    Callback::from(move |_| {
        let (page, dispatcher, code) = (page.clone(), dispatcher.clone(), code.clone());
        let done = Callback::from(move |worked: bool| {
            if let Some(code) = code.cast::<HtmlTextAreaElement>().filter(|_| !worked) {
                // Without the focus, the selection is still there.
                let _ = code.focus();
                code.select();
            }
            dispatcher.dispatch(EmbedMessage::Copied(worked, page.clone()));
        });
        copy.emit((html.clone(), done));
    })
}

fn widths(props: &EmbedProps, state: &EmbedState) -> Html {
    let option = |width: &str| RadioOption {
        value: width.to_owned(),
        label: props.text(width).to_owned(),
        hint: String::new(),
        lang: None,
    };
    radio_group("width", props.text("preview_width"), WIDTHS.map(option).into(), &state.width, false)
}

/// Shows the article of the choice.
#[hook]
fn use_preview(props: &EmbedProps, state: &UseReducerHandle<EmbedState>, frame: &NodeRef) {
    let (preview, frame) = (props.ports.preview.clone(), frame.clone());
    use_effect_with(state.choice.query(), move |query| {
        if let Some(frame) = frame.cast::<HtmlIFrameElement>() {
            preview.emit((frame, query.clone()));
        }
    });
}

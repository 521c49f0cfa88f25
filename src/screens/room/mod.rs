//! The organiser's screen: results are collected below, and what the room says of itself stands above, to be read from
//! the last row. A part of the program that only its own page (`www/room/`) loads.

mod chart;
mod collect;
mod compare;
mod file_report;
mod files;
mod message;
mod presentation;
mod scene;
mod state;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use std::rc::Rc;

use yew::prelude::*;

pub use file_report::file_error;
use message::RoomMessage;
pub use message::{Camera, RoomInput};
use scene::Scene;
pub use scene::{RoomPorts, RoomProps};
use state::RoomState;

use boussole_core::pack::Pack;
use boussole_core::room::encode_rooms;

/// Links read in one task, between which the page stays responsive.
const SLICE: usize = 250;

/// Organiser's screen.
#[component]
pub fn RoomApp(props: &RoomProps) -> Html {
    let state = {
        let props = props.clone();
        use_reducer(move || {
            let today = props.ports.today.emit(());
            RoomState::opened(&props.pack.questionnaire, today, props.kept.as_deref())
        })
    };
    let dispatch = {
        let (dispatcher, today) = (state.dispatcher(), props.ports.today.clone());
        Callback::from(move |message| dispatcher.dispatch((message, today.emit(()))))
    };
    use_hearing(props, &dispatch);
    use_reading(props, &state, &dispatch);
    use_keeping(props, &state, &dispatch);
    let field = use_node_ref();
    let scene = Scene { props, state: &state, dispatch: &dispatch };
    html! {
        <div class={classes!("boussole", "room", state.presenting.then_some("presenting"))}>
            { presentation::view(&scene) }
            // Not taken away: what the camera sees is read on while the room looks.
            <div hidden={state.presenting}>
                { collect::view(&scene, &field) }
                { compare::view(&scene) }
                { files::view(&scene) }
            </div>
        </div>
    }
}

/// Takes what the browser hands over.
#[hook]
fn use_hearing(props: &RoomProps, dispatch: &Callback<RoomMessage>) {
    let (ports, dispatch) = (props.ports.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        ports.hear.emit(dispatch.reform(RoomMessage::RoomInput));
    });
}

/// Reads what waits to be read, a slice in a task, and has what is missing for it loaded.
#[hook]
fn use_reading(props: &RoomProps, state: &UseReducerHandle<RoomState>, dispatch: &Callback<RoomMessage>) {
    let (ports, state, dispatch) = (props.ports.clone(), state.clone(), dispatch.clone());
    use_effect_with(state.step, move |_| {
        if let Some(origin) = state.missing() {
            let wanted = origin.clone();
            let found = Callback::from(move |pack: Option<Rc<Pack>>| {
                let questionnaire = pack.map(|pack| pack.questionnaire.clone());
                dispatch.emit(RoomMessage::PackLoaded(wanted.clone(), questionnaire));
            });
            ports.load_pack.emit((origin, found));
        } else if !state.jobs.is_empty() {
            ports.later.emit(dispatch.reform(|()| RoomMessage::Step(SLICE)));
        }
    });
}

/// Keeps what has changed, once it has been read to the end.
#[hook]
fn use_keeping(props: &RoomProps, state: &UseReducerHandle<RoomState>, dispatch: &Callback<RoomMessage>) {
    let (ports, state, dispatch) = (props.ports.clone(), state.clone(), dispatch.clone());
    let due = (state.revision, state.jobs.is_empty());
    use_effect_with(due, move |(revision, is_idle)| {
        if *revision == 0 || !*is_idle {
            return;
        }
        let stored = ports.stored.emit(()).filter(|_| !state.is_erased);
        if stored.is_some() && state.known.replace(stored.clone()) != stored {
            // Another tab's. What is merged is read, and kept then.
            dispatch.emit(RoomMessage::Merge(stored.unwrap_or_default()));
            return;
        }
        let kept = (!state.is_erased).then(|| encode_rooms(&state.stored()));
        if ports.keep.emit(kept.clone()) {
            state.known.replace(kept);
        } else {
            dispatch.emit(RoomMessage::Blocked);
        }
    });
}

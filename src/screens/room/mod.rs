//! The organiser's screen: results are collected below, and what the room says of itself stands above, to be read from
//! the last row. A part of the program that only its own page (`www/room/`) loads.

mod chart;
mod collect;
mod compare;
mod files;
mod presentation;
mod scene;
mod state;

use std::rc::Rc;

use yew::prelude::*;

use scene::Scene;
pub use scene::{RoomPorts, RoomProps};
pub use state::{Camera, RoomInput};
use state::{RoomMessage, RoomState};

use boussole_core::pack::Pack;
use boussole_core::room::encode_rooms;

/// How many links are looked at before the page may do something else.
const SLICE: usize = 250;

#[component]
pub fn RoomApp(props: &RoomProps) -> Html {
    let state = {
        let props = props.clone();
        use_reducer(move || RoomState::opened(&props.pack.questionnaire, props.today, props.kept.as_deref()))
    };
    use_hearing(props, &state);
    use_reading(props, &state);
    use_keeping(props, &state);
    let field = use_node_ref();
    let scene = Scene { props, state: &state };
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
fn use_hearing(props: &RoomProps, state: &UseReducerHandle<RoomState>) {
    let (ports, dispatch) = (props.ports.clone(), state.dispatcher());
    use_effect_with((), move |()| {
        ports.hear.emit(Callback::from(move |heard| dispatch.dispatch(RoomMessage::RoomInput(heard))));
    });
}

/// Reads what waits to be read, a slice in a task, and has what is missing for it loaded.
#[hook]
fn use_reading(props: &RoomProps, state: &UseReducerHandle<RoomState>) {
    let (ports, state) = (props.ports.clone(), state.clone());
    use_effect_with(state.step, move |_| {
        if let Some(origin) = state.missing() {
            let (dispatch, wanted) = (state.dispatcher(), origin.clone());
            let found = Callback::from(move |pack: Option<Rc<Pack>>| {
                let questionnaire = pack.map(|pack| Rc::new(pack.questionnaire.clone()));
                dispatch.dispatch(RoomMessage::PackLoaded(wanted.clone(), questionnaire));
            });
            ports.load_pack.emit((origin, found));
        } else if !state.jobs.is_empty() {
            let dispatch = state.dispatcher();
            ports.later.emit(Callback::from(move |()| dispatch.dispatch(RoomMessage::Step(SLICE))));
        }
    });
}

/// Keeps what has changed, once it has been read to the end.
#[hook]
fn use_keeping(props: &RoomProps, state: &UseReducerHandle<RoomState>) {
    let (ports, state) = (props.ports.clone(), state.clone());
    let due = (state.revision, state.jobs.is_empty());
    use_effect_with(due, move |(revision, is_idle)| {
        if *revision == 0 || !*is_idle {
            return;
        }
        let stored = ports.stored.emit(()).filter(|_| !state.is_erased);
        if stored.is_some() && state.known.replace(stored.clone()) != stored {
            // Another tab's. What is merged is read, and kept then.
            state.dispatch(RoomMessage::Merge(stored.unwrap_or_default()));
            return;
        }
        let kept = (!state.is_erased).then(|| encode_rooms(&state.stored()));
        if ports.keep.emit(kept.clone()) {
            state.known.replace(kept);
        } else {
            state.dispatch(RoomMessage::Blocked);
        }
    });
}

//! The organiser's screen: results are collected below, and what the room says of itself stands above, to be read from
//! the last row. A part of the program that only its own page (`www/room/`) loads.

mod chart;
mod collect;
mod compare;
mod files;
mod presentation;
mod state;

use std::rc::Rc;

use yew::prelude::*;

pub use state::Camera;
use state::{RoomMessage, RoomState};

use crate::lazy::File;
use boussole_core::link::{Day, Origin};
use boussole_core::pack::Pack;
use boussole_core::room::encode_rooms;
use boussole_core::texts::{RoomText, Texts};

/// How many links are looked at before the page may do something else.
const SLICE: usize = 250;

/// What is heard from the browser.
pub enum RoomInput {
    /// The text of a file.
    Text(String),
    /// What a code says that was held up to the camera.
    Code(String),
    Camera(Camera),
}

/// What the screen asks of the browser.
#[derive(Clone, PartialEq)]
pub struct RoomPorts {
    /// Keeps a text, or forgets it; whether the browser lets it outlast the visit.
    pub keep: Callback<Option<String>, bool>,
    /// Loads what can read results that were made with something else; none if there is no such thing.
    pub load_pack: Callback<(Origin, Callback<Option<Rc<Pack>>>)>,
    /// Calls back in a task of its own.
    pub later: Callback<Callback<()>>,
    /// Starts or stops the camera.
    pub camera: Callback<bool>,
    /// Where files and codes are handed over.
    pub hear: Callback<Callback<RoomInput>>,
    pub offer: Callback<File, bool>,
    pub picture: Callback<(Vec<boussole_core::export::card::Shape>, String, Callback<bool>)>,
}

#[derive(Clone, PartialEq, Properties)]
pub struct RoomProps {
    pub pack: Rc<Pack>,
    pub texts: Rc<Texts<RoomText>>,
    pub ports: RoomPorts,
    pub today: Day,
    /// What the browser kept.
    pub kept: Option<String>,
}

/// What the parts of the screen read.
struct Scene<'a> {
    props: &'a RoomProps,
    state: &'a UseReducerHandle<RoomState>,
}

impl Scene<'_> {
    fn say(&self, text: RoomText) -> String {
        self.props.texts.get(text).to_owned()
    }

    fn fill(&self, text: RoomText, values: &[(&str, &str)]) -> String {
        self.props.texts.fill(text, values)
    }

    fn on<E>(&self, message: impl Fn(E) -> RoomMessage + 'static) -> Callback<E> {
        let dispatch = self.state.dispatcher();
        Callback::from(move |event| dispatch.dispatch(message(event)))
    }

    fn button(
        &self,
        action: &'static str,
        text: RoomText,
        message: impl Fn() -> RoomMessage + 'static,
    ) -> Html {
        html! {
            <button type="button" data-action={action} onclick={self.on(move |_: MouseEvent| message())}>
                { self.say(text) }
            </button>
        }
    }

    /// What a room is called.
    fn name(&self, name: &str) -> String {
        if name.is_empty() { self.say(RoomText::Unnamed) } else { name.to_owned() }
    }

    fn principle(&self, at: usize) -> String {
        self.props.pack.questionnaire.principles.get(at).map(|one| one.name.clone()).unwrap_or_default()
    }
}

#[component]
pub fn RoomApp(props: &RoomProps) -> Html {
    let state = {
        let props = props.clone();
        use_reducer(move || RoomState::opened(&props.pack.questionnaire, props.today, props.kept.as_deref()))
    };
    use_hearing(props, &state);
    use_reading(props, &state);
    use_keeping(props, &state);
    let scene = Scene { props, state: &state };
    html! {
        <div class={classes!("boussole", "room", state.presenting.then_some("presenting"))}>
            { presentation::view(&scene) }
            // Not taken away: what the camera sees is read on while the room looks.
            <div hidden={state.presenting}>
                { collect::view(&scene) }
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
        if *revision > 0 && *is_idle {
            let kept = (!state.is_erased).then(|| encode_rooms(&state.stored()));
            if !ports.keep.emit(kept) {
                state.dispatch(RoomMessage::Blocked);
            }
        }
    });
}

//! What follows from a state outside of it: a draft is kept, a file is loaded, the focus moves.
//!
//! All of it is one effect that compares with what it saw last. A hook for each would cost the widget kilobytes.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::Props;
use crate::lazy::{LazyPart, PartLoader};
use crate::state::{Expectation, Message, Notice, RequestedPack, State};
use crate::view::Shelf;
use boussole_core::answers::Answers;
use boussole_core::link::{Origin, ResultId};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::{FormId, Role};

/// What was seen of the state and of the props after the last change.
struct Seen {
    /// That of the visit.
    number: u32,
    given: Rc<Pack>,
    answers: (Answers, ResultId, Option<Role>),
    /// The result that was added last to those of this device. What a history makes of a row of results is
    /// seen to when it is opened: see [`boussole_core::history`].
    recorded: Option<String>,
    expectation: Expectation,
    requested_pack: Option<Rc<RequestedPack>>,
    requested_form: Option<(FormId, Option<String>)>,
    /// Which room was asked for, and in which locale.
    room: Option<(LazyPart, String)>,
    moves: u32,
    /// That nothing can be kept was said.
    told: bool,
}

/// Does what follows from each change of the state or the props.
#[hook]
pub fn use_effects(
    props: &Props,
    state: &Rc<State>,
    dispatch: &Callback<Message>,
    top: &NodeRef,
    heading: &NodeRef,
) {
    let seen = use_mut_ref(|| None::<Seen>);
    let (props, state, dispatch) = (props.clone(), state.clone(), dispatch.clone());
    let (top, heading) = (top.clone(), heading.clone());
    use_effect(move || {
        if props.visit.number != state.number {
            return dispatch.emit(Message::StartVisit(props.pack.clone(), props.visit.clone()));
        }
        let mut seen = seen.borrow_mut();
        seen.take_if(|seen| seen.number != state.number);
        let begins = seen.is_none();
        let seen = seen.get_or_insert_with(|| first(&props, &state));
        if begins {
            // A draft of before there was a history may be a result.
            record(seen, &props, &state);
        }
        keep(seen, &props, &state, &dispatch);
        outside(seen, &props, &state, &dispatch);
        load(seen, &props, &state, &dispatch);
        if std::mem::replace(&mut seen.moves, state.moves) != state.moves {
            focus(&top, &heading);
        }
        props.ports.on_change.emit((state.clone(), dispatch.clone()));
    });
}

/// Nothing of what a visit begins with has to be kept, but the role that an invitation asks for. A draft that can't
/// be read is set aside before a new one takes its place.
fn first(props: &Props, state: &State) -> Seen {
    if State::found_unreadable_draft(&state.pack, &props.visit) {
        props.ports.set_aside.emit(());
    }
    let invited = matches!(state.notice, Some(Notice::Invited(_)));
    Seen {
        number: state.number,
        given: props.pack.clone(),
        answers: (state.answers.clone(), state.result_id, state.role.filter(|_| !invited)),
        recorded: None,
        expectation: state.expectation,
        requested_pack: None,
        requested_form: None,
        room: None,
        moves: 0,
        told: false,
    }
}

/// Every change of the answers is kept, and so are each result and what was expected of it.
fn keep(seen: &mut Seen, props: &Props, state: &State, dispatch: &Callback<Message>) {
    let ports = &props.ports;
    let (answers, result_id, role) = &seen.answers;
    if *answers != state.answers || *result_id != state.result_id || *role != state.role {
        seen.answers = (state.answers.clone(), state.result_id, state.role);
        // First of all: to keep the answers that were erased brings all that was kept with them back.
        let draft = (!state.erased).then(|| state.draft());
        if !ports.save.emit(draft) && !std::mem::replace(&mut seen.told, true) {
            dispatch.emit(Message::NotSaved);
        }
        record(seen, props, state);
    }
    if seen.expectation != state.expectation {
        seen.expectation = state.expectation;
        ports.keep.emit((Shelf::Expected, state.expectation.kept()));
    }
}

/// A result is added to those of this device.
fn record(seen: &mut Seen, props: &Props, state: &State) {
    let Some(result) = state.result() else { return };
    let kept = props.ports.kept.emit(Shelf::History).unwrap_or_default();
    if kept.contains(&result) {
        return;
    }
    // Answers that are gone over again make no second result of this visit.
    let last = seen.recorded.as_ref().and_then(|last| kept.strip_suffix(last.as_str()));
    let earlier = last.unwrap_or(&kept).trim_end_matches('\n');
    // Where nothing can be kept, that is said of the draft.
    props.ports.keep.emit((Shelf::History, Some([earlier, "\n", &result].concat())));
    seen.recorded = Some(result);
}

/// A pack that comes from outside after the start is a message like any other.
fn outside(seen: &mut Seen, props: &Props, state: &State, dispatch: &Callback<Message>) {
    // By its address: two packs need not be compared text by text at every answer.
    if !Rc::ptr_eq(&seen.given, &props.pack) {
        seen.given = props.pack.clone();
        if Origin::of(&props.pack.questionnaire) == Origin::of(&state.pack.questionnaire) {
            dispatch.emit(Message::Translate(props.pack.clone()));
        } else {
            dispatch.emit(Message::SwitchForm(props.pack.clone(), props.visit.clone()));
        }
    }
}

/// What a state needs that is not there is loaded: what can read a link, a form, a room.
fn load(seen: &mut Seen, props: &Props, state: &State, dispatch: &Callback<Message>) {
    let ports = &props.ports;
    if seen.requested_pack != state.requested_pack {
        seen.requested_pack = state.requested_pack.clone();
        if let Some(requested_pack) = state.requested_pack.clone() {
            let (dispatch, origin) = (dispatch.clone(), requested_pack.origin.clone());
            let found = move |pack| dispatch.emit(Message::Found(requested_pack.clone(), pack));
            ports.load_pack.emit((origin, Callback::from(found)));
        }
    }
    if seen.requested_form != state.requested_form {
        seen.requested_form = state.requested_form.clone();
        if let Some((form, _)) = &state.requested_form {
            let dispatch = dispatch.clone();
            let done = move |worked: bool| {
                if !worked {
                    dispatch.emit(Message::FormFailed);
                }
            };
            ports.load_form.emit((form.to_string(), Callback::from(done)));
        }
    }
    let room = state.room().filter(|_| state.loaded.is_none());
    let room = room.map(|room| (room, state.pack.questionnaire.locale.clone()));
    if seen.room != room {
        seen.room = room.clone();
        if let (PartLoader::Elsewhere(port), Some((room, locale))) = (&ports.parts, room) {
            let dispatch = dispatch.clone();
            port.emit((room, locale, dispatch.reform(move |found| Message::PartLoaded(room, found))));
        }
    }
}

/// The focus goes to the heading of a new screen, but not to that of the first: a page that is only
/// opened keeps its own focus.
fn focus(top: &NodeRef, heading: &NodeRef) {
    if let Some(heading) = heading.cast::<HtmlElement>() {
        // A heading that can't take the focus is no reason to stop an assessment.
        let _ = heading.focus();
    }
    if let Some(top) = top.cast::<web_sys::Element>() {
        let to_start = web_sys::ScrollIntoViewOptions::new();
        to_start.set_block(web_sys::ScrollLogicalPosition::Start);
        top.scroll_into_view_with_scroll_into_view_options(&to_start);
    }
}

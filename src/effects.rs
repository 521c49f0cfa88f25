//! Effects of a state outside of it: a draft is saved, a file is loaded, the focus moves.
//!
//! One effect compares each state with the last one. A hook for each would cost the widget kilobytes.

use std::rc::Rc;

use boussole_core::answers::Answers;
use boussole_core::link::ResultId;
use boussole_core::questionnaire::{FormId, Role};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::lazy::PartLoader;
use crate::props::Props;
use crate::state::{Expectation, LazyPart, Load, Message, Notice, RequestedPack, Saved, State};
use crate::view::StorageSlot;

/// The state after the last change, as far as effects follow from it.
struct Seen {
    /// The number of the visit.
    number: u32,
    answers: (Answers, ResultId, Option<Role>),
    /// The stored draft that was read or written last.
    draft: Option<String>,
    /// The result that was added last to the history of this device, see [`boussole_core::history`].
    recorded: Option<(ResultId, String)>,
    expectation: Expectation,
    requested_pack: Option<Rc<RequestedPack>>,
    requested_form: Option<(FormId, Option<String>)>,
    /// The progress of the part with the screens behind the questions.
    report_part: Load,
    /// The lazy part that was asked for, its locale, and the count of screen changes: the next screen of the same part asks anew.
    part: Option<(LazyPart, String, u32)>,
    moves: u32,
    /// The failure to save was reported.
    reported: bool,
}

/// Runs the effects of each change of the state.
#[hook]
pub fn use_effects(props: &Props, state: &Rc<State>, dispatch: &Callback<Message>, heading: &NodeRef) {
    let seen = use_mut_ref(|| None::<Seen>);
    let (props, state, dispatch) = (props.clone(), state.clone(), dispatch.clone());
    let heading = heading.clone();
    use_effect(move || {
        if props.visit.number != state.number {
            return dispatch.emit(Message::StartVisit(props.pack.clone(), props.visit.clone()));
        }
        // No borrow is held while ports run: code of the host may call back.
        let last = seen.take().filter(|seen| seen.number == state.number);
        let begins = last.is_none();
        let mut now = last.unwrap_or_else(|| first(&props, &state));
        if begins {
            // A draft that is older than histories may be a result.
            record(&mut now, &props, &state);
        }
        keep(&mut now, &props, &state, &dispatch);
        load(&mut now, &props, &state, &dispatch);
        if std::mem::replace(&mut now.moves, state.moves) != state.moves {
            // The first screen leaves the focus of the page alone.
            if let Some(heading) = heading.cast::<HtmlElement>() {
                props.ports.show_heading.emit(heading);
            }
        }
        seen.replace(Some(now));
        props.ports.on_change.emit((state.clone(), dispatch.clone()));
    });
}

/// The start of a visit is saved already, but for the role of an invitation. A draft that can't be read is set aside
/// before a new one takes its place.
fn first(props: &Props, state: &State) -> Seen {
    if State::found_unreadable_draft(&state.pack, &props.visit) {
        props.ports.storage.set_aside(&state.pack.questionnaire);
    }
    let invited = matches!(state.notice, Some(Notice::Invited(_)));
    Seen {
        number: state.number,
        answers: (state.answers.clone(), state.result_id, state.role.filter(|_| !invited)),
        draft: match &props.visit.saved {
            Saved::Draft(text) | Saved::Carried(text) => Some(text.clone()),
            Saved::Nothing | Saved::Blocked => None,
        },
        recorded: None,
        expectation: state.expectation,
        requested_pack: None,
        requested_form: None,
        report_part: Load::Idle,
        part: None,
        moves: 0,
        reported: false,
    }
}

/// Saves each change of the answers, each result, and the expectation.
fn keep(seen: &mut Seen, props: &Props, state: &State, dispatch: &Callback<Message>) {
    let (storage, questionnaire) = (&props.ports.storage, &state.pack.questionnaire);
    let (answers, result_id, role) = &seen.answers;
    if *answers != state.answers || *result_id != state.result_id || *role != state.role {
        let draft = (!state.erased).then(|| state.draft());
        if let (Saved::Draft(text), Some(own)) = (storage.draft(questionnaire), &draft)
            && *result_id == state.result_id
            && text != *own
            && seen.draft.as_ref() != Some(&text)
        {
            // Stored by a tab that was not heard. What is merged comes back as a change, and is stored then.
            seen.draft = Some(text.clone());
            return dispatch.emit(Message::Merge(text));
        }
        seen.answers = (state.answers.clone(), state.result_id, state.role);
        // First of all: to keep the answers that were erased brings all that was kept with them back.
        if storage.save(questionnaire, draft.as_deref()) {
            seen.draft = draft;
        } else if !std::mem::replace(&mut seen.reported, true) {
            dispatch.emit(Message::NotSaved);
        }
        record(seen, props, state);
    }
    if seen.expectation != state.expectation {
        seen.expectation = state.expectation;
        storage.store(questionnaire, StorageSlot::Expectation, state.expectation.stored().as_deref());
    }
}

/// Adds a result to the history of this device.
fn record(seen: &mut Seen, props: &Props, state: &State) {
    let Some(result) = state.result() else { return };
    let (storage, questionnaire) = (&props.ports.storage, &state.pack.questionnaire);
    let kept = storage.stored(questionnaire, StorageSlot::History).unwrap_or_default();
    if kept.split('\n').any(|stored| stored == result) {
        return;
    }
    // Answers that are gone over again make no second result of one assessment.
    let last = seen.recorded.as_ref().filter(|(result_id, _)| *result_id == state.result_id);
    let last = last.and_then(|(_, last)| kept.strip_suffix(last.as_str()));
    let earlier = last.unwrap_or(&kept).trim_end_matches('\n');
    // Where nothing can be kept, that is said of the draft.
    let text = [earlier, "\n", &result].concat();
    storage.store(questionnaire, StorageSlot::History, Some(&text));
    seen.recorded = Some((state.result_id, result));
}

/// Loads what the state requests: a pack, a form, a lazy part.
fn load(seen: &mut Seen, props: &Props, state: &State, dispatch: &Callback<Message>) {
    let ports = &props.ports;
    if seen.requested_pack != state.requested_pack {
        seen.requested_pack = state.requested_pack.clone();
        if let Some(requested_pack) = state.requested_pack.clone() {
            let (dispatch, origin) = (dispatch.clone(), requested_pack.origin.clone());
            let found = move |pack| dispatch.emit(Message::PackLoaded(requested_pack.clone(), pack));
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
    load_parts(seen, props, state, dispatch);
}

/// Loads the part with the screens behind the questions, at first and where it is tried again, and the lazy part of the
/// screen.
fn load_parts(seen: &mut Seen, props: &Props, state: &State, dispatch: &Callback<Message>) {
    let is_due = std::mem::replace(&mut seen.report_part, state.report_part) != state.report_part;
    if let (PartLoader::Fetched(fetch, cache), true, Load::Loading) =
        (&props.parts, is_due, state.report_part)
    {
        let (dispatch, cache) = (dispatch.clone(), cache.clone());
        let done = move |found: Option<_>| {
            let (entry, pack) = found.unzip();
            cache.report.set(entry);
            dispatch.emit(Message::ReportPartLoaded(pack));
        };
        fetch.report.emit(Callback::from(done));
    }
    let wanted = state.lazy_part().filter(|_| state.part == Load::Loading);
    let wanted = wanted.map(|part| (part, state.pack.questionnaire.locale.clone(), state.moves));
    if seen.part != wanted {
        seen.part = wanted.clone();
        if let (PartLoader::Fetched(fetch, cache), Some((part, locale, _))) = (&props.parts, wanted) {
            let (dispatch, cache) = (dispatch.clone(), cache.clone());
            let done = move |found: Option<_>| {
                let worked = found.is_some();
                cache.parts.borrow_mut()[part as usize] = found;
                dispatch.emit(Message::PartLoaded(part, worked));
            };
            fetch.part.emit((part, locale, Callback::from(done)));
        }
    }
}

//! The rooms beyond the report. Each is a part of the program that is loaded when it is entered, together
//! with the texts and the style of all of them.

mod detail;
mod history;
mod paste;
mod plan;
mod take;
mod team;

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::report::level_label;
use super::{Message, View};
pub use paste::Paste;

use boussole_core::export::card::{Shape, Size};
use boussole_core::questionnaire::Questionnaire;
use boussole_core::score::{Range, Standing};
use boussole_core::texts::{RoomText, Text, Texts};

/// A room beyond the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// What is behind the first page of a report, in its place there.
    Detail,
    /// The action plan.
    Plan,
    /// Prints, pictures, files.
    Take,
    /// Results of earlier days.
    History,
    /// Several results side by side.
    Team,
}

/// What a room of the program is once it is loaded.
#[derive(Clone, Copy)]
pub struct Entry {
    pub show: fn(&RoomProps) -> Html,
    pub tools: Tools,
}

/// What only rooms ask of the browser.
#[derive(Clone, Copy)]
pub struct Tools {
    /// Offers a file to be kept under a name; whether that could be done.
    pub download: fn(&File) -> bool,
    /// Draws shapes and offers them as a PNG of this width and height under a name, then says whether that could be
    /// done.
    pub picture: fn(&[Shape], Size, &str, Callback<bool>),
    /// Prints an element of the widget, without the page around it; whether that could be done.
    pub print: fn(&Element) -> bool,
}

/// A file for the reader to keep.
pub struct File {
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    pub content: Vec<u8>,
}

/// How the program comes by its rooms.
#[derive(Clone, PartialEq)]
pub enum Rooms {
    /// All of them are there: natively.
    Here(Callback<Room, Furnished>),
    /// One is loaded with the texts of a locale; none if that fails, after which it may be tried again.
    Elsewhere(Callback<(Room, String, Callback<Option<Furnished>>)>),
}

/// A room with its texts.
#[derive(Clone)]
pub struct Furnished {
    pub entry: Entry,
    pub texts: Rc<Texts<RoomText>>,
    /// The name of the event that the page was opened for; empty where there is none.
    pub event: AttrValue,
}

/// A room is loaded once with its texts: these tell whether it is the same.
impl PartialEq for Furnished {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.texts, &other.texts)
    }
}

impl std::fmt::Debug for Furnished {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Furnished")
    }
}

/// What a room is shown with.
#[derive(Clone, Properties)]
pub struct RoomProps {
    pub view: View,
    pub texts: Rc<Texts<RoomText>>,
    pub tools: Tools,
    /// The name of the event that the page was opened for; empty where there is none.
    pub event: AttrValue,
    /// The link of a result that is brought along.
    pub brought: Option<String>,
}

/// What a room shows hangs on the whole state, which it is only shown again for when that has changed.
impl PartialEq for RoomProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl RoomProps {
    fn say(&self, text: RoomText) -> String {
        self.texts.get(text).to_owned()
    }

    fn fill(&self, text: RoomText, values: &[(&str, &str)]) -> String {
        self.texts.fill(text, values)
    }

    /// A range as points, within a sentence.
    fn points(&self, range: Range) -> String {
        let (assured, possible) = (range.assured().to_string(), range.possible().to_string());
        let text = if range.is_open() { RoomText::PlanBetween } else { RoomText::PlanExactly };
        self.fill(text, &[("assured", &assured), ("possible", &possible)])
    }

    /// The label of a maturity level and its name; none where nothing applies.
    fn level(&self, standing: &Standing) -> Option<(String, &str)> {
        let questionnaire = self.view.questionnaire();
        let verdict = standing.verdict(questionnaire)?;
        Some((self.view.text(level_label(verdict)), &questionnaire.maturity[verdict.level.index()].name))
    }

    /// The same in one line; empty where nothing applies.
    fn level_said(&self, standing: &Standing) -> String {
        let said = |(label, level): (String, &str)| {
            self.fill(RoomText::TakeLevel, &[("label", &*label), ("level", level)])
        };
        self.level(standing).map(said).unwrap_or_default()
    }

    /// Where a result stands, in a sentence with `{points}` and `{level}`; none where nothing applies.
    fn stands(&self, text: RoomText, questionnaire: &Questionnaire, standing: &Standing) -> Option<String> {
        let (whole, verdict) = (standing.whole?, standing.verdict(questionnaire)?);
        let level = &questionnaire.maturity[verdict.level.index()].name;
        Some(self.fill(text, &[("points", &*self.points(whole)), ("level", level)]))
    }
}

/// Where the focus goes after the next change: to what a selector finds within the room, see [`go`]. For whoever
/// presses a button that the change takes away.
type Going = Rc<RefCell<String>>;

/// The element of the room, and where the focus is to go.
#[hook]
fn use_going() -> (NodeRef, Going) {
    let (root, going) = (use_node_ref(), use_mut_ref(String::new));
    {
        let (root, going) = (root.clone(), going.clone());
        use_effect(move || go(&root, &going.take()));
    }
    (root, going)
}

/// The rooms as entries. Whatever calls one of these has that room in its part of the program.
pub mod entries {
    use super::{Entry, Tools, detail, history, plan, take, team};

    pub fn detail(tools: Tools) -> Entry {
        Entry { show: detail::show, tools }
    }

    pub fn plan(tools: Tools) -> Entry {
        Entry { show: plan::show, tools }
    }

    pub fn take(tools: Tools) -> Entry {
        Entry { show: take::show, tools }
    }

    pub fn history(tools: Tools) -> Entry {
        Entry { show: history::show, tools }
    }

    pub fn team(tools: Tools) -> Entry {
        Entry { show: team::show, tools }
    }
}

/// A room, once it is there; until then, that it is being loaded or could not be.
pub fn view(view: &View, room: Room, brought: &Option<String>) -> Html {
    let furnished = match &view.ports.rooms {
        Rooms::Here(furnished) => Some(Some(furnished.emit(room))),
        Rooms::Elsewhere(_) => view.state.furnished.clone(),
    };
    let (text, failed) = match furnished {
        Some(Some(Furnished { entry, texts, event })) => {
            let (view, tools, brought) = (view.clone(), entry.tools, brought.clone());
            let props = RoomProps { view, texts, tools, event, brought };
            return (entry.show)(&props);
        }
        Some(None) => (Text::RoomsFailed, true),
        None => (Text::RoomsLoading, false),
    };
    // In its place in the report, a room has no heading of the screen to take the focus.
    let heading = if room == Room::Detail { NodeRef::default() } else { view.heading.clone() };
    html! {
        <section data-screen="door">
            <p class="lead" tabindex="-1" role="status" ref={heading}>{ view.text(text) }</p>
            if failed {
                <p class="actions">
                    <button type="button" class="primary" part="button primary" data-action="retry" onclick={view.on(Message::Again)}>
                        { view.text(Text::RoomsRetry) }
                    </button>
                </p>
            }
        </section>
    }
}

/// What every room is framed by: the way back, and its heading, to which the focus moves.
fn frame(props: &RoomProps, name: &'static str, title: RoomText, content: Html) -> Html {
    let view = &props.view;
    html! {
        <section class={classes!("room", name)} data-screen={name}>
            <p class="room-back">
                <button type="button" class="quiet" data-action="back" onclick={view.on(Message::Mine)}>
                    { props.say(RoomText::RoomBack) }
                </button>
            </p>
            <h2 part="title" tabindex="-1" ref={view.heading.clone()}>{ props.say(title) }</h2>
            { content }
        </section>
    }
}

/// Moves the focus to what a selector finds, if it can take it; else to the first heading below that of the room.
fn go(root: &NodeRef, selector: &str) {
    let Some(root) = root.cast::<Element>().filter(|_| !selector.is_empty()) else { return };
    for selector in [selector, "h3"] {
        if let Ok(Some(found)) = root.query_selector(selector)
            && let Some(found) = web_sys::wasm_bindgen::JsCast::dyn_ref::<HtmlElement>(&found)
            && found.focus().is_ok()
        {
            return;
        }
    }
}

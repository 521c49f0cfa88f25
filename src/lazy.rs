//! The rooms beyond the report. Each is a part of the program that is loaded when it is entered, together
//! with the texts and the style of all of them.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::state::Message;
use crate::ui::phrases::level_label;
use crate::view::View;

use boussole_core::export::card::{Shape, Size};
use boussole_core::questionnaire::Questionnaire;
use boussole_core::score::{Range, ScoreSummary};
use boussole_core::texts::{LazyText, Text, Texts};

/// A room beyond the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LazyPart {
    /// What is behind the first page of a report, in its place there.
    Detail,
    /// The action plan.
    Plan,
    /// Prints, pictures, files.
    Export,
    /// Results of earlier days.
    History,
    /// Several results side by side.
    Team,
}

/// What a room of the program is once it is loaded.
#[derive(Clone, Copy)]
pub struct PartEntry {
    pub show: fn(&PartProps) -> Html,
    pub tools: BrowserTools,
}

/// What only rooms ask of the browser.
#[derive(Clone, Copy)]
pub struct BrowserTools {
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
pub enum PartLoader {
    /// All of them are there: natively.
    Here(Callback<LazyPart, LoadedPart>),
    /// One is loaded with the texts of a locale; none if that fails, after which it may be tried again.
    Elsewhere(Callback<(LazyPart, String, Callback<Option<LoadedPart>>)>),
}

/// A room with its texts.
#[derive(Clone)]
pub struct LoadedPart {
    pub entry: PartEntry,
    pub texts: Rc<Texts<LazyText>>,
    /// The name of the event that the page was opened for; empty where there is none.
    pub event: AttrValue,
}

/// A room is loaded once with its texts: these tell whether it is the same.
impl PartialEq for LoadedPart {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.texts, &other.texts)
    }
}

impl std::fmt::Debug for LoadedPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LoadedPart")
    }
}

/// What a room is shown with.
#[derive(Clone, Properties)]
pub struct PartProps {
    pub view: View,
    pub texts: Rc<Texts<LazyText>>,
    pub tools: BrowserTools,
    /// The name of the event that the page was opened for; empty where there is none.
    pub event: AttrValue,
    /// The link of a result that is brought along.
    pub brought: Option<String>,
}

/// What a room shows hangs on the whole state, which it is only shown again for when that has changed.
impl PartialEq for PartProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl PartProps {
    pub fn say(&self, text: LazyText) -> String {
        self.texts.get(text).to_owned()
    }

    pub fn fill(&self, text: LazyText, values: &[(&str, &str)]) -> String {
        self.texts.fill(text, values)
    }

    /// A range as points, within a sentence.
    pub fn points(&self, range: Range) -> String {
        let (assured, possible) = (range.assured().to_string(), range.possible().to_string());
        let text = if range.is_open() { LazyText::PlanBetween } else { LazyText::PlanExactly };
        self.fill(text, &[("assured", &assured), ("possible", &possible)])
    }

    /// The label of a maturity level and its name; none where nothing applies.
    pub fn level(&self, summary: &ScoreSummary) -> Option<(String, &str)> {
        let questionnaire = self.view.questionnaire();
        let maturity_result = summary.maturity_result(questionnaire)?;
        Some((
            self.view.text(level_label(maturity_result)),
            &questionnaire.maturity[maturity_result.level.index()].name,
        ))
    }

    /// The same in one line; empty where nothing applies.
    pub fn level_said(&self, summary: &ScoreSummary) -> String {
        let said = |(label, level): (String, &str)| {
            self.fill(LazyText::ExportLevel, &[("label", &*label), ("level", level)])
        };
        self.level(summary).map(said).unwrap_or_default()
    }

    /// Where a result stands, in a sentence with `{points}` and `{level}`; none where nothing applies.
    pub fn stands(
        &self,
        text: LazyText,
        questionnaire: &Questionnaire,
        summary: &ScoreSummary,
    ) -> Option<String> {
        let (whole, maturity_result) = (summary.whole?, summary.maturity_result(questionnaire)?);
        let level = &questionnaire.maturity[maturity_result.level.index()].name;
        Some(self.fill(text, &[("points", &*self.points(whole)), ("level", level)]))
    }
}

/// A room, once it is there; until then, that it is being loaded or could not be.
pub fn view(view: &View, room: LazyPart, brought: &Option<String>) -> Html {
    let loaded = match &view.ports.parts {
        PartLoader::Here(loaded) => Some(Some(loaded.emit(room))),
        PartLoader::Elsewhere(_) => view.state.loaded.clone(),
    };
    let (text, failed) = match loaded {
        Some(Some(LoadedPart { entry, texts, event })) => {
            let (view, tools, brought) = (view.clone(), entry.tools, brought.clone());
            let props = PartProps { view, texts, tools, event, brought };
            return (entry.show)(&props);
        }
        Some(None) => (Text::RoomsFailed, true),
        None => (Text::RoomsLoading, false),
    };
    // In its place in the report, a room has no heading of the screen to take the focus.
    let heading = if room == LazyPart::Detail { NodeRef::default() } else { view.heading.clone() };
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

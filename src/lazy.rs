//! The rooms beyond the report. Each is a part of the program that is loaded when it is entered, together
//! with the texts and the style of all of them.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::state::{LazyPart, Load, Message, Screen};
use crate::ui::element::{Elements, actions};
use crate::view::View;

use boussole_core::export::ExportTexts;
use boussole_core::export::card::{Shape, Size};
use boussole_core::questionnaire::Questionnaire;
use boussole_core::score::{Range, ScoreSummary};
use boussole_core::texts::{LazyText, Text, Texts};

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
    /// Hands over the links in a text, one a line.
    pub find: fn(String, Callback<String>),
}

impl BrowserTools {
    /// Those of a part that asks for none: a part of the program holds all that it is given.
    pub const NONE: Self = Self {
        download: |_| false,
        picture: |_, _, _, done| done.emit(false),
        print: |_| false,
        find: |text, done| done.emit(text),
    };
}

/// A file for the reader to keep.
pub struct File {
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    pub content: Vec<u8>,
}

/// The source of lazy parts.
#[derive(Clone)]
pub enum PartLoader {
    /// All parts are linked in: native programs and tests.
    Linked(Callback<LazyPart, LoadedPart>),
    /// Parts are fetched, and stay in the cache.
    Fetched(FetchPart, PartCache),
}

/// Fetches a part with its texts in a locale; `None` where that fails, after which it may be tried again.
pub type FetchPart = Callback<(LazyPart, String, Callback<Option<LoadedPart>>)>;

/// The part that was fetched last for each place. The state says whether the part of its screen is ready.
pub type PartCache = Rc<RefCell<[Option<LoadedPart>; LazyPart::COUNT]>>;

impl PartLoader {
    /// Fetches parts by a callback, into an empty cache.
    pub fn fetched(fetch: FetchPart) -> Self {
        Self::Fetched(fetch, PartCache::default())
    }

    /// The part of the screen, if it can be shown now.
    fn part(&self, part: LazyPart, progress: Load) -> Option<LoadedPart> {
        match self {
            Self::Linked(linked) => Some(linked.emit(part)),
            Self::Fetched(_, cache) if progress == Load::Ready => cache.borrow()[part as usize].clone(),
            Self::Fetched(..) => None,
        }
    }
}

/// A lazy part with its texts.
#[derive(Clone)]
pub struct LoadedPart {
    pub entry: PartEntry,
    pub texts: Rc<Texts<LazyText>>,
    /// The name of the event that the page was opened for; empty where there is none.
    pub event: AttrValue,
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
    pub fn fill(&self, text: LazyText, values: &[(&str, &str)]) -> String {
        self.texts.fill(text, values)
    }

    /// A range as points, within a sentence.
    pub fn points(&self, range: Range) -> String {
        let (assured, possible) = (range.assured().to_string(), range.possible().to_string());
        let text = if range.is_open() { LazyText::PlanBetween } else { LazyText::PlanExactly };
        self.fill(text, &[("assured", &assured), ("possible", &possible)])
    }

    /// The name of the maturity level; empty where nothing applies.
    pub fn level_name(&self, summary: &ScoreSummary) -> &str {
        let questionnaire = self.view.questionnaire();
        let maturity_result = summary.maturity_result(questionnaire);
        maturity_result.map_or("", |result| &questionnaire.maturity[result.level.index()].name)
    }

    /// The texts of exports.
    pub fn export_texts(&self) -> ExportTexts<'_> {
        ExportTexts { first: &self.view.pack.texts, lazy: &self.texts }
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

/// The lazy part that the screen has a place for, once it is loaded; until then a sentence, and a way to try again where
/// loading failed.
pub fn view(view: &View, parts: &PartLoader) -> Html {
    let Some(part) = view.state.lazy_part() else { return Html::default() };
    if let Some(LoadedPart { entry, texts, event }) = parts.part(part, view.state.part) {
        let (view, tools) = (view.clone(), entry.tools);
        let brought = match &view.state.screen {
            Screen::Lazy(_, brought) => brought.clone(),
            _ => None,
        };
        return (entry.show)(&PartProps { view, texts, tools, event, brought });
    }
    let failed = view.state.part == Load::Failed;
    let text = if failed { Text::RoomsFailed } else { Text::RoomsLoading };
    // The details stand within the report: the focus stays there.
    let heading = if part == LazyPart::Detail { NodeRef::default() } else { view.heading.clone() };
    html! {
        <section data-screen="door">
            <p class="lead" tabindex="-1" role="status" ref={heading}>{ view.text(text) }</p>
            if failed {
                { actions(view.primary_button("retry", Text::RoomsRetry, view.on(Message::RetryPart))) }
            }
        </section>
    }
}

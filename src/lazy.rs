//! The screens that the first question does without. Those behind the questions are one part of the program, which is loaded
//! right behind the first screen, whatever a reader does: no request tells how far a reader is. Each room beyond the report is a
//! part that is loaded when it is entered, together with the texts and the style of all of them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::state::{LazyPart, Load, Message};
use crate::ui::element::{Elements, actions};
use crate::view::View;

use boussole_core::export::ExportTexts;
use boussole_core::export::card::{Shape, Size};
use boussole_core::export::team::TeamExport;
use boussole_core::pack::{Pack, Wire};
use boussole_core::questionnaire::Questionnaire;
use boussole_core::score::{Range, ScoreSummary};
use boussole_core::texts::{LazyText, Text, Texts};

/// Entry of the part with the screens behind the questions, once it is loaded.
#[derive(Clone, Copy)]
pub struct ReportEntry {
    /// Shows the screen of a state that is behind the questions, with the lazy part that has its place there.
    pub show: fn(&View, Html) -> Html,
    /// Reads a whole pack; `None` where it is not of this release.
    pub read: fn([Wire; 2]) -> Option<Rc<Pack>>,
}

/// Entry of a lazy part, once it is loaded.
#[derive(Clone, Copy)]
pub struct PartEntry {
    /// View of the part.
    pub show: fn(&PartProps) -> Html,
    /// Functions of the browser that the part calls.
    pub tools: BrowserTools,
}

/// Functions of the browser that lazy parts call.
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
    /// Hands over the writer of a team's files, once it is loaded; `None` where that fails.
    pub team_files: fn(Callback<Option<TeamFileWriter>>),
}

/// Writes the file of a team. A part of its own: most teams need no file.
pub type TeamFileWriter = fn(&PartProps, &TeamExport<'_>, TeamFormat) -> File;

/// Formats in which a team is exported.
#[derive(Clone, Copy)]
pub enum TeamFormat {
    /// Table, a row for each item.
    Csv,
    /// Text with the figures and the disagreements.
    Markdown,
    /// Data for programs.
    Json,
}

impl BrowserTools {
    /// Those of a part that asks for none: a part of the program holds all that it is given.
    pub const NONE: Self = Self {
        download: |_| false,
        picture: |_, _, _, done| done.emit(false),
        print: |_| false,
        find: |text, done| done.emit(text),
        team_files: |done| done.emit(None),
    };
}

/// A file for the reader to keep.
pub struct File {
    /// Name, with its extension.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// Text of the file, which is in UTF-8.
    pub content: String,
}

/// The source of lazy parts.
#[derive(Clone)]
pub enum PartLoader {
    /// All parts are linked in: native programs and tests.
    Linked(ReportEntry, Callback<LazyPart, LoadedPart>),
    /// Parts are fetched, and stay in the cache.
    Fetched(Fetch, Rc<PartCache>),
}

/// The screens behind the questions, and the whole pack that they show.
pub type LoadedReport = (ReportEntry, Rc<Pack>);

/// Fetches parts of the program. Each fetch may be tried again when it has failed.
#[derive(Clone)]
pub struct Fetch {
    /// Fetches the screens behind the questions, and the rest of the visit's pack; `None` where that fails.
    pub report: Callback<Callback<Option<LoadedReport>>>,
    /// Fetches a lazy part.
    pub part: FetchPart,
}

/// Fetches a part with its texts in a locale; `None` where that fails, after which it may be tried again.
pub type FetchPart = Callback<(LazyPart, String, Callback<Option<LoadedPart>>)>;

/// Fetched parts. The state says whether the part of its screen is ready.
#[derive(Default)]
pub struct PartCache {
    /// Screens behind the questions, once they are fetched.
    pub report: Cell<Option<ReportEntry>>,
    /// The part that was fetched last for each place.
    pub parts: RefCell<[Option<LoadedPart>; LazyPart::COUNT]>,
}

impl PartLoader {
    /// Fetches parts by a callback, into an empty cache.
    pub fn fetched(fetch: Fetch) -> Self {
        Self::Fetched(fetch, Rc::default())
    }

    /// The screens behind the questions, if they can be shown now.
    fn report(&self) -> Option<ReportEntry> {
        match self {
            Self::Linked(report, _) => Some(*report),
            Self::Fetched(_, cache) => cache.report.get(),
        }
    }

    /// The part of the screen, if it can be shown now.
    fn part(&self, part: LazyPart, progress: Load) -> Option<LoadedPart> {
        match self {
            Self::Linked(_, linked) => Some(linked.emit(part)),
            Self::Fetched(_, cache) if progress == Load::Ready => cache.parts.borrow()[part as usize].clone(),
            Self::Fetched(..) => None,
        }
    }
}

/// A lazy part with its texts.
#[derive(Clone)]
pub struct LoadedPart {
    /// Entry of the part.
    pub entry: PartEntry,
    /// Texts of the lazy screens.
    pub texts: Rc<Texts<LazyText>>,
    /// The name of the event that the page was opened for; empty where there is none.
    pub event: AttrValue,
}

/// Properties of a lazy part.
#[derive(Clone, Properties)]
pub struct PartProps {
    /// View of the widget.
    pub view: View,
    /// Texts of the lazy screens.
    pub texts: Rc<Texts<LazyText>>,
    /// Functions of the browser that the part calls.
    pub tools: BrowserTools,
    /// The name of the event that the page was opened for; empty where there is none.
    pub event: AttrValue,
    /// The link of a result that is brought along.
    pub brought: Option<String>,
}

/// A lazy part depends on the whole state, and is rendered again only when that has changed.
impl PartialEq for PartProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl Elements<LazyText> for PartProps {
    fn say(&self, name: LazyText) -> String {
        self.texts.get(name).to_owned()
    }
}

impl PartProps {
    /// Text of a name, with each `{key}` replaced by its value.
    pub fn fill(&self, text: LazyText, values: &[(&str, &str)]) -> String {
        self.texts.fill(text, values)
    }

    /// A range as points, within a sentence.
    pub fn points(&self, range: Range) -> String {
        let (assured, possible) = (range.assured().to_string(), range.possible().to_string());
        let text = if range.is_open() { LazyText::SharedBetween } else { LazyText::SharedExactly };
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

/// The screen behind the questions, once its part and the rest of its pack are loaded, as [`view`] does.
pub fn report(view: &View, parts: &PartLoader, part: Html) -> Html {
    match parts.report().filter(|_| view.pack.is_complete()) {
        Some(entry) => (entry.show)(view, part),
        None => waiting(view, view.state.report_part, view.heading.clone()),
    }
}

/// The lazy part that the screen has a place for, once it is loaded; until then a sentence, and a way to try again where
/// loading failed.
pub fn view(view: &View, parts: &PartLoader) -> Html {
    let Some(part) = view.state.lazy_part() else { return Html::default() };
    if let Some(LoadedPart { entry, texts, event }) = parts.part(part, view.state.part) {
        let (view, tools) = (view.clone(), entry.tools);
        let brought = view.state.brought();
        return (entry.show)(&PartProps { view, texts, tools, event, brought });
    }
    // The details stand within the report: the focus stays there.
    let heading = if part == LazyPart::Detail { NodeRef::default() } else { view.heading.clone() };
    waiting(view, view.state.part, heading)
}

/// That a part is on its way, or failed to load and can be tried again.
fn waiting(view: &View, progress: Load, heading: NodeRef) -> Html {
    let failed = progress == Load::Failed;
    let text = if failed { Text::PartFailed } else { Text::PartLoading };
    html! {
        <section data-screen="door">
            <p class="lead" tabindex="-1" role="status" ref={heading}>{ view.text(text) }</p>
            if failed {
                { actions(view.primary_button("retry", Text::PartRetry, view.on(Message::RetryPart))) }
            }
        </section>
    }
}

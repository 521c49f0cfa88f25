//! The model: all that the screens show follows from a [`State`].

use std::rc::Rc;

use boussole_core::answers::Answers;
use boussole_core::link::{self, Content, Day, Origin, ResultId, ResultLink};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::{FormId, Role};
use boussole_core::report::Report;
use boussole_core::score::ScoreSummary;
use boussole_core::texts::Text;

use super::{ComputedReport, Expectation};

/// The start of a visit: all that the browser hands in when a widget is mounted.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// A number that no other visit of the page has.
    pub number: u32,
    /// Address of result links before `#`.
    pub page: Rc<str>,
    /// Draft of an earlier visit.
    pub saved: Saved,
    /// The fragment of the page's address, where the page lets the widget read it.
    pub fragment: Option<String>,
    /// Day by the reader's clock.
    pub today: Day,
    /// The id of the next result.
    pub result_id: ResultId,
    /// The stored expectation of a maturity level, see [`Expectation::read`].
    pub expected: Option<String>,
}

/// The draft that an earlier visit left.
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// No draft.
    Nothing,
    /// Text of a draft, see [`State::draft`].
    Draft(String),
    /// The draft of the same visit, which goes on in another place of the page.
    Carried(String),
    /// The browser blocks storage.
    Blocked,
}

/// The state of the widget: plain data.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The number of the visit.
    pub number: u32,
    /// Address of result links before `#`: that of the page in the reader's language.
    pub page: Rc<str>,
    /// Questionnaire with the texts of one locale.
    pub pack: Rc<Pack>,
    /// Own answers.
    pub answers: Answers,
    /// The report of the answers, see [`State::report`]. Another one takes its place when answers or pack change.
    pub computed_report: ComputedReport,
    /// Id of the own result.
    pub result_id: ResultId,
    /// The day of the last answer.
    pub day: Day,
    /// The role of the respondent, if it was given.
    pub role: Option<Role>,
    /// Maturity level that the reader expects.
    pub expectation: Expectation,
    /// The answers were erased, and none was given since: no draft is saved.
    pub erased: bool,
    /// Screen that is shown.
    pub screen: Screen,
    /// Notice above the screen.
    pub notice: Option<Notice>,
    /// Progress of passing the result on.
    pub sharing: Sharing,
    /// The lazy screen has taken in what it opened with: it is not added again when its part is loaded again.
    pub taken_in: bool,
    /// A text that another pack has to read, while this is loaded.
    pub requested_pack: Option<Rc<RequestedPack>>,
    /// The form that a link asks for while it is loaded, and the link if it is to be opened then.
    pub requested_form: Option<(FormId, Option<String>)>,
    /// The progress of the part with the screens behind the questions, which is loaded behind the first screen.
    pub report_part: Load,
    /// The progress of the lazy part on the screen.
    pub part: Load,
    /// The details of a report are shown.
    pub detailed: bool,
    /// The count of screen changes: the focus follows each.
    pub moves: u32,
}

/// The progress of a lazy part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// No lazy part is on the screen.
    Idle,
    /// Request in progress.
    Loading,
    /// The part is loaded; it stands beside the state, see [`crate::lazy::LoadedPart`].
    Ready,
    /// Request failed; it may be tried again.
    Failed,
}

/// A part of the program that is loaded when it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LazyPart {
    /// The details of a report, in its place there.
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

impl LazyPart {
    /// The count of lazy parts.
    pub const COUNT: usize = 5;

    /// The name of the file with the texts that this part alone uses; empty without one.
    pub fn own_texts(self) -> &'static str {
        match self {
            Self::Detail | Self::Export => "",
            Self::Plan => "plan",
            Self::History => "history",
            Self::Team => "team",
        }
    }
}

/// The progress of passing the result on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// Content of the link.
    pub reveals: Reveals,
    /// The outcome of the last try.
    pub outcome: Option<Text>,
}

/// The content that a link reveals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reveals {
    /// All answers.
    Answers,
    /// Rounded scores alone.
    Scores,
}

/// The screen that is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// The item at a position.
    Item(usize),
    /// All items with their answers.
    Overview,
    /// The question which level the reader expects.
    Expectation,
    /// Own report.
    Report,
    /// The result of another person.
    Shared(Rc<IncomingResult>),
    /// A lazy part, and what it opens with.
    Lazy(LazyPart, Option<Rc<Brought>>),
}

/// Results that a lazy screen opens with.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// Link of a result or of a team.
    pub link: String,
    /// Pack of the earlier version that they belong to; none where it is the own one.
    pub pack: Option<Rc<Pack>>,
}

/// A result that came by a link. It stands beside one's own and never replaces it.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingResult {
    /// The link, to read it again in another locale.
    pub link: String,
    /// Pack of the result, perhaps of another form or an earlier version.
    pub pack: Rc<Pack>,
    /// Day of the result, if the link tells it.
    pub day: Option<Day>,
    /// Content of the link.
    pub result: IncomingContent,
}

/// Content of the link.
#[derive(Clone, Debug, PartialEq)]
pub enum IncomingContent {
    /// Answers, with their report.
    Full(Answers, ComputedReport),
    /// Rounded scores alone.
    Scores(ScoreSummary),
}

impl IncomingResult {
    /// The report of the answers; none of scores alone.
    pub fn report(&self) -> Option<Rc<Report>> {
        match &self.result {
            IncomingContent::Full(answers, report) => report.read(&self.pack, answers),
            IncomingContent::Scores(_) => None,
        }
    }
}

/// A sound text that only another questionnaire can read.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestedPack {
    /// Questionnaire, form and version that read the text.
    pub origin: Origin,
    /// Link or draft, without `#`.
    pub text: String,
    /// Use of the text.
    pub purpose: Purpose,
}

/// Use of a text once it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A link is shown.
    Show,
    /// A link is taken into the team of its version.
    Gather,
    /// The answers of a draft that was kept are taken over.
    Recover,
}

/// One sentence above the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The count of answers in a draft.
    Resumed(usize),
    /// The count of answers to another version that still mean the same, their total, and the state before.
    Carried(usize, usize, Before),
    /// The answers were erased.
    Erased(Before),
    /// A new assessment began.
    Begun(Before),
    /// Storage refused the draft.
    NotSaved,
    /// The stored draft can't be read; it is set aside.
    DraftUnreadable,
    /// Reason why a link is not shown.
    Link(Text),
    /// Another locale could not be loaded.
    LocaleFailed,
    /// Another form could not be loaded.
    FormFailed,
    /// An invitation asks for the answers of a role.
    Invited(Role),
    /// The same, but the answers here are those of another role.
    InvitedOther(Role),
}

/// The state before an act, for undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// Answers.
    pub answers: Answers,
    /// Id of the result.
    pub result_id: ResultId,
    /// Day of the last answer.
    pub day: Day,
    /// Expected maturity level.
    pub expectation: Expectation,
}

impl State {
    /// The report of the own answers, computed once; none until all are given.
    pub fn report(&self) -> Option<Rc<Report>> {
        self.computed_report.read(&self.pack, &self.answers)
    }

    /// Whether the screen is one of those behind the questions.
    pub fn shows_report_part(&self) -> bool {
        !matches!(self.screen, Screen::Item(_) | Screen::Lazy(..))
    }

    /// The lazy part that the screen has a place for.
    pub fn lazy_part(&self) -> Option<LazyPart> {
        match self.screen {
            Screen::Lazy(part, _) => Some(part),
            Screen::Report | Screen::Shared(_) if self.detailed => Some(LazyPart::Detail),
            _ => None,
        }
    }

    /// The link that the screen still has to take in.
    pub fn brought(&self) -> Option<String> {
        match &self.screen {
            Screen::Lazy(_, Some(brought)) if !self.taken_in => Some(brought.link.clone()),
            _ => None,
        }
    }

    /// The pack of the screen, where it is not the own one.
    pub fn other_pack(&self) -> Option<Rc<Pack>> {
        match &self.screen {
            Screen::Shared(shared) => Some(shared.pack.clone()),
            Screen::Lazy(_, Some(brought)) => brought.pack.clone(),
            _ => None,
        }
    }

    /// Whether what a link opened is on the screen, on its way, or said of it.
    pub fn shows_link(&self) -> bool {
        matches!(self.screen, Screen::Shared(_) | Screen::Lazy(_, Some(_)))
            || matches!(self.notice, Some(Notice::Link(_) | Notice::Invited(_) | Notice::InvitedOther(_)))
            || matches!(self.requested_form, Some((_, Some(_))))
            || self.requested_pack.is_some()
    }

    /// The answers as a text, which restores them.
    pub fn draft(&self) -> String {
        self.link(Content::Answers(self.answers.clone()))
    }

    /// The link of the own result, once the answers are complete.
    pub fn result(&self) -> Option<String> {
        self.answers.complete().map(|_| self.draft())
    }

    /// A result link of the own answers, without `#`.
    pub fn link(&self, content: Content) -> String {
        let result = ResultLink { content, result_id: self.result_id, role: self.role, day: Some(self.day) };
        link::encode(&self.pack.questionnaire, &result)
    }

    /// State to return to by undo.
    pub fn before(&self) -> Before {
        let Self { result_id, day, expectation, .. } = *self;
        Before { answers: self.answers.clone(), result_id, day, expectation }
    }
}

/// The screen of the own answers: the first item without an answer, or the report.
pub(super) fn own_screen(answers: &Answers) -> Screen {
    match answers.missing().next() {
        Some(position) => Screen::Item(position),
        None => Screen::Report,
    }
}

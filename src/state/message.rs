//! The messages: all that can happen after the mount.

use std::rc::Rc;

use boussole_core::answers::{Answers, Response};
use boussole_core::link::ResultId;
use boussole_core::pack::Pack;
use boussole_core::questionnaire::Role;
use boussole_core::texts::Text;

use super::{Expectation, LazyPart, RequestedPack, Reveals, Saved, Screen, Visit};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The item at a position is answered.
    Answer(usize, Response, AfterAnswer),
    /// A host replaces the answers.
    Fill(Answers),
    /// On from a position to the next item without an answer, or to the report.
    MoveOn(usize),
    /// A screen is opened.
    Go(Screen),
    /// Back to the own answers: the report, or the first item without an answer.
    ShowOwn,
    /// The address of result links before `#` changes, with the language.
    SetPage(Rc<str>),
    /// A link is opened in the page.
    Open(String),
    /// A requested pack is loaded; `None` where there is no such pack.
    PackLoaded(Rc<RequestedPack>, Option<Rc<Pack>>),
    /// The answers of the shared result on the screen fill the own ones that are missing.
    CarryOver,
    /// All answers are erased, with all that is stored beside them; the id is for the next result.
    Erase(ResultId),
    /// A new assessment begins; stored results of earlier ones stay.
    Restart(ResultId),
    /// The role of the respondent is given, or withdrawn.
    SetRole(Option<Role>),
    /// The expected level is chosen, before the result is shown.
    Expect(Expectation),
    /// The act of the notice is undone.
    Undo,
    /// The notice is closed.
    CloseNotice,
    /// Storage refused the draft.
    NotSaved,
    /// Another locale could not be loaded.
    LocaleFailed,
    /// Another form could not be loaded.
    FormFailed,
    /// Another kind of link is chosen.
    Reveal(Reveals),
    /// Sharing a link ended with this outcome.
    ShareDone(Option<Text>),
    /// The same form is loaded in another locale.
    Translate(Rc<Pack>),
    /// The details of the report are shown or hidden.
    ToggleDetail,
    /// The part with the screens behind the questions is loaded, with the whole pack of the visit; `None` where that failed.
    ReportPartLoaded(Option<Rc<Pack>>),
    /// A lazy part is loaded, or failed to.
    PartLoaded(LazyPart, bool),
    /// A part that failed and that the screen needs is tried again.
    RetryPart,
    /// Another tab stored a draft, or erased it.
    Sync(Saved),
    /// A draft that another tab stored and that this one did not read: its answers fill the own ones that are missing.
    Merge(String),
    /// Another form of the same questionnaire is loaded.
    SwitchForm(Rc<Pack>, Visit),
    /// The app is mounted again, for another visit.
    StartVisit(Rc<Pack>, Visit),
}

/// The effect of an answer on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterAnswer {
    /// The next item without an answer, or the report.
    MoveOn,
    /// Arrow keys choose at every step through a radio group: they must not move on.
    Stay,
}

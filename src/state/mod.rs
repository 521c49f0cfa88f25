//! What the widget knows and how it changes: pure functions of the state and a message.

use std::rc::Rc;

use yew::Reducible;

use self::incoming::{Arrival, arrival};
use crate::lazy::{LazyPart, LoadedPart};

mod expectation;
mod incoming;

pub use expectation::Expectation;
pub use incoming::{IncomingContent, IncomingResult, RequestedPack};

use boussole_core::answers::{Answers, Response};
use boussole_core::link::{self, Content, Day, ResultId, ResultLink};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::{FormId, Role};
use boussole_core::report::Report;
use boussole_core::texts::Text;

/// What the widget finds when it is put on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// Tells it from others that the same widget is shown for.
    pub number: u32,
    pub saved: Saved,
    /// The fragment of the page's address, where the page lets the widget read it.
    pub fragment: Option<String>,
    pub today: Day,
    pub result_id: ResultId,
    /// What was said of the level that is expected, if that was kept.
    pub expected: Option<String>,
}

/// What the browser kept from an earlier visit.
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    Nothing,
    Draft(String),
    /// Nothing that the browser kept: the same visit goes on in another place of the page.
    Carried(String),
    /// The browser does not let the page keep anything.
    Blocked,
}

/// All that the widget shows follows from this.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// That of the visit.
    pub number: u32,
    pub pack: Rc<Pack>,
    pub answers: Answers,
    pub result_id: ResultId,
    pub day: Day,
    /// From whose point of view the answers are given, if that was said.
    pub role: Option<Role>,
    pub expectation: Expectation,
    /// The answers were erased and none was given since: nothing is to be kept of them.
    pub erased: bool,
    pub screen: Screen,
    pub notice: Option<Notice>,
    pub sharing: Sharing,
    /// What came that only another questionnaire can read, which is to be loaded.
    pub requested_pack: Option<Rc<RequestedPack>>,
    /// The form that a link asks for, which is to be loaded; and the link, if it is to be opened then.
    pub requested_form: Option<(FormId, Option<String>)>,
    /// The room that is on the screen once it is loaded, or that it could not be.
    pub loaded: Option<Option<LoadedPart>>,
    /// Whether the details of a report are shown.
    pub detailed: bool,
    /// Counts the changes of screen, so that the focus can follow each.
    pub moves: u32,
}

/// How far the reader is in passing the result on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sharing {
    pub reveals: Reveals,
    /// What came of the last try.
    pub outcome: Option<Text>,
}

/// What a link is to reveal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reveals {
    Answers,
    Scores,
}

/// What stands on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// The item at a position.
    Item(usize),
    Overview,
    /// The question which level is expected.
    Expectation,
    Report,
    /// Somebody else's result.
    Shared(Rc<IncomingResult>),
    /// A room beyond the report, and the link of a result that is brought along.
    Lazy(LazyPart, Option<String>),
}

/// One sentence above the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// How many answers were found again.
    Resumed(usize),
    /// How many answers to an earlier version still mean the same, and of how many; and what was there
    /// before, to bring it back.
    Carried(usize, usize, Before),
    /// What was erased, to bring it back.
    Erased(Before),
    /// What was there before a new assessment began, to bring it back.
    Begun(Before),
    NotSaved,
    DraftUnreadable,
    Link(Text),
    LocaleFailed,
    FormFailed,
    /// A colleague asks for answers from the point of view of a function.
    Invited(Role),
    /// The same, but the answers here are given from another point of view.
    InvitedOther(Role),
}

/// What can be brought back.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    pub answers: Answers,
    pub result_id: ResultId,
    pub expectation: Expectation,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The item at a position is answered.
    Answer(usize, Response, AfterAnswer),
    /// Answers that are not given by the reader's own hand replace those that are there.
    Fill(Answers),
    /// On from a position to the next item without an answer, or to the report.
    MoveOn(usize),
    Go(Screen),
    /// Back to one's own answers: the report, or the first item without an answer.
    ShowOwn,
    Open(String),
    /// The requested pack is loaded, or can't be had.
    Found(Rc<RequestedPack>, Option<Rc<Pack>>),
    /// The answers of the shared result on the screen fill those of one's own that are missing.
    CarryOver,
    /// All answers are erased, with all that is kept beside them; the result_id is for the next ones.
    Erase(ResultId),
    /// A new assessment begins; what is kept of earlier ones stays.
    Restart(ResultId),
    /// From whose point of view the answers are given.
    SetRole(Option<Role>),
    /// The level that is expected, before the result is seen.
    Expect(Expectation),
    Undo,
    CloseNotice,
    NotSaved,
    LocaleFailed,
    FormFailed,
    /// Another kind of link is chosen.
    Reveal(Reveals),
    /// A link was handed on, or could not be.
    HandedOn(Option<Text>),
    /// Another locale of the same form.
    Translate(Rc<Pack>),
    /// The details of the report are shown, or no longer.
    Detail,
    /// A room is loaded, or could not be.
    PartLoaded(LazyPart, Option<LoadedPart>),
    /// A room that could not be loaded is tried again.
    Again,
    /// Another form of the same questionnaire, as if a visit began with it.
    SwitchForm(Rc<Pack>, Visit),
    /// Another visit begins, of which nothing is known but what it brings.
    StartVisit(Rc<Pack>, Visit),
}

/// What an answer does to the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterAnswer {
    MoveOn,
    /// The arrow keys walk through a radio group and choose at every step: they must not move on.
    Stay,
}

impl State {
    /// The state in which a visit begins.
    pub fn new(pack: Rc<Pack>, visit: &Visit) -> Self {
        let Arrival { answers, result_id, day, role, notice, requested_pack } = arrival(&pack, visit);
        let screen = own_screen(&answers);
        let sharing = Sharing { reveals: Reveals::Answers, outcome: None };
        let state = Self {
            number: visit.number,
            pack,
            answers,
            result_id,
            day,
            role,
            expectation: Expectation::read(visit.expected.as_deref(), &screen),
            erased: false,
            screen,
            notice,
            sharing,
            requested_pack,
            requested_form: None,
            loaded: None,
            detailed: false,
            moves: 0,
        };
        match &visit.fragment {
            // What a visit begins with is no change of screen: the page keeps its focus.
            Some(fragment) => Self { moves: 0, ..state.opened(fragment) },
            None => state,
        }
    }

    /// The state after a message.
    pub fn after(&self, message: Message, today: Day) -> Self {
        match message {
            Message::Answer(position, response, then) => {
                let answers = self.answers.with(&self.pack.questionnaire, position, response);
                let notice = self.notice.clone().filter(Notice::outlives_an_answer);
                let answered = Self { answers, day: today, notice, erased: false, ..self.clone() };
                match then {
                    AfterAnswer::MoveOn => answered.moved_on(position),
                    AfterAnswer::Stay => answered,
                }
            }
            Message::Fill(answers) => self.filled(answers, today),
            Message::MoveOn(position) => self.moved_on(position),
            Message::Go(screen) => self.on(screen),
            Message::ShowOwn => self.on(own_screen(&self.answers)),
            Message::Open(fragment) => self.opened(&fragment),
            Message::Found(requested_pack, pack) => self.found(&requested_pack, pack),
            Message::CarryOver => self.carried_over(),
            Message::Erase(result_id) => Self { erased: true, ..self.restarted(result_id, Notice::Erased) },
            Message::Restart(result_id) => self.restarted(result_id, Notice::Begun),
            Message::SetRole(role) => Self { role, ..self.clone() },
            Message::Expect(expectation) => Self { expectation, ..self.on(Screen::Report) },
            Message::Undo => match &self.notice {
                Some(Notice::Erased(before) | Notice::Begun(before) | Notice::Carried(_, _, before)) => {
                    Self {
                        answers: before.answers.clone(),
                        result_id: before.result_id,
                        expectation: before.expectation,
                        notice: None,
                        erased: false,
                        ..self.on(own_screen(&before.answers))
                    }
                }
                _ => self.clone(),
            },
            Message::CloseNotice => Self { notice: None, ..self.clone() },
            Message::NotSaved => Self { notice: Some(Notice::NotSaved), ..self.clone() },
            Message::LocaleFailed => Self { notice: Some(Notice::LocaleFailed), ..self.clone() },
            Message::FormFailed => {
                Self { requested_form: None, notice: Some(Notice::FormFailed), ..self.clone() }
            }
            Message::Reveal(reveals) => Self { sharing: Sharing { reveals, outcome: None }, ..self.clone() },
            Message::HandedOn(outcome) => {
                Self { sharing: Sharing { outcome, ..self.sharing }, ..self.clone() }
            }
            Message::Translate(pack) => self.translated(pack),
            Message::Detail => Self { detailed: !self.detailed, loaded: None, ..self.clone() },
            Message::PartLoaded(room, loaded) => self.loaded(room, loaded),
            Message::Again => Self { loaded: None, ..self.clone() },
            Message::SwitchForm(pack, visit) => self.entered(pack, &visit),
            Message::StartVisit(pack, visit) => Self::new(pack, &visit),
        }
    }

    pub(super) fn on(&self, screen: Screen) -> Self {
        let sharing = Sharing { outcome: None, ..self.sharing };
        Self { screen, sharing, loaded: None, moves: self.moves + 1, ..self.clone() }
    }

    /// The room that the screen has a place for.
    pub fn room(&self) -> Option<LazyPart> {
        match self.screen {
            Screen::Lazy(room, _) => Some(room),
            Screen::Report | Screen::Shared(_) if self.detailed => Some(LazyPart::Detail),
            _ => None,
        }
    }

    /// A room that came after the reader had left for another screen is of no use any more.
    fn loaded(&self, room: LazyPart, loaded: Option<LoadedPart>) -> Self {
        if self.room() != Some(room) {
            return self.clone();
        }
        // The heading of the room is a new one, unless this is what the visit began with, or it stands in a report.
        let moves = if self.moves == 0 || room == LazyPart::Detail { self.moves } else { self.moves + 1 };
        Self { loaded: Some(loaded), moves, ..self.clone() }
    }

    /// Without any answer; the result_id is for the next ones.
    fn restarted(&self, result_id: ResultId, notice: fn(Before) -> Notice) -> Self {
        Self {
            answers: Answers::none(&self.pack.questionnaire),
            result_id,
            expectation: Expectation::Unasked,
            notice: Some(notice(self.before())),
            ..self.on(Screen::Item(0))
        }
    }

    /// What is there now, to bring it back later.
    pub(super) fn before(&self) -> Before {
        Before { answers: self.answers.clone(), result_id: self.result_id, expectation: self.expectation }
    }

    /// The screen stays, unless it is one that needs all answers, or none of them is missing any more.
    fn filled(&self, answers: Answers, today: Day) -> Self {
        let complete = answers.complete().is_some();
        let filled = Self { answers, day: today, erased: false, ..self.clone() };
        let stays = match self.screen {
            Screen::Item(_) => !complete,
            Screen::Overview | Screen::Shared(_) => true,
            Screen::Expectation | Screen::Report | Screen::Lazy(..) => complete,
        };
        if stays { filled } else { filled.on(own_screen(&filled.answers)) }
    }

    fn moved_on(&self, position: usize) -> Self {
        self.on(match self.answers.next_missing(position) {
            Some(missing) => Screen::Item(missing),
            None if self.expectation == Expectation::Unasked => Screen::Expectation,
            None => Screen::Report,
        })
    }

    /// The text that brings these answers back: what the browser keeps.
    pub fn draft(&self) -> String {
        self.link(Content::Answers(self.answers.clone()))
    }

    /// The link of one's own result, once there is one.
    pub fn result(&self) -> Option<String> {
        self.answers.complete().map(|_| self.draft())
    }

    /// A result link of one's own answers, without `#`.
    pub fn link(&self, content: Content) -> String {
        let result = ResultLink { content, result_id: self.result_id, role: self.role, day: Some(self.day) };
        link::encode(&self.pack.questionnaire, &result)
    }

    /// The report of one's own answers, once there is one to every item.
    pub fn report(&self) -> Option<Report> {
        self.answers.complete().map(|complete| Report::new(&self.pack.questionnaire, &complete))
    }
}

impl Notice {
    /// Whether the sentence still matters when the reader has gone on.
    fn outlives_an_answer(&self) -> bool {
        matches!(self, Self::NotSaved)
    }
}

impl Reducible for State {
    type Action = (Message, Day);

    fn reduce(self: Rc<Self>, (message, today): Self::Action) -> Rc<Self> {
        Rc::new(self.after(message, today))
    }
}

pub(super) fn own_screen(answers: &Answers) -> Screen {
    match answers.missing().next() {
        Some(position) => Screen::Item(position),
        None => Screen::Report,
    }
}

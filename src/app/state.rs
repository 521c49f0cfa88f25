//! What the widget knows and how it changes: pure functions of the state and a message.

use std::rc::Rc;

use yew::Reducible;

use super::arrival::{Arrival, Shared, Sought, arrival};
use crate::answers::{Answers, Response};
use crate::link::{self, Content, Day, Mark, ResultLink};
use crate::pack::Pack;
use crate::report::Report;
use crate::texts::Text;

/// What the widget finds when it is put on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    pub saved: Saved,
    /// The fragment of the page's address, where the page lets the widget read it.
    pub fragment: Option<String>,
    pub today: Day,
    pub mark: Mark,
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
    pub pack: Rc<Pack>,
    pub answers: Answers,
    pub mark: Mark,
    pub day: Day,
    pub screen: Screen,
    pub notice: Option<Notice>,
    pub sharing: Sharing,
    /// What came that only another questionnaire can read, which is to be loaded.
    pub sought: Option<Rc<Sought>>,
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
    Report,
    /// Somebody else's result.
    Shared(Rc<Shared>),
}

/// One sentence above the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// How many answers were found again.
    Resumed(usize),
    /// How many answers to an earlier version still mean the same, and of how many; and what was there
    /// before, to bring it back.
    Carried(usize, usize, Answers, Mark),
    /// What was erased, to bring it back.
    Erased(Answers, Mark),
    NotSaved,
    DraftUnreadable,
    Link(Text),
    LocaleFailed,
    FormFailed,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The item at a position is answered.
    Answer(usize, Response, Then),
    /// On from a position to the next item without an answer, or to the report.
    MoveOn(usize),
    Go(Screen),
    /// Back to one's own answers: the report, or the first item without an answer.
    Mine,
    Open(String),
    /// What was sought is loaded, or can't be had.
    Found(Rc<Sought>, Option<Rc<Pack>>),
    /// The answers of the shared result on the screen fill those of one's own that are missing.
    CarryOver,
    /// All answers are erased; the mark is for the next ones.
    Erase(Mark),
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
    /// Another form of the same questionnaire, with what the browser kept of it and a mark for its result.
    Enter(Rc<Pack>, Saved, Mark),
}

/// What an answer does to the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    MoveOn,
    /// The arrow keys walk through a radio group and choose at every step: they must not move on.
    Stay,
}

impl State {
    /// The state in which a visit begins.
    pub fn new(pack: Rc<Pack>, visit: &Visit) -> Self {
        let Arrival { answers, mark, day, notice, sought } = arrival(&pack, visit);
        let screen = own_screen(&answers);
        let sharing = Sharing { reveals: Reveals::Answers, outcome: None };
        let state = Self { pack, answers, mark, day, screen, notice, sharing, sought, moves: 0 };
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
                let answered = Self { answers, day: today, notice, ..self.clone() };
                match then {
                    Then::MoveOn => answered.moved_on(position),
                    Then::Stay => answered,
                }
            }
            Message::MoveOn(position) => self.moved_on(position),
            Message::Go(screen) => self.on(screen),
            Message::Mine => self.on(own_screen(&self.answers)),
            Message::Open(fragment) => self.opened(&fragment),
            Message::Found(sought, pack) => self.found(&sought, pack),
            Message::CarryOver => self.carried_over(),
            Message::Erase(mark) => Self {
                answers: Answers::none(&self.pack.questionnaire),
                mark,
                notice: Some(Notice::Erased(self.answers.clone(), self.mark)),
                ..self.on(Screen::Item(0))
            },
            Message::Undo => match &self.notice {
                Some(Notice::Erased(answers, mark) | Notice::Carried(_, _, answers, mark)) => Self {
                    answers: answers.clone(),
                    mark: *mark,
                    notice: None,
                    ..self.on(own_screen(answers))
                },
                _ => self.clone(),
            },
            Message::CloseNotice => Self { notice: None, ..self.clone() },
            Message::NotSaved => Self { notice: Some(Notice::NotSaved), ..self.clone() },
            Message::LocaleFailed => Self { notice: Some(Notice::LocaleFailed), ..self.clone() },
            Message::FormFailed => Self { notice: Some(Notice::FormFailed), ..self.clone() },
            Message::Reveal(reveals) => Self { sharing: Sharing { reveals, outcome: None }, ..self.clone() },
            Message::HandedOn(outcome) => {
                Self { sharing: Sharing { outcome, ..self.sharing }, ..self.clone() }
            }
            Message::Translate(pack) => self.translated(pack),
            Message::Enter(pack, saved, mark) => self.entered(pack, saved, mark, today),
        }
    }

    pub(super) fn on(&self, screen: Screen) -> Self {
        let sharing = Sharing { outcome: None, ..self.sharing };
        Self { screen, sharing, moves: self.moves + 1, ..self.clone() }
    }

    fn moved_on(&self, position: usize) -> Self {
        self.on(self.answers.next_missing(position).map_or(Screen::Report, Screen::Item))
    }

    /// The text that brings these answers back: what the browser keeps.
    pub fn draft(&self) -> String {
        self.link(Content::Answers(self.answers.clone()))
    }

    /// A result link of one's own answers, without `#`.
    pub fn link(&self, content: Content) -> String {
        let result = ResultLink { content, mark: self.mark, role: None, day: Some(self.day) };
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

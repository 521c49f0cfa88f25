//! What the widget knows and how it changes: pure functions of the state and a message.

use std::rc::Rc;

use yew::Reducible;

use crate::answers::{Answers, Response};
use crate::link::{self, Content, Day, LinkError, Mark, ResultLink};
use crate::pack::Pack;
use crate::report::Report;
use crate::score::Standing;
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
    Shared(Box<Shared>),
}

/// A result that came by a link. It stands beside one's own and never replaces it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    pub day: Option<Day>,
    pub result: SharedResult,
}

/// What the link revealed.
#[derive(Clone, Debug, PartialEq)]
pub enum SharedResult {
    Full(Answers, Box<Report>),
    Scores(Standing),
}

/// One sentence above the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// How many answers were found again.
    Resumed(usize),
    /// What was erased, to bring it back.
    Erased(Answers, Mark),
    NotSaved,
    DraftUnreadable,
    Link(Text),
    LocaleFailed,
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
    /// All answers are erased; the mark is for the next ones.
    Erase(Mark),
    Undo,
    CloseNotice,
    NotSaved,
    LocaleFailed,
    /// Another kind of link is chosen.
    Reveal(Reveals),
    /// A link was handed on, or could not be.
    HandedOn(Option<Text>),
    Translate(Rc<Pack>),
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
        let (answers, mark, day, notice) = begin(&pack, visit);
        let screen = own_screen(&answers);
        let sharing = Sharing { reveals: Reveals::Answers, outcome: None };
        let state = Self { pack, answers, mark, day, screen, notice, sharing, moves: 0 };
        match &visit.fragment {
            // What a visit begins with is no change of screen: the page keeps its focus.
            Some(fragment) => Self { moves: 0, ..state.opened(fragment) },
            None => state,
        }
    }

    /// Whether the browser kept something that could not be read.
    pub fn found_unreadable_draft(pack: &Pack, visit: &Visit) -> bool {
        matches!(&visit.saved, Saved::Draft(text) if read_draft(pack, text).is_none())
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
            Message::Erase(mark) => Self {
                answers: Answers::none(&self.pack.questionnaire),
                mark,
                notice: Some(Notice::Erased(self.answers.clone(), self.mark)),
                ..self.on(Screen::Item(0))
            },
            Message::Undo => match &self.notice {
                Some(Notice::Erased(answers, mark)) => Self {
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
            Message::Reveal(reveals) => Self { sharing: Sharing { reveals, outcome: None }, ..self.clone() },
            Message::HandedOn(outcome) => {
                Self { sharing: Sharing { outcome, ..self.sharing }, ..self.clone() }
            }
            Message::Translate(pack) => Self { pack, ..self.clone() },
        }
    }

    fn on(&self, screen: Screen) -> Self {
        let sharing = Sharing { outcome: None, ..self.sharing };
        Self { screen, sharing, moves: self.moves + 1, ..self.clone() }
    }

    fn moved_on(&self, position: usize) -> Self {
        self.on(self.answers.next_missing(position).map_or(Screen::Report, Screen::Item))
    }

    /// Shows the result of a link, or says why it can't; one's own answers stay as they are.
    fn opened(&self, fragment: &str) -> Self {
        let notice = match link::decode(&self.pack.questionnaire, fragment) {
            Ok(found) => match shared(&self.pack, found) {
                Some(shared) => return self.on(Screen::Shared(Box::new(shared))),
                None => Text::NoticeLinkUnfinished,
            },
            Err(LinkError::NotALink) => return self.clone(),
            Err(LinkError::Damaged) => Text::NoticeLinkDamaged,
            Err(LinkError::Newer) => Text::NoticeLinkNewer,
            Err(LinkError::OtherQuestionnaire) => Text::NoticeLinkOther,
            Err(LinkError::OtherVersion) => Text::NoticeLinkOtherVersion,
        };
        Self { notice: Some(Notice::Link(notice)), ..self.clone() }
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

fn begin(pack: &Pack, visit: &Visit) -> (Answers, Mark, Day, Option<Notice>) {
    let fresh = |notice| (Answers::none(&pack.questionnaire), visit.mark, visit.today, notice);
    match &visit.saved {
        Saved::Nothing => fresh(None),
        Saved::Blocked => fresh(Some(Notice::NotSaved)),
        Saved::Draft(text) | Saved::Carried(text) => match read_draft(pack, text) {
            Some((answers, draft)) => {
                let given = answers.given();
                let returns = given > 0 && matches!(visit.saved, Saved::Draft(_));
                let notice = returns.then_some(Notice::Resumed(given));
                (answers, draft.mark, draft.day.unwrap_or(visit.today), notice)
            }
            None => fresh(Some(Notice::DraftUnreadable)),
        },
    }
}

fn read_draft(pack: &Pack, text: &str) -> Option<(Answers, ResultLink)> {
    let draft = link::decode(&pack.questionnaire, text).ok()?;
    match &draft.content {
        Content::Answers(answers) => Some((answers.clone(), draft)),
        Content::Scores(_) => None,
    }
}

fn own_screen(answers: &Answers) -> Screen {
    match answers.missing().next() {
        Some(position) => Screen::Item(position),
        None => Screen::Report,
    }
}

fn shared(pack: &Pack, found: ResultLink) -> Option<Shared> {
    let result = match found.content {
        Content::Scores(standing) => SharedResult::Scores(standing),
        Content::Answers(answers) => {
            let report = Report::new(&pack.questionnaire, &answers.complete()?);
            SharedResult::Full(answers, Box::new(report))
        }
    };
    Some(Shared { day: found.day, result })
}

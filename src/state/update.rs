//! The update: a pure function of a state and a message.

use std::rc::Rc;

use boussole_core::answers::Answers;
use boussole_core::link::{Day, ResultId};
use boussole_core::pack::Pack;
use yew::Reducible;

use super::incoming::{Arrival, arrival};
use super::model::own_screen;
use super::{
    AfterAnswer, Before, ComputedReport, Expectation, LazyPart, Load, Message, Notice, Reveals, Screen,
    Sharing, State, Visit,
};

impl State {
    /// The state in which a visit begins.
    pub fn new(pack: Rc<Pack>, visit: &Visit) -> Self {
        let Arrival { answers, result_id, day, role, notice, requested_pack } = arrival(&pack, visit);
        let screen = own_screen(&answers);
        let sharing = Sharing { reveals: Reveals::Answers, outcome: None };
        let state = Self {
            number: visit.number,
            page: visit.page.clone(),
            pack,
            answers,
            computed_report: ComputedReport::default(),
            result_id,
            day,
            role,
            expectation: Expectation::read(visit.expected.as_deref(), screen == Screen::Report),
            erased: false,
            screen,
            notice,
            sharing,
            taken_in: false,
            requested_pack,
            requested_form: None,
            report_part: Load::Loading,
            part: Load::Idle,
            detailed: false,
            moves: 0,
        };
        match &visit.fragment {
            // The first screen is no change of screen: the page keeps its focus.
            Some(fragment) => Self { moves: 0, ..state.opened(fragment) },
            None => state,
        }
    }

    /// The state after a message. A report that was computed stays while answers and pack are the same.
    pub fn after(&self, message: Message, today: Day) -> Self {
        let next = self.updated(message, today);
        let is_same = next.answers == self.answers && Rc::ptr_eq(&next.pack, &self.pack);
        if is_same { next } else { Self { computed_report: ComputedReport::default(), ..next } }
    }

    fn updated(&self, message: Message, today: Day) -> Self {
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
            Message::PackLoaded(requested_pack, pack) => self.pack_loaded(&requested_pack, pack, today),
            Message::CarryOver => self.carried_over(today),
            Message::Erase(result_id) => Self { erased: true, ..self.restarted(result_id, Notice::Erased) },
            Message::Restart(result_id) => self.restarted(result_id, Notice::Begun),
            Message::SetRole(role) => Self { role, ..self.clone() },
            Message::Expect(expectation) => Self { expectation, ..self.on(Screen::Report) },
            Message::Undo => match &self.notice {
                Some(Notice::Erased(before) | Notice::Begun(before) | Notice::Carried(_, _, before)) => {
                    Self {
                        answers: before.answers.clone(),
                        result_id: before.result_id,
                        day: before.day,
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
            Message::ShareDone(outcome) => {
                Self { sharing: Sharing { outcome, ..self.sharing }, ..self.clone() }
            }
            Message::SetPage(page) => Self { page, ..self.clone() },
            Message::Translate(pack) => self.translated(pack),
            Message::ToggleDetail => Self { detailed: !self.detailed, ..self.clone() }.with_part_requested(),
            Message::ReportPartLoaded(pack) => self.report_part_loaded(pack),
            Message::PartLoaded(part, worked) => self.part_loaded(part, worked),
            Message::RetryPart => self.clone().with_part_requested(),
            Message::Sync(saved) => self.synced(saved),
            Message::Merge(text) => self.merged(&text),
            Message::SwitchForm(pack, visit) => self.form_switched(pack, &visit),
            Message::StartVisit(pack, visit) => Self::new(pack, &visit),
        }
    }

    pub(super) fn on(&self, screen: Screen) -> Self {
        let sharing = Sharing { outcome: None, ..self.sharing };
        Self { screen, sharing, taken_in: false, moves: self.moves + 1, ..self.clone() }.with_part_requested()
    }

    fn report_part_loaded(&self, pack: Option<Rc<Pack>>) -> Self {
        // The heading of the screen is new, unless the visit began with it.
        let is_new = self.shows_report_part() && self.moves > 0;
        let report_part = if pack.is_some() { Load::Ready } else { Load::Failed };
        let state = match (pack.filter(|_| !self.pack.is_complete()), &self.screen) {
            // A link that was opened before is read again, with the whole pack.
            (Some(pack), Screen::Shared(shared)) if !shared.pack.is_complete() => self.translated(pack),
            (Some(pack), _) => Self { pack, ..self.clone() },
            // Another language or form that came meanwhile is complete.
            (None, _) => self.clone(),
        };
        Self { report_part, moves: self.moves + u32::from(is_new), ..state }
    }

    /// A part that is loaded after its screen was left is ignored.
    fn part_loaded(&self, part: LazyPart, worked: bool) -> Self {
        if self.lazy_part() != Some(part) {
            return self.clone();
        }
        // The heading of the part is new, unless the visit began with it or it stands in a report.
        let moves = if self.moves == 0 || part == LazyPart::Detail { self.moves } else { self.moves + 1 };
        Self { part: if worked { Load::Ready } else { Load::Failed }, moves, ..self.clone() }
    }

    /// The state without answers, with the id of the next result.
    fn restarted(&self, result_id: ResultId, notice: fn(Before) -> Notice) -> Self {
        Self {
            answers: Answers::none(&self.pack.questionnaire),
            result_id,
            expectation: Expectation::Unasked,
            notice: Some(notice(self.before())),
            ..self.on(Screen::Item(0))
        }
    }

    /// Answers of a host or of another tab. The screen stays where these answers allow it.
    pub(super) fn filled(&self, answers: Answers, today: Day) -> Self {
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

    /// The same state with the progress of the parts that its screen needs now. One that failed is tried again.
    pub(super) fn with_part_requested(self) -> Self {
        let part = if self.lazy_part().is_some() { Load::Loading } else { Load::Idle };
        let retries = self.shows_report_part() && self.report_part == Load::Failed;
        let report_part = if retries { Load::Loading } else { self.report_part };
        Self { report_part, part, ..self }
    }
}

impl Notice {
    /// The sentence still matters after the next answer: what was erased can be brought back whatever follows.
    fn outlives_an_answer(&self) -> bool {
        matches!(self, Self::NotSaved | Self::Erased(_))
    }
}

impl Reducible for State {
    type Action = (Message, Day);

    fn reduce(self: Rc<Self>, (message, today): Self::Action) -> Rc<Self> {
        Rc::new(self.after(message, today))
    }
}

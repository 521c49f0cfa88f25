//! The state of the team's screen, and what changes it: one reducer, since each hook of a type costs 1 KB of the part.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::file_outcome::FileOutcome;
use boussole_core::answers::Answers;
use boussole_core::questionnaire::Role;
use boussole_core::team::{RejectedLink, Team};

/// The members, and the answers that they agreed on.
#[derive(Clone, PartialEq)]
pub struct TeamTable {
    /// Members with their results.
    pub team: Team,
    /// Answers that the workshop settled.
    pub agreed: Answers,
}

/// The outcome of the last action.
#[derive(Clone, Default, PartialEq)]
pub struct TeamNotice {
    /// Sentence on the last action; empty without one.
    pub text: String,
    /// Rejected links of the last paste.
    pub refused: Vec<RejectedLink>,
}

/// The disagreement that the workshop shows; none outside of it.
pub type WorkshopStep = Option<usize>;

/// State of the screen.
#[derive(Clone)]
pub struct TeamState {
    /// Members and agreed answers.
    pub table: TeamTable,
    /// Outcome of the last action.
    pub notice: TeamNotice,
    /// Outcome of the last export.
    pub file: FileOutcome,
    /// Disagreement of the workshop.
    pub workshop_step: WorkshopStep,
    /// The role that the invitation asks for.
    pub invited: Role,
    /// Whether members beyond the first ones are rendered.
    pub shows_all: bool,
}

impl TeamState {
    /// The state of a screen that opens with a table.
    pub fn new(table: TeamTable) -> Self {
        let (notice, file) = (TeamNotice::default(), FileOutcome::default());
        Self { table, notice, file, workshop_step: None, invited: Role::Legal, shows_all: false }
    }
}

/// Change of the state.
pub enum TeamMessage {
    /// Members or agreed answers change.
    Change(TeamTable),
    /// An action ended.
    Notify(TeamNotice),
    /// An export ended.
    NotifyFile(FileOutcome),
    /// The workshop moves, starts or ends.
    Go(WorkshopStep),
    /// The role of the invitation is chosen.
    Invite(Role),
    /// All members are asked for.
    ShowAll,
}

impl Reducible for TeamState {
    type Action = TeamMessage;

    fn reduce(self: Rc<Self>, message: TeamMessage) -> Rc<Self> {
        let mut next = (*self).clone();
        match message {
            TeamMessage::Change(table) => next.table = table,
            TeamMessage::Notify(notice) => next.notice = notice,
            TeamMessage::NotifyFile(file) => next.file = file,
            TeamMessage::Go(step) => next.workshop_step = step,
            TeamMessage::Invite(role) => next.invited = role,
            TeamMessage::ShowAll => next.shows_all = true,
        }
        Rc::new(next)
    }
}

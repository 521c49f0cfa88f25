//! Data and helpers that the parts of the team's screen share.

use yew::prelude::*;

use super::state::{TeamMessage, TeamNotice, TeamState, TeamTable, WorkshopStep};
use super::storage;
use crate::lazy::PartProps;
use crate::ui::element::Elements;
use crate::ui::file_outcome::FileOutcome;
use crate::ui::phrases;
use crate::view::View;
use boussole_core::answers::{Answers, Response};
use boussole_core::link::{self, Content, ResultLink};
use boussole_core::questionnaire::Role;
use boussole_core::team::{Member, Team, gather};
use boussole_core::texts::LazyText;

/// Data of the parts of the screen.
#[derive(Clone)]
pub struct TeamContext {
    /// Properties of the screen.
    pub props: PartProps,
    /// State of the screen.
    pub state: UseReducerHandle<TeamState>,
}

impl TeamContext {
    /// View of the widget.
    pub fn view(&self) -> &View {
        &self.props.view
    }

    /// True if the team answered an earlier version than that of today.
    pub fn is_earlier(&self) -> bool {
        self.view().questionnaire().version != self.view().state.pack.questionnaire.version
    }

    /// Members and agreed answers.
    pub fn table(&self) -> &TeamTable {
        &self.state.table
    }

    /// Members in their order.
    pub fn members(&self) -> &[Member] {
        self.table().team.members()
    }

    /// Stores a table, and shows it.
    pub fn change(&self, table: TeamTable) {
        // Where nothing can be stored, that was said when the visit began.
        storage::store(self.view(), &stored(self.view(), &table));
        self.state.dispatch(TeamMessage::Change(table));
    }

    /// Says whether something worked.
    pub fn notify(&self, worked: bool, done: LazyText, failed: LazyText) {
        let text = self.props.say(if worked { done } else { failed });
        self.state.dispatch(TeamMessage::Notify(TeamNotice { text, refused: vec![] }));
    }

    /// A callback that shows the outcome of an export.
    pub fn notify_file(&self) -> Callback<FileOutcome> {
        let state = self.state.dispatcher();
        Callback::from(move |outcome| state.dispatch(TeamMessage::NotifyFile(outcome)))
    }

    /// A callback that goes to a step of the workshop, or out of it.
    pub fn go(&self, step: WorkshopStep) -> Callback<MouseEvent> {
        let state = self.state.dispatcher();
        Callback::from(move |_| state.dispatch(TeamMessage::Go(step)))
    }

    /// A callback that changes the table as it is stored now: another tab may have changed it since.
    pub fn on<E>(&self, change: impl Fn(TeamTable, E) -> TeamTable + 'static) -> Callback<E> {
        let context = self.clone();
        Callback::from(move |event| context.change(change(opened(context.view()), event)))
    }

    /// The name of a role, or the words for members who did not tell theirs.
    pub fn role(&self, role: Option<Role>) -> String {
        role.map_or_else(
            || self.props.say(LazyText::TeamNoRole),
            |role| phrases::role(&self.view().pack, role).to_owned(),
        )
    }

    /// The name of the member at a position: the role, with a number where several have the same.
    pub fn name(&self, position: usize) -> String {
        let Some(member) = self.members().get(position) else { return String::new() };
        let alike = |members: &[Member]| members.iter().filter(|other| other.role == member.role).count();
        let name = self.role(member.role);
        match alike(self.members()) {
            1 => name,
            _ => [name, alike(&self.members()[..=position]).to_string()].join(" "),
        }
    }

    /// A response in short: the level, or why there is none.
    pub fn short(&self, response: Response) -> String {
        match response {
            Response::Level(level) => {
                self.props.fill(LazyText::TeamLevel, &[("level", &level.number().to_string())])
            }
            Response::DontKnow => self.props.say(LazyText::TeamUnknown),
            Response::NotApplicable => self.props.say(LazyText::TeamNotApplicable),
        }
    }
}

/// The stored table; at first, one with the reader's own result.
pub fn opened(view: &View) -> TeamTable {
    let questionnaire = view.questionnaire();
    let none = Answers::none(questionnaire);
    let Some(text) = storage::stored(view, questionnaire.version) else {
        let own = view.state.result().unwrap_or_default();
        return TeamTable { team: gather(questionnaire, &Team::default(), &own).team, agreed: none };
    };
    let (team, agreed) = text.split_once('\n').unwrap_or((&text, ""));
    let agreed = match link::decode(questionnaire, agreed).map(|found| found.content) {
        Ok(Content::Answers(answers)) => answers,
        _ => none,
    };
    TeamTable { team: link::decode_team(questionnaire, team).unwrap_or_default(), agreed }
}

/// The table as a text: the team's link, and what was agreed on as a link of unfinished answers.
fn stored(view: &View, table: &TeamTable) -> String {
    let questionnaire = view.questionnaire();
    let content = Content::Answers(table.agreed.clone());
    let agreed = ResultLink { content, result_id: view.state.result_id, role: None, day: None };
    [link::encode_team(questionnaire, &table.team), link::encode(questionnaire, &agreed)].join("\n")
}

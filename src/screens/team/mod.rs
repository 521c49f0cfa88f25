//! The team: several results side by side, what to talk about, and what comes of it. Nobody sends anything
//! anywhere: results come as links that people hand to each other.

mod files;
mod gathering;
mod handing_on;
mod marks;
mod talk;
mod workshop;

use yew::prelude::*;

use crate::lazy::PartProps;
use crate::ui::frame::frame;
use crate::ui::phrases;
use crate::view::{StorageSlot, View};
use boussole_core::answers::{Answers, Response};
use boussole_core::link::{self, Content, ResultLink};
use boussole_core::questionnaire::Role;
use boussole_core::team::{Gathered, Member, RejectedLink, Team, agreement, gather};
use boussole_core::texts::LazyText;

pub fn show(props: &PartProps) -> Html {
    html! { <TeamRoom ..props.clone() /> }
}

/// Who is there, and what was agreed on.
#[derive(Clone, PartialEq)]
struct TeamTable {
    team: Team,
    agreed: Answers,
}

/// What the parts of the room read.
struct TeamContext<'a> {
    props: &'a PartProps,
    /// Callbacks hold on to it by its handle: a copy of everybody for each of them would take a second.
    table: &'a UseStateHandle<TeamTable>,
    /// Keeps another table.
    change: Callback<TeamTable>,
    /// Says what came of something.
    say: Callback<TeamNotice>,
}

/// What is said of the last thing that was done.
#[derive(Clone, Default, PartialEq)]
struct TeamNotice {
    text: String,
    refused: Vec<RejectedLink>,
}

impl TeamContext<'_> {
    fn view(&self) -> &View {
        &self.props.view
    }

    fn members(&self) -> &[Member] {
        self.table.team.members()
    }

    /// A function, or those who did not tell theirs.
    fn role(&self, role: Option<Role>) -> String {
        role.map_or_else(
            || self.props.say(LazyText::TeamNoRole),
            |role| phrases::role(&self.view().pack, role).to_owned(),
        )
    }

    /// What the member at a position is called: by function, with a number where several have the same.
    fn name(&self, position: usize) -> String {
        let Some(member) = self.members().get(position) else { return String::new() };
        let alike = |member: &&Member, role: Option<Role>| member.role == role;
        let all = self.members().iter().filter(|other| alike(other, member.role)).count();
        let before = self.members().iter().take(position).filter(|other| alike(other, member.role)).count();
        let name = self.role(member.role);
        if all == 1 { name } else { [name, (before + 1).to_string()].join(" ") }
    }

    /// A callback that changes the table.
    fn on<E>(&self, change: impl Fn(TeamTable, E) -> TeamTable + 'static) -> Callback<E> {
        let (table, keep) = (self.table.clone(), self.change.clone());
        Callback::from(move |event| keep.emit(change((*table).clone(), event)))
    }
}

/// Where the room is: at the table, or at one of the disagreements in the workshop.
type WorkshopStep = Option<usize>;

#[component]
fn TeamRoom(props: &PartProps) -> Html {
    let view = &props.view;
    let table = use_state(|| opened(view));
    let said = use_state(TeamNotice::default);
    let workshop_step = use_state(|| WorkshopStep::None);
    let asked = use_state(|| Role::Legal);
    let all = use_state(|| false);
    let room = use_node_ref();
    let change = {
        let (view, table) = (view.clone(), table.setter());
        Callback::from(move |changed: TeamTable| {
            // Where nothing can be kept, that was said when the visit began.
            view.store(StorageSlot::Team, &kept(&view, &changed));
            table.set(changed);
        })
    };
    let say = said.setter();
    let say = Callback::from(move |what: TeamNotice| say.set(what));
    let add = {
        let (props, table, change, say) = (props.clone(), table.clone(), change.clone(), say.clone());
        Callback::from(move |text: String| {
            let gathered = gather(props.view.questionnaire(), &table.team, &text);
            say.emit(outcome(&props, &gathered));
            if gathered.team != table.team {
                change.emit(TeamTable { team: gathered.team, ..(*table).clone() });
            }
        })
    };
    {
        let add = add.clone();
        use_effect_with(props.brought.clone(), move |brought| {
            if let Some(link) = brought {
                add.emit(link.clone());
            }
        });
    }
    use_attention(view, *workshop_step);
    let context = TeamContext { props, table: &table, change, say };
    if let Some(workshop) = (*workshop_step).and_then(|place| workshop::view(&context, place, &workshop_step))
    {
        return workshop;
    }
    let count = context.members().len();
    let agreement = agreement(view.questionnaire(), &table.team);
    let content = html! {
        <div ref={room.clone()}>
            <p class="lead">{ props.say(LazyText::TeamLead) }</p>
            <div class="on-screen">
                { gathering::ask(&context, &asked) }
                { gathering::add(&context, &add) }
                <div role="status" class="said">{ gathering::said(&context, &said) }</div>
            </div>
            { gathering::members(&context, &agreement, &all) }
            if count > 1 {
                { marks::view(&context, &agreement) }
                { talk::disagreements(&context, &workshop_step) }
                { talk::resolved(&context) }
            }
            if count > 0 {
                { handing_on::view(&context, &room) }
            }
        </div>
    };
    frame(props, "team", LazyText::TeamTitle, content)
}

/// Each step of the workshop is a screen of its own: its heading takes the focus, as elsewhere. At first the
/// page keeps the focus, or the way into the room sets it.
#[hook]
fn use_attention(view: &View, workshop_step: WorkshopStep) {
    let (heading, seen) = (view.heading.clone(), use_mut_ref(|| workshop_step));
    use_effect_with(workshop_step, move |workshop_step| {
        if seen.replace(*workshop_step) != *workshop_step
            && let Some(heading) = heading.cast::<web_sys::HtmlElement>()
        {
            // A heading that can't take the focus is no reason to stop a workshop.
            let _ = heading.focus();
        }
    });
}

/// The team as it was kept; at first, oneself.
fn opened(view: &View) -> TeamTable {
    let questionnaire = view.questionnaire();
    let none = Answers::none(questionnaire);
    let Some(text) = view.stored(StorageSlot::Team) else {
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
fn kept(view: &View, table: &TeamTable) -> String {
    let questionnaire = view.questionnaire();
    let content = Content::Answers(table.agreed.clone());
    let agreed = ResultLink { content, result_id: view.state.result_id, role: None, day: None };
    [link::encode_team(questionnaire, &table.team), link::encode(questionnaire, &agreed)].join("\n")
}

fn outcome(props: &PartProps, gathered: &Gathered) -> TeamNotice {
    let added = match gathered.added {
        0 => props.say(LazyText::TeamAddedNone),
        1 => props.say(LazyText::TeamAddedOne),
        count => props.fill(LazyText::TeamAdded, &[("count", &count.to_string())]),
    };
    let renewed = match gathered.renewed {
        0 => None,
        count => Some(props.fill(LazyText::TeamRenewed, &[("count", &count.to_string())])),
    };
    let text: Vec<String> = [added].into_iter().chain(renewed).collect();
    TeamNotice { text: text.join(" "), refused: gathered.refused.clone() }
}

/// A response in short: the level, or why there is none.
fn short(props: &PartProps, response: Response) -> String {
    match response {
        Response::Level(level) => props.fill(LazyText::TeamLevel, &[("level", &level.number().to_string())]),
        Response::DontKnow => props.say(LazyText::TeamUnknown),
        Response::NotApplicable => props.say(LazyText::TeamNotApplicable),
    }
}

//! The team: several results side by side, what to talk about, and what comes of it. Nothing is sent: results are links
//! that people hand to each other.

mod context;
mod file_writer;
mod files;
mod gathering;
mod handing_on;
mod marks;
mod state;
mod storage;
mod talk;
mod versions;
mod workshop;

pub use file_writer::file;

use yew::prelude::*;

use crate::lazy::PartProps;
use crate::ui::element::Elements;
use crate::ui::frame::frame;
use crate::view::View;
use boussole_core::team::{Gathered, agreement, gather};
use boussole_core::texts::LazyText;
use context::TeamContext;
use state::{TeamMessage, TeamNotice, TeamState, TeamTable, WorkshopStep};

/// Screen of the team.
pub fn show(props: &PartProps) -> Html {
    // The team of another version is another screen, even where nothing was rendered between them.
    html! { <TeamScreen key={props.view.questionnaire().version} ..props.clone() /> }
}

#[component]
fn TeamScreen(props: &PartProps) -> Html {
    let view = &props.view;
    let state = use_reducer(|| TeamState::new(context::opened(view)));
    let (screen, field) = (use_node_ref(), use_node_ref());
    let context = TeamContext { props: props.clone(), state: state.clone() };
    let add = {
        let context = context.clone();
        Callback::from(move |links: String| add(&context, &links))
    };
    {
        let add = add.clone();
        use_effect_with(props.brought.clone(), move |brought| {
            if let Some(link) = brought {
                add.emit(link.clone());
            }
        });
    }
    let pasted = {
        let (add, find) = (add.clone(), props.tools.find);
        Callback::from(move |text: String| find(text, add.clone()))
    };
    use_attention(view, state.workshop_step);
    if let Some(workshop) = state.workshop_step.and_then(|place| workshop::view(&context, place)) {
        return workshop;
    }
    let count = context.members().len();
    let agreement = agreement(view.questionnaire(), &state.table.team);
    let content = html! {
        <div ref={screen.clone()}>
            { props.classed("p", "lead", LazyText::TeamLead) }
            { versions::notice(&context) }
            <div class="on-screen">
                { gathering::invitation(&context) }
                { gathering::add(&context, &field, add, pasted) }
                <div role="status" class="said">{ gathering::notice(&context) }</div>
            </div>
            { gathering::members(&context, &agreement) }
            { versions::earlier(&context) }
            if count > 1 {
                { marks::view(&context, &agreement) }
                { talk::disagreements(&context) }
                { talk::resolved(&context) }
            }
            if count > 0 {
                { handing_on::view(&context, &screen) }
            }
        </div>
    };
    frame(props, "team", LazyText::TeamTitle, content)
}

/// Each step of the workshop is a screen of its own: its heading takes the focus, as elsewhere. At first the
/// page keeps the focus, or the way into the screen sets it.
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

/// Adds the results of links to the team, and says what came of each.
fn add(context: &TeamContext, links: &str) {
    // Another tab may have changed the table since.
    let table = context::opened(context.view());
    let gathered = gather(context.view().questionnaire(), &table.team, links);
    context.state.dispatch(TeamMessage::Notify(outcome(&context.props, &gathered)));
    if gathered.team != table.team {
        context.change(TeamTable { team: gathered.team, agreed: table.agreed });
    }
}

fn outcome(props: &PartProps, gathered: &Gathered) -> TeamNotice {
    let mut text = match gathered.added {
        0 => props.say(LazyText::TeamAddedNone),
        count => props.fill(LazyText::TeamAdded, &[("count", &count.to_string())]),
    };
    if gathered.renewed > 0 {
        text += " ";
        text += &props.fill(LazyText::TeamRenewed, &[("count", &gathered.renewed.to_string())]);
    }
    TeamNotice { text, refused: gathered.refused.clone() }
}

//! A level to reach on each principle, and the shortest way there.

use yew::prelude::*;

use super::context::PlanContext;
use crate::ui::element::{Elements, classed, element};
use crate::ui::field;
use boussole_core::answers::Response;
use boussole_core::plan::{Climb, Plan, shortest_way};
use boussole_core::questionnaire::PrincipleId;
use boussole_core::score::MaturityLevel;
use boussole_core::texts::LazyText;

/// The level that is wanted on each principle.
pub type Targets = [Option<MaturityLevel>; 3];

/// Choice of a target, and the shortest way there.
pub fn view(context: &PlanContext<'_>, targets: &UseStateHandle<Targets>) -> Html {
    html! {
        <>
            { context.props.heading("h3", LazyText::PlanTarget) }
            { context.props.classed("p", "small", LazyText::PlanTargetMeaning) }
            { for PrincipleId::ALL.map(|id| principle(context, targets, id)) }
        </>
    }
}

fn principle(context: &PlanContext<'_>, targets: &UseStateHandle<Targets>, id: PrincipleId) -> Html {
    let questionnaire = context.view().questionnaire();
    let Some(reached) = context.report.summary.level_of(questionnaire, id) else { return Html::default() };
    let target = targets[id as usize];
    // Only what lies above can be aimed at.
    let above = (reached.index() + 1..questionnaire.maturity.len()).filter_map(MaturityLevel::new);
    let options = above.map(|level| {
        let name = questionnaire.maturity[level.index()].name.clone();
        html! { <option value={level.index().to_string()} selected={target == Some(level)}>{ name }</option> }
    });
    let choose = {
        let targets = targets.clone();
        Callback::from(move |event: Event| {
            let mut changed = *targets;
            changed[id as usize] =
                field::chosen(&event).and_then(|level| MaturityLevel::new(level.parse().ok()?));
            targets.set(changed);
        })
    };
    let now = &questionnaire.maturity[reached.index()].name;
    let name = &questionnaire.principle(id).name;
    let label = context.props.fill(LazyText::PlanTargetOf, &[("principle", name), ("level", now)]);
    html! {
        <div class="target">
            <label>
                { element("span", label) }
                <select data-field={format!("target-{id}")} onchange={choose}>
                    <option value="" selected={target.is_none()}>{ context.props.say(LazyText::PlanTargetNone) }</option>
                    { for options }
                </select>
            </label>
            <div role="status">{ for target.map(|target| way(context, id, target)) }</div>
        </div>
    }
}

fn way(context: &PlanContext<'_>, id: PrincipleId, target: MaturityLevel) -> Html {
    let questionnaire = context.view().questionnaire();
    let climbs =
        shortest_way(questionnaire, context.answers, &context.report.scores, id, target).unwrap_or_default();
    let steps: usize = climbs.iter().map(Climb::steps).sum();
    let said = context.props.fill(LazyText::PlanWay, &[("count", &steps.to_string())]);
    let positions: Vec<usize> = climbs.iter().map(|climb| climb.item).collect();
    let keep = context.on(String::from("h3"), move |plan: Plan, _: MouseEvent| {
        positions.iter().fold(plan, |plan, position| plan.keeping(*position))
    });
    html! {
        <>
            { element("p", said) }
            <ul class="climbs">{ for climbs.iter().map(|climb| entry(context, climb)) }</ul>
            <button type="button" part="button" data-action={format!("keep-{id}")} onclick={keep}>
                { context.props.say(LazyText::PlanWayKeep) }
            </button>
        </>
    }
}

fn entry(context: &PlanContext<'_>, climb: &Climb) -> Html {
    let Some(item) = context.view().questionnaire().item(climb.item) else { return Html::default() };
    let to = climb.to.number().to_string();
    let text = match climb.from {
        Response::Level(from) => {
            context.props.fill(LazyText::PlanClimb, &[("from", &from.number().to_string()), ("to", &to)])
        }
        Response::DontKnow | Response::NotApplicable => {
            context.props.fill(LazyText::PlanClimbUnknown, &[("to", &to)])
        }
    };
    html! { <li>{ element("strong", item.short.clone()) }{ " " }{ classed("span", "small", text) }</li> }
}

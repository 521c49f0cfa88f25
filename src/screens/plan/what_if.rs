//! Trial levels: items are moved up or down, and the score follows. Nothing of it is stored.

use yew::prelude::*;

use super::context::{PlanContext, sentence};
use crate::ui::chart::bar;
use crate::ui::element::{Elements, classed, element};
use boussole_core::answers::{Level, Response};
use boussole_core::plan::{one_up, what_if};
use boussole_core::questionnaire::{Item, PrincipleId};
use boussole_core::score::{ScoreSummary, score};
use boussole_core::texts::LazyText;

/// The responses that are tried instead of those that were given.
pub type Trial = Vec<(usize, Response)>;

/// Trial levels with their score.
pub fn view(context: &PlanContext<'_>, trial: &UseStateHandle<Trial>) -> Html {
    let questionnaire = context.view().questionnaire();
    let tried = what_if(questionnaire, context.answers, trial);
    let summary = ScoreSummary::from(&score(questionnaire, &tried));
    let mut first = 0;
    let groups = questionnaire.principles.iter().map(|principle| {
        let start = first;
        first += principle.items().count();
        let entries = principle
            .items()
            .zip(start..)
            .filter_map(|(item, position)| Some(entry(context, trial, item, position, tried.get(position)?)));
        html! { <>{ element("h4", principle.name.clone()) }<ul class="trials">{ for entries }</ul></> }
    });
    let reset = {
        let trial = trial.clone();
        Callback::from(move |_: MouseEvent| trial.set(Vec::new()))
    };
    html! {
        <details class="what-if">
            <summary>{ context.props.heading("h3", LazyText::PlanWhatIf) }</summary>
            { context.props.classed("p", "small", LazyText::PlanWhatIfMeaning) }
            <div class="answer-at-once">
                <div role="status">{ sentence(context.props, LazyText::PlanTried, &summary) }</div>
                <ul class="bars">{ for PrincipleId::ALL.map(|id| principle(context, &summary, id)) }</ul>
            </div>
            { for groups }
            <p class="actions">
                <button type="button" part="button" data-action="reset" disabled={trial.is_empty()} onclick={reset}>
                    { context.props.say(LazyText::PlanReset) }
                </button>
            </p>
        </details>
    }
}

fn principle(context: &PlanContext<'_>, summary: &ScoreSummary, id: PrincipleId) -> Html {
    let Some(range) = summary.principles[id as usize] else { return Html::default() };
    let name = context.view().questionnaire().principle(id).name.clone();
    let points = range.in_figures();
    html! { <li><p class="bar-said">{ name }{ " " }{ classed("span", "small", points) }</p>{ bar(context.view(), range) }</li> }
}

fn entry(
    context: &PlanContext<'_>,
    trial: &UseStateHandle<Trial>,
    item: &Item,
    position: usize,
    now: Response,
) -> Html {
    let given = context.answers.get(position);
    if given == Some(Response::NotApplicable) {
        return Html::default();
    }
    let said = match now {
        Response::Level(level) => level.number().to_string(),
        Response::DontKnow | Response::NotApplicable => String::from("?"),
    };
    let button = |action: &'static str, sign: &'static str, name: LazyText, to: Option<Response>| {
        let trial = trial.clone();
        let click = Callback::from(move |_: MouseEvent| {
            if let Some(to) = to {
                let mut changed: Trial =
                    trial.iter().filter(|(other, _)| *other != position).copied().collect();
                if Some(to) != given {
                    changed.push((position, to));
                }
                trial.set(changed);
            }
        });
        let name = context.props.fill(name, &[("item", &item.short)]);
        html! {
            <button type="button" part="button" data-action={action} aria-label={name} disabled={to.is_none()} onclick={click}>
                { sign }
            </button>
        }
    };
    let down = one_down(now, given);
    html! {
        <li key={item.id.to_string()} data-trial={position.to_string()}
            class={classes!((Some(now) != given).then_some("tried"))}>
            { classed("span", "subject", item.short.clone()) }
            { button("down", "−", LazyText::PlanDown, down) }
            <span class="level-number" aria-hidden="true">{ said.clone() }</span>
            { button("up", "+", LazyText::PlanUp, one_up(now).map(Response::Level)) }
            { classed("span", "unseen", context.props.fill(LazyText::PlanTriedLevel, &[("level", &said)])) }
        </li>
    }
}

/// One level down; from the lowest, back to a blind spot where there was one.
fn one_down(now: Response, given: Option<Response>) -> Option<Response> {
    match now {
        Response::Level(level) if level == Level::LOWEST => {
            given.filter(|given| *given == Response::DontKnow)
        }
        Response::Level(level) => Level::new(level.number() - 1).map(Response::Level),
        Response::DontKnow | Response::NotApplicable => None,
    }
}

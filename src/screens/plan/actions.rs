//! The actions: those that are kept, in their order, and those that could be.

use yew::prelude::*;

use super::context::{PlanContext, lift};
use crate::lazy::PartProps;
use crate::ui::element::{Elements, classed, element};
use crate::ui::{field, phrases};
use boussole_core::answers::Response;
use boussole_core::plan::{Action, Direction, Plan, Quarter};
use boussole_core::questionnaire::Item;
use boussole_core::report::{NextStep, next_step};
use boussole_core::texts::LazyText;

/// Quarters to choose from, the present one first: three years.
const QUARTERS: usize = 12;

/// Other actions shown before the rest is asked for.
const SEEN: usize = 3;

/// Actions of the plan, in their order.
pub fn kept(context: &PlanContext<'_>) -> Html {
    let actions = context.plan.chosen();
    let last = actions.len().saturating_sub(1);
    let entries = actions
        .iter()
        .enumerate()
        .filter_map(|(place, action)| entry(context, action, place == 0, place == last));
    html! {
        <>
            { context.props.heading("h3", LazyText::PlanKept) }
            if actions.is_empty() {
                { context.props.element("p", LazyText::PlanKeptNone) }
            }
            <ol class="priorities actions-kept">{ for entries }</ol>
        </>
    }
}

fn entry(context: &PlanContext<'_>, action: &Action, first: bool, last: bool) -> Option<Html> {
    let (item, response) = subject(context, action)?;
    let position = action.item;
    let within = |button: &str| format!("[data-item='{position}'] [data-action={button}]");
    let drop = context.on(String::from("h3"), move |plan: Plan, _: MouseEvent| plan.dropping(position));
    let shift = |direction: Direction, focus: &str| {
        context.on(within(focus), move |plan: Plan, _: MouseEvent| plan.moved(position, direction))
    };
    // At the end of the row the other button takes the focus.
    let reaches_start = context.plan.chosen().get(1).is_some_and(|second| second.item == position);
    let reaches_end =
        context.plan.chosen().iter().rev().nth(1).is_some_and(|before_last| before_last.item == position);
    let earlier = shift(Direction::Earlier, if reaches_start { "later" } else { "earlier" });
    let later = shift(Direction::Later, if reaches_end { "earlier" } else { "later" });
    let named = |text: LazyText| context.props.fill(text, &[("item", &item.short)]);
    Some(html! {
        <li key={item.id.to_string()} data-item={position.to_string()}>
            { step(context, item, response) }
            <div class="fields">
                { owner(context, action) }
                { quarter(context, action) }
            </div>
            <p class="row">
                <button type="button" class="quiet" data-action="earlier" disabled={first} onclick={earlier}
                    aria-label={named(LazyText::PlanEarlierNamed)}>{ context.props.say(LazyText::PlanEarlier) }</button>
                <button type="button" class="quiet" data-action="later" disabled={last} onclick={later}
                    aria-label={named(LazyText::PlanLaterNamed)}>{ context.props.say(LazyText::PlanLater) }</button>
                <button type="button" class="quiet" data-action="drop" onclick={drop}
                    aria-label={named(LazyText::PlanDropNamed)}>{ context.props.say(LazyText::PlanDrop) }</button>
            </p>
        </li>
    })
}

/// The step in words, with what it would bring.
fn step(context: &PlanContext<'_>, item: &Item, response: Response) -> Html {
    let (view, position) =
        (context.view(), context.view().questionnaire().items().position(|one| one.id == item.id));
    let brings = position.and_then(|position| context.report.scores.lifts.get(position).copied().flatten());
    let Some(next) = next_step(item, response) else { return Html::default() };
    let effort = match next {
        NextStep::Take(step) => Some(phrases::effort(&view.pack, step.effort)),
        NextStep::FindOut(_) => None,
    };
    let text = phrases::step(&view.pack, &next);
    let effort = effort.map(|effort| context.props.fill(LazyText::PlanEffort, &[("effort", effort)]));
    let facts: Vec<String> = lift(context.props, brings).into_iter().chain(effort).collect();
    html! {
        <>
            { classed("p", "subject", item.short.clone()) }
            { classed("p", "step", text) }
            { classed("p", "small", facts.join(" · ")) }
        </>
    }
}

fn subject<'a>(context: &'a PlanContext<'_>, action: &Action) -> Option<(&'a Item, Response)> {
    Some((context.view().questionnaire().item(action.item)?, context.answers.get(action.item)?))
}

fn owner(context: &PlanContext<'_>, action: &Action) -> Html {
    let position = action.item;
    let choose =
        context.on(String::new(), move |plan: Plan, event: Event| match field::chosen_role(&event) {
            Some(role) => plan.owned(position, role),
            None => plan,
        });
    html! {
        <label>
            { context.props.element("span", LazyText::SharedOwner) }
            <select data-field="owner" onchange={choose}>{ field::roles(&context.view().pack, Some(action.owner)) }</select>
        </label>
    }
}

fn quarter(context: &PlanContext<'_>, action: &Action) -> Html {
    let position = action.item;
    let now = Quarter::of(context.view().today());
    let mut quarters: Vec<Quarter> =
        std::iter::successors(Some(now), |one| Some(one.next())).take(QUARTERS).collect();
    // A plan of some time ago may have a quarter that has passed: it is shown as it was decided.
    if !quarters.contains(&action.due) {
        quarters.insert(0, action.due);
    }
    let options = quarters.into_iter().map(|quarter| {
        html! {
            <option value={quarter.number().to_string()} selected={quarter == action.due}>
                { quarter_name(context.props, quarter) }
            </option>
        }
    });
    let choose = context.on(String::new(), move |plan: Plan, event: Event| {
        match field::chosen(&event).and_then(|number| Quarter::from_number(number.parse().ok()?)) {
            Some(due) => plan.due(position, due),
            None => plan,
        }
    });
    html! {
        <label>
            { context.props.element("span", LazyText::PlanDue) }
            <select data-field="due" onchange={choose}>{ for options }</select>
        </label>
    }
}

/// A quarter in words.
pub fn quarter_name(props: &PartProps, quarter: Quarter) -> String {
    let (number, year) = (quarter.of_year().to_string(), quarter.year().to_string());
    props.fill(LazyText::SharedQuarter, &[("quarter", &number), ("year", &year)])
}

/// Actions outside of the plan, by what they bring.
pub fn others(context: &PlanContext<'_>) -> Html {
    let entries: Vec<Html> =
        context.plan.others().iter().filter_map(|action| other(context, action)).collect();
    if entries.is_empty() {
        return Html::default();
    }
    let rest = entries.len().saturating_sub(SEEN).to_string();
    let mut entries = entries.into_iter();
    let seen: Vec<Html> = entries.by_ref().take(SEEN).collect();
    html! {
        <>
            { context.props.heading("h3", LazyText::PlanOthers) }
            <ul class="actions-others">{ for seen }</ul>
            if rest != "0" {
                <details>
                    { element("summary", context.props.fill(LazyText::PlanOthersMore, &[("count", &rest)])) }
                    <ul class="actions-others">{ for entries }</ul>
                </details>
            }
        </>
    }
}

fn other(context: &PlanContext<'_>, action: &Action) -> Option<Html> {
    let (item, response) = subject(context, action)?;
    let position = action.item;
    let keep = context
        .on(format!("[data-item='{position}'] [data-action=drop]"), move |plan: Plan, _: MouseEvent| {
            plan.keeping(position)
        });
    let name = context.props.fill(LazyText::PlanKeepNamed, &[("item", &item.short)]);
    Some(html! {
        <li key={item.id.to_string()} data-item={position.to_string()}>
            { step(context, item, response) }
            <button type="button" part="button" data-action="keep" aria-label={name} onclick={keep}>
                { context.props.say(LazyText::PlanKeep) }
            </button>
        </li>
    })
}

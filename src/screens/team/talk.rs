//! Disagreements of the members, and blind spots that another member resolves.

use yew::prelude::*;

use super::context::TeamContext;
use crate::ui::element::{Elements, actions, classed, element};
use crate::ui::phrases;
use boussole_core::answers::Response;
use boussole_core::questionnaire::Item;
use boussole_core::team::{
    Disagreement, ItemView, Resolved, RoleView, disagreements as found, resolved as known,
};
use boussole_core::texts::LazyText;

/// Disagreements shown before the rest is asked for.
const SEEN: usize = 5;

/// Section of the disagreements, the widest first.
pub fn disagreements(context: &TeamContext) -> Html {
    let found = found(context.view().questionnaire(), &context.table().team);
    let entries: Vec<Html> = found.iter().map(|disagreement| entry(context, disagreement)).collect();
    html! {
        <>
            { context.props.heading("h3", LazyText::TeamTalk) }
            if found.is_empty() {
                { context.props.element("p", LazyText::TeamTalkNone) }
            } else {
                { element("p", context.props.fill(LazyText::TeamTalkMeaning, &[("count", &found.len().to_string())])) }
                { actions(context.props.primary_button("workshop", LazyText::TeamWorkshop, context.go(Some(0)))) }
            }
            { folded(context, entries) }
        </>
    }
}

/// The first entries, and the others where they are asked for.
fn folded(context: &TeamContext, entries: Vec<Html>) -> Html {
    let rest = entries.len().saturating_sub(SEEN).to_string();
    let mut entries = entries.into_iter();
    let seen: Vec<Html> = entries.by_ref().take(SEEN).collect();
    html! {
        <>
            <ul class="talk">{ for seen }</ul>
            if rest != "0" {
                <details>
                    { element("summary", context.props.fill(LazyText::TeamMore, &[("count", &rest)])) }
                    <ul class="talk">{ for entries }</ul>
                </details>
            }
        </>
    }
}

fn entry(context: &TeamContext, disagreement: &Disagreement) -> Html {
    let Some(item) = context.view().questionnaire().item(disagreement.item) else { return Html::default() };
    let agreed = context.table().agreed.get(disagreement.item);
    html! {
        <li>
            <p>{ element("strong", item.short.clone()) }</p>
            { for worlds(context, disagreement).map(|sentence| element("p", sentence)) }
            { voices(context, &disagreement.role_views) }
            if let Some(agreed) = agreed {
                { classed("p", "agreed", context.props.fill(LazyText::TeamAgreed, &[("answer", &context.short(agreed))])) }
            }
        </li>
    }
}

/// "Legal sees level 1, IT sees level 4: talk about it."
pub fn worlds(context: &TeamContext, disagreement: &Disagreement) -> Option<String> {
    let (low, high) = disagreement.opposed_roles?;
    let median = |role| {
        let voice = disagreement.role_views.iter().find(|voice| voice.role == Some(role))?;
        voice.view.median().map(|level| level.number().to_string())
    };
    let (low_level, high_level) = (median(low)?, median(high)?);
    let values = [
        ("lower", &*context.role(Some(low))),
        ("low", &low_level),
        ("higher", &context.role(Some(high))),
        ("high", &high_level),
    ];
    Some(phrases::capital(context.props.fill(LazyText::TeamWorlds, &values)))
}

/// Responses by role.
pub fn voices(context: &TeamContext, voices: &[RoleView]) -> Html {
    let said = voices.iter().map(|voice| {
        html! { <li>{ classed("span", "small", phrases::capital(context.role(voice.role))) }{ " " }{ heard(context, &voice.view) }</li> }
    });
    html! { <ul class="voices">{ for said }</ul> }
}

/// Responses of one role to one item: levels from the lowest to the highest, then responses without a level.
pub fn heard(context: &TeamContext, view: &ItemView) -> String {
    let levels = view.lowest().zip(view.highest()).map(|(lowest, highest)| {
        let (low, high) = (lowest.number().to_string(), highest.number().to_string());
        match lowest == highest {
            true => context.short(Response::Level(lowest)),
            false => context.props.fill(LazyText::TeamLevels, &[("lowest", &low), ("highest", &high)]),
        }
    });
    let none = |count: usize, response: Response| (count > 0).then(|| context.short(response));
    let others =
        [none(view.dont_know, Response::DontKnow), none(view.not_applicable, Response::NotApplicable)];
    let said: Vec<String> = levels.into_iter().chain(others.into_iter().flatten()).collect();
    said.join(", ")
}

/// Section of the blind spots that a member resolves.
pub fn resolved(context: &TeamContext) -> Html {
    let found = known(context.view().questionnaire(), &context.table().team);
    let entries: Vec<Html> = found.iter().filter_map(|resolved| answer(context, resolved)).collect();
    html! {
        <>
            { context.props.element("h3", LazyText::TeamResolved) }
            if found.is_empty() {
                { context.props.element("p", LazyText::TeamResolvedNone) }
            } else {
                { context.props.element("p", LazyText::TeamResolvedMeaning) }
            }
            { folded(context, entries) }
        </>
    }
}

fn answer(context: &TeamContext, resolved: &Resolved) -> Option<Html> {
    let item: &Item = context.view().questionnaire().item(resolved.item)?;
    let names =
        |positions: &[usize]| positions.iter().map(|at| context.name(*at)).collect::<Vec<_>>().join(", ");
    let knows = resolved.know.iter().filter_map(|at| {
        let response = context.members().get(*at)?.answers.get(resolved.item)?;
        Some(context.props.fill(
            LazyText::ExportLevel,
            &[("label", &*context.name(*at)), ("level", &context.short(response))],
        ))
    });
    let knows: Vec<String> = knows.take(SEEN).collect();
    Some(html! {
        <li>
            <p>{ element("strong", item.short.clone()) }</p>
            { classed("p", "small", context.props.fill(LazyText::TeamAsks, &[("names", &names(&resolved.ask))])) }
            { element("p", phrases::capital(knows.join(" · "))) }
        </li>
    })
}

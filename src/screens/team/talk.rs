//! What to talk about: where the members see different worlds, and what some know that others don't.

use yew::prelude::*;

use super::{TeamContext, WorkshopStep, short};
use crate::ui::phrases;
use boussole_core::answers::Response;
use boussole_core::questionnaire::Item;
use boussole_core::team::{
    Disagreement, ItemView, Resolved, RoleView, disagreements as found, resolved as known,
};
use boussole_core::texts::LazyText;

/// How many are seen at first sight.
const SEEN: usize = 5;

pub fn disagreements(context: &TeamContext<'_>, workshop_step: &UseStateHandle<WorkshopStep>) -> Html {
    let found = found(context.view().questionnaire(), &context.table.team);
    let begin = {
        let workshop_step = workshop_step.setter();
        Callback::from(move |_: MouseEvent| workshop_step.set(Some(0)))
    };
    let entries: Vec<Html> = found.iter().map(|disagreement| entry(context, disagreement)).collect();
    html! {
        <>
            <h3 tabindex="-1">{ context.props.say(LazyText::TeamTalk) }</h3>
            if found.is_empty() {
                <p>{ context.props.say(LazyText::TeamTalkNone) }</p>
            } else {
                <p>{ context.props.fill(LazyText::TeamTalkMeaning, &[("count", &found.len().to_string())]) }</p>
                <p class="actions">
                    <button type="button" class="primary" part="button primary" data-action="workshop" onclick={begin}>
                        { context.props.say(LazyText::TeamWorkshop) }
                    </button>
                </p>
            }
            { folded(context, entries) }
        </>
    }
}

/// The first entries, and the others where they are asked for.
fn folded(context: &TeamContext<'_>, entries: Vec<Html>) -> Html {
    let rest = entries.len().saturating_sub(SEEN).to_string();
    let mut entries = entries.into_iter();
    let seen: Vec<Html> = entries.by_ref().take(SEEN).collect();
    html! {
        <>
            <ul class="talk">{ for seen }</ul>
            if rest != "0" {
                <details>
                    <summary>{ context.props.fill(LazyText::TeamMore, &[("count", &rest)]) }</summary>
                    <ul class="talk">{ for entries }</ul>
                </details>
            }
        </>
    }
}

fn entry(context: &TeamContext<'_>, disagreement: &Disagreement) -> Html {
    let Some(item) = context.view().questionnaire().item(disagreement.item) else { return Html::default() };
    let agreed = context.table.agreed.get(disagreement.item);
    html! {
        <li>
            <p><strong>{ item.short.clone() }</strong></p>
            { for worlds(context, disagreement).map(|sentence| html! { <p>{ sentence }</p> }) }
            { voices(context, &disagreement.role_views) }
            if let Some(agreed) = agreed {
                <p class="agreed">{ context.props.fill(LazyText::TeamAgreed, &[("answer", &short(context.props, agreed))]) }</p>
            }
        </li>
    }
}

/// "Legal sees level 1, IT sees level 4: talk about it."
pub fn worlds(context: &TeamContext<'_>, disagreement: &Disagreement) -> Option<String> {
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

/// What each function says.
pub fn voices(context: &TeamContext<'_>, voices: &[RoleView]) -> Html {
    let said = voices.iter().map(|voice| {
        html! { <li><span class="small">{ phrases::capital(context.role(voice.role)) }</span>{ " " }{ heard(context, &voice.view) }</li> }
    });
    html! { <ul class="voices">{ for said }</ul> }
}

/// What the members of one function say of one item: levels from the lowest to the highest, and who has none.
pub fn heard(context: &TeamContext<'_>, view: &ItemView) -> String {
    let levels = view.lowest().zip(view.highest()).map(|(lowest, highest)| {
        let (low, high) = (lowest.number().to_string(), highest.number().to_string());
        match lowest == highest {
            true => short(context.props, Response::Level(lowest)),
            false => context.props.fill(LazyText::TeamLevels, &[("lowest", &low), ("highest", &high)]),
        }
    });
    let none = |count: usize, response: Response| (count > 0).then(|| short(context.props, response));
    let others =
        [none(view.dont_know, Response::DontKnow), none(view.not_applicable, Response::NotApplicable)];
    let said: Vec<String> = levels.into_iter().chain(others.into_iter().flatten()).collect();
    said.join(", ")
}

pub fn resolved(context: &TeamContext<'_>) -> Html {
    let found = known(context.view().questionnaire(), &context.table.team);
    let entries: Vec<Html> = found.iter().filter_map(|resolved| answer(context, resolved)).collect();
    html! {
        <>
            <h3>{ context.props.say(LazyText::TeamResolved) }</h3>
            if found.is_empty() {
                <p>{ context.props.say(LazyText::TeamResolvedNone) }</p>
            } else {
                <p>{ context.props.say(LazyText::TeamResolvedMeaning) }</p>
            }
            { folded(context, entries) }
        </>
    }
}

fn answer(context: &TeamContext<'_>, resolved: &Resolved) -> Option<Html> {
    let item: &Item = context.view().questionnaire().item(resolved.item)?;
    let names =
        |positions: &[usize]| positions.iter().map(|at| context.name(*at)).collect::<Vec<_>>().join(", ");
    let knows = resolved.know.iter().filter_map(|at| {
        let response = context.members().get(*at)?.answers.get(resolved.item)?;
        Some(context.props.fill(
            LazyText::ExportLevel,
            &[("label", &*context.name(*at)), ("level", &short(context.props, response))],
        ))
    });
    let knows: Vec<String> = knows.take(SEEN).collect();
    Some(html! {
        <li>
            <p><strong>{ item.short.clone() }</strong></p>
            <p class="small">{ context.props.fill(LazyText::TeamAsks, &[("names", &names(&resolved.ask))]) }</p>
            <p>{ phrases::capital(knows.join(" · ")) }</p>
        </li>
    })
}

//! The workshop: one disagreement after another on a big screen, an agreed answer for each.

use yew::prelude::*;

use super::context::TeamContext;
use super::state::TeamTable;
use super::talk;
use crate::ui::element::{Elements, classed};
use crate::ui::phrases;
use boussole_core::answers::{Answers, Level, Response};
use boussole_core::questionnaire::Item;
use boussole_core::team::{Disagreement, ItemView, disagreements};
use boussole_core::texts::{LazyText, Text};

/// The disagreement at a place; none where the team no longer has as many.
pub fn view(context: &TeamContext, place: usize) -> Option<Html> {
    let found = disagreements(context.view().questionnaire(), &context.table().team);
    let (disagreement, count) = (found.get(place)?, found.len());
    let item = context.view().questionnaire().item(disagreement.item)?;
    let next = (place + 1 < count).then_some(place + 1);
    let values = [("place", &*(place + 1).to_string()), ("count", &*count.to_string())];
    Some(html! {
        <section class="room workshop" data-screen="workshop" key={place}>
            <p class="kicker" role="status">{ context.props.fill(LazyText::TeamPlace, &values) }</p>
            <h2 part="title" tabindex="-1" ref={context.view().heading.clone()}>{ item.prompt.clone() }</h2>
            { for talk::worlds(context, disagreement).map(|sentence| classed("p", "lead", sentence)) }
            <fieldset>
                { context.props.classed("legend", "small", LazyText::TeamAgree) }
                <div class="levels">
                    { for Level::all().map(|level| choice(context, disagreement, item, Response::Level(level))) }
                    { choice(context, disagreement, item, Response::DontKnow) }
                </div>
            </fieldset>
            <p class="actions">
                if let Some(before) = place.checked_sub(1) {
                    { context.view().button("before", Text::ItemBack, context.go(Some(before))) }
                }
                if next.is_some() {
                    { context.view().primary_button("next", Text::ItemNext, context.go(next)) }
                }
                <button type="button" class={classes!(next.is_none().then_some("primary"))} part="button" data-action="end" onclick={context.go(None)}>
                    { context.props.say(LazyText::TeamEnd) }
                </button>
            </p>
        </section>
    })
}

/// An answer to agree on, with who gave it.
fn choice(context: &TeamContext, disagreement: &Disagreement, item: &Item, response: Response) -> Html {
    let position = disagreement.item;
    let (value, text) = match response {
        Response::Level(level) => (level.number().to_string(), item.levels[level.index()].clone()),
        _ => (String::from("dont-know"), context.view().text(Text::ItemDontKnow)),
    };
    let gave = |view: &ItemView| match response {
        Response::Level(level) => view.levels[level.index()] > 0,
        Response::DontKnow => view.dont_know > 0,
        Response::NotApplicable => view.not_applicable > 0,
    };
    let voices = disagreement.role_views.iter().filter(|voice| gave(&voice.view));
    let who: Vec<String> = voices.map(|voice| context.role(voice.role)).collect();
    let chosen = context.table().agreed.get(position) == Some(response);
    let questionnaire = context.view().pack.clone();
    let agree = context.on(move |table: TeamTable, _: Event| {
        let agreed: Answers = table.agreed.with(&questionnaire.questionnaire, position, response);
        TeamTable { agreed, ..table }
    });
    html! {
        <label class={classes!("choice", chosen.then_some("chosen"))} part={if chosen { "choice chosen" } else { "choice" }}>
            <input type="radio" name="agreed" value={value} checked={chosen} onchange={agree} />
            <span class="choice-text">
                { text }
                if !who.is_empty() {
                    { classed("span", "who", phrases::capital(who.join(", "))) }
                }
            </span>
        </label>
    }
}

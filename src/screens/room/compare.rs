//! The rooms: which is shown, what it is called, and all of them on the same scale.

use crate::ui::element::{Elements, actions, element, entry};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::chart;
use super::message::RoomMessage;
use super::presentation::day;
use super::scene::Scene;
use boussole_core::room::{Distribution, FEWEST, RoomFigures};
use boussole_core::texts::RoomText;

/// List of rooms, and their figures on one scale.
pub fn view(scene: &Scene<'_>) -> Html {
    let state = scene.state;
    let name = scene.on(|event: InputEvent| {
        RoomMessage::Name(
            event.target_dyn_into::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default(),
        )
    });
    let all = state.all();
    html! {
        <section class="rooms" aria-labelledby="rooms">
            <h2 id="rooms">{ scene.say(RoomText::Rooms) }</h2>
            <label class="name">
                { scene.element("span", RoomText::Name) }
                <input type="text" maxlength="60" data-field="name" autocomplete="off" oninput={name}
                    value={state.room().name.clone()} />
            </label>
            <ul class="list">{ for all.iter().enumerate().map(|(at, figures)| row(scene, at, figures)) }</ul>
            { actions(scene.button("new", RoomText::New, scene.sends(|| RoomMessage::New))) }
            if all.len() > 1 {
                { scene.element("h3", RoomText::Compare) }
                { scene.element("p", RoomText::CompareLead) }
                <div class="principles">{ for (0..4).map(|part| beside(scene, part, &all)) }</div>
            }
        </section>
    }
}

/// A name with its day and how many results there are.
fn told(scene: &Scene<'_>, figures: &RoomFigures) -> String {
    [scene.name(&figures.name), day(scene, figures.day), figures.count.to_string()].join(" · ")
}

fn row(scene: &Scene<'_>, at: usize, figures: &RoomFigures) -> Html {
    let own = at < scene.state.rooms.len();
    let told = told(scene, figures);
    let remove = scene.fill(RoomText::RemoveNamed, &[("name", &told)]);
    html! {
        <li key={at}>
            if own {
                <button type="button" data-action="choose" aria-pressed={(at == scene.state.at).to_string()}
                    onclick={scene.on(move |_: MouseEvent| RoomMessage::Choose(at))}>{ told }</button>
            } else {
                <span>{ told }{ " · " }{ scene.say(RoomText::Elsewhere) }</span>
            }
            <button type="button" class="quiet" data-action="remove" aria-label={remove}
                onclick={scene.on(move |_: MouseEvent| RoomMessage::Remove(at))}>{ scene.say(RoomText::Remove) }</button>
        </li>
    }
}

/// One part, all rooms: the three principles, then all of them together.
fn beside(scene: &Scene<'_>, part: usize, all: &[&RoomFigures]) -> Html {
    let name = if part == 3 { scene.say(RoomText::Whole) } else { scene.principle(part) };
    let spread = |figures: &RoomFigures| -> Option<Distribution> {
        let told = figures.statistics.as_ref()?;
        if part == 3 { told.whole } else { told.principles[part] }
    };
    let line = |figures: &&RoomFigures| {
        let spread = spread(figures);
        let said = match spread {
            Some(spread) => {
                let [first, median, third] = spread.quartiles.map(|points| points.to_string());
                scene
                    .fill(RoomText::CompareRow, &[("first", &*first), ("median", &median), ("third", &third)])
            }
            None => scene.fill(RoomText::CompareFew, &[("fewest", &FEWEST.to_string())]),
        };
        entry(told(scene, figures), spread.as_ref().map(chart::line).unwrap_or_default(), said)
    };
    html! { <section>{ element("h4", name) }<ul class="lines">{ for all.iter().map(line) }</ul></section> }
}

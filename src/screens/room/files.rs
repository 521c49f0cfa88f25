//! Exports of the organiser, and the control that erases.

use yew::prelude::*;

use super::message::RoomMessage;
use super::presentation::{day, weakest_names};
use super::scene::Scene;
use crate::lazy::File;
use crate::ui::element::Elements;
use crate::ui::field;
use boussole_core::export::card::slide;
use boussole_core::export::csv::Separator;
use boussole_core::export::room::{object, table};
use boussole_core::texts::RoomText;

/// Exports of the room that is shown.
pub fn view(scene: &Scene<'_>) -> Html {
    let questionnaire = &scene.props.pack.questionnaire;
    let id = questionnaire.id.as_str();
    let named = |ending: &str| ["boussole-room-", id, ending].concat();
    let text = |content: String, name: String, kind: &'static str| {
        let (offer, dispatch) = (scene.props.ports.offer.clone(), scene.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let content = content.clone();
            dispatch.emit(RoomMessage::Saved(offer.emit(File { name: name.clone(), kind, content })));
        })
    };
    let all = scene.state.all();
    let csv = text(csv(scene), named(".csv"), "text/csv;charset=utf-8");
    let json = text(object(questionnaire, &all), named(".json"), "application/json");
    let links = {
        let (offer, dispatch) = (scene.props.ports.offer.clone(), scene.dispatch.clone());
        let (state, name) = (scene.state.clone(), named("-links.txt"));
        Callback::from(move |_: MouseEvent| {
            let content = state.links();
            let file = File { name: name.clone(), kind: "text/plain;charset=utf-8", content };
            dispatch.emit(RoomMessage::Saved(offer.emit(file)));
        })
    };
    let kept = if scene.state.is_blocked { RoomText::Blocked } else { RoomText::Kept };
    html! {
        <section class="files" aria-labelledby="take">
            <h2 id="take">{ scene.say(RoomText::Take) }</h2>
            { scene.element("p", RoomText::TakeLead) }
            <p class="actions">
                { scene.button("csv", RoomText::Csv, csv) }
                { scene.button("json", RoomText::Json, json) }
                { scene.button("picture", RoomText::Picture, picture(scene, named(".png"))) }
                { scene.button("links", RoomText::Links, links) }
            </p>
            { separator_choice(scene) }
            { scene.classed("p", "small", kept) }
            { scene.button("erase", RoomText::Erase, scene.sends(|| RoomMessage::Erase)) }
        </section>
    }
}

fn csv(scene: &Scene<'_>) -> String {
    table(&scene.props.pack.questionnaire, &scene.state.all(), &scene.props.texts, separator(scene))
}

/// The separator of tables: the chosen one, else that of the language.
fn separator(scene: &Scene<'_>) -> Separator {
    Separator::chosen(scene.state.separator, scene.props.texts.get(RoomText::Separator))
}

fn separator_choice(scene: &Scene<'_>) -> Html {
    let names = [RoomText::Comma, RoomText::Semicolon].map(|name| scene.say(name));
    let (label, hint) = (scene.say(RoomText::SeparatorLabel), scene.say(RoomText::SeparatorHint));
    field::separators(label, hint, names, separator(scene), scene.on(RoomMessage::Separate))
}

fn picture(scene: &Scene<'_>, name: String) -> Callback<MouseEvent> {
    let room = scene.state.room();
    let title = [scene.name(&room.name), day(scene, room.day)].join(" · ");
    let weakest = room.figures.statistics.as_ref().map(|told| weakest_names(scene, told)).unwrap_or_default();
    let questionnaire = &scene.props.pack.questionnaire;
    let shapes = slide::slide(questionnaire, &room.figures, &title, &weakest, &scene.props.texts);
    let (port, dispatch) = (scene.props.ports.picture.clone(), scene.dispatch);
    let done = dispatch.reform(RoomMessage::Saved);
    Callback::from(move |_: MouseEvent| port.emit((shapes.clone(), name.clone(), done.clone())))
}

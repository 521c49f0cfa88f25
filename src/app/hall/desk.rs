//! Collecting: a field to paste into, files, the camera; and what came of it.

use yew::prelude::*;

use super::Scene;
use super::state::{Camera, Message, Said};
use crate::app::rooms::Paste;
use boussole_core::hall::{MOST, Reading, Refusal, Refused};
use boussole_core::texts::HallText;

/// How many links that were left out are named at once, and how much of each is shown.
const SEEN: usize = 50;
const GLIMPSE: usize = 48;

pub fn view(scene: &Scene<'_>) -> Html {
    let state = scene.state;
    html! {
        <section class="desk" aria-labelledby="gather">
            <h2 id="gather">{ scene.say(HallText::Gather) }</h2>
            <p>{ scene.say(HallText::Lead) }</p>
            <div class="ways-in">
                <Paste label={scene.say(HallText::Paste)} button={scene.say(HallText::Add)} onpaste={scene.on(Message::Read)} />
                <div class="drop">
                    <label class="file">
                        <span>{ scene.say(HallText::File) }</span>
                        <input type="file" multiple=true data-field="file" />
                    </label>
                    <p class="small">{ scene.say(HallText::FileHint) }</p>
                </div>
                { camera(scene) }
            </div>
            <div role="status" class="said">
                if let Some((done, of)) = state.progress().filter(|(_, of)| *of > 1) {
                    <p>{ scene.fill(HallText::Progress, &[("done", &done.to_string()), ("of", &of.to_string())]) }</p>
                }
                { said(scene) }
                if state.undo.is_some() {
                    { scene.button("undo", HallText::Undo, || Message::Undo) }
                }
            </div>
        </section>
    }
}

fn camera(scene: &Scene<'_>) -> Html {
    let camera = scene.state.camera;
    let is_on = matches!(camera, Camera::Starting | Camera::On);
    let text = match camera {
        Camera::Off => None,
        Camera::Starting => Some(HallText::CameraStarting),
        Camera::On => Some(HallText::CameraOn),
        Camera::None => Some(HallText::CameraNone),
        Camera::Denied => Some(HallText::CameraDenied),
        Camera::Failed => Some(HallText::CameraFailed),
    };
    let (port, dispatch) = (scene.props.ports.camera.clone(), scene.state.dispatcher());
    let turn = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Message::Camera(if is_on { Camera::Off } else { Camera::Starting }));
        port.emit(!is_on);
    });
    html! {
        <div class="camera">
            <button type="button" data-action="camera" onclick={turn}>
                { scene.say(if is_on { HallText::CameraStop } else { HallText::Camera }) }
            </button>
            <div role="status">
                if let Some(text) = text {
                    <p>{ scene.say(text) }</p>
                }
                if let Said::Code(count) = &scene.state.said {
                    <p class={classes!("code", count.is_some().then_some("sound"))}>
                        { match count {
                            Some(count) => scene.fill(HallText::CodeRead, &[("count", &count.to_string())]),
                            None => scene.say(HallText::CodeOther),
                        } }
                    </p>
                }
            </div>
            <video hidden={!is_on} muted=true playsinline=true aria-label={scene.say(HallText::CameraView)} />
        </div>
    }
}

fn said(scene: &Scene<'_>) -> Html {
    let text = match &scene.state.said {
        Said::Nothing | Said::Code(_) => return Html::default(),
        Said::Read(reading) => return read(scene, reading),
        Said::Removed => HallText::Removed,
        Said::Erased => HallText::Erased,
        Said::Saved(true) => HallText::Saved,
        Said::Saved(false) => HallText::Failed,
    };
    html! { <p>{ scene.say(text) }</p> }
}

fn read(scene: &Scene<'_>, reading: &Reading) -> Html {
    if reading.total() == 0 {
        return html! { <p>{ scene.say(HallText::Nothing) }</p> };
    }
    let counted = |text: HallText, count: usize| html! { <p>{ scene.fill(text, &[("count", &count.to_string())]) }</p> };
    let refused = reading.refused.iter().take(SEEN).map(|Refused { link, why }| {
        let glimpse: String = link.chars().take(GLIMPSE).collect();
        html! { <li><code>{ glimpse }</code>{ " " }{ reason(scene, *why) }</li> }
    });
    let brought = reading.brought.len();
    html! {
        <>
            if reading.added > 0 || reading.renewed + brought == 0 {
                { counted(HallText::Added, reading.added) }
            }
            if reading.renewed > 0 {
                { counted(HallText::Renewed, reading.renewed) }
            }
            if brought > 0 {
                { counted(HallText::Brought, brought) }
            }
            if !reading.refused.is_empty() {
                { counted(HallText::Refused, reading.refused.len()) }
                <ul class="refused">{ for refused }</ul>
            }
            if reading.refused.len() > SEEN {
                { counted(HallText::More, reading.refused.len() - SEEN) }
            }
        </>
    }
}

fn reason(scene: &Scene<'_>, why: Refusal) -> String {
    let text = match why {
        Refusal::Twice => HallText::Twice,
        Refusal::Earlier => HallText::Earlier,
        Refusal::Damaged => HallText::Damaged,
        Refusal::Newer => HallText::Newer,
        Refusal::Unfinished => HallText::Unfinished,
        Refusal::OtherQuestionnaire => HallText::OtherQuestionnaire,
        Refusal::Team => HallText::Team,
        Refusal::Full => HallText::Full,
    };
    scene.fill(text, &[("most", &MOST.to_string())])
}

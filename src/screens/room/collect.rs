//! Collecting: a field to paste into, files, the camera; and what came of it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::file_report::{FileReport, FileReports};
use super::message::{Camera, RoomMessage, RoomNotice};
use super::scene::Scene;
use crate::ui::element::{Elements, element};
use crate::ui::paste_box::paste_box;
use boussole_core::room::{EntryError, MOST, Reading, RejectedEntry};
use boussole_core::texts::RoomText;

/// Rejected links that are named at once, and characters of each that are shown.
const SEEN: usize = 50;
const GLIMPSE: usize = 48;

/// `field` is the one to paste into.
pub fn view(scene: &Scene<'_>, field: &NodeRef) -> Html {
    let state = scene.state;
    let (find, read) = (scene.props.ports.find.clone(), scene.on(RoomMessage::Read));
    let pasted = Callback::from(move |text: String| find.emit((text, read.clone())));
    html! {
        <section class="collect" aria-labelledby="gather">
            <h2 id="gather">{ scene.say(RoomText::Gather) }</h2>
            { scene.element("p", RoomText::Lead) }
            <div class="ways-in">
                { paste_box(field, scene.say(RoomText::Paste), scene.say(RoomText::Add), pasted) }
                <div class="drop">
                    <label class="file">
                        { scene.element("span", RoomText::File) }
                        <input type="file" multiple=true data-field="file" />
                    </label>
                    { scene.classed("p", "small", RoomText::FileHint) }
                </div>
                { camera(scene) }
            </div>
            <div role="status" class="said">
                if let Some((done, of)) = state.progress().filter(|(_, of)| *of > 1) {
                    { element("p", scene.fill(RoomText::Progress, &[("count", &done.to_string()), ("of", &of.to_string())])) }
                }
                { said(scene) }
                if state.undo.is_some() {
                    { scene.button("undo", RoomText::Undo, scene.sends(|| RoomMessage::Undo)) }
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
        Camera::Starting => Some(RoomText::CameraStarting),
        Camera::On => Some(RoomText::CameraOn),
        Camera::None => Some(RoomText::CameraNone),
        Camera::Denied => Some(RoomText::CameraDenied),
        Camera::Failed => Some(RoomText::CameraFailed),
    };
    let (port, dispatch) = (scene.props.ports.camera.clone(), scene.dispatch.clone());
    let turn = Callback::from(move |_: MouseEvent| {
        dispatch.emit(RoomMessage::Camera(if is_on { Camera::Off } else { Camera::Starting }));
        port.emit(!is_on);
    });
    html! {
        <div class="camera">
            <button type="button" data-action="camera" onclick={turn}>
                { scene.say(if is_on { RoomText::CameraStop } else { RoomText::Camera }) }
            </button>
            <div role="status">
                if let Some(text) = text {
                    { scene.element("p", text) }
                }
                if let RoomNotice::Code(count) = &scene.state.said {
                    <p class={classes!("code", count.is_some().then_some("sound"))}>
                        { match count {
                            Some(count) => scene.fill(RoomText::CodeRead, &[("count", &count.to_string())]),
                            None => scene.say(RoomText::CodeOther),
                        } }
                    </p>
                }
            </div>
            <video hidden={!is_on} muted=true playsinline=true aria-label={scene.say(RoomText::CameraView)} />
        </div>
    }
}

fn said(scene: &Scene<'_>) -> Html {
    let text = match &scene.state.said {
        RoomNotice::Nothing | RoomNotice::Code(_) => return Html::default(),
        RoomNotice::Read(reading) => return read(scene, reading),
        RoomNotice::Files(reports) => return files(scene, reports),
        RoomNotice::Removed => RoomText::Removed,
        RoomNotice::Erased => RoomText::Erased,
        RoomNotice::Saved(true) => RoomText::Saved,
        RoomNotice::Saved(false) => RoomText::Failed,
    };
    scene.element("p", text)
}

fn read(scene: &Scene<'_>, reading: &Reading) -> Html {
    if reading.total() == 0 {
        return scene.element("p", RoomText::Nothing);
    }
    outcome(scene, reading)
}

/// A line for each file, with what came of it.
fn files(scene: &Scene<'_>, reports: &FileReports) -> Html {
    let line = |report: &Rc<RefCell<FileReport>>| {
        let report = report.borrow();
        let is_read = scene.state.jobs.is_empty();
        let error = report.told_error();
        html! {
            <li>
                { element("strong", report.name.clone()) }
                if report.found > 0 {
                    { outcome(scene, &report.reading) }
                } else if report.is_over && is_read && error.is_none() {
                    { scene.element("p", RoomText::FileNone) }
                }
                if let Some(error) = error {
                    { scene.element("p", error) }
                }
                if !report.is_over && !report.progress.is_empty() {
                    { element("p", scene.fill(RoomText::FileProgress, &[("percent", &report.progress)])) }
                }
            </li>
        }
    };
    html! { <ul class="read-files">{ for reports.iter().map(line) }</ul> }
}

/// A sentence with a count.
#[inline(never)]
fn counted(scene: &Scene<'_>, text: RoomText, count: usize) -> Html {
    element("p", scene.fill(text, &[("count", &count.to_string())]))
}

fn outcome(scene: &Scene<'_>, reading: &Reading) -> Html {
    let refused = reading.refused.iter().take(SEEN).map(|RejectedEntry { link, why }| {
        let glimpse: String = link.chars().take(GLIMPSE).collect();
        html! { <li>{ element("code", glimpse) }{ " " }{ reason(scene, *why) }</li> }
    });
    let brought = reading.imported.len();
    html! {
        <>
            if reading.added > 0 || reading.renewed + brought == 0 {
                { counted(scene, RoomText::Added, reading.added) }
            }
            if reading.renewed > 0 {
                { counted(scene, RoomText::Renewed, reading.renewed) }
            }
            if brought > 0 {
                { counted(scene, RoomText::Brought, brought) }
            }
            if !reading.refused.is_empty() {
                { counted(scene, RoomText::Refused, reading.refused.len()) }
                <ul class="refused">{ for refused }</ul>
            }
            if reading.refused.len() > SEEN {
                { counted(scene, RoomText::More, reading.refused.len() - SEEN) }
            }
        </>
    }
}

fn reason(scene: &Scene<'_>, why: EntryError) -> String {
    let text = match why {
        EntryError::Twice => RoomText::Twice,
        EntryError::Earlier => RoomText::Earlier,
        EntryError::Damaged => RoomText::Damaged,
        EntryError::Newer => RoomText::Newer,
        EntryError::Unfinished => RoomText::Unfinished,
        EntryError::OtherQuestionnaire => RoomText::OtherQuestionnaire,
        EntryError::Team => RoomText::Team,
        EntryError::Full => RoomText::Full,
    };
    scene.fill(text, &[("most", &MOST.to_string())])
}

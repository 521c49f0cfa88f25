//! The organiser's screen: a part of the program that only its own page loads.

use std::rc::Rc;

use gloo::utils::window;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;
use yew::{Callback, Renderer};

use super::packs::{first, list};
use super::{clock, download, links, picture, storage};
use crate::lazy::File;
use crate::screens::room::{Camera, RoomApp, RoomInput, RoomPorts, RoomProps, file_error};
use boussole_core::export::card::{Shape, slide};
use boussole_core::link::Origin;
use boussole_core::pack::Pack;
use boussole_core::room::VOCABULARY;
use boussole_core::texts::Texts;

/// The functions of `RoomShell`, for the script that has them.
#[wasm_bindgen(typescript_custom_section)]
const ROOM_SHELL: &str = "
export interface RoomShell {
  loadPack(questionnaire: string, form: string, version: number): Promise<unknown>;
  setCamera(on: boolean): void;
  onOpen(receiver?: (kind: string, value: string) => void): void;
}
";

#[wasm_bindgen]
extern "C" {
    /// The page around the screen.
    #[wasm_bindgen(typescript_type = "RoomShell")]
    #[derive(Clone)]
    pub type RoomShell;

    /// Pack of a questionnaire, form and version.
    #[wasm_bindgen(method, js_name = loadPack)]
    fn load_pack(this: &RoomShell, questionnaire: &str, form: &str, version: u8) -> Promise;

    /// Starts or stops the camera.
    #[wasm_bindgen(method, js_name = setCamera)]
    fn set_camera(this: &RoomShell, on: bool);

    /// Hands over the receiver of input, see `RoomInput`: its kind, then its value. `None` where the screen could not be shown.
    #[wasm_bindgen(method, js_name = onOpen)]
    pub(super) fn on_open(this: &RoomShell, receiver: Option<Function>);
}

/// Shows the screen.
pub type Opening = fn(Element, JsValue, &JsValue, &RoomShell) -> Option<()>;

/// Shows the screen, which needs no more of a pack than its questions show; `None` where the pack or the texts are not those
/// of this release.
pub fn open(frame: Element, pack: JsValue, texts: &JsValue, shell: &RoomShell) -> Option<()> {
    let (pack, texts) = (first(&pack)?, Rc::new(Texts::new(list(texts)?)?));
    let key = ["boussole-room:", pack.questionnaire.id.as_str()].concat();
    let ports = ports(key, shell.clone());
    let kept = ports.stored.emit(());
    let props = RoomProps { pack, texts, ports, kept };
    Renderer::<RoomApp>::with_root_and_props(frame, props).render();
    Some(())
}

fn ports(key: String, shell: RoomShell) -> RoomPorts {
    let (finding, filming) = (shell.clone(), shell.clone());
    let stored = {
        let key = key.clone();
        Callback::from(move |()| storage::open().and_then(|storage| storage.get_item(&key).ok().flatten()))
    };
    RoomPorts {
        today: Callback::from(|()| clock::today()),
        stored: stored.clone(),
        keep: Callback::from(move |text: Option<String>| {
            storage::open().is_some_and(|storage| match text {
                Some(text) => storage.set_item(&key, &text).is_ok(),
                None => storage.remove_item(&key).is_ok(),
            })
        }),
        load_pack: Callback::from(move |(origin, done): (Origin, Callback<Option<Rc<Pack>>>)| {
            let pack = finding.load_pack(&origin.questionnaire, &origin.form, origin.version);
            spawn_local(async move {
                done.emit(JsFuture::from(pack).await.ok().and_then(|pack| first(&pack)));
            });
        }),
        later: Callback::from(|done: Callback<()>| {
            let done = Closure::once_into_js(move || done.emit(()));
            // A browser that knows no time has no task to give.
            let _ = window().set_timeout_with_callback(done.unchecked_ref());
        }),
        camera: Callback::from(move |on| filming.set_camera(on)),
        hear: Callback::from(move |heard: Callback<RoomInput>| {
            let stored = stored.clone();
            let hearing = Closure::<dyn Fn(String, String)>::new(move |kind: String, what: String| {
                let heard = heard.clone();
                match &*kind {
                    "text" => find(what, heard.reform(RoomInput::Text)),
                    "code" => find(what, heard.reform(RoomInput::Code)),
                    "stored" => heard.emit(RoomInput::Stored(stored.emit(()))),
                    "file" | "progress" | "end" => {
                        links::behind(Callback::from(move |()| heard.emit(of_file(&kind, what.clone()))));
                    }
                    _ => heard.emit(RoomInput::Camera(camera(&what))),
                }
            });
            shell.on_open(Some(hearing.into_js_value().unchecked_into()));
        }),
        find: Callback::from(|(text, done): (String, Callback<String>)| find(text, done)),
        offer: Callback::from(|file: File| download::offer(&file)),
        picture: Callback::from(|(shapes, name, done): (Vec<Shape>, String, Callback<bool>)| {
            picture::offer(&shapes, slide::SIZE, &name, done);
        }),
    }
}

fn find(text: String, done: Callback<String>) {
    links::find(text, VOCABULARY, done);
}

/// Input about a file besides its texts.
fn of_file(kind: &str, what: String) -> RoomInput {
    match kind {
        "file" => RoomInput::File(what),
        "progress" => RoomInput::Progress(what),
        _ => RoomInput::End(file_error(&what)),
    }
}

fn camera(what: &str) -> Camera {
    match what {
        "on" => Camera::On,
        "none" => Camera::None,
        "denied" => Camera::Denied,
        _ => Camera::Failed,
    }
}

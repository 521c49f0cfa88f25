//! Functions that the organiser's page (`www/room/room.js`) calls.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::parts;
use super::room::RoomShell;

/// Shows the organiser's screen in an element, once the part of the program for it is there.
#[wasm_bindgen]
pub fn room(frame: Element, pack: JsValue, texts: JsValue, shell: RoomShell) {
    spawn_local(async move {
        let open = parts::room().await.ok();
        if open.and_then(|open| open(frame, pack, &texts, &shell)).is_none() {
            shell.on_open(None);
        }
    });
}

//! Data and helpers that the parts of the organiser's screen share.

use std::rc::Rc;

use yew::prelude::*;

use super::message::{RoomInput, RoomMessage};
use super::state::RoomState;
use crate::lazy::File;
use crate::ui::element::Elements;
use boussole_core::export::card::Shape;
use boussole_core::link::{Day, Origin};
use boussole_core::pack::Pack;
use boussole_core::texts::{RoomText, Texts};

/// Functions of the browser that the screen calls.
#[derive(Clone, PartialEq)]
pub struct RoomPorts {
    /// The day by the reader's clock: a page may stay open for weeks.
    pub today: Callback<(), Day>,
    /// Keeps a text, or forgets it; whether the browser lets it outlast the visit.
    pub keep: Callback<Option<String>, bool>,
    /// The text as it is stored now.
    pub stored: Callback<(), Option<String>>,
    /// Loads what can read results that were made with something else; none if there is no such thing.
    pub load_pack: Callback<(Origin, Callback<Option<Rc<Pack>>>)>,
    /// Calls back in a task of its own.
    pub later: Callback<Callback<()>>,
    /// Starts or stops the camera.
    pub camera: Callback<bool>,
    /// Where files and codes are handed over.
    pub hear: Callback<Callback<RoomInput>>,
    /// Hands over the links in a text, one a line.
    pub find: Callback<(String, Callback<String>)>,
    /// Offers a file; whether that could be done.
    pub offer: Callback<File, bool>,
    /// Offers shapes as a picture under a name, then says whether that could be done.
    pub picture: Callback<(Vec<Shape>, String, Callback<bool>)>,
}

/// Properties of the organiser's screen.
#[derive(Clone, PartialEq, Properties)]
pub struct RoomProps {
    /// Questionnaire of the page, with the texts of its locale.
    pub pack: Rc<Pack>,
    /// Texts of the page.
    pub texts: Rc<Texts<RoomText>>,
    /// Functions of the browser.
    pub ports: RoomPorts,
    /// Stored text of the rooms.
    pub kept: Option<String>,
}

/// Data of the parts of the screen.
pub struct Scene<'a> {
    /// Properties of the screen.
    pub props: &'a RoomProps,
    /// State of the screen.
    pub state: &'a UseReducerHandle<RoomState>,
    /// Sends a message to the reducer.
    pub dispatch: &'a Callback<RoomMessage>,
}

impl Elements<RoomText> for Scene<'_> {
    fn say(&self, name: RoomText) -> String {
        self.props.texts.get(name).to_owned()
    }
}

impl Scene<'_> {
    /// Text of a name, with each `{key}` replaced by its value.
    pub fn fill(&self, text: RoomText, values: &[(&str, &str)]) -> String {
        self.props.texts.fill(text, values)
    }

    /// Callback that sends the message of an event.
    pub fn on<E>(&self, message: impl Fn(E) -> RoomMessage + 'static) -> Callback<E> {
        self.dispatch.reform(message)
    }

    /// A callback that sends a message.
    pub fn sends(&self, message: fn() -> RoomMessage) -> Callback<MouseEvent> {
        self.on(move |_: MouseEvent| message())
    }

    /// Button with a text.
    #[inline(never)]
    pub fn button(&self, action: &'static str, text: RoomText, click: Callback<MouseEvent>) -> Html {
        html! { <button type="button" data-action={action} onclick={click}>{ self.say(text) }</button> }
    }

    /// Name of a room, or the text for one without a name.
    pub fn name(&self, name: &str) -> String {
        if name.is_empty() { self.say(RoomText::Unnamed) } else { name.to_owned() }
    }

    /// Name of the principle at a position; empty beyond the last.
    pub fn principle(&self, at: usize) -> String {
        self.props.pack.questionnaire.principles.get(at).map(|one| one.name.clone()).unwrap_or_default()
    }
}

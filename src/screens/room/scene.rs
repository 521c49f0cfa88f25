//! What the parts of this screen share.

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

/// What the screen asks of the browser.
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
    pub offer: Callback<File, bool>,
    pub picture: Callback<(Vec<Shape>, String, Callback<bool>)>,
}

#[derive(Clone, PartialEq, Properties)]
pub struct RoomProps {
    pub pack: Rc<Pack>,
    pub texts: Rc<Texts<RoomText>>,
    pub ports: RoomPorts,
    /// What the browser kept.
    pub kept: Option<String>,
}

/// What the parts of the screen read.
pub struct Scene<'a> {
    pub props: &'a RoomProps,
    pub state: &'a UseReducerHandle<RoomState>,
    pub dispatch: &'a Callback<RoomMessage>,
}

impl Elements<RoomText> for Scene<'_> {
    fn say(&self, name: RoomText) -> String {
        self.props.texts.get(name).to_owned()
    }
}

impl Scene<'_> {
    pub fn fill(&self, text: RoomText, values: &[(&str, &str)]) -> String {
        self.props.texts.fill(text, values)
    }

    pub fn on<E>(&self, message: impl Fn(E) -> RoomMessage + 'static) -> Callback<E> {
        self.dispatch.reform(message)
    }

    /// A callback that sends a message.
    pub fn sends(&self, message: fn() -> RoomMessage) -> Callback<MouseEvent> {
        self.on(move |_: MouseEvent| message())
    }

    #[inline(never)]
    pub fn button(&self, action: &'static str, text: RoomText, click: Callback<MouseEvent>) -> Html {
        html! { <button type="button" data-action={action} onclick={click}>{ self.say(text) }</button> }
    }

    /// What a room is called.
    pub fn name(&self, name: &str) -> String {
        if name.is_empty() { self.say(RoomText::Unnamed) } else { name.to_owned() }
    }

    pub fn principle(&self, at: usize) -> String {
        self.props.pack.questionnaire.principles.get(at).map(|one| one.name.clone()).unwrap_or_default()
    }
}

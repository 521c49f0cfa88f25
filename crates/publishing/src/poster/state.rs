//! State of the page of the poster.

use std::rc::Rc;

use yew::prelude::*;

use super::props::PosterProps;
use boussole_core::publishing::poster::{PosterChoice, Sheet, is_name};

/// State of the page: the choice keeps the last valid values of what is typed.
#[derive(Clone, PartialEq)]
pub struct PosterState {
    /// Choice of the poster.
    pub choice: PosterChoice,
    /// Name of the event as it is typed.
    pub event: String,
    /// Address as it is typed.
    pub address: String,
    /// Whether the typed address is one.
    pub is_address: bool,
}

/// Message to the page of the poster.
pub enum PosterMessage {
    /// Choose a value by the name of its field.
    Choose(String, String),
    /// Type the name of the event.
    TypeEvent(String),
    /// Type the address: its folder, if it is one, and its text.
    TypeAddress(Option<String>, String),
}

impl PosterState {
    /// State of a page that opens: a poster in its language, for its own release.
    pub fn new(props: &PosterProps) -> Self {
        Self {
            choice: PosterChoice::new(&props.offers, &props.page, &props.base),
            event: String::new(),
            address: props.base.to_string(),
            is_address: true,
        }
    }

    /// Whether a link can carry the typed name.
    pub fn is_event(&self) -> bool {
        is_name(&self.event)
    }
}

impl Reducible for PosterState {
    type Action = PosterMessage;

    fn reduce(self: Rc<Self>, message: PosterMessage) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        let choice = &mut state.choice;
        match message {
            PosterMessage::Choose(name, value) => match &*name {
                "sheet" => choice.sheet = Sheet::read(&value),
                "lang" => choice.lang = value,
                "questionnaire" => choice.questionnaire = value,
                "form" => choice.form = value,
                // The form has no other field.
                _ => {}
            },
            PosterMessage::TypeEvent(event) => {
                if is_name(&event) {
                    event.trim().clone_into(&mut choice.event);
                }
                state.event = event;
            }
            PosterMessage::TypeAddress(folder, address) => {
                state.is_address = folder.is_some();
                choice.address = folder.unwrap_or_else(|| choice.address.clone());
                state.address = address;
            }
        }
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poster::PosterPorts;
    use boussole_core::publishing::Offers;

    const HERE: &str = "https://a.example/";

    fn opened() -> Rc<PosterState> {
        let (number, parse) = (Callback::from(|_| String::new()), Callback::from(|_| None));
        let ports =
            PosterPorts { number, parse, page_size: Callback::from(|_| ()), print: Callback::from(|()| ()) };
        let (offers, emblem) = (Rc::new(Offers::default()), Html::default());
        Rc::new(PosterState::new(&PosterProps {
            offers,
            page: "fr".into(),
            base: HERE.into(),
            emblem,
            ports,
        }))
    }

    #[test]
    fn an_invalid_value_leaves_the_previous_one_on_the_poster() {
        let named = opened().reduce(PosterMessage::TypeEvent(" Tech Day ".to_owned()));
        assert_eq!((&*named.choice.event, &*named.event), ("Tech Day", " Tech Day "));
        let wrong = named.reduce(PosterMessage::TypeEvent("a\u{202e}b".to_owned()));
        assert_eq!((&*wrong.choice.event, wrong.is_event()), ("Tech Day", false));
        let wrong = wrong.reduce(PosterMessage::TypeAddress(None, "là-bas".to_owned()));
        assert_eq!((&*wrong.choice.address, &*wrong.address, wrong.is_address), (HERE, "là-bas", false));
        let there = "https://b.example/".to_owned();
        let good = wrong.reduce(PosterMessage::TypeAddress(Some(there.clone()), "b.example".to_owned()));
        assert_eq!((&*good.choice.address, &*good.address, good.is_address), (&*there, "b.example", true));
    }

    #[test]
    fn a_field_sets_what_it_is_named_after_and_a_strange_one_nothing() {
        let choose = |state: Rc<PosterState>, name: &str, value: &str| {
            state.reduce(PosterMessage::Choose(name.to_owned(), value.to_owned()))
        };
        let state = choose(choose(opened(), "sheet", "slide"), "lang", "en");
        assert_eq!((state.choice.sheet, &*state.choice.lang), (Sheet::Slide, "en"));
        assert!(choose(state.clone(), "x", "y") == state);
    }
}

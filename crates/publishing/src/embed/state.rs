//! State of the embed page.

use std::rc::Rc;

use yew::prelude::*;

use super::props::EmbedProps;
use boussole_core::colours::LIGHT_ACCENT;
use boussole_core::contrast::Rgb;
use boussole_core::publishing::{EmbedChoice, Offers};

/// Widths of the preview, as classes and keys of texts; the last is the default.
pub const WIDTHS: [&str; 3] = ["phone", "column", "full"];

/// State of the embed page.
#[derive(Clone, PartialEq)]
pub struct EmbedState {
    offers: Rc<Offers>,
    /// Choice of the snippet.
    pub choice: EmbedChoice,
    /// Accent as it was typed or picked: part of the choice once the field is left.
    pub accent: String,
    /// Last accent that was a colour, for the field that picks one.
    pub picked: String,
    /// Width of the preview.
    pub width: String,
    /// Whether the last copy was allowed, and the language of the page then.
    copied: Option<(bool, AttrValue)>,
}

/// Message to the embed page.
pub enum EmbedMessage {
    /// Choose a value by the name of its field; fields without a name are those of the accent.
    Choose(String, String),
    /// Type an accent, or pick one.
    TypeAccent(String),
    /// Return to the default accent.
    ResetAccent,
    /// Choose the width of the preview.
    Widen(String),
    /// Report whether a copy was allowed, in a language.
    Copied(bool, AttrValue),
}

impl EmbedState {
    /// State of a page that opens: an assessment in its language.
    pub fn new(props: &EmbedProps) -> Self {
        let lang = props.page.to_string();
        Self {
            offers: props.offers.clone(),
            choice: EmbedChoice::read(&props.offers, |name| (name == "lang").then(|| lang.clone())),
            accent: LIGHT_ACCENT.to_owned(),
            picked: LIGHT_ACCENT.to_owned(),
            width: WIDTHS[WIDTHS.len() - 1].to_owned(),
            copied: None,
        }
    }

    /// Whether the last copy was allowed, as long as it is reported in the language of the page.
    pub fn copied_in(&self, page: &AttrValue) -> Option<bool> {
        self.copied.as_ref().filter(|(_, locale)| locale == page).map(|(worked, _)| *worked)
    }

    fn with_accent(self, accent: String) -> Self {
        let picked = Rgb::read(&accent).map_or_else(|| self.picked.clone(), Rgb::hex);
        Self { accent, picked, ..self }
    }

    /// Takes over the typed accent.
    fn chosen(self) -> Self {
        let choice = self.choice.with(&self.offers, "accent", &self.accent);
        Self { choice, copied: None, ..self }
    }
}

impl Reducible for EmbedState {
    type Action = EmbedMessage;

    fn reduce(self: Rc<Self>, message: EmbedMessage) -> Rc<Self> {
        let state = Rc::unwrap_or_clone(self);
        Rc::new(match message {
            EmbedMessage::Choose(name, value) if name != "accent" => {
                let state = state.chosen();
                let choice = state.choice.with(&state.offers, &name, &value);
                Self { choice, ..state }
            }
            EmbedMessage::Choose(..) => state.chosen(),
            EmbedMessage::TypeAccent(accent) => state.with_accent(accent),
            EmbedMessage::ResetAccent => state.with_accent(LIGHT_ACCENT.to_owned()).chosen(),
            EmbedMessage::Widen(width) => Self { width, ..state },
            EmbedMessage::Copied(worked, page) => Self { copied: Some((worked, page)), ..state },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embed::EmbedPorts;
    use boussole_core::publishing::{Offer, OfferedForm, OfferedTexts};

    fn opened() -> Rc<EmbedState> {
        let form = |id: &str| OfferedForm { id: id.to_owned(), items: 12, minutes: 5 };
        let texts = [("fr".to_owned(), OfferedTexts::default())].into();
        let offer = Offer { id: "a".to_owned(), forms: vec![form("express"), form("full")], texts };
        let offers =
            Offers { languages: vec!["fr".to_owned()], questionnaires: vec![offer], ..Offers::default() };
        let (number, copy) = (Callback::from(|_| String::new()), Callback::from(|_| ()));
        let ports = EmbedPorts { number, copy, preview: Callback::from(|_| ()) };
        let props = EmbedProps {
            offers: Rc::new(offers),
            page: "fr".into(),
            base: "https://a.example/".into(),
            ports,
        };
        Rc::new(EmbedState::new(&props))
    }

    fn choose(state: Rc<EmbedState>, name: &str, value: &str) -> Rc<EmbedState> {
        state.reduce(EmbedMessage::Choose(name.to_owned(), value.to_owned()))
    }

    #[test]
    fn a_typed_accent_is_part_of_the_choice_once_any_field_is_left() {
        for field in ["accent", "", "form"] {
            let typed = opened().reduce(EmbedMessage::TypeAccent("1F3A5F".to_owned()));
            assert_eq!((&*typed.choice.accent, &*typed.picked), ("", "#1f3a5f"));
            let left = choose(typed, field, "full");
            assert_eq!((&*left.choice.accent, &*left.accent), ("#1f3a5f", "1F3A5F"));
            assert_eq!(left.choice.form == "full", field == "form");
        }
    }

    #[test]
    fn a_text_that_is_no_colour_stays_in_its_field_alone() {
        let good = choose(opened().reduce(EmbedMessage::TypeAccent("#1f3a5f".to_owned())), "accent", "");
        let wrong = choose(good.reduce(EmbedMessage::TypeAccent("rouge".to_owned())), "accent", "");
        assert_eq!((&*wrong.accent, &*wrong.picked, &*wrong.choice.accent), ("rouge", "#1f3a5f", ""));
        let reset = wrong.reduce(EmbedMessage::ResetAccent);
        assert_eq!((&*reset.accent, &*reset.choice.accent), (LIGHT_ACCENT, ""));
    }

    #[test]
    fn a_copy_is_reported_until_something_else_is_chosen_or_the_language_changes() {
        let page = AttrValue::from("fr");
        let copied = opened().reduce(EmbedMessage::Copied(true, page.clone()));
        assert_eq!(copied.copied_in(&page), Some(true));
        assert_eq!(copied.copied_in(&"en".into()), None);
        assert_eq!(choose(copied, "way", "plain").copied_in(&page), None);
    }
}

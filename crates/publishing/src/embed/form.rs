//! Form of the embed page: its options, from the release.

use yew::prelude::*;

use super::accent;
use super::props::EmbedProps;
use super::state::EmbedState;
use crate::field::{RadioOption, radio_group};
use boussole_core::publishing::{Version, Way};

/// Groups of the form. Those without effect, or without a choice, are hidden. `accent` is the field to type one.
pub fn groups(props: &EmbedProps, state: &UseReducerHandle<EmbedState>, accent: &NodeRef) -> Html {
    let (offers, choice) = (&props.offers, &state.choice);
    let hinted = |value: &str| option(value, props.text(value), props.text(&[value, "_hint"].concat()));
    let ways = Way::ALL.map(|way| hinted(way.name())).into();
    let versions = Version::ALL.map(|version| hinted(version.name())).into();
    let title = |id: &str| offers.names(id, &props.page).map_or("", |names| &*names.title).to_owned();
    let named = offers.questionnaires.iter().map(|one| option(&one.id, &title(&one.id), "")).collect();
    let forms = offers.questionnaire(&choice.questionnaire).map(|one| &*one.forms).unwrap_or_default();
    let length = |form| offers.length(form, &props.page);
    let lengths = forms.iter().map(|form| option(&form.id, &length(form), "")).collect();
    let languages = offers.languages_of(&choice.questionnaire);
    let spoken = languages.iter().map(|lang| RadioOption {
        lang: Some((*lang).to_owned()),
        ..option(lang, offers.text(lang, "name"), "")
    });
    let spoken = spoken.collect();
    html! {
        <>
            { radio_group("way", props.text("way"), ways, choice.way.name(), false) }
            { radio_group("questionnaire", props.text("questionnaire"), named, &choice.questionnaire, false) }
            { radio_group("form", props.text("form"), lengths, &choice.form, forms.len() < 2) }
            { radio_group("lang", props.text("lang"), spoken, &choice.lang, languages.len() < 2) }
            { accent::view(props, state, accent, choice.way == Way::Picture) }
            { radio_group("version", props.text("version"), versions, choice.version.name(), !choice.way.is_scripted()) }
        </>
    }
}

fn option(value: &str, label: &str, hint: &str) -> RadioOption {
    RadioOption { value: value.to_owned(), label: label.to_owned(), hint: hint.to_owned(), lang: None }
}

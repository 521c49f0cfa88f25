//! Form of the page of the poster: its options, from the release.

use yew::prelude::*;

use super::props::PosterProps;
use super::state::PosterState;
use boussole_core::publishing::poster::{MAX_ADDRESS, MAX_NAME, Sheet};

/// Option of a list: value, label, and the language of the label where it differs from the page's.
type ListOption = (String, String, Option<String>);

/// Text field, with its hint or what is wrong.
struct LineField {
    name: &'static str,
    label: String,
    hint: String,
    value: String,
    is_good: bool,
    mode: Option<&'static str>,
    length: usize,
}

/// Fields of the form, in the language of the page.
pub fn fields(props: &PosterProps, state: &PosterState) -> Html {
    let (offers, choice) = (&props.offers, &state.choice);
    let sheet = |sheet: Sheet| {
        html! {
            <label class="choice">
                <input type="radio" name="sheet" value={sheet.name()} checked={sheet == choice.sheet} />
                <span>{ props.text(sheet.name()) }</span>
            </label>
        }
    };
    let spoken = offers.languages.iter();
    let spoken =
        spoken.map(|lang| (lang.clone(), offers.text(lang, "name").to_owned(), Some(lang.clone()))).collect();
    let title =
        |id: &str| offers.names(id, &props.page).map_or_else(String::new, |names| names.title.clone());
    let named = offers.questionnaires.iter().map(|one| (one.id.clone(), title(&one.id), None)).collect();
    let forms = offers.questionnaire(&choice.questionnaire).map(|one| &*one.forms).unwrap_or_default();
    let lengths =
        forms.iter().map(|form| (form.id.clone(), offers.length(form, &props.page), None)).collect();
    let form = offers.form(&choice.questionnaire, &choice.form).map_or("", |form| &form.id);
    html! {
        <>
            <fieldset>
                <legend>{ props.text("sheet") }</legend>
                { for Sheet::ALL.map(sheet) }
            </fieldset>
            { list("lang", "lang", props.text("lang"), spoken, &choice.lang) }
            { list("questionnaire", "questionnaire", props.text("questionnaire"), named, &choice.questionnaire) }
            // Another questionnaire has a list of its own, whose choice no browser carries over.
            { list("form", &choice.questionnaire, props.text("form"), lengths, form) }
            { line(event_field(props, state)) }
            { line(address_field(props, state)) }
        </>
    }
}

fn event_field(props: &PosterProps, state: &PosterState) -> LineField {
    let hint = props.offers.fill(&props.page, "event_hint", &[("count", &MAX_NAME.to_string())]);
    LineField {
        name: "event",
        label: props.text("event"),
        hint: if state.is_event() { hint } else { props.text("event_wrong") },
        value: state.event.clone(),
        is_good: state.is_event(),
        mode: None,
        length: MAX_NAME,
    }
}

fn address_field(props: &PosterProps, state: &PosterState) -> LineField {
    LineField {
        name: "address",
        label: props.text("address"),
        hint: props.text(if state.is_address { "address_hint" } else { "address_wrong" }),
        value: state.address.clone(),
        is_good: state.is_address,
        mode: Some("url"),
        length: MAX_ADDRESS,
    }
}

/// List with a label; hidden where there is nothing to choose.
fn list(name: &'static str, key: &str, label: String, options: Vec<ListOption>, chosen: &str) -> Html {
    let hidden = options.len() < 2;
    let option = |(value, label, lang): ListOption| {
        let selected = value == chosen;
        html! { <option {value} {lang} {selected}>{ label }</option> }
    };
    html! {
        <label class="field" key={key.to_owned()} {hidden}>
            <span>{ label }</span>
            <select {name}>{ for options.into_iter().map(option) }</select>
        </label>
    }
}

fn line(LineField { name, label, hint, value, is_good, mode, length }: LineField) -> Html {
    let described = [name, "-hint"].concat();
    html! {
        <>
            <label class="field" for={name}>
                <span>{ label }</span>
                <input
                    type="text"
                    {name}
                    id={name}
                    autocomplete="off"
                    spellcheck="false"
                    inputmode={mode}
                    maxlength={length.to_string()}
                    aria-describedby={described.clone()}
                    aria-invalid={(!is_good).to_string()}
                    {value}
                />
            </label>
            <p id={described} class="hint">{ hint }</p>
        </>
    }
}

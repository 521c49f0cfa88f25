//! Pages for publishers and organisers, rendered natively with their own texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::rc::Rc;

use boussole_core::publishing::Offers;
use boussole_core::publishing::poster::AddressParts;
use boussole_publishing::NumberFormat;
use boussole_publishing::embed::{EmbedPage, EmbedPorts, EmbedProps};
use boussole_publishing::poster::{PosterPage, PosterPorts, PosterProps};
use roxmltree::{Document, Node};
use serde_json::Value;
use yew::prelude::*;

use crate::fixture::rendered;

const BASE: &str = "https://boussole.example/";

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect(path)
}

/// Options of the tests with the texts of a page, and a name for each language.
fn offers(page: &str) -> Rc<Offers> {
    let snippets: Value = serde_json::from_str(&read("tests/fixtures/snippets.json")).expect("the snippets");
    let mut offers: Offers = serde_json::from_value(snippets["offers"].clone()).expect("the options");
    for locale in ["fr", "en"] {
        let texts: BTreeMap<String, String> =
            toml::from_str(&read(&format!("www/{page}/{locale}.toml"))).expect("the texts");
        offers.texts.get_mut(locale).expect("the language").extend(texts);
    }
    Rc::new(offers)
}

fn number() -> NumberFormat {
    Callback::from(
        |(value, locale): (f64, AttrValue)| {
            if locale == "fr" { value.to_string().replace('.', ",") } else { value.to_string() }
        },
    )
}

fn embed(page: &str) -> String {
    let ports =
        EmbedPorts { number: number(), copy: Callback::from(|_| ()), preview: Callback::from(|_| ()) };
    let props =
        EmbedProps { offers: offers("embed"), page: page.to_owned().into(), base: BASE.into(), ports };
    rendered::<EmbedPage>(props)
}

fn poster(page: &str) -> String {
    let ports = PosterPorts {
        number: number(),
        parse: Callback::from(|_| None::<AddressParts>),
        page_size: Callback::from(|_| ()),
        print: Callback::from(|()| ()),
    };
    let emblem = html! { <svg class="emblem" /> };
    let props = PosterProps {
        offers: offers("poster"),
        page: page.to_owned().into(),
        base: BASE.into(),
        emblem,
        ports,
    };
    rendered::<PosterPage>(props)
}

/// HTML as XML: inputs are closed, and attributes have values.
fn parsed<'a>(html: &'a str, whole: &'a mut String) -> Document<'a> {
    *whole = format!("<main>{html}</main>");
    let mut xml = String::new();
    let mut rest = &**whole;
    while let Some((before, after)) = rest.split_once("<input ") {
        let (tag, after) = after.split_once('>').expect("a tag ends");
        xml += &format!("{before}<input {}/>", tag.trim_end_matches('/'));
        rest = after;
    }
    xml += rest;
    for attribute in ["hidden", "checked", "selected", "readonly"] {
        xml = xml.replace(&format!(" {attribute} "), &format!(" {attribute}=\"\" "));
        xml = xml.replace(&format!(" {attribute}>"), &format!(" {attribute}=\"\">"));
        xml = xml.replace(&format!(" {attribute}/>"), &format!(" {attribute}=\"\"/>"));
    }
    *whole = xml;
    Document::parse(whole).unwrap_or_else(|error| panic!("{error} in\n{whole}"))
}

fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter_map(|inner| inner.text().filter(|_| inner.is_text())).collect()
}

/// Elements of a name, with their whole text.
fn texts_of(document: &Document<'_>, name: &str) -> Vec<String> {
    document.descendants().filter(|node| node.has_tag_name(name)).map(text).collect()
}

/// Names of what readers see or hear: each has a text, in the language of the page, and each reference leads to an element.
fn assert_named(document: &Document<'_>) {
    let ids: BTreeSet<_> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    for node in document.descendants().filter(Node::is_element) {
        for reference in ["aria-labelledby", "aria-describedby", "for"] {
            assert!(node.attribute(reference).is_none_or(|id| ids.contains(id)), "{node:?}");
        }
        let is_named =
            ["h2", "legend", "label", "option", "button", "strong"].contains(&node.tag_name().name());
        assert!(!is_named || !text(node).trim().is_empty(), "{node:?}");
        assert!(node.attribute("aria-label").is_none_or(|label| !label.is_empty()), "{node:?}");
    }
}

#[test]
fn the_embed_page_offers_every_choice_in_either_language() {
    for (page, title, form) in [
        ("fr", "Vos choix", "12 questions, 5 minutes environ"),
        ("en", "Your choices", "12 questions, about 5 minutes"),
    ] {
        let (html, mut whole) = (embed(page), String::new());
        let document = parsed(&html, &mut whole);
        assert_named(&document);
        assert_eq!(texts_of(&document, "h2")[0], title);
        let group = |name: &str| {
            document.descendants().find(|node| node.attribute("data-group") == Some(name)).expect("the group")
        };
        let count = |name: &str| group(name).descendants().filter(|node| node.has_tag_name("input")).count();
        let counts = ["way", "questionnaire", "form", "lang", "accent", "version", "width"].map(count);
        assert_eq!(counts, [4, 2, 2, 2, 2, 2, 3]);
        assert!(text(group("form")).contains(form), "{html}");
        assert!(
            document
                .descendants()
                .all(|node| node.attribute("data-group").is_none() || node.attribute("hidden").is_none())
        );
    }
}

#[test]
fn the_embed_page_opens_with_the_snippet_of_its_language() {
    for (page, lang) in [("fr", "lang=\"fr\""), ("en", "lang=\"en\"")] {
        let (html, mut whole) = (embed(page), String::new());
        let code = texts_of(&parsed(&html, &mut whole), "textarea").concat();
        assert!(
            code.starts_with(
                "<div><script type=\"module\" src=\"https://boussole.example/boussole-01234567.js\""
            ),
            "{code}"
        );
        assert!(code.contains(&format!("<boussole-assessment {lang}>")), "{code}");
    }
    let note = "Contraste de 6,5 avec le papier clair";
    assert!(embed("fr").contains(note), "the default accent is good");
}

#[test]
fn the_poster_has_its_code_its_address_and_every_text() {
    for (page, address) in [("fr", "boussole.example"), ("en", "boussole.example/en")] {
        let (html, mut whole) = (poster(page), String::new());
        let document = parsed(&html, &mut whole);
        assert_named(&document);
        let of_class = |class: &str| {
            let has = |node: &Node<'_, '_>| node.attribute("class") == Some(class);
            text(document.descendants().find(has).unwrap_or_else(|| panic!("{class} in\n{html}")))
        };
        assert_eq!(of_class("sheet-address"), address);
        for class in ["sheet-kicker", "sheet-title", "sheet-text", "sheet-point", "sheet-promise", "reading"]
        {
            let shown = of_class(class);
            assert!(!shown.is_empty() && !shown.contains('{'), "{class}: {shown}");
        }
        let link = if page == "fr" { BASE.to_owned() } else { format!("{BASE}en/") };
        let code = boussole_qr_code::sturdy(&link).expect("a short link");
        assert!(html.contains(&code.path), "the code is that of {link}");
        let sheet = document.descendants().find(|node| node.has_tag_name("article")).expect("the sheet");
        assert_eq!((sheet.attribute("class"), sheet.attribute("lang")), (Some("sheet sheet-a4"), Some(page)));
    }
}

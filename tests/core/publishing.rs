//! Snippets of the embed page and addresses of posters: byte for byte what was published before.

use std::collections::BTreeMap;

use boussole_core::markup::Markup;
use boussole_core::publishing::poster::{AddressParts, MAX_NAME, PosterChoice, Sheet, folder_of, is_name};
use boussole_core::publishing::{EmbedChoice, Offers, Version, Way, snippet};
use proptest::prelude::*;
use serde::Deserialize;

/// Options of a release, and snippets of choices.
#[derive(Deserialize)]
struct Snippets {
    offers: Offers,
    cases: Vec<SnippetCase>,
}

#[derive(Deserialize)]
struct SnippetCase {
    given: BTreeMap<String, String>,
    base: String,
    html: String,
}

fn snippets() -> Snippets {
    serde_json::from_str(include_str!("../fixtures/snippets.json")).expect("the snippets can be read")
}

fn read(offers: &Offers, given: &[(&str, &str)]) -> EmbedChoice {
    EmbedChoice::read(offers, |name| {
        given.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    })
}

#[test]
fn every_snippet_is_the_one_that_publishers_have() {
    let Snippets { offers, cases } = snippets();
    assert_eq!(cases.len(), 64);
    for SnippetCase { given, base, html } in cases {
        let choice = EmbedChoice::read(&offers, |name| given.get(name).cloned());
        assert_eq!(snippet(&offers, &choice, &base).serialise(), html, "{given:?}");
    }
}

#[test]
fn markup_is_one_line_without_white_space_between_elements() {
    let element = |name, attributes: &[(&'static str, &str)], content| {
        let attributes = attributes.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Markup::Element(name, attributes, content)
    };
    let text = |text: &str| Markup::Text(text.to_owned());
    let link = element("a", &[("href", "?a=1&b")], vec![text("Go < on")]);
    let paragraph =
        element("p", &[("lang", "fr"), ("data-x", "")], vec![text("A"), element("br", &[], vec![]), link]);
    let script = element("script", &[("src", "x.js")], vec![]);
    let html = "<div><script src=\"x.js\"></script><p lang=\"fr\" data-x>A<br><a href=\"?a=1&amp;b\">Go &lt; on</a></p></div>";
    assert_eq!(element("div", &[], vec![script, paragraph]).serialise(), html);
}

#[test]
fn unknown_values_become_the_defaults_and_a_choice_keeps_what_still_fits() {
    let offers = snippets().offers;
    let default = read(&offers, &[]);
    assert_eq!(
        read(&offers, &[("way", "x"), ("form", "x"), ("lang", "xx"), ("version", ""), ("accent", "red")]),
        default
    );
    assert_eq!((default.way, default.version, &*default.lang), (Way::Element, Version::Pinned, "fr"));
    let full = default.with(&offers, "form", "full").with(&offers, "lang", "en");
    assert_eq!((&*full.form, &*full.lang), ("full", "en"));
    // The other questionnaire has one form and one language.
    let other = full.with(&offers, "questionnaire", "dependances-ia");
    assert_eq!((&*other.form, &*other.lang), ("express", "fr"));
    assert_eq!(full.with(&offers, "accent", "#A13A1B").accent, "", "the default needs no attribute");
    assert_eq!(
        full.query(),
        "?way=element&questionnaire=liberte-numerique&form=full&lang=en&accent=&version=pinned"
    );
}

fn poster(change: impl FnOnce(&mut PosterChoice)) -> [String; 2] {
    let offers = snippets().offers;
    let mut choice = PosterChoice::new(&offers, "fr", "https://x.example/a/");
    change(&mut choice);
    [choice.link(&offers), choice.short(&offers)]
}

#[test]
fn the_code_has_the_event_and_the_short_address_what_can_be_typed() {
    assert_eq!(poster(|_| ()), ["https://x.example/a/", "x.example/a"]);
    let full = poster(|choice| choice.form = "full".to_owned());
    assert_eq!(full, ["https://x.example/a/?form=full", "x.example/a/?form=full"]);
    let named = poster(|choice| {
        (choice.event, choice.form) = ("L'été (a) b&c".to_owned(), "full".to_owned());
        choice.lang = "en".to_owned();
    });
    let link = "https://x.example/a/en/#event=L'%C3%A9t%C3%A9%20(a)%20b%26c&form=full";
    assert_eq!(named, [link, "x.example/a/en/?form=full"]);
    let other = poster(|choice| {
        (choice.questionnaire, choice.event) = ("dependances-ia".to_owned(), "x".to_owned());
        choice.form = "full".to_owned();
    });
    let query = "?questionnaire=dependances-ia";
    assert_eq!(other, [format!("https://x.example/a/{query}#event=x"), format!("x.example/a/{query}")]);
}

#[test]
fn the_reading_distance_follows_the_smaller_of_code_and_module() {
    let rounded = |sheet: Sheet| {
        let reach = sheet.reach(45);
        [reach.code, reach.module, reach.distance].map(|value| (value * 1000.0).round() / 1000.0)
    };
    assert_eq!(rounded(Sheet::A4), [75.973, 2.053, 718.667]);
    assert_eq!(rounded(Sheet::A3), [107.448, 2.904, 1016.4]);
    assert_eq!(rounded(Sheet::Slide), [888.0, 24.0, 8400.0]);
    assert_eq!(Sheet::ALL.map(|sheet| sheet.reach(45).share), [44, 44, 36]);
}

#[test]
fn a_typed_address_is_the_folder_of_a_site() {
    let parts = |protocol: &str, hostname: &str, pathname: &str| AddressParts {
        protocol: protocol.to_owned(),
        hostname: hostname.to_owned(),
        origin: format!("{protocol}//{hostname}"),
        pathname: pathname.to_owned(),
    };
    for (given, folder) in [
        (parts("https:", "boussole.example", "/"), Some("https://boussole.example/")),
        (parts("https:", "x.example", "/a/index.html"), Some("https://x.example/a/")),
        (parts("http:", "x.example", "/ici"), Some("http://x.example/ici/")),
        (parts("https:", "localhost", "/"), Some("https://localhost/")),
        (parts("https:", "[::1]", "/"), Some("https://[::1]/")),
        (parts("https:", "xn--l-bas-2qa", "/"), None),
        (parts("ftp:", "x.example", "/"), None),
    ] {
        assert_eq!(folder_of(&given).as_deref(), folder, "{given:?}");
    }
}

#[test]
fn an_event_link_carries_ordinary_names_alone() {
    let longest = "é".repeat(MAX_NAME);
    for name in ["", "a", " a ", "100%", "a%zz", &longest] {
        assert!(is_name(name), "{name:?}");
    }
    let long = "x".repeat(MAX_NAME + 1);
    for name in ["a\u{202e}b", "a\u{2028}b", "a\nb", "100%25", &long] {
        assert!(!is_name(name), "{name:?}");
    }
}

proptest! {
    #[test]
    fn no_text_of_a_snippet_becomes_markup(text in ".{0,40}") {
        let element = Markup::Element("p", vec![("title", text.clone())], vec![Markup::Text(text)]);
        let html = element.serialise();
        let inside = html.strip_prefix("<p title").and_then(|rest| rest.strip_suffix("</p>")).unwrap();
        // The end of the start tag alone.
        prop_assert_eq!((inside.matches('<').count(), inside.matches('>').count()), (0, 1));
    }

    #[test]
    fn a_choice_is_read_back_from_its_parameters(way in 0..4usize, form in "[a-z]{0,8}", accent in "#[0-9a-f]{6}") {
        let offers = snippets().offers;
        let choice = read(&offers, &[("way", Way::ALL[way].name()), ("form", &form), ("accent", &accent)]);
        let again = EmbedChoice::read(&offers, |name| {
            choice.parameters().into_iter().find(|(key, _)| *key == name).map(|(_, value)| value)
        });
        prop_assert_eq!(again, choice);
    }

    #[test]
    fn a_link_of_a_poster_has_no_character_that_ends_an_address(event in "\\PC{0,60}") {
        let [link, _] = poster(|choice| choice.event = event);
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>".contains(&byte)), "{}", link);
    }
}

//! Pseudolocale: a screen that shows a plain letter has a text outside of the files of texts.

use std::rc::Rc;

use boussole::screens::{expectation, overview};
use boussole::state::{Expectation, LazyPart, Saved, Visit};
use boussole_authoring::Edition;
use boussole_authoring::pseudolocale::LOCALE;
use boussole_core::link::Content;
use boussole_core::pack::Pack;
use boussole_core::score::MaturityLevel;
use yew::prelude::*;

use crate::fixture::{
    answers, draft, edition, html, link_of, pack, part_html, ports, rendered, view_of, visit,
};

/// Attributes that are read out or shown.
const SPOKEN: [&str; 4] = ["aria-label", "placeholder", "title", "alt"];

/// Texts that are the same in every language: the names of the others, the address of a result.
const NAMES: [&str; 3] = ["English", "Français", "https://example.org/"];

/// Characters that HTML writes with letters.
const ENTITIES: [&str; 4] = ["&amp;", "&lt;", "&gt;", "&quot;"];

/// Screens that a visit does not begin with.
#[derive(Clone, Copy, PartialEq)]
enum Inner {
    Overview,
    Expectation,
}

#[derive(Clone, PartialEq, Properties)]
struct InnerProps {
    pack: Rc<Pack>,
    saved: Saved,
    screen: Inner,
}

#[component]
fn InnerScreen(props: &InnerProps) -> Html {
    let view = view_of(&props.pack, props.saved.clone());
    match props.screen {
        Inner::Overview => overview::view(&view),
        Inner::Expectation => expectation::view(&view),
    }
}

/// Texts of a screen: what stands between its tags, and in attributes that are read out.
fn texts_of(html: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').expect("a tag ends");
        texts.push(text.to_owned());
        let value = |name: &&str| {
            let (_, value) = tag.split_once(&format!(" {name}=\""))?;
            value.split_once('"').map(|(value, _)| value.to_owned())
        };
        texts.extend(SPOKEN.iter().filter_map(value));
        rest = after;
    }
    texts.push(rest.to_owned());
    texts
}

/// Fails on a text with a plain letter.
fn check(screen: &str, html: &str) {
    let texts = texts_of(html);
    assert!(texts.iter().any(|text| text.contains('é')), "{screen} has no text: {html}");
    for text in texts {
        let own = NAMES.iter().fold(text.clone(), |text, name| text.replace(name, ""));
        let own = ENTITIES.iter().fold(own, |text, entity| text.replace(entity, ""));
        assert!(!own.contains(|letter: char| letter.is_ascii_alphabetic()), "{screen}: {text:?}");
    }
}

#[test]
fn every_screen_takes_each_of_its_texts_from_the_files() {
    for form in ["express", "full"] {
        let pack = edition(Edition::Current, form, LOCALE);
        let items = pack.questionnaire.len();
        let [known, unknown] = ["3120", "4?21"].map(|pattern| pattern.repeat(items / 4));
        check("the first question", &html(&pack, visit(Saved::Nothing, None)));
        check("a draft", &html(&pack, visit(draft(&pack, &known[..items / 2]), None)));
        let level = MaturityLevel::new(4).expect("a level");
        let expected = Expectation::Level(level).stored();
        for written in [&known, &unknown] {
            let visit = Visit { expected: expected.clone(), ..visit(draft(&pack, written), None) };
            check("a report", &html(&pack, visit));
        }
        let shared = link_of(&pack, Content::Answers(answers(&pack, &unknown)));
        check("a shared report", &html(&pack, visit(Saved::Nothing, Some(shared))));
        check("a link that can't be read", &html(&pack, visit(Saved::Nothing, Some("1eabc".to_owned()))));
        for (name, screen) in [("all questions", Inner::Overview), ("the expectation", Inner::Expectation)] {
            let saved = draft(&pack, &unknown);
            check(name, &rendered::<InnerScreen>(InnerProps { pack: pack.clone(), saved, screen }));
        }
        for part in [LazyPart::Plan, LazyPart::Export, LazyPart::History, LazyPart::Team] {
            let saved = draft(&pack, &unknown);
            let html = part_html(&pack, saved, part, ports());
            check(&format!("{part:?}"), &html);
        }
    }
}

#[test]
fn the_pseudolocale_is_longer_than_its_source() {
    let length = |locale: &str| html(&pack(locale), visit(Saved::Nothing, None)).chars().count();
    assert!(length(LOCALE) > length("fr"));
}

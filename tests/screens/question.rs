//! First question, prerendered page, and what a question shows.

use std::rc::Rc;

use boussole::prerender;
use boussole::state::Saved;
use boussole_core::pack::Pack;
use boussole_core::questionnaire::{Footnote, Questionnaire, RawQuestionnaire};
use boussole_core::texts::Text;

use crate::fixture::{check, draft, first_version, html, pack, visit};

#[test]
fn the_opening_shows_the_first_question_at_once() {
    for (locale, position) in [("fr", "Question 1 sur 12"), ("en", "Question 1 of 12")] {
        let pack = pack(locale);
        let first = pack.questionnaire.item(0).expect("an item").prompt.clone();
        let title = pack.texts.get(Text::OpeningTitle);
        check(
            &pack,
            visit(Saved::Nothing, None),
            &[position, &first, title, r#"value="dont-know""#],
            &["choice chosen"],
        );
    }
}

#[test]
fn the_page_that_is_rendered_before_a_visit_is_what_a_first_visit_shows() {
    for locale in ["fr", "en"] {
        let pack = pack(locale);
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let page = prerender::first_page(pack.clone());
        let page = tokio::task::LocalSet::new().block_on(&runtime, page);
        assert_eq!(page, html(&pack, visit(Saved::Nothing, None)));
    }
}

#[test]
fn not_applicable_is_offered_only_where_it_is_allowed() {
    let pack = pack("fr");
    for (position, item) in pack.questionnaire.items().enumerate() {
        let before = "1".repeat(position);
        let html = html(&pack, visit(draft(&pack, &before), None));
        assert_eq!(html.contains(r#"value="not-applicable""#), item.not_applicable, "{}", item.id);
    }
}

#[test]
fn a_question_shows_its_evidence() {
    let pack = pack("fr");
    let item = pack.questionnaire.item(0).expect("an item").clone();
    let asked = pack.texts.get(Text::ItemMore);
    check(&pack, visit(Saved::Nothing, None), &[asked, &item.evidence], &[]);
    let before = first_version();
    check(&before, visit(Saved::Nothing, None), &[], &[asked]);
}

#[test]
fn a_question_shows_the_definitions_of_its_terms_and_its_references() {
    let plain = pack("fr");
    let mut raw = RawQuestionnaire::clone(&plain.questionnaire);
    let item = &mut raw.principles[0].dimensions[0].items[0];
    item.definitions = vec![Footnote {
        title: "critique".to_owned(),
        text: "Ce qui arrêterait la paie.".to_owned(),
        url: String::new(),
    }];
    item.references = vec![Footnote {
        title: "Loi de 2025".to_owned(),
        text: "Tout le monde — on peut partir.".to_owned(),
        url: "https://law.example/fr".to_owned(),
    }];
    raw.has_ladders = true;
    let questionnaire = Questionnaire::try_from(raw).expect("it is valid").into();
    let pack = Rc::new(Pack { questionnaire, ..Pack::clone(&plain) });
    let summary = plain.texts.fill(Text::ItemDefinition, &[("term", "critique")]);
    let definition =
        format!("<details><summary>{summary}</summary><p>Ce qui arrêterait la paie.</p></details>");
    let cited = "<dd>Loi de 2025</dd>";
    let rule = plain.texts.get(Text::ItemRule);
    check(&pack, visit(Saved::Nothing, None), &[&definition, cited, rule], &["on peut partir"]);
    // The rule stands beside the first question alone.
    check(&pack, visit(draft(&pack, "1"), None), &[], &[rule, &definition]);
    check(&first_version(), visit(Saved::Nothing, None), &[], &[rule, "<details><summary>critique"]);
}

//! Report: content and order.

use boussole::state::Saved;
use boussole_authoring::Edition;
use boussole_core::answers::{Level, Response};
use boussole_core::link::Content;
use boussole_core::pack::Pack;
use boussole_core::report::Report;
use boussole_core::score::{Ratio, score};
use boussole_core::texts::Text;

use crate::fixture::{answers, check, draft, edition, html, link_of, pack, visit};

#[test]
fn a_report_comes_in_the_order_in_which_it_is_asked() {
    let pack = pack("fr");
    let html = html(&pack, visit(draft(&pack, "12?304213?24"), None));
    let order = [
        "class=\"headline\"",
        "class=\"level\"",
        "class=\"facts\"",
        "class=\"why-principles\"",
        "class=\"why-items\"",
        "class=\"priorities\"",
        "class=\"imprint\"",
        "class=\"sure\"",
        "class=\"by-dimension\"",
        "class=\"by-level\"",
        "class=\"by-item\"",
    ];
    let places: Vec<_> = order.iter().map(|class| html.find(class).expect(class)).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn the_first_page_says_when_and_of_what_it_is_a_result() {
    let pack = pack("fr");
    let values = [("title", &*pack.questionnaire.title), ("day", "24/11/2026")];
    let made = pack.texts.fill(Text::ReportMade, &values);
    check(&pack, visit(draft(&pack, "12?304213?24"), None), &[&made], &[]);
    let summary = report(&pack, "12?304213?24").summary;
    check(&pack, visit(Saved::Nothing, Some(link_of(&pack, Content::Scores(summary)))), &[&made], &[]);
}

fn report(pack: &Pack, text: &str) -> Report {
    Report::new(&pack.questionnaire, &answers(pack, text).complete().expect("complete"))
}

/// Assured points of the whole with one item at another level.
fn raised(pack: &Pack, text: &str, position: usize, level: u8) -> Ratio {
    let level = Response::Level(Level::new(level).expect("a level"));
    let raised = answers(pack, text).with(&pack.questionnaire, position, level);
    let scores = score(&pack.questionnaire, &raised.complete().expect("complete"));
    scores.whole.expect("it applies").assured
}

/// Difference of two scores, as the table shows it.
fn figure(from: Ratio, to: Ratio) -> String {
    if to < from.plus(Ratio::whole(1)) {
        return "<\u{202f}1".to_owned();
    }
    let reached =
        |points: &u32| from.times(2).plus(Ratio::whole(2 * points)) <= to.times(2).plus(Ratio::whole(1));
    (0..=100).rev().find(reached).expect("the higher score").to_string()
}

#[test]
fn an_item_holds_back_what_its_highest_level_would_bring() {
    let (express, full) = (pack("fr"), edition(Edition::Current, "full", "fr"));
    let half = "2".repeat(full.questionnaire.len());
    for (pack, text) in [(&express, "12?304213?24"), (&express, "000000000000"), (&full, &*half)] {
        let html = html(pack, visit(draft(pack, text), None));
        let now = report(pack, text).scores.whole.expect("it applies").assured;
        for (position, (item, letter)) in pack.questionnaire.items().zip(text.chars()).enumerate() {
            let level = letter.to_digit(10).unwrap_or_default() as u8;
            let given = if letter == '?' { pack.texts.get(Text::ItemDontKnow) } else { &letter.to_string() };
            let held = figure(now, raised(pack, text, position, 4)).replace('<', "&lt;");
            let gain = figure(now, raised(pack, text, position, 4.min(level + 1))).replace('<', "&lt;");
            let row = format!("<td>{given}</td><td>{held}</td><td>{gain}</td>");
            let row = format!("<th scope=\"row\">{}</th>{row}", item.short);
            assert_eq!(html.contains(&row), letter != '4', "{row} in\n{html}");
        }
    }
}

#[test]
fn the_spread_counts_every_item_once() {
    let pack = pack("en");
    let html = html(&pack, visit(draft(&pack, "12?304213?24"), None));
    let counts =
        [("Rung 4", 2), ("Rung 3", 2), ("Rung 2", 3), ("Rung 1", 2), ("Rung 0", 1), ("I don’t know", 2)];
    for (label, count) in counts {
        let row = format!("<th scope=\"row\">{label}</th><td>{count}</td>");
        assert!(html.contains(&row), "{row} in\n{html}");
    }
    assert!(html.contains("Questions at rungs 3 and 4: 4 of 12; at rungs 0 and 1: 3."));
}

#[test]
fn a_report_names_ranges_blind_spots_and_priorities() {
    let pack = pack("fr");
    let saved = draft(&pack, "12?304213?24");
    let wanted = [
        "data-screen=\"report\"",
        "Entre ",
        "class=\"priorities\"",
        "class=\"blind-spots\"",
        "<svg",
        "<table",
    ];
    check(&pack, visit(saved, None), &wanted, &[pack.texts.get(Text::ReportBlindSpotsNone)]);
    let sure = draft(&pack, "444444444444");
    let wanted = [
        pack.texts.get(Text::ReportPrioritiesNone),
        pack.texts.get(Text::ReportBlindSpotsNone),
        "Dépendance assumée",
    ];
    check(&pack, visit(sure, None), &wanted, &["Entre ", "Niveau, au moins"]);
}

#[test]
fn a_report_interprets_each_principle_by_its_level() {
    let pack = pack("fr");
    let questionnaire = &pack.questionnaire;
    let paragraphs = questionnaire.principles.iter().map(|principle| principle.interpretations[4].clone());
    let wanted: Vec<String> = paragraphs.collect();
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    check(
        &pack,
        visit(draft(&pack, "444444444444"), None),
        &wanted,
        &[&*questionnaire.principles[0].interpretations[0]],
    );
}

//! The link that carries everybody, and its code.

use boussole_core::link::{decode_team, encode_team};
use boussole_core::questionnaire::Role;
use boussole_core::team::Team;
use boussole_core::texts::{LazyText, Text};
use boussole_e2e::browser::{DRAFT, Preference};
use boussole_e2e::known::Known;
use boussole_e2e::stage;

use super::*;
use crate::export::scan;

#[test]
fn the_link_to_the_team_shows_the_same_people_in_another_browser() {
    stage::run(async |stage| {
        let known = Known::new("fr");
        let browser = stage.browser().await;
        let widget = enter_with_colleagues(&browser, &known).await;
        let link = offered(widget, "team").await;
        let team = colleagues(&known);
        assert_eq!(decode_team(known.questionnaire(), &link), Ok(team.clone()));

        for draft in [None, Some(OWN)] {
            let other = stage.browser().await;
            if let Some(own) = draft {
                other.keep(&known.link(own)).await;
            }
            let widget = other.open(&format!("#{link}")).await;
            widget.on("team").await;
            said(widget, &known.room_words(LazyText::TeamAdded, &[("count", "10")])).await;
            let expected = if draft.is_some() { together(own(&known), &team) } else { team.clone() };
            assert_eq!(kept(&other, &known).await, expected);
            assert_eq!(other.kept(DRAFT).await, draft.map(|own| known.link(own)));
            assert_eq!(other.location().await, other.address(""), "the link is gone from the address");
            let sent = other.watch().requests().await;
            assert!(sent.iter().all(|address| !address.contains(&link[30..])), "{sent:#?}");

            let widget = other.reload().await;
            if draft.is_some() {
                widget.on("report").await;
                widget.enter("team").await;
                assert_eq!(widget.read("return all('.members li').length").await, 11);
            } else {
                widget.on_question(1).await;
                assert_eq!(kept(&other, &known).await, team);
            }
        }
    });
}

#[test]
fn a_damaged_link_to_a_team_says_so_and_keeps_the_team_that_was_there() {
    stage::run(async |stage| {
        let known = Known::new("fr");
        let browser = stage.browser().await;
        enter_with_colleagues(&browser, &known).await;
        let link = encode_team(known.questionnaire(), &together(own(&known), &colleagues(&known)));
        let damaged = link.replacen("express.A", "express.B", 1);
        assert_ne!(link, damaged);
        browser.load(boussole_e2e::site::BLANK).await;
        let widget = browser.open(&format!("#{damaged}")).await;
        widget.on("report").await;
        assert_eq!(widget.notice().await, Some(known.words(Text::NoticeLinkDamaged, &[])));
        assert_eq!(kept(&browser, &known).await, colleagues(&known));
    });
}

/// As many people as one link carries, in a form.
fn twelve(known: &Known) -> Team {
    let count = known.questionnaire().len();
    let written = |person: usize| -> String {
        (0..count).map(|item| ["0", "1", "2", "3", "4", "?"][(person * 5 + item * item) % 6]).collect()
    };
    let roles = [Role::GeneralManagement, Role::It, Role::Procurement, Role::Legal];
    let mut team = Team::default();
    for person in 0..12 {
        let (result_id, day) = made(person);
        team.join(member(known, &written(person), result_id, Some(roles[person % 4]), day));
    }
    team
}

#[test]
fn a_team_of_the_full_form_opens_it_on_the_page_of_the_short_one() {
    stage::run(async |stage| {
        let full = Known::of("liberte-numerique", "full", "fr");
        let team = twelve(&full);
        let browser = stage.browser().await;
        let widget = browser.open(&format!("#{}", encode_team(full.questionnaire(), &team))).await;
        widget.on("team").await;
        said(widget, &full.room_words(LazyText::TeamAdded, &[("count", "12")])).await;
        assert_eq!(browser.location().await, browser.address("?form=full"));
        let kept = browser.kept("boussole:liberte-numerique:full:team").await.expect("the team is kept");
        let (kept, _) = kept.split_once('\n').expect("what was agreed on stands behind the team");
        assert_eq!(decode_team(full.questionnaire(), kept), Ok(team.clone()));
        // It goes on from there as it came.
        assert_eq!(decode_team(full.questionnaire(), &offered(widget, "team").await), Ok(team));
    });
}

#[test]
fn the_code_of_a_team_of_twelve_is_its_link() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let cases = [
            ("express", Preference::Light, 1280, 1),
            ("express", Preference::Dark, 375, 2),
            ("full", Preference::Dark, 1280, 1),
            ("full", Preference::Light, 375, 2),
        ];
        for (form, preference, width, pixels) in cases {
            let known = Known::of("liberte-numerique", form, "fr");
            browser.prefer(preference).await;
            browser.scale(width, 800, pixels).await;
            browser.forget().await;
            let link = encode_team(known.questionnaire(), &twelve(&known));
            let widget = browser.open(&format!("#{link}")).await;
            widget.on("team").await;
            widget.wait("a code", "return find('svg.code')").await;
            assert_eq!(offered(widget, "team").await, link);
            let read = scan(widget).await;
            assert!(read.starts_with(&browser.address("")), "{read}");
            assert_eq!(read.split_once('#').expect("it has a fragment").1, link, "{form}");
        }
    });
}

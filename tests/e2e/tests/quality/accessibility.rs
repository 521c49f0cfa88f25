//! Accessibility of every screen, by axe-core.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{BrowserSession, Preference};
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::json;

const WRITTEN: &str = "3?12 42?- 1432";
const UNFINISHED: &str = "3?1_ ____ ____";

/// Checks every screen in one language and colour scheme.
async fn every_screen(bed: &TestBed, locale: &str, preference: Preference) {
    let browser = bed.browser().await;
    let oracle = Oracle::new(locale);
    let page = if locale == "fr" { String::new() } else { format!("?lang={locale}") };
    browser.prefer(preference).await;

    browser.open(&page).await;
    assert_accessible(&browser, "opening").await;
    browser.store_draft(&oracle.link(UNFINISHED)).await;
    let widget = browser.open(&page).await;
    widget.click_action("back").await;
    widget.on_question(3).await;
    assert_accessible(&browser, "a later question under a notice").await;
    widget.click_action("overview").await;
    widget.wait_for_screen("overview").await;
    assert_accessible(&browser, "overview").await;
    widget.click_action("erase").await;
    widget.on_question(1).await;
    assert_accessible(&browser, "erased").await;

    browser.store_draft(&oracle.link(WRITTEN)).await;
    let widget = browser.open(&page).await;
    widget.wait_for_screen("report").await;
    widget.click("summary").await;
    widget.open_details().await;
    widget.click_action("copy").await;
    widget.wait("the copy to be reported", "return text('.share [role=status]')").await;
    assert_accessible(&browser, "report").await;

    browser.clear_storage().await;
    browser.open(&format!("{page}#{}", oracle.link(WRITTEN))).await.wait_for_screen("shared").await;
    assert_accessible(&browser, "shared result").await;
    failure_panel(bed, &browser, &page).await;
}

async fn failure_panel(bed: &TestBed, browser: &BrowserSession, page: &str) {
    browser.clear_storage().await;
    browser.disable_cache().await;
    let _missing = bed.site.hide_files(".wasm");
    browser.load(page).await;
    browser.widget().wait("the failure panel", "return find('.failure')").await;
    assert_accessible(browser, "failure panel").await;
    // Expected message about the missing file.
    browser.monitor().drain_messages().await;
}

#[test]
fn no_violation_in_french_and_light() {
    test_bed::run(async |bed| every_screen(bed, "fr", Preference::Light).await);
}

#[test]
fn no_violation_in_french_and_dark() {
    test_bed::run(async |bed| every_screen(bed, "fr", Preference::Dark).await);
}

#[test]
fn no_violation_in_english_and_light() {
    test_bed::run(async |bed| every_screen(bed, "en", Preference::Light).await);
}

#[test]
fn no_violation_in_english_and_dark() {
    test_bed::run(async |bed| every_screen(bed, "en", Preference::Dark).await);
}

#[test]
fn a_page_that_is_opened_keeps_its_own_focus() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.open("").await.on_question(1).await;
        let focus = "return document.activeElement === document.body && scrollY === 0";
        assert_eq!(browser.run(focus, vec![]).await, json!(true));
    });
}

#[test]
fn the_focus_moves_to_the_heading_of_each_new_screen_and_shows_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.resize(375, 667).await;
        let widget = browser.open("").await;
        for (position, response) in oracle.responses(WRITTEN).into_iter().enumerate() {
            widget.answer(position + 1, response).await;
            if position < 11 {
                widget.on_question(position + 2).await;
            } else {
                widget.wait_for_screen("report").await;
            }
            widget.focus_on("h2[tabindex='-1']").await;
            widget.wait("the heading to be in view", IN_VIEW).await;
        }
        widget.click_action("overview").await;
        widget.wait_for_screen("overview").await;
        widget.focus_on("h2").await;
        widget.wait("the heading to be in view", IN_VIEW).await;
    });
}

const IN_VIEW: &str = "const { top, bottom } = focus.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight";

#[test]
fn a_question_is_a_group_of_radio_buttons_with_a_legend() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.open("").await;
        let tree = browser.command("Accessibility.getFullAXTree", json!({})).await;
        let nodes = tree["nodes"].as_array().expect("a tree has nodes").clone();
        let named = |role: &str| -> Vec<String> {
            let of_role =
                nodes.iter().filter(|node| node["role"]["value"] == role && node["ignored"] == false);
            of_role.map(|node| node["name"]["value"].as_str().unwrap_or_default().to_owned()).collect()
        };
        let groups = named("group");
        assert!(
            groups.iter().any(|name| boussole_e2e::oracle::plain(name).contains(&oracle.prompt(1))),
            "{groups:?}"
        );
        let item = oracle.questionnaire().item(0).expect("there is a first question");
        let radios = named("radio");
        for (level, radio) in item.levels.iter().zip(&radios) {
            assert!(radio.starts_with(level.as_str()), "{radio} is named after its level");
        }
        assert_eq!(radios.len(), 6);
        assert_eq!(named("progressbar").len() + named("ProgressIndicator").len(), 1);
    });
}

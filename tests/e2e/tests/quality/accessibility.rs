//! Accessibility, as far as a program can judge it.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{Browser, Preference};
use boussole_e2e::known::Known;
use boussole_e2e::stage::{self, Stage};
use serde_json::json;

const WRITTEN: &str = "3?12 42?- 1432";
const UNFINISHED: &str = "3?1_ ____ ____";

/// Every screen in one language and one colour scheme.
async fn every_screen(stage: &Stage, locale: &str, preference: Preference) {
    let browser = stage.browser().await;
    let known = Known::new(locale);
    let page = if locale == "fr" { String::new() } else { format!("?lang={locale}") };
    browser.prefer(preference).await;

    browser.open(&page).await;
    assert_accessible(&browser, "opening").await;
    browser.keep(&known.link(UNFINISHED)).await;
    let widget = browser.open(&page).await;
    widget.act("back").await;
    widget.on_question(3).await;
    assert_accessible(&browser, "a later question under a notice").await;
    widget.act("overview").await;
    widget.on("overview").await;
    assert_accessible(&browser, "overview").await;
    widget.act("erase").await;
    widget.on_question(1).await;
    assert_accessible(&browser, "erased").await;

    browser.keep(&known.link(WRITTEN)).await;
    let widget = browser.open(&page).await;
    widget.on("report").await;
    widget.click("summary").await;
    widget.open_details().await;
    widget.act("copy").await;
    widget.wait("the copy to be told", "return text('.share [role=status]')").await;
    assert_accessible(&browser, "report").await;

    browser.forget().await;
    browser.open(&format!("{page}#{}", known.link(WRITTEN))).await.on("shared").await;
    assert_accessible(&browser, "shared result").await;
    failure_panel(stage, &browser, &page).await;
}

async fn failure_panel(stage: &Stage, browser: &Browser, page: &str) {
    browser.forget().await;
    browser.forget_files().await;
    let _missing = stage.site.without(".wasm");
    browser.load(page).await;
    browser.widget().wait("the failure panel", "return find('.failure')").await;
    assert_accessible(browser, "failure panel").await;
    // The missing file is told in the console, as it should be.
    browser.watch().take_messages().await;
}

#[test]
fn no_violation_in_french_and_light() {
    stage::run(async |stage| every_screen(stage, "fr", Preference::Light).await);
}

#[test]
fn no_violation_in_french_and_dark() {
    stage::run(async |stage| every_screen(stage, "fr", Preference::Dark).await);
}

#[test]
fn no_violation_in_english_and_light() {
    stage::run(async |stage| every_screen(stage, "en", Preference::Light).await);
}

#[test]
fn no_violation_in_english_and_dark() {
    stage::run(async |stage| every_screen(stage, "en", Preference::Dark).await);
}

#[test]
fn a_page_that_is_opened_keeps_its_own_focus() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.open("").await.on_question(1).await;
        let focus = "return document.activeElement === document.body && scrollY === 0";
        assert_eq!(browser.run(focus, vec![]).await, json!(true));
    });
}

#[test]
fn the_focus_moves_to_the_heading_of_each_new_screen_and_shows_it() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.resize(375, 667).await;
        let widget = browser.open("").await;
        for (position, response) in known.responses(WRITTEN).into_iter().enumerate() {
            widget.answer(position + 1, response).await;
            if position < 11 {
                widget.on_question(position + 2).await;
            } else {
                widget.on("report").await;
            }
            widget.focus_on("h2[tabindex='-1']").await;
            widget.wait("the heading to be in view", IN_VIEW).await;
        }
        widget.act("overview").await;
        widget.on("overview").await;
        widget.focus_on("h2").await;
        widget.wait("the heading to be in view", IN_VIEW).await;
    });
}

const IN_VIEW: &str = "const { top, bottom } = focus.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight";

#[test]
fn a_question_is_a_group_of_radio_buttons_with_a_legend() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
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
            groups.iter().any(|name| boussole_e2e::known::plain(name).contains(&known.prompt(1))),
            "{groups:?}"
        );
        let item = known.questionnaire().item(0).expect("there is a first question");
        let radios = named("radio");
        for (level, radio) in item.levels.iter().zip(&radios) {
            assert!(radio.starts_with(level.as_str()), "{radio} is named after its level");
        }
        assert_eq!(radios.len(), 6);
        assert_eq!(named("progressbar").len() + named("ProgressIndicator").len(), 1);
    });
}

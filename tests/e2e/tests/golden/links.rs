//! Links of every kind, opened as a reader does.

use boussole_core::questionnaire::{Role, Word};
use boussole_core::texts::{LazyText, Text};
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use serde_json::{Value, json};

use super::{assert_scores, browser, golden, is_earlier, list, oracle, text};

#[test]
fn every_kind_of_link_opens() {
    test_bed::run(async |bed| {
        let (browser, golden) = (browser(bed).await, golden("links.json"));
        for entry in list(&golden, "results") {
            result(&browser, entry).await;
        }
        for entry in list(&golden, "teams") {
            team(&browser, entry).await;
        }
        for entry in list(&golden, "invitations") {
            invitation(&browser, entry).await;
        }
        for entry in list(&golden, "events") {
            event(&browser, entry).await;
        }
    });
}

/// A result opens on the page of whatever questionnaire; but for the first, on a page that is there already.
async fn result(browser: &BrowserSession, entry: &Value) {
    let (name, oracle, expected) = (text(entry, "name"), oracle(entry), &entry["expected"]);
    let widget = browser.open(&format!("#{}", text(entry, "fragment"))).await;
    let scores = match expected.get("scores") {
        Some(scores) => scores,
        None if expected["report"].is_null() => {
            return widget.shows_notice(&oracle.text(Text::NoticeLinkUnfinished, &[])).await;
        }
        None => &expected["report"]["scores"],
    };
    widget.wait_for_screen("shared").await;
    assert_scores(widget, &oracle, scores, name).await;
    assert_eq!(browser.draft().await, None, "{name}");
}

/// A team opens on the page of its questionnaire, in its form.
async fn team(browser: &BrowserSession, entry: &Value) {
    let name = text(entry, "name");
    browser.clear_storage().await;
    let page = format!("?questionnaire={}#{}", text(entry, "questionnaire"), text(entry, "fragment"));
    let widget = browser.open(&page).await;
    widget.wait_for_screen("team").await;
    let version = entry["version"].to_string();
    let older = Oracle::new("fr").lazy_text(LazyText::TeamOlder, &[("version", &version)]);
    let expected = if is_earlier(entry) { vec![older] } else { vec![] };
    assert_eq!(widget.texts(".older").await, expected, "{name}");
    let members = entry["expected"].as_array().expect("a list of members");
    if members.is_empty() {
        let empty = Oracle::new("fr").lazy_text(LazyText::TeamEmpty, &[]);
        let shown = format!(
            "return all('[data-screen=team] p').some((each) => plain(each.textContent) === {})",
            json!(empty)
        );
        widget.wait(&format!("{name}: nobody"), &shown).await;
        return;
    }
    let roles: Vec<&str> = members.iter().map(|member| member["role"].as_str().unwrap_or_default()).collect();
    let shown = format!(
        "return JSON.stringify(all('[data-field=member-role]').map((list) => list.value)) === {}",
        json!(json!(roles).to_string())
    );
    widget.wait(&format!("{name}: {roles:?}"), &shown).await;
    let carried = format!(
        "return all('input.link').some((field) => field.value.endsWith({}))",
        json!(text(entry, "fragment"))
    );
    widget.wait(&format!("{name}: the same link"), &carried).await;
}

/// An invitation opens the form that it asks for, and says for whom.
async fn invitation(browser: &BrowserSession, entry: &Value) {
    browser.clear_storage().await;
    let (form, fragment) = (text(entry, "form"), text(entry, "fragment"));
    let oracle = Oracle::of(text(entry, "questionnaire"), form, "fr");
    let page = format!("?questionnaire={}#{fragment}", text(entry, "questionnaire"));
    let widget = browser.open(&page).await;
    let count = oracle.questionnaire().len();
    widget.wait(fragment, &format!("return find('progress')?.max === {count}")).await;
    let role = Role::from_word(text(entry, "role")).expect("a role");
    widget.shows_notice(&oracle.text(Text::NoticeInvited, &[("role", &oracle.role(role))])).await;
}

/// An event link greets with the name of the event, and begins with its form.
async fn event(browser: &BrowserSession, entry: &Value) {
    browser.clear_storage().await;
    let address = format!("{}#{}", text(entry, "page"), text(entry, "fragment"));
    let widget = browser.open(&address).await;
    widget.on_question(1).await;
    let shown = "return document.querySelector('.event').textContent";
    assert_eq!(browser.run(shown, vec![]).await, entry["event"], "{address}");
    let form = "return host.getAttribute('form') || 'express'";
    assert_eq!(widget.read(form).await, entry["form"], "{address}");
}

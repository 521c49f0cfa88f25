//! Blocked, full or corrupt storage: the assessment goes on.

use boussole_core::texts::Text;
use boussole_e2e::browser::DRAFT;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::json;

const WRITTEN: &str = "3?12 420- 1432";

const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
});";

const FULL: &str = "Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};";

/// Assessment up to the report without storage, with its notice.
async fn works_without_storage(bed: &TestBed, breaking: &str) {
    let browser = bed.browser().await;
    let oracle = Oracle::new("fr");
    browser.monitor().before_each_page(breaking).await;
    let widget = browser.open("").await;
    let responses = oracle.responses(WRITTEN);
    widget.answer_all(&responses[..6]).await;
    widget.on_question(7).await;
    assert_eq!(widget.notice().await, Some(oracle.text(Text::NoticeNotSaved, &[])));
    for (position, response) in responses.iter().enumerate().skip(6) {
        widget.answer(position + 1, *response).await;
    }
    widget.wait_for_screen("report").await;
    assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
    assert_eq!(widget.notice().await, Some(oracle.text(Text::NoticeNotSaved, &[])));
    widget.click_action("close-notice").await;
    widget.wait("the notice to close", "return !find('.notice')").await;
    widget.click_action("erase").await;
    widget.on_question(1).await;
}

#[test]
fn blocked_storage_stops_no_assessment() {
    test_bed::run(async |bed| works_without_storage(bed, BLOCKED).await);
}

#[test]
fn full_storage_stops_no_assessment() {
    test_bed::run(async |bed| works_without_storage(bed, FULL).await);
}

#[test]
fn a_corrupt_draft_is_set_aside_and_reported() {
    let oracle = Oracle::new("fr");
    let damaged = oracle.link(WRITTEN).replace("express.", "express.X");
    let drafts = ["", "garbage", "{\"answers\":[1,2]}", "1.liberte-numerique.express.", &damaged];
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for draft in drafts {
            browser.store_draft(draft).await;
            let widget = browser.open("").await;
            widget.on_question(1).await;
            let notice = Some(oracle.text(Text::NoticeDraftUnreadable, &[]));
            assert_eq!(widget.notice().await, notice, "{draft}");
            widget.answer(1, oracle.responses(WRITTEN)[0]).await;
            widget.on_question(2).await;
            let aside = format!("{DRAFT}:unreadable");
            let aside = browser.run("return localStorage.getItem(arguments[0])", vec![json!(aside)]).await;
            assert_eq!(aside, json!(draft), "what could not be read is not lost");
            let widget = browser.reload().await;
            widget.on_question(2).await;
        }
    });
}

#[test]
fn answers_leave_the_draft_of_another_form_alone() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.clear_storage().await;
        let other = "boussole:liberte-numerique:full";
        browser.run("localStorage.setItem(arguments[0], 'other')", vec![json!(other)]).await;
        let widget = browser.open("").await;
        assert_eq!(widget.notice().await, None);
        widget.answer(1, oracle.responses(WRITTEN)[0]).await;
        widget.on_question(2).await;
        widget.wait("a draft beside it", "return localStorage.length === 2").await;
        let stored = browser.run("return localStorage.getItem(arguments[0])", vec![json!(other)]).await;
        assert_eq!(stored, json!("other"));
    });
}

#[test]
fn the_prefix_of_an_element_begins_every_key_of_its_storage() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let responses = oracle.responses(WRITTEN);
        let page = |prefix: &str| {
            format!(
                "<boussole-assessment loading=\"eager\" storage-prefix=\"{prefix}\"></boussole-assessment>\
                 <script type=\"module\" src=\"/boussole.js\"></script>"
            )
        };
        browser.clear_storage().await;
        bed.site.write_host("host.html", &page("maison-1.x_"));
        let widget = browser.open("host.html").await;
        widget.answer_to_report(&responses).await;
        let keys = browser.run("return Object.keys(localStorage)", vec![]).await;
        let keys: Vec<&str> =
            keys.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
        assert!(keys.contains(&"maison-1.x_:liberte-numerique:express"), "{keys:?}");
        assert!(keys.iter().all(|key| key.starts_with("maison-1.x_:")), "{keys:?}");
        browser.reload().await.wait_for_screen("report").await;
        // Another prefix has other answers, in the same page as well.
        browser.run("document.querySelector('boussole-assessment').storagePrefix = 'other'", vec![]).await;
        browser.widget().on_question(1).await;
        bed.site.write_host("host.html", &page("maison-1.x_"));
        browser.open("host.html").await.wait_for_screen("report").await;
        // One that can't be is told of, and the usual one taken.
        bed.site.write_host("host.html", &page("a:b"));
        let widget = browser.open("host.html").await;
        widget.answer(1, responses[0]).await;
        widget.on_question(2).await;
        assert!(browser.draft().await.is_some());
        let messages = browser.monitor().drain_messages().await;
        let [ConsoleMessage::Warning(warning)] = &messages[..] else {
            panic!("one warning, not {messages:?}")
        };
        assert!(warning.contains("storage-prefix=\"a:b\""), "{warning}");
    });
}

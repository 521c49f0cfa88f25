//! Storage that is blocked, full or corrupt stops no assessment.

use boussole_core::texts::Text;
use boussole_e2e::browser::DRAFT;
use boussole_e2e::known::Known;
use boussole_e2e::stage::{self, Stage};
use serde_json::json;

const WRITTEN: &str = "3?12 420- 1432";

const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
});";

const FULL: &str = "Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
};";

/// The assessment up to the report where nothing can be kept, with the sentence that says so.
async fn works_without_keeping(stage: &Stage, breaking: &str) {
    let browser = stage.browser().await;
    let known = Known::new("fr");
    browser.watch().before_each_page(breaking).await;
    let widget = browser.open("").await;
    let responses = known.responses(WRITTEN);
    widget.answer_all(&responses[..6]).await;
    widget.on_question(7).await;
    assert_eq!(widget.notice().await, Some(known.words(Text::NoticeNotSaved, &[])));
    for (position, response) in responses.iter().enumerate().skip(6) {
        widget.answer(position + 1, *response).await;
    }
    widget.on("report").await;
    assert_eq!(widget.told().await, known.told(WRITTEN));
    assert_eq!(widget.notice().await, Some(known.words(Text::NoticeNotSaved, &[])));
    widget.act("close-notice").await;
    widget.wait("the notice to close", "return !find('.notice')").await;
    widget.act("erase").await;
    widget.on_question(1).await;
}

#[test]
fn blocked_storage_stops_no_assessment() {
    stage::run(async |stage| works_without_keeping(stage, BLOCKED).await);
}

#[test]
fn full_storage_stops_no_assessment() {
    stage::run(async |stage| works_without_keeping(stage, FULL).await);
}

#[test]
fn a_corrupt_draft_is_set_aside_and_said() {
    let known = Known::new("fr");
    let damaged = known.link(WRITTEN).replace("express.", "express.X");
    let drafts = ["", "garbage", "{\"answers\":[1,2]}", "1.liberte-numerique.express.", &damaged];
    stage::run(async |stage| {
        let browser = stage.browser().await;
        for draft in drafts {
            browser.keep(draft).await;
            let widget = browser.open("").await;
            widget.on_question(1).await;
            let said = Some(known.words(Text::NoticeDraftUnreadable, &[]));
            assert_eq!(widget.notice().await, said, "{draft}");
            widget.answer(1, known.responses(WRITTEN)[0]).await;
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
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.forget().await;
        let other = "boussole:liberte-numerique:full";
        browser.run("localStorage.setItem(arguments[0], 'other')", vec![json!(other)]).await;
        let widget = browser.open("").await;
        assert_eq!(widget.notice().await, None);
        widget.answer(1, known.responses(WRITTEN)[0]).await;
        widget.on_question(2).await;
        widget.wait("a draft beside it", "return localStorage.length === 2").await;
        let kept = browser.run("return localStorage.getItem(arguments[0])", vec![json!(other)]).await;
        assert_eq!(kept, json!("other"));
    });
}

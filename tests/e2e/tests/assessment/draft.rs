//! Answers outlive a reload, and go when they are told to.

use boussole_core::texts::Text;
use boussole_e2e::browser::DRAFT;
use boussole_e2e::known::Known;
use boussole_e2e::stage;

const UNFINISHED: &str = "3?1_ ____ ____";
const FINISHED: &str = "3?12 420- 1432";

#[test]
fn a_reload_in_the_middle_resumes_and_says_so() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open("").await;
        assert_eq!(widget.notice().await, None);
        widget.answer_all(&known.responses(FINISHED)[..3]).await;
        widget.on_question(4).await;
        let draft = browser.draft().await.expect("answers are kept at once");
        let widget = browser.reload().await;
        widget.on_question(4).await;
        let said = known.words(Text::NoticeResumed, &[("given", "3"), ("total", "12")]);
        assert_eq!(widget.notice().await, Some(said));
        assert_eq!(browser.draft().await, Some(draft));
        for (number, chosen) in [(3, "1"), (2, "dont-know"), (1, "3")] {
            widget.act("back").await;
            widget.on_question(number).await;
            assert_eq!(widget.chosen().await.as_deref(), Some(chosen));
        }
    });
}

#[test]
fn the_sentence_on_resuming_can_be_closed() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.keep(&Known::new("fr").link(UNFINISHED)).await;
        let widget = browser.open("").await;
        widget.act("close-notice").await;
        widget.wait("the notice to close", "return !find('.notice')").await;
        widget.on_question(4).await;
    });
}

#[test]
fn a_reload_after_the_end_shows_the_report() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open("").await;
        widget.answer_all(&known.responses(FINISHED)).await;
        widget.on("report").await;
        let (told, link) = (widget.told().await, widget.link().await);
        let widget = browser.reload().await;
        widget.on("report").await;
        assert_eq!(widget.told().await, told);
        // The same result_id: a result that is shown again is not another one.
        assert_eq!(widget.link().await, link);
    });
}

#[test]
fn erasing_empties_the_storage_and_can_be_undone() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        for (written, screen) in [(UNFINISHED, "item"), (FINISHED, "report")] {
            browser.keep(&known.link(written)).await;
            let widget = browser.open("").await;
            widget.on(screen).await;
            widget.act("erase").await;
            widget.on_question(1).await;
            assert_eq!(widget.notice().await, Some(known.words(Text::NoticeErased, &[])));
            let kept = "return Object.keys(localStorage).length === 0";
            widget.wait("the storage to be empty", kept).await;
            assert!(!widget.has("[data-action=erase]").await, "nothing is left to erase");
            widget.act("undo").await;
            widget.on(screen).await;
            widget.wait("the draft to be back", &format!("return localStorage.getItem('{DRAFT}')")).await;
            assert_eq!(browser.draft().await, Some(known.link(written)));
            assert_eq!(widget.notice().await, None);
        }
    });
}

#[test]
fn erased_answers_stay_away_after_a_reload() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.keep(&Known::new("fr").link(FINISHED)).await;
        let widget = browser.open("").await;
        widget.act("erase").await;
        widget.on_question(1).await;
        widget.wait("the storage to be empty", "return localStorage.length === 0").await;
        let widget = browser.reload().await;
        widget.on_question(1).await;
        assert_eq!(widget.notice().await, None);
        assert_eq!(widget.chosen().await, None);
    });
}

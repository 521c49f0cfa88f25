//! Drafts: survival of a reload, erasing, undo.

use boussole_core::texts::Text;
use boussole_e2e::browser::DRAFT;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;

const UNFINISHED: &str = "3?1_ ____ ____";
const FINISHED: &str = "3?12 420- 1432";

#[test]
pub fn a_reload_in_the_middle_resumes_and_says_so() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("").await;
        assert_eq!(widget.notice().await, None);
        widget.answer_all(&oracle.responses(FINISHED)[..3]).await;
        widget.on_question(4).await;
        let draft = browser.draft().await.expect("answers are stored at once");
        let widget = browser.reload().await;
        widget.on_question(4).await;
        let notice = oracle.text(Text::NoticeResumed, &[("given", "3"), ("total", "12")]);
        assert_eq!(widget.notice().await, Some(notice));
        assert_eq!(browser.draft().await, Some(draft));
        for (number, chosen) in [(3, "1"), (2, "dont-know"), (1, "3")] {
            widget.click_action("back").await;
            widget.on_question(number).await;
            assert_eq!(widget.chosen().await.as_deref(), Some(chosen));
        }
    });
}

#[test]
fn the_sentence_on_resuming_can_be_closed() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.store_draft(&Oracle::new("fr").link(UNFINISHED)).await;
        let widget = browser.open("").await;
        widget.click_action("close-notice").await;
        widget.wait("the notice to close", "return !find('.notice')").await;
        widget.on_question(4).await;
    });
}

#[test]
fn a_reload_after_the_end_shows_the_report() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("").await;
        widget.answer_to_report(&oracle.responses(FINISHED)).await;
        let (report, link) = (widget.report_text().await, widget.link().await);
        let widget = browser.reload().await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, report);
        // Same result id: a result shown again is no new one.
        assert_eq!(widget.link().await, link);
    });
}

#[test]
pub fn erasing_empties_the_storage_and_can_be_undone() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        for (written, screen) in [(UNFINISHED, "item"), (FINISHED, "report")] {
            browser.store_draft(&oracle.link(written)).await;
            let widget = browser.open("").await;
            widget.wait_for_screen(screen).await;
            widget.click_action("erase").await;
            widget.on_question(1).await;
            assert_eq!(widget.notice().await, Some(oracle.text(Text::NoticeErased, &[])));
            let empty = "return Object.keys(localStorage).length === 0";
            widget.wait("the storage to be empty", empty).await;
            assert!(!widget.has("[data-action=erase]").await, "nothing is left to erase");
            // The next step has no undo.
            widget.choose("", "4").await;
            widget.on_question(2).await;
            widget.click_action("undo").await;
            widget.wait_for_screen(screen).await;
            widget.wait("the draft to be back", &format!("return localStorage.getItem('{DRAFT}')")).await;
            assert_eq!(browser.draft().await, Some(oracle.link(written)));
            assert_eq!(widget.notice().await, None);
        }
    });
}

#[test]
fn erased_answers_stay_away_after_a_reload() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.store_draft(&Oracle::new("fr").link(FINISHED)).await;
        let widget = browser.open("").await;
        widget.click_action("erase").await;
        widget.on_question(1).await;
        widget.wait("the storage to be empty", "return localStorage.length === 0").await;
        let widget = browser.reload().await;
        widget.on_question(1).await;
        assert_eq!(widget.notice().await, None);
        assert_eq!(widget.chosen().await, None);
    });
}

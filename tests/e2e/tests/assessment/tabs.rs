//! Several tabs of one browser: none loses what another one stored.

use boussole_core::answers::Answers;
use boussole_core::link::{self, Content};
use boussole_e2e::browser::{BrowserSession, DRAFT};
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use serde_json::json;

const BEGUN: &str = "3?1_ ____ ____";
const FINISHED: &str = "3?12 42?- 1432";

async fn stored_answers(browser: &BrowserSession, oracle: &Oracle) -> Answers {
    let draft = browser.draft().await.expect("there is a draft");
    match link::decode(oracle.questionnaire(), &draft).expect("it can be read").content {
        Content::Answers(answers) => answers,
        Content::Scores(_) => panic!("a draft holds answers"),
    }
}

#[test]
fn a_tab_goes_on_with_what_another_one_answered() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let responses = oracle.responses(FINISHED);
        let widget = browser.open("").await;
        widget.answer_all(&responses[..3]).await;
        widget.on_question(4).await;
        let [first, second] = browser.open_tab().await;
        let widget = browser.open("").await;
        widget.on_question(4).await;
        widget.answer_from(4, &responses[3..8]).await;
        widget.on_question(9).await;

        browser.enter_tab(&first).await;
        widget.wait("the answer of the other tab", "return find('input:checked')").await;
        widget.on_question(4).await;
        widget.answer_from(4, &oracle.responses("3?14 42?- 1432")[3..4]).await;
        widget.on_question(9).await;
        assert_eq!(stored_answers(&browser, &oracle).await, oracle.answers("3?14 42?- ____"));

        browser.enter_tab(&second).await;
        widget.answer_from(9, &responses[8..]).await;
        widget.wait_for_screen("report").await;
        assert_eq!(stored_answers(&browser, &oracle).await, oracle.answers("3?14 42?- 1432"));
        assert_eq!(browser.stored_results().await.len(), 1);
    });
}

#[test]
fn answers_that_one_tab_erased_do_not_come_back_from_another() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(BEGUN)).await;
        let widget = browser.open("").await;
        widget.on_question(4).await;
        widget.click_action("back").await;
        widget.on_question(3).await;
        let [first, _] = browser.open_tab().await;
        let widget = browser.open("").await;
        widget.on_question(4).await;
        widget.click_action("erase").await;
        widget.on_question(1).await;
        assert_eq!(browser.draft().await, None);

        browser.enter_tab(&first).await;
        widget.wait("no answer", "return find('input') && !find('input:checked')").await;
        widget.answer_from(3, &oracle.responses(FINISHED)[2..3]).await;
        widget.on_question(4).await;
        assert_eq!(stored_answers(&browser, &oracle).await, oracle.answers("__1_ ____ ____"));
    });
}

#[test]
fn answers_of_a_tab_that_was_not_heard_are_merged() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("").await;
        widget.answer_all(&oracle.responses(FINISHED)[..1]).await;
        widget.on_question(2).await;
        // No event tells a page what it stores itself: it hears of nothing, as one that was asleep.
        let theirs = oracle.link("__12 42?- 143_");
        browser
            .run("localStorage.setItem(arguments[0], arguments[1])", vec![json!(DRAFT), json!(theirs)])
            .await;
        widget.answer_from(2, &oracle.responses(FINISHED)[1..2]).await;
        widget.wait("the merged answers", "return find('[data-action=next]')").await;
        assert_eq!(stored_answers(&browser, &oracle).await, oracle.answers("3?12 42?- 143_"));
    });
}

#[test]
fn two_assessments_of_one_visit_are_two_results() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("").await;
        widget.answer_to_report(&oracle.responses(FINISHED)).await;
        assert_eq!(browser.stored_results().await.len(), 1);
        widget.click_action("anew").await;
        widget.on_question(1).await;
        widget.answer_to_report(&oracle.responses("2322 ?2?2 1432")).await;
        assert_eq!(browser.stored_results().await.len(), 2);
    });
}

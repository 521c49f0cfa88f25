//! Optional question before the result: the expected level.

use boussole_core::score::{Gap, MaturityLevel};
use boussole_core::texts::Text;
use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{BrowserSession, EXPECTED};
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::json;

const WRITTEN: &str = "3?12 42?- 1432";
const ALL_BUT_ONE: &str = "3?12 42?- 143_";

/// Gives the last answer, which leads to the question.
async fn finish<'a>(browser: &'a BrowserSession, oracle: &Oracle, page: &str) -> WidgetPage<'a> {
    browser.clear_storage().await;
    browser.store_draft(&oracle.link(ALL_BUT_ONE)).await;
    let widget = browser.open(page).await;
    widget.answer(12, oracle.responses(WRITTEN)[11]).await;
    widget.wait_for_screen("expectation").await;
    widget
}

/// Expected sentence of the report about an expected level.
fn gap_text(oracle: &Oracle, expected: MaturityLevel) -> String {
    let maturity_result =
        oracle.report(WRITTEN).summary.maturity_result(oracle.questionnaire()).expect("something applies");
    let (text, count) = match maturity_result.gap(expected) {
        Gap::AsExpected => (Text::ExpectSame, 0),
        Gap::Lower(count) => (Text::ExpectBelow, count),
        Gap::Higher(count) => (Text::ExpectAbove, count),
    };
    let name = &oracle.questionnaire().maturity[expected.index()].name;
    oracle.text(text, &[("level", name), ("count", &count.to_string())])
}

/// Waits for the report without a question before it.
async fn on_report_at_once(widget: WidgetPage<'_>) {
    widget.wait("the next screen", "return find('[data-screen=report], [data-screen=expectation]')").await;
    assert!(!widget.has("[data-screen=expectation]").await, "it is asked once");
}

#[test]
fn the_gap_to_each_level_is_shown() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for locale in ["fr", "en"] {
            let oracle = Oracle::new(locale);
            for level in MaturityLevel::all() {
                let widget = finish(&browser, &oracle, &format!("?lang={locale}")).await;
                let names = widget.texts("[data-level] strong").await;
                let expected: Vec<_> =
                    oracle.questionnaire().maturity.iter().map(|one| one.name.clone()).collect();
                assert_eq!(names, expected);
                widget.click(&format!("[data-level='{}']", level.index())).await;
                on_report_at_once(widget).await;
                assert_eq!(widget.text(".gap").await, gap_text(&oracle, level), "{}", level.index());
                assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN), "the result is the same");
            }
        }
    });
}

#[test]
pub fn the_expected_level_is_asked_once_and_stored() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = finish(&browser, &oracle, "").await;
        let expected = MaturityLevel::new(4).unwrap();
        widget.click("[data-level='4']").await;
        on_report_at_once(widget).await;
        assert_eq!(browser.stored(EXPECTED).await.as_deref(), Some("4"));
        let widget = browser.reload().await;
        on_report_at_once(widget).await;
        assert_eq!(widget.text(".gap").await, gap_text(&oracle, expected));

        // Changed answers do not repeat the question.
        widget.click_action("overview").await;
        widget.wait_for_screen("overview").await;
        widget.click("[data-item='11']").await;
        widget.answer(12, oracle.responses(WRITTEN)[11]).await;
        on_report_at_once(widget).await;
        assert_eq!(widget.text(".gap").await, gap_text(&oracle, expected));

        // A new assessment repeats it, without a trace of the old level.
        widget.click_action("anew").await;
        widget.answer_all(&oracle.responses(WRITTEN)).await;
        widget.wait_for_screen("expectation").await;
        widget.click("[data-level='0']").await;
        on_report_at_once(widget).await;
        assert_eq!(widget.text(".gap").await, gap_text(&oracle, MaturityLevel::new(0).unwrap()));
    });
}

#[test]
fn passing_over_shows_no_gap_and_is_not_asked_again() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = finish(&browser, &oracle, "").await;
        widget.click_action("pass").await;
        on_report_at_once(widget).await;
        assert!(!widget.has(".gap").await);
        let widget = browser.reload().await;
        on_report_at_once(widget).await;
        assert!(!widget.has(".gap").await);
        widget.click_action("overview").await;
        widget.wait_for_screen("overview").await;
        widget.click("[data-item='11']").await;
        widget.answer(12, oracle.responses(WRITTEN)[11]).await;
        on_report_at_once(widget).await;
    });
}

#[test]
fn an_earlier_result_and_a_shared_one_are_shown_at_once() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(WRITTEN)).await;
        on_report_at_once(browser.open("").await).await;
        browser.clear_storage().await;
        let widget = browser.open(&format!("#{}", oracle.link(WRITTEN))).await;
        widget
            .wait("the next screen", "return find('[data-screen=shared], [data-screen=expectation]')")
            .await;
        assert!(widget.has("[data-screen=shared]").await);
        assert!(!widget.has(".gap").await);
    });
}

#[test]
fn no_link_holds_what_was_expected() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let mut links = Vec::new();
        for level in [0, 4] {
            let widget = finish(&browser, &oracle, "").await;
            widget.click(&format!("[data-level='{level}']")).await;
            on_report_at_once(widget).await;
            links.push(widget.link().await);
        }
        assert_eq!(links[0], links[1]);
    });
}

#[test]
fn it_can_be_answered_by_keyboard_on_any_screen() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for locale in ["fr", "en"] {
            let oracle = Oracle::new(locale);
            browser.resize(320, 640).await;
            let widget = finish(&browser, &oracle, &format!("?lang={locale}")).await;
            widget.focus_on("h2").await;
            assert_accessible(&browser, "the question which level is expected").await;
            let width = "return [innerWidth, document.scrollingElement.scrollWidth]";
            assert_eq!(widget.read(width).await, json!([320, 320]));
            widget.tab_to("[data-level='1']").await;
            browser.press(thirtyfour::Key::Enter).await;
            on_report_at_once(widget).await;
            widget.focus_on("h2").await;
            assert_eq!(widget.text(".gap").await, gap_text(&oracle, MaturityLevel::new(1).unwrap()));
        }
    });
}

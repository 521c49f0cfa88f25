//! Before the result, one question that nobody has to answer: which level do you expect?

use boussole_core::score::{Gap, MaturityLevel};
use boussole_core::texts::Text;
use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{Browser, EXPECTED};
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use boussole_e2e::widget::Widget;
use serde_json::json;

const WRITTEN: &str = "3?12 42?- 1432";
const ALL_BUT_ONE: &str = "3?12 42?- 143_";

/// Gives the answer that was left, after which the question stands on the screen.
async fn finish<'a>(browser: &'a Browser, known: &Known, page: &str) -> Widget<'a> {
    browser.forget().await;
    browser.keep(&known.link(ALL_BUT_ONE)).await;
    let widget = browser.open(page).await;
    widget.answer(12, known.responses(WRITTEN)[11]).await;
    widget.on("expectation").await;
    widget
}

/// What the report says of a level that was expected.
fn told(known: &Known, expected: MaturityLevel) -> String {
    let maturity_result =
        known.report(WRITTEN).summary.maturity_result(known.questionnaire()).expect("something applies");
    let (text, count) = match maturity_result.gap(expected) {
        Gap::AsExpected => (Text::ExpectSame, 0),
        Gap::Lower(1) => (Text::ExpectBelowOne, 1),
        Gap::Lower(count) => (Text::ExpectBelow, count),
        Gap::Higher(1) => (Text::ExpectAboveOne, 1),
        Gap::Higher(count) => (Text::ExpectAbove, count),
    };
    let name = &known.questionnaire().maturity[expected.index()].name;
    known.words(text, &[("level", name), ("count", &count.to_string())])
}

/// The report comes without being asked anything first.
async fn on_report_at_once(widget: Widget<'_>) {
    widget.wait("the next screen", "return find('[data-screen=report], [data-screen=expectation]')").await;
    assert!(!widget.has("[data-screen=expectation]").await, "it is asked once");
}

#[test]
fn the_gap_to_each_level_is_told() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        for locale in ["fr", "en"] {
            let known = Known::new(locale);
            for level in MaturityLevel::all() {
                let widget = finish(&browser, &known, &format!("?lang={locale}")).await;
                let names = widget.texts("[data-level] strong").await;
                let expected: Vec<_> =
                    known.questionnaire().maturity.iter().map(|one| one.name.clone()).collect();
                assert_eq!(names, expected);
                widget.click(&format!("[data-level='{}']", level.index())).await;
                on_report_at_once(widget).await;
                assert_eq!(widget.text(".gap").await, told(&known, level), "{}", level.index());
                assert_eq!(widget.told().await, known.told(WRITTEN), "the result is the same");
            }
        }
    });
}

#[test]
fn it_is_asked_once_and_what_was_said_is_kept() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = finish(&browser, &known, "").await;
        let expected = MaturityLevel::new(4).unwrap();
        widget.click("[data-level='4']").await;
        on_report_at_once(widget).await;
        assert_eq!(browser.kept(EXPECTED).await.as_deref(), Some("4"));
        let widget = browser.reload().await;
        on_report_at_once(widget).await;
        assert_eq!(widget.text(".gap").await, told(&known, expected));

        // Answers that are gone over again do not ask again.
        widget.act("overview").await;
        widget.on("overview").await;
        widget.click("[data-item='11']").await;
        widget.answer(12, known.responses(WRITTEN)[11]).await;
        on_report_at_once(widget).await;
        assert_eq!(widget.text(".gap").await, told(&known, expected));

        // A new assessment does; until then nothing of the old one is told.
        widget.act("anew").await;
        widget.answer_all(&known.responses(WRITTEN)).await;
        widget.on("expectation").await;
        widget.click("[data-level='0']").await;
        on_report_at_once(widget).await;
        assert_eq!(widget.text(".gap").await, told(&known, MaturityLevel::new(0).unwrap()));
    });
}

#[test]
fn whoever_passes_it_over_is_told_no_gap_and_not_asked_again() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = finish(&browser, &known, "").await;
        widget.act("pass").await;
        on_report_at_once(widget).await;
        assert!(!widget.has(".gap").await);
        let widget = browser.reload().await;
        on_report_at_once(widget).await;
        assert!(!widget.has(".gap").await);
        widget.act("overview").await;
        widget.on("overview").await;
        widget.click("[data-item='11']").await;
        widget.answer(12, known.responses(WRITTEN)[11]).await;
        on_report_at_once(widget).await;
    });
}

#[test]
fn a_result_that_was_there_before_and_somebody_elses_are_shown_at_once() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link(WRITTEN)).await;
        on_report_at_once(browser.open("").await).await;
        browser.forget().await;
        let widget = browser.open(&format!("#{}", known.link(WRITTEN))).await;
        widget
            .wait("the next screen", "return find('[data-screen=shared], [data-screen=expectation]')")
            .await;
        assert!(widget.has("[data-screen=shared]").await);
        assert!(!widget.has(".gap").await);
    });
}

#[test]
fn no_link_holds_what_was_expected() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let mut links = Vec::new();
        for level in [0, 4] {
            let widget = finish(&browser, &known, "").await;
            widget.click(&format!("[data-level='{level}']")).await;
            on_report_at_once(widget).await;
            links.push(widget.link().await);
        }
        assert_eq!(links[0], links[1]);
    });
}

#[test]
fn it_can_be_answered_by_keyboard_on_any_screen() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        for locale in ["fr", "en"] {
            let known = Known::new(locale);
            browser.resize(320, 640).await;
            let widget = finish(&browser, &known, &format!("?lang={locale}")).await;
            widget.focus_on("h2").await;
            assert_accessible(&browser, "the question which level is expected").await;
            let width = "return [innerWidth, document.scrollingElement.scrollWidth]";
            assert_eq!(widget.read(width).await, json!([320, 320]));
            widget.tab_to("[data-level='1']").await;
            browser.press(thirtyfour::Key::Enter).await;
            on_report_at_once(widget).await;
            widget.focus_on("h2").await;
            assert_eq!(widget.text(".gap").await, told(&known, MaturityLevel::new(1).unwrap()));
        }
    });
}

//! First question, prerendered on our pages: readable without scripts, then replaced by the program.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{BrowserSession, Preference};
use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::picture;
use boussole_e2e::test_bed::{self, TestBed};
use boussole_e2e::widget::WidgetPage;
use serde_json::json;
use thirtyfour::Key;

const UNFINISHED: &str = "3?1_ ____ ____";
const COMPLETE: &str = "3?12 420- 1432";

/// Script: sum of layout shifts.
const SHIFTS: &str = "window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true });";

/// Opens a page with a paused program, and waits for the prerendered question.
async fn opened<'a>(browser: &'a BrowserSession, page: &str, shown: &str) -> WidgetPage<'a> {
    browser.monitor().pause_requests(".wasm").await;
    browser.load(page).await;
    let widget = browser.widget();
    let script = format!("return customElements.get('boussole-assessment') && find({})", json!(shown));
    widget.wait("what the page came with", &script).await;
    widget
}

/// Resumes the program, and waits until it has replaced the page.
async fn resume_program(widget: &WidgetPage<'_>) {
    widget.browser.monitor().resume_requests().await;
    widget.start().await;
}

#[test]
fn without_scripts_the_question_is_read_and_paper_is_offered() {
    test_bed::run(async |bed| {
        for (page, locale) in [("", "fr"), ("en/", "en")] {
            let browser = bed.browser().await;
            let oracle = Oracle::new(locale);
            browser.command("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
            browser.load(page).await;
            let widget = browser.widget();
            let first = oracle.questionnaire().item(0).expect("an item");
            assert!(widget.text("h2[tabindex]").await.contains(&plain(&first.prompt)), "{locale}");
            let levels: Vec<_> = first.levels.iter().map(|text| plain(text)).collect();
            assert_eq!(widget.texts(".levels .choice-text").await, levels);
            assert!(picture::colours(&browser.picture().await) > 50, "{locale}: the page is blank");
            assert!(is_hidden(&widget, ".actions").await, "{locale}: buttons that do nothing");

            let link = browser.element("return document.querySelector('noscript a')", vec![]).await;
            link.expect("a link").click().await.expect("the link can be seen");
            let items = "return document.querySelectorAll('article.item').length";
            let items = browser.wait("the questionnaire on paper", items, vec![]).await;
            assert_eq!(items, json!(oracle.questionnaire().len()));
            let width = "return document.documentElement.scrollWidth <= innerWidth";
            browser.resize(375, 667).await;
            assert_eq!(browser.run(width, vec![]).await, json!(true), "{locale}: wider than a phone");
        }
    });
}

/// True if an element is present and invisible.
async fn is_hidden(widget: &WidgetPage<'_>, selector: &str) -> bool {
    let script = format!("return find({}).getClientRects().length === 0", json!(selector));
    widget.read(&script).await == json!(true)
}

#[test]
fn the_program_takes_over_without_a_pixel_changed() {
    test_bed::run(async |bed| {
        for (width, height) in [(375, 667), (1280, 800)] {
            for (preference, page) in [(Preference::Light, ""), (Preference::Dark, "en/")] {
                let browser = bed.eager_browser().await;
                browser.resize(width, height).await;
                browser.prefer(preference).await;
                let widget = opened(&browser, page, ".boussole").await;
                let before = browser.picture().await;
                resume_program(&widget).await;
                assert!(browser.picture().await == before, "{width} × {height}, /{page}: other pixels");
            }
        }
    });
}

#[test]
pub fn the_program_takes_over_without_a_shift_or_a_place_lost() {
    test_bed::run(async |bed| {
        for (width, height) in [(375, 667), (1280, 800)] {
            let browser = bed.eager_browser().await;
            browser.resize(width, height).await;
            browser.monitor().before_each_page(SHIFTS).await;
            let widget = opened(&browser, "", ".boussole").await;
            widget.read("scrollTo(0, 300)").await;
            let now = "return [window.shifts, scrollY]";
            let before = browser.run(now, vec![]).await;
            assert_eq!(before[1], json!(300));
            resume_program(&widget).await;
            // Two frames later, shifts of the replacement are recorded.
            let painted =
                "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
            browser.run_async(painted, vec![]).await;
            assert_eq!(browser.run(now, vec![]).await, before, "{width} × {height}");
        }
    });
}

/// Script: records in each frame whether the question has its style.
const DRESSED: &str = "window.dressed = [];
    const look = () => {
        const root = document.querySelector('boussole-assessment')?.shadowRoot;
        const question = root?.querySelector('h2[tabindex]');
        if (question?.getClientRects().length) {
            window.dressed.push(getComputedStyle(root.querySelector('.frame')).containerType === 'inline-size');
        }
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

#[test]
fn the_question_is_never_shown_without_its_style() {
    test_bed::run(async |bed| {
        let browser = bed.eager_browser().await;
        browser.monitor().before_each_page(DRESSED).await;
        browser.monitor().pause_requests(".css").await;
        browser.load("").await;
        // The parser reads no question before its style.
        let there = "return Boolean(root)";
        browser.widget().wait("the place of the question", there).await;
        browser.monitor().resume_requests().await;
        browser.widget().start().await;
        let frames = browser.wait("a frame", "return window.dressed.length && window.dressed", vec![]).await;
        let frames = frames.as_array().cloned().unwrap_or_default();
        assert!(frames.iter().all(|is_dressed| *is_dressed == json!(true)), "{frames:?}");
    });
}

/// Gives answers before the program is there; the last one is the value 2.
async fn answer_early(bed: &TestBed, taps: &[&str]) {
    let browser = bed.eager_browser().await;
    let widget = opened(&browser, "", ".boussole").await;
    let plain = widget.read(COLOURS).await;
    for value in taps {
        widget.choose("", value).await;
    }
    assert_eq!(widget.chosen().await.as_deref(), Some("2"));
    assert_ne!(widget.read(COLOURS).await, plain, "it does not look chosen");
    resume_program(&widget).await;
    widget.on_question(2).await;
    widget.click_action("back").await;
    widget.on_question(1).await;
    assert_eq!(widget.chosen().await.as_deref(), Some("2"));
    assert!(browser.draft().await.is_some());
}

#[test]
pub fn an_answer_before_the_program_is_shown_and_stored() {
    test_bed::run(async |bed| answer_early(bed, &["2"]).await);
}

#[test]
pub fn the_last_of_two_answers_before_the_program_is_shown_and_stored() {
    test_bed::run(async |bed| answer_early(bed, &["3", "2"]).await);
}

/// Script: colours of the answer with the value 2.
const COLOURS: &str = "const { backgroundColor, borderColor } =
    getComputedStyle(find('.levels input[value=\"2\"]').closest('label')); return [backgroundColor, borderColor]";

#[test]
fn a_press_that_outlasts_the_wait_finds_what_it_began_with() {
    test_bed::run(async |bed| {
        let browser = bed.eager_browser().await;
        let widget = opened(&browser, "", ".boussole").await;
        let label = "find('input[value=\"1\"]').closest('label')";
        let place = format!(
            "{label}.scrollIntoView({{ block: 'center' }}); const {{ x, y }} = {label}.getBoundingClientRect(); return {{ x: x + 40, y: y + 12 }}"
        );
        let place = widget.read(&place).await;
        let mouse = async |what: &str| {
            let event =
                json!({ "type": what, "x": place["x"], "y": place["y"], "button": "left", "clickCount": 1 });
            browser.command("Input.dispatchMouseEvent", event).await;
        };
        mouse("mousePressed").await;
        browser.monitor().resume_requests().await;
        let has_come = "return performance.getEntriesByType('resource').some(
            ({ name, responseEnd }) => name.includes('.wasm') && responseEnd > 0)";
        widget.wait("the program to have come", has_come).await;
        mouse("mouseReleased").await;
        widget.on_question(2).await;
        widget.start().await;
        widget.click_action("back").await;
        widget.on_question(1).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("1"));
    });
}

#[test]
fn what_was_opened_and_focused_before_the_program_stays_so() {
    test_bed::run(async |bed| {
        let browser = bed.eager_browser().await;
        let widget = opened(&browser, "", ".boussole").await;
        widget.press_enter_on("summary").await;
        let before = browser.picture().await;
        resume_program(&widget).await;
        assert!(widget.has("details[open]").await, "what was opened is closed");
        widget.focus_on("summary").await;
        assert!(browser.picture().await == before, "other pixels");
    });
}

#[test]
pub fn arrow_keys_before_the_program_choose_and_stay() {
    test_bed::run(async |bed| {
        let browser = bed.eager_browser().await;
        let widget = opened(&browser, "", ".boussole").await;
        widget.tab_to("input[type=radio]").await;
        browser.press(Key::Down).await;
        browser.press(Key::Down).await;
        let chosen = widget.chosen().await;
        resume_program(&widget).await;
        widget.wait("the answer to be the program's", "return find('.choice.chosen input:checked')").await;
        widget.on_question(1).await;
        assert_eq!(widget.chosen().await, chosen);
        widget.focus_on("input:checked").await;
        browser.press(Key::Enter).await;
        widget.on_question(2).await;
    });
}

#[test]
pub fn a_digit_and_a_button_before_the_program_are_not_lost() {
    test_bed::run(async |bed| {
        let browser = bed.eager_browser().await;
        let widget = opened(&browser, "", ".boussole").await;
        widget.tab_to("input[type=radio]").await;
        browser.press("3").await;
        assert_eq!(widget.chosen().await.as_deref(), Some("3"));
        widget.click_action("overview").await;
        assert!(widget.has("[data-action=overview][aria-busy]").await, "nothing shows that it was pressed");
        resume_program(&widget).await;
        widget.wait_for_screen("overview").await;
        assert!(browser.draft().await.is_some(), "the answer is lost");
        assert!(!widget.has("[aria-busy]").await);
    });
}

#[test]
pub fn an_answer_outlives_a_program_that_does_not_come_at_first() {
    test_bed::run(async |bed| {
        let browser = bed.eager_browser().await;
        let missing = bed.site.hide_files(".wasm");
        let widget = opened(&browser, "", ".boussole").await;
        widget.choose("", "2").await;
        browser.monitor().resume_requests().await;
        widget.wait("the failure panel", "return find('.failure')").await;
        drop(missing);
        widget.click(".failure button").await;
        widget.on_question(2).await;
        // Expected message about the missing file.
        browser.monitor().drain_messages().await;
    });
}

#[test]
fn a_return_or_a_link_shows_no_question_that_disappears() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        let browser = bed.eager_browser().await;
        browser.store_draft(&oracle.link(UNFINISHED)).await;
        let widget = opened(&browser, "", "slot").await;
        assert!(!widget.has(".boussole").await);
        resume_program(&widget).await;
        widget.on_question(4).await;

        let link = format!("#{}", oracle.link(COMPLETE));
        for (page, screen) in [(&*link, "shared"), ("?lang=en", "item"), ("?form=full", "item")] {
            let browser = bed.eager_browser().await;
            let widget = opened(&browser, page, "slot").await;
            assert!(!widget.has(".boussole").await, "{page}");
            resume_program(&widget).await;
            widget.wait_for_screen(screen).await;
        }
    });
}

#[test]
fn the_page_is_accessible_before_and_after_in_each_language() {
    test_bed::run(async |bed| {
        for (page, locale) in [("", "fr"), ("en/", "en")] {
            let browser = bed.eager_browser().await;
            let widget = opened(&browser, page, ".boussole").await;
            assert_accessible(&browser, "before the program").await;
            resume_program(&widget).await;
            assert_accessible(&browser, "after it").await;
            assert_eq!(browser.run("return document.documentElement.lang", vec![]).await, json!(locale));
            assert_eq!(browser.location().await, browser.address(page));
        }
    });
}

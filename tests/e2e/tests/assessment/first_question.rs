//! The first question, which our own pages come with: readable before any script, then taken over by the program.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{Browser, Preference};
use boussole_e2e::known::{Known, plain};
use boussole_e2e::picture;
use boussole_e2e::stage;
use boussole_e2e::widget::Widget;
use serde_json::json;
use thirtyfour::Key;

const UNFINISHED: &str = "3?1_ ____ ____";
const COMPLETE: &str = "3?12 420- 1432";

/// Notes every shift of what is on the page.
const SHIFTS: &str = "window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true });";

/// Opens a page whose program is held up, and waits for what is there without it.
async fn opened<'a>(browser: &'a Browser, page: &str, shown: &str) -> Widget<'a> {
    browser.watch().hold(".wasm").await;
    browser.load(page).await;
    let widget = browser.widget();
    let script = format!("return customElements.get('boussole-assessment') && find({})", json!(shown));
    widget.wait("what the page came with", &script).await;
    widget
}

/// Lets the program come, and waits until it has taken the page over.
async fn take_over(widget: &Widget<'_>) {
    widget.browser.watch().let_go().await;
    widget.start().await;
}

#[test]
fn without_scripts_the_question_is_read_and_paper_is_offered() {
    stage::run(async |stage| {
        for (page, locale) in [("", "fr"), ("en/", "en")] {
            let browser = stage.browser().await;
            let known = Known::new(locale);
            browser.command("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
            browser.load(page).await;
            let widget = browser.widget();
            let first = known.questionnaire().item(0).expect("an item");
            assert!(widget.text("h2[tabindex]").await.contains(&plain(&first.prompt)), "{locale}");
            let levels: Vec<_> = first.levels.iter().map(|text| plain(text)).collect();
            assert_eq!(widget.texts(".levels .choice-text").await, levels);
            assert!(picture::colours(&browser.picture().await) > 50, "{locale}: the page is blank");
            assert!(is_hidden(&widget, ".actions").await, "{locale}: buttons that do nothing");

            let link = browser.element("return document.querySelector('noscript a')", vec![]).await;
            link.expect("a link").click().await.expect("the link can be seen");
            let items = "return document.querySelectorAll('article.item').length";
            let items = browser.wait("the paper", items, vec![]).await;
            assert_eq!(items, json!(known.questionnaire().len()));
            let width = "return document.documentElement.scrollWidth <= innerWidth";
            browser.resize(375, 667).await;
            assert_eq!(browser.run(width, vec![]).await, json!(true), "{locale}: wider than a phone");
        }
    });
}

/// Whether something is there and not to be seen.
async fn is_hidden(widget: &Widget<'_>, selector: &str) -> bool {
    let script = format!("return find({}).getClientRects().length === 0", json!(selector));
    widget.read(&script).await == json!(true)
}

#[test]
fn the_program_takes_over_without_a_pixel_changed() {
    stage::run(async |stage| {
        for (width, height) in [(375, 667), (1280, 800)] {
            for (preference, page) in [(Preference::Light, ""), (Preference::Dark, "en/")] {
                let browser = stage.eager_browser().await;
                browser.resize(width, height).await;
                browser.prefer(preference).await;
                let widget = opened(&browser, page, ".boussole").await;
                let before = browser.picture().await;
                take_over(&widget).await;
                assert!(browser.picture().await == before, "{width} × {height}, /{page}: other pixels");
            }
        }
    });
}

#[test]
fn the_program_takes_over_without_a_shift_or_a_place_lost() {
    stage::run(async |stage| {
        for (width, height) in [(375, 667), (1280, 800)] {
            let browser = stage.eager_browser().await;
            browser.resize(width, height).await;
            browser.watch().before_each_page(SHIFTS).await;
            let widget = opened(&browser, "", ".boussole").await;
            widget.read("scrollTo(0, 300)").await;
            let now = "return [window.shifts, scrollY]";
            let before = browser.run(now, vec![]).await;
            assert_eq!(before[1], json!(300));
            take_over(&widget).await;
            // Two frames on, what the takeover has moved is noted.
            let painted =
                "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
            browser.run_async(painted, vec![]).await;
            assert_eq!(browser.run(now, vec![]).await, before, "{width} × {height}");
        }
    });
}

/// Notes in each frame that has the question whether it has its style.
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
fn the_question_is_never_seen_without_its_style() {
    stage::run(async |stage| {
        let browser = stage.eager_browser().await;
        browser.watch().before_each_page(DRESSED).await;
        browser.watch().hold(".css").await;
        browser.load("").await;
        let there = "return find('h2[tabindex]') && true";
        browser.widget().wait("the question", there).await;
        browser.watch().let_go().await;
        browser.widget().start().await;
        let frames = browser.wait("a frame", "return window.dressed.length && window.dressed", vec![]).await;
        let frames = frames.as_array().cloned().unwrap_or_default();
        assert!(frames.iter().all(|is_dressed| *is_dressed == json!(true)), "{frames:?}");
    });
}

#[test]
fn an_answer_before_the_program_is_shown_and_kept() {
    stage::run(async |stage| {
        for taps in [&["2"][..], &["3", "2"]] {
            let browser = stage.eager_browser().await;
            let widget = opened(&browser, "", ".boussole").await;
            let plain = widget.read(COLOURS).await;
            for value in taps {
                widget.choose("", value).await;
            }
            assert_eq!(widget.chosen().await.as_deref(), Some("2"));
            assert_ne!(widget.read(COLOURS).await, plain, "it does not look chosen");
            take_over(&widget).await;
            widget.on_question(2).await;
            widget.act("back").await;
            widget.on_question(1).await;
            assert_eq!(widget.chosen().await.as_deref(), Some("2"));
            assert!(browser.draft().await.is_some());
        }
    });
}

/// How the answer with the value 2 looks.
const COLOURS: &str = "const { backgroundColor, borderColor } =
    getComputedStyle(find('.levels input[value=\"2\"]').closest('label')); return [backgroundColor, borderColor]";

#[test]
fn a_press_that_outlasts_the_wait_finds_what_it_began_with() {
    stage::run(async |stage| {
        let browser = stage.eager_browser().await;
        let widget = opened(&browser, "", ".boussole").await;
        let label = "find('input[value=\"1\"]').closest('label')";
        let place =
            format!("const {{ x, y }} = {label}.getBoundingClientRect(); return {{ x: x + 40, y: y + 12 }}");
        let place = widget.read(&place).await;
        let mouse = async |what: &str| {
            let event =
                json!({ "type": what, "x": place["x"], "y": place["y"], "button": "left", "clickCount": 1 });
            browser.command("Input.dispatchMouseEvent", event).await;
        };
        mouse("mousePressed").await;
        browser.watch().let_go().await;
        let has_come = "return performance.getEntriesByType('resource').some(
            ({ name, responseEnd }) => name.includes('.wasm') && responseEnd > 0)";
        widget.wait("the program to have come", has_come).await;
        mouse("mouseReleased").await;
        widget.on_question(2).await;
        widget.start().await;
        widget.act("back").await;
        widget.on_question(1).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("1"));
    });
}

#[test]
fn what_was_opened_and_focused_before_the_program_stays_so() {
    stage::run(async |stage| {
        let browser = stage.eager_browser().await;
        let widget = opened(&browser, "", ".boussole").await;
        widget.press_enter_on("summary").await;
        let before = browser.picture().await;
        take_over(&widget).await;
        assert!(widget.has("details[open]").await, "what was opened is closed");
        widget.focus_on("summary").await;
        assert!(browser.picture().await == before, "other pixels");
    });
}

#[test]
fn arrow_keys_before_the_program_choose_and_stay() {
    stage::run(async |stage| {
        let browser = stage.eager_browser().await;
        let widget = opened(&browser, "", ".boussole").await;
        widget.tab_to("input[type=radio]").await;
        browser.press(Key::Down).await;
        browser.press(Key::Down).await;
        let chosen = widget.chosen().await;
        take_over(&widget).await;
        widget.wait("the answer to be the program's", "return find('.choice.chosen input:checked')").await;
        widget.on_question(1).await;
        assert_eq!(widget.chosen().await, chosen);
        widget.focus_on("input:checked").await;
        browser.press(Key::Enter).await;
        widget.on_question(2).await;
    });
}

#[test]
fn a_digit_and_a_button_before_the_program_are_not_lost() {
    stage::run(async |stage| {
        let browser = stage.eager_browser().await;
        let widget = opened(&browser, "", ".boussole").await;
        widget.tab_to("input[type=radio]").await;
        browser.press("3").await;
        assert_eq!(widget.chosen().await.as_deref(), Some("3"));
        widget.act("overview").await;
        assert!(widget.has("[data-action=overview][aria-busy]").await, "nothing shows that it was pressed");
        take_over(&widget).await;
        widget.on("overview").await;
        assert!(browser.draft().await.is_some(), "the answer is lost");
        assert!(!widget.has("[aria-busy]").await);
    });
}

#[test]
fn an_answer_outlives_a_program_that_does_not_come_at_first() {
    stage::run(async |stage| {
        let browser = stage.eager_browser().await;
        let missing = stage.site.without(".wasm");
        let widget = opened(&browser, "", ".boussole").await;
        widget.choose("", "2").await;
        browser.watch().let_go().await;
        widget.wait("the failure panel", "return find('.failure')").await;
        drop(missing);
        widget.click(".failure button").await;
        widget.on_question(2).await;
        // The missing file is told in the console, as it should be.
        browser.watch().take_messages().await;
    });
}

#[test]
fn whoever_comes_back_or_by_a_link_sees_no_question_torn_away() {
    stage::run(async |stage| {
        let known = Known::new("fr");
        let browser = stage.eager_browser().await;
        browser.keep(&known.link(UNFINISHED)).await;
        let widget = opened(&browser, "", "slot").await;
        assert!(!widget.has(".boussole").await);
        take_over(&widget).await;
        widget.on_question(4).await;

        let link = format!("#{}", known.link(COMPLETE));
        for (page, screen) in [(&*link, "shared"), ("?lang=en", "item"), ("?form=full", "item")] {
            let browser = stage.eager_browser().await;
            let widget = opened(&browser, page, "slot").await;
            assert!(!widget.has(".boussole").await, "{page}");
            take_over(&widget).await;
            widget.on(screen).await;
        }
    });
}

#[test]
fn the_page_is_accessible_before_and_after_and_each_language_knows_the_other() {
    stage::run(async |stage| {
        for (page, locale) in [("", "fr"), ("en/", "en")] {
            let browser = stage.eager_browser().await;
            let widget = opened(&browser, page, ".boussole").await;
            assert_accessible(&browser, "before the program").await;
            take_over(&widget).await;
            assert_accessible(&browser, "after it").await;
            assert_eq!(browser.run("return document.documentElement.lang", vec![]).await, json!(locale));
            assert_eq!(browser.location().await, browser.address(page));
            let others = "return [...document.querySelectorAll('[hreflang]')].map(({ href }) => href)";
            let others = browser.run(others, vec![]).await;
            assert_eq!(others, json!([browser.address(""), browser.address("en/")]));
        }
    });
}

//! Kiosk: one visit after the other, without a trace of the last.

pub mod inactivity;

use std::rc::Rc;

use boussole_core::answers::{Level, Response};
use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{BrowserSession, HISTORY};
use boussole_e2e::oracle::Oracle;
use boussole_e2e::qr_code;
use boussole_e2e::site::BLANK;
use boussole_e2e::test_bed::{self, TestBed};
use boussole_e2e::widget::WidgetPage;
use serde_json::{Value, json};
use thirtyfour::Key;
use xtask::project::Project;
use xtask::release::kiosk_texts;

const WRITTEN: &str = "3?12 42?- 1432";

/// Script: clocks of the page, which the test alone advances, however long it takes itself. A machine that sleeps advances the
/// clock of the day alone.
const CLOCK: &str = "window.later = 0;
    performance.now = () => 1000 * window.later;
    const day = Date.now();
    window.asleep = 0;
    Date.now = () => day + 1000 * window.asleep;";

/// Script: message about inactivity, or an empty text.
const MESSAGE: &str = "return document.querySelector('.kiosk-silence [role=status]').textContent";

async fn kiosk(bed: &TestBed) -> Rc<BrowserSession> {
    let browser = bed.browser().await;
    browser.monitor().before_each_page(CLOCK).await;
    browser
}

/// Advances the clock by seconds.
async fn pass(browser: &BrowserSession, seconds: u32) {
    browser.run("window.later += arguments[0]", vec![json!(seconds)]).await;
}

/// Text of the kiosk.
fn kiosk_text(locale: &str, key: &str, value: &str) -> String {
    let project = Project::find().expect("the project is there");
    let texts = kiosk_texts(&project).expect("the texts can be read");
    texts[locale][key].replace("{seconds}", value).replace("{minutes}", value)
}

/// Waits for a message about inactivity.
async fn wait_for_message(browser: &BrowserSession, message: &str) {
    browser.wait(message, &format!("{MESSAGE} === arguments[0]"), vec![json!(message)]).await;
}

async fn wait_for_no_message(browser: &BrowserSession) {
    browser.wait("no message", &format!("{MESSAGE} === ''"), vec![]).await;
}

async fn press(browser: &BrowserSession, selector: &str) {
    let script = format!("return document.querySelector({})", json!(selector));
    let start = tokio::time::Instant::now();
    loop {
        let found = browser.element(&script, vec![]).await;
        match found {
            Ok(element) if element.click().await.is_ok() => return,
            _ if start.elapsed() < boussole_e2e::LIMIT => tokio::time::sleep(boussole_e2e::PAUSE).await,
            _ => browser.give_up(selector, "it can't be pressed").await,
        }
    }
}

/// Link of the result's QR code, read from the screen.
async fn result_link(browser: &BrowserSession) -> String {
    let place = "const code = document.querySelector('.kiosk-result .code');
        if (!code) return null;
        const { left, top, width, height } = code.getBoundingClientRect();
        return { x: left + scrollX, y: top + scrollY, width, height, scale: 1 }";
    let place = browser.wait("the code", place, vec![]).await;
    qr_code::decode(&browser.picture_of(place).await).text
}

/// Answers all questions and opens the report.
async fn finish(widget: &WidgetPage<'_>, responses: &[Response]) {
    widget.answer_to_report(responses).await;
}

/// Waits for the first question of a new visit, without any answer of the last.
async fn assert_restarted(browser: &BrowserSession, address: &str) {
    let widget = browser.widget();
    widget.on_question(1).await;
    assert_eq!(widget.chosen().await, None);
    assert!(widget.has(".opening").await, "it is not the opening");
    assert_eq!(widget.notice().await, None);
    browser.wait("the address", "return location.href === arguments[0]", vec![json!(address)]).await;
    let shown = "return [...document.querySelectorAll('.kiosk-result, .kiosk-bar')].some(
        (each) => each.getClientRects().length > 0)";
    assert_eq!(browser.run(shown, vec![]).await, json!(false), "something of a result is still there");
    wait_for_no_message(browser).await;
}

#[test]
fn after_a_visit_nothing_of_it_is_left_anywhere() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        let oracle = Oracle::new("fr");
        // Draft of an earlier visit without the kiosk, which stays.
        let before = oracle.link("0000 0000 0000");
        browser.store_draft(&before).await;
        let address = browser.address("?kiosk=https://boussole.example/#event=Tech%20Day");
        let widget = browser.open("?kiosk=https://boussole.example/#event=Tech%20Day").await;
        assert_restarted(&browser, &address).await;
        let entries = browser.run("return history.length", vec![]).await;

        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        finish(&widget, &oracle.responses(WRITTEN)).await;
        result_link(&browser).await;
        press(&browser, ".kiosk-done").await;
        assert_restarted(&browser, &address).await;
        assert_eq!(browser.run("return [history.length, scrollY]", vec![]).await, json!([entries, 0]));
        assert!(widget.has(".boussole[lang=fr]").await, "the language of the last one stays");

        // Back leads to the page before the kiosk, forward to the first question.
        browser.run("history.back()", vec![]).await;
        browser.wait("the page before", "return location.pathname.endsWith('blank.html')", vec![]).await;
        let stored = browser.run("return { ...localStorage }", vec![]).await;
        assert_eq!(stored, json!({ "boussole:liberte-numerique:express": before }));
        assert_eq!(browser.run("return sessionStorage.length", vec![]).await, json!(0));
        browser.run("history.forward()", vec![]).await;
        assert_restarted(&browser, &address).await;

        // The page without the kiosk has the earlier draft.
        browser.load(BLANK).await;
        browser.open("").await.wait_for_screen("report").await;
        assert!(browser.stored(HISTORY).await.is_some());
    });
}

#[test]
fn what_the_browser_may_show_again_holds_nothing() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        let oracle = Oracle::new("fr");
        let address = browser.address("?kiosk=https://boussole.example/");
        let widget = browser.open("?kiosk=https://boussole.example/").await;
        for leaves in ["reload", "back", "cache"] {
            widget.answer_all(&oracle.responses(WRITTEN)[..3]).await;
            widget.on_question(4).await;
            match leaves {
                "reload" => browser.run("location.reload()", vec![]).await,
                "back" => {
                    browser.load(BLANK).await;
                    browser.run("history.back()", vec![]).await
                }
                // Events of the back/forward cache.
                _ => {
                    let event = "const event = (name) =>
                        dispatchEvent(new PageTransitionEvent(name, { persisted: true }));";
                    let held = format!(
                        "{event} event('pagehide');
                        const held = document.querySelector('boussole-assessment').shadowRoot.textContent;
                        setTimeout(() => event('pageshow'), 50);
                        return [held.trim(), localStorage.length]"
                    );
                    let held = browser.run(&held, vec![]).await;
                    assert_eq!(held, json!(["", 0]));
                    Value::Null
                }
            };
            assert_restarted(&browser, &address).await;
        }
    });
}

#[test]
fn the_code_on_the_screen_opens_the_result_in_another_browser() {
    test_bed::run(async |bed| {
        for (page, locale, size) in [
            ("?kiosk=https://boussole.example/#event=Tech%20Day", "fr", (768, 1024)),
            ("en/?kiosk=https://boussole.example/", "en", (1280, 800)),
        ] {
            let browser = kiosk(bed).await;
            browser.resize(size.0, size.1).await;
            let oracle = Oracle::new(locale);
            let widget = browser.open(page).await;
            finish(&widget, &oracle.responses(WRITTEN)).await;
            let link = result_link(&browser).await;
            let visible = "const { top, bottom } = document.querySelector('.kiosk-result .code').getBoundingClientRect();
                return top >= 0 && bottom <= innerHeight";
            assert_eq!(browser.run(visible, vec![]).await, json!(true), "{locale}: the code is out of sight");
            let start = format!("https://boussole.example/?lang={locale}#");
            assert!(link.starts_with(&start), "{link}");
            assert!(!link.contains("kiosk") && !link.contains("event"), "{link}");

            let phone = bed.browser().await;
            let widget = phone.open(&link.replace("https://boussole.example/", &bed.site.url())).await;
            widget.wait_for_screen("shared").await;
            assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
        }
    });
}

#[test]
fn a_kiosk_that_no_phone_can_reach_asks_for_its_public_address() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        browser.resize(1280, 800).await;
        let widget = browser.open("en/?kiosk#event=Tech%20Day").await;
        let text = |key| kiosk_text("en", key, "");
        let told = "return document.querySelector('.kiosk-address p').textContent";
        assert_eq!(browser.run(told, vec![]).await, json!(text("address")));
        assert_accessible(&browser, "the question for the address").await;
        finish(&widget, &Oracle::new("en").responses(WRITTEN)).await;
        let hint = "return document.querySelector('.kiosk-result p')?.textContent";
        assert_eq!(browser.wait("the result", hint, vec![]).await, json!(text("own_code")));
        let fault = "return document.querySelector('.kiosk-address [role=status]').textContent || null";
        let field = "document.querySelector('.kiosk-address input')";
        browser.run(&format!("{field}.value = 'http://localhost:8080/'"), vec![]).await;
        press(&browser, ".kiosk-address button").await;
        assert_eq!(browser.wait("the fault", fault, vec![]).await, json!(text("address_wrong")));
        browser.run(&format!("{field}.value = 'boussole.example'; {field}.focus()"), vec![]).await;
        browser.press(Key::Enter).await;
        browser.wait("the address", "return location.search.includes('boussole.example')", vec![]).await;
        let widget = browser.widget();
        widget.on_question(1).await;
        assert_eq!(browser.run("return document.querySelector('.kiosk-address')", vec![]).await, Value::Null);
        finish(&widget, &Oracle::new("en").responses(WRITTEN)).await;
        let link = result_link(&browser).await;
        assert!(link.starts_with("https://boussole.example/?lang=en#"), "{link}");
        assert_eq!(browser.run(hint, vec![]).await, json!(text("take_how")));
    });
}

#[test]
fn nothing_leads_away_from_any_screen() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("?kiosk=https://boussole.example/").await;
        let visible =
            "const ways = [...document.querySelectorAll('a, button'), ...all('a, button, input.link')];
            const visible = ways.filter((each) => each.checkVisibility({ visibilityProperty: true }));
            return visible.map((each) => each.href ?? each.dataset.action ?? each.className)";
        let on = async |screen: &str, allowed: &[&str]| {
            let found: Vec<String> = serde_json::from_value(widget.read(visible).await).expect("a list");
            let strangers: Vec<_> = found.iter().filter(|each| !allowed.contains(&each.as_str())).collect();
            assert!(strangers.is_empty(), "{screen}: {strangers:?}");
        };
        let around = ["language", "kiosk-more", "kiosk-stop", "kiosk-done"];
        let questions = [&around[..], &["back", "overview", "next", "report"]].concat();
        widget.on_question(1).await;
        on("opening", &questions).await;
        let responses = oracle.responses(WRITTEN);
        widget.answer(1, responses[0]).await;
        widget.on_question(2).await;
        on("question", &questions).await;
        widget.click_action("overview").await;
        widget.wait_for_screen("overview").await;
        on("overview", &[&around[..], &["undefined", "resume", ""]].concat()).await;
        widget.click_action("resume").await;
        for (position, response) in responses.iter().enumerate().skip(1) {
            widget.answer(position + 1, *response).await;
        }
        widget.wait("the question of the level", "return find('[data-screen=expectation]')").await;
        on("expectation", &[&around[..], &["undefined", "", "pass"]].concat()).await;
        // A kiosk asks for the expected level too.
        widget.click("[data-level='2']").await;
        widget.wait_for_screen("report").await;
        result_link(&browser).await;
        on("report", &around).await;
        assert!(!widget.has("details[open]").await);
    });
}

#[test]
fn by_keyboard_alone_in_both_languages_and_accessible_on_every_screen() {
    test_bed::run(async |bed| {
        for (page, locale) in
            [("?kiosk=https://boussole.example/", "fr"), ("en/?kiosk=https://boussole.example/", "en")]
        {
            let browser = kiosk(bed).await;
            let widget = browser.open(page).await;
            widget.on_question(1).await;
            assert_accessible(&browser, "the opening").await;
            widget.tab_to("input[type=radio]").await;
            for number in 1..=12 {
                widget.on_question(number).await;
                browser.press("2").await;
            }
            widget.wait_for_screen("expectation").await;
            widget.press_enter_on("[data-action=pass]").await;
            widget.wait_for_screen("report").await;
            browser.wait("the code", "return document.querySelector('.kiosk-result .code')", vec![]).await;
            assert_accessible(&browser, "the result").await;
            for width in [320, 600, 1100, 1280] {
                browser.resize(width, 800).await;
                let fits = "return document.documentElement.scrollWidth <= innerWidth";
                assert_eq!(browser.run(fits, vec![]).await, json!(true), "the result, {width} wide");
            }
            pass(&browser, 125).await;
            wait_for_message(&browser, &kiosk_text(locale, "warning", "30")).await;
            assert_accessible(&browser, "the silence").await;
            for _ in 0..60 {
                browser.press(Key::Tab).await;
                let is_there = "return document.activeElement.matches('.kiosk-done')";
                if browser.run(is_there, vec![]).await == json!(true) {
                    break;
                }
            }
            browser.press(Key::Enter).await;
            assert_restarted(&browser, &browser.address(page)).await;
        }
    });
}

#[test]
fn a_question_fits_its_screen() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        let mut over = Vec::new();
        for page in [
            "?kiosk=https://boussole.example/#event=Independence%20Tech%20Day",
            "en/?kiosk=https://boussole.example/",
        ] {
            for (width, height) in [(768, 1024), (1280, 800), (1920, 1080)] {
                browser.resize(width, height).await;
                browser.load(BLANK).await;
                let widget = browser.open(page).await;
                for number in 1..=12 {
                    widget.on_question(number).await;
                    let height_over = "return document.documentElement.scrollHeight - innerHeight";
                    let pixels = browser.run(height_over, vec![]).await.as_i64().unwrap_or(i64::MAX);
                    if pixels > 0 {
                        over.push(format!("/{page}, {width} × {height}, question {number}: {pixels} px"));
                    }
                    widget.answer(number, Response::Level(Level::new(2).expect("a level"))).await;
                }
            }
        }
        assert!(over.is_empty(), "{}", over.join("\n"));
    });
}

#[test]
fn a_reader_who_is_no_visitor_of_a_kiosk_loads_nothing_of_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.open("").await.on_question(1).await;
        let requests = browser.monitor().requests().await;
        assert!(!requests.iter().any(|url| url.contains("kiosk") || url.contains("code-")), "{requests:?}");
    });
}

#[test]
fn a_kiosk_that_does_not_come_can_be_tried_again() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let missing = bed.site.hide_files("kiosk-");
        browser.load("?kiosk").await;
        let widget = browser.widget();
        widget.wait("the failure panel", "return find('.failure')").await;
        drop(missing);
        widget.click(".failure button").await;
        widget.on_question(1).await;
        widget.start().await;
        // Expected message about the missing file.
        browser.monitor().drain_messages().await;
    });
}

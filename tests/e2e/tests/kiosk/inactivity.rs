//! Inactivity at a kiosk: announced, ended by any input, without cutting a reader off.

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use serde_json::json;
use thirtyfour::Key;

use super::{
    MESSAGE, WRITTEN, assert_restarted, finish, kiosk, kiosk_text, pass, press, result_link,
    wait_for_message, wait_for_no_message,
};

async fn wait_for_warning(browser: &BrowserSession) {
    wait_for_message(browser, &kiosk_text("fr", "warning", "30")).await;
}

/// Message after two checks of the kiosk, which come once a second.
async fn message_after_two_checks(browser: &BrowserSession) -> String {
    let wait = "await new Promise((done) => setTimeout(done, 1100))";
    browser.run_async(wait, vec![]).await;
    browser.run(MESSAGE, vec![]).await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn inactivity_is_announced_and_any_input_ends_it() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("?kiosk=https://boussole.example/").await;
        let address = browser.address("?kiosk=https://boussole.example/");
        // No answer, no message.
        widget.on_question(1).await;
        pass(&browser, 100_000).await;
        assert_eq!(message_after_two_checks(&browser).await, "");

        widget.answer_all(&oracle.responses(WRITTEN)[..2]).await;
        widget.on_question(3).await;
        pass(&browser, 58).await;
        assert_eq!(message_after_two_checks(&browser).await, "", "the message comes too early");
        browser.press(Key::Shift).await;
        for touch in ["key", "mouse", "wheel", "stay"] {
            pass(&browser, 62).await;
            wait_for_warning(&browser).await;
            let count = "return Number(document.querySelector('.kiosk-count').textContent)";
            let count = browser.run(count, vec![]).await.as_f64().unwrap_or_default();
            assert!((20.0..=30.0).contains(&count), "{count} seconds are left");
            pass(&browser, 14).await;
            let less =
                format!("return Number(document.querySelector('.kiosk-count').textContent) < {count} - 10");
            browser.wait("the seconds to be counted", &less, vec![]).await;
            match touch {
                "key" => browser.press(Key::Shift).await,
                "stay" => press(&browser, ".kiosk-stay").await,
                "wheel" => {
                    let wheel =
                        json!({ "type": "mouseWheel", "x": 300, "y": 300, "deltaX": 0, "deltaY": 40 });
                    browser.command("Input.dispatchMouseEvent", wheel).await;
                }
                _ => {
                    let moved = json!({ "type": "mouseMoved", "x": 200, "y": 200 });
                    browser.command("Input.dispatchMouseEvent", moved).await;
                }
            }
            wait_for_no_message(&browser).await;
            widget.on_question(3).await;
        }
        pass(&browser, 62).await;
        wait_for_warning(&browser).await;
        pass(&browser, 30).await;
        assert_restarted(&browser, &address).await;
    });
}

#[test]
fn the_language_of_the_kiosk_is_back_even_without_an_answer() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        let widget = browser.open("?kiosk=https://boussole.example/").await;
        widget.on_question(1).await;
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        // A warning comes first, as a reader may still be there.
        pass(&browser, 62).await;
        wait_for_message(&browser, &kiosk_text("en", "warning", "30")).await;
        pass(&browser, 30).await;
        widget.wait("French", "return find('.boussole[lang=fr]')").await;
        assert_restarted(&browser, &browser.address("?kiosk=https://boussole.example/")).await;
    });
}

#[test]
fn an_answering_reader_is_never_cut_off() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        let oracle = Oracle::new("fr");
        let responses = oracle.responses(WRITTEN);
        let widget = browser.open("?kiosk=https://boussole.example/").await;
        for (position, response) in responses.iter().enumerate() {
            widget.answer(position + 1, *response).await;
            // Longer than the time until the warning, shorter than warning and countdown together.
            pass(&browser, 70).await;
        }
        // The warning covers the button that leads on.
        wait_for_warning(&browser).await;
        press(&browser, ".kiosk-silence [role=status]").await;
        wait_for_no_message(&browser).await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
    });
}

#[test]
pub fn more_time_is_given_on_request_and_ends_with_the_visit() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        let widget = browser.open("?kiosk=https://boussole.example/").await;
        let address = browser.address("?kiosk=https://boussole.example/");
        let responses = Oracle::new("fr").responses(WRITTEN);
        widget.answer(1, responses[0]).await;
        widget.on_question(2).await;
        press(&browser, ".kiosk-bar .kiosk-more").await;
        wait_for_message(&browser, &kiosk_text("fr", "more_given", "5")).await;
        pass(&browser, 298).await;
        assert_ne!(message_after_two_checks(&browser).await, kiosk_text("fr", "warning", "30"));
        pass(&browser, 4).await;
        wait_for_warning(&browser).await;
        // Requested again, within the message.
        press(&browser, ".kiosk-silence .kiosk-more").await;
        wait_for_message(&browser, &kiosk_text("fr", "more_given", "10")).await;
        pass(&browser, 598).await;
        assert_ne!(message_after_two_checks(&browser).await, kiosk_text("fr", "warning", "30"));
        pass(&browser, 35).await;
        assert_restarted(&browser, &address).await;

        widget.answer(1, responses[0]).await;
        widget.on_question(2).await;
        pass(&browser, 62).await;
        wait_for_warning(&browser).await;
    });
}

#[test]
fn a_result_may_be_read_for_longer_and_is_then_forgotten() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        let widget = browser.open("?kiosk=https://boussole.example/").await;
        finish(&widget, &Oracle::new("fr").responses(WRITTEN)).await;
        result_link(&browser).await;
        pass(&browser, 118).await;
        assert_eq!(message_after_two_checks(&browser).await, "");
        pass(&browser, 3).await;
        wait_for_warning(&browser).await;
        pass(&browser, 30).await;
        assert_restarted(&browser, &browser.address("?kiosk=https://boussole.example/")).await;
    });
}

#[test]
fn a_result_is_gone_when_the_machine_wakes() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        let address = browser.address("?kiosk");
        for wakes in [
            "document.dispatchEvent(new Event('visibilitychange'))",
            "document.dispatchEvent(new Event('resume'))",
            "dispatchEvent(new PageTransitionEvent('pageshow'))",
            "dispatchEvent(new Event('focus'))",
            // The hand that wakes the machine extends nothing.
            "document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))",
            "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }))",
        ] {
            let widget = browser.open("?kiosk").await;
            finish(&widget, &Oracle::new("fr").responses(WRITTEN)).await;
            result_link(&browser).await;
            // Within one task: nothing is painted between.
            let left = format!(
                "window.asleep += 3 * 3600;
                {wakes};
                const widget = document.querySelector('boussole-assessment').shadowRoot.querySelector('.report');
                return [widget === null, document.querySelector('.kiosk-result').hidden]"
            );
            assert_eq!(browser.run(&left, vec![]).await, json!([true, true]), "{wakes}");
            assert_restarted(&browser, &address).await;
        }
        // The interval alone, where a browser tells nothing of the sleep.
        let widget = browser.open("?kiosk").await;
        finish(&widget, &Oracle::new("fr").responses(WRITTEN)).await;
        result_link(&browser).await;
        browser.run("window.asleep += 3 * 3600", vec![]).await;
        assert_restarted(&browser, &address).await;
    });
}

#[test]
fn a_program_that_translates_the_page_keeps_the_warning() {
    test_bed::run(async |bed| {
        let browser = kiosk(bed).await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("?kiosk=https://boussole.example/").await;
        widget.answer_all(&oracle.responses(WRITTEN)[..2]).await;
        widget.on_question(3).await;
        browser.run("document.documentElement.lang = 'de'", vec![]).await;
        pass(&browser, 62).await;
        wait_for_warning(&browser).await;
    });
}

//! What happens where nobody does anything: it is told, it can be ended by anything, and it never cuts anybody off.

use boussole_e2e::browser::Browser;
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use serde_json::json;
use thirtyfour::Key;

use super::{TOLD, WRITTEN, begun_anew, finish, hushed, kiosk, pass, press, scan, told, words};

async fn warned(browser: &Browser) {
    told(browser, &words("fr", "warning", "30")).await;
}

/// Looks for as long as the kiosk takes to look twice; what it says then is what it says.
async fn glanced(browser: &Browser) -> String {
    let wait = "await new Promise((done) => setTimeout(done, 1100))";
    browser.run_async(wait, vec![]).await;
    browser.run(TOLD, vec![]).await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_silence_is_told_and_any_touch_ends_it() {
    stage::run(async |stage| {
        let browser = kiosk(stage).await;
        let known = Known::new("fr");
        let widget = browser.open("?kiosk").await;
        let address = browser.address("?kiosk");
        // Before any answer there is nothing to forget.
        widget.on_question(1).await;
        pass(&browser, 100_000).await;
        assert_eq!(glanced(&browser).await, "");

        widget.answer_all(&known.responses(WRITTEN)[..2]).await;
        widget.on_question(3).await;
        pass(&browser, 58).await;
        assert_eq!(glanced(&browser).await, "", "it is told too early");
        browser.press(Key::Shift).await;
        for touch in ["key", "mouse", "wheel", "stay"] {
            pass(&browser, 62).await;
            warned(&browser).await;
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
            hushed(&browser).await;
            widget.on_question(3).await;
        }
        pass(&browser, 62).await;
        warned(&browser).await;
        pass(&browser, 30).await;
        begun_anew(&browser, &address).await;
    });
}

#[test]
fn whoever_comes_finds_it_in_the_language_of_the_kiosk_even_where_nothing_was_answered() {
    stage::run(async |stage| {
        let browser = kiosk(stage).await;
        let widget = browser.open("?kiosk").await;
        widget.on_question(1).await;
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        // Somebody may still be reading, and is asked first.
        pass(&browser, 62).await;
        told(&browser, &words("en", "warning", "30")).await;
        pass(&browser, 30).await;
        widget.wait("French", "return find('.boussole[lang=fr]')").await;
        begun_anew(&browser, &browser.address("?kiosk")).await;
    });
}

#[test]
fn whoever_is_answering_is_never_cut_off() {
    stage::run(async |stage| {
        let browser = kiosk(stage).await;
        let known = Known::new("fr");
        let responses = known.responses(WRITTEN);
        let widget = browser.open("?kiosk").await;
        for (position, response) in responses.iter().enumerate() {
            widget.answer(position + 1, *response).await;
            // Longer than the questions wait for a sign, and shorter than what is told is waited for.
            pass(&browser, 70).await;
        }
        // What asks whether somebody is there lies over the button that leads on.
        warned(&browser).await;
        press(&browser, ".kiosk-silence [role=status]").await;
        hushed(&browser).await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));
    });
}

#[test]
fn more_time_is_given_to_whoever_asks_and_to_nobody_after_them() {
    stage::run(async |stage| {
        let browser = kiosk(stage).await;
        let widget = browser.open("?kiosk").await;
        let address = browser.address("?kiosk");
        let responses = Known::new("fr").responses(WRITTEN);
        widget.answer(1, responses[0]).await;
        widget.on_question(2).await;
        press(&browser, ".kiosk-bar .kiosk-more").await;
        told(&browser, &words("fr", "more_given", "5")).await;
        pass(&browser, 298).await;
        assert_ne!(glanced(&browser).await, words("fr", "warning", "30"));
        pass(&browser, 4).await;
        warned(&browser).await;
        // Asked for again, where it is told.
        press(&browser, ".kiosk-silence .kiosk-more").await;
        told(&browser, &words("fr", "more_given", "10")).await;
        pass(&browser, 598).await;
        assert_ne!(glanced(&browser).await, words("fr", "warning", "30"));
        pass(&browser, 35).await;
        begun_anew(&browser, &address).await;

        widget.answer(1, responses[0]).await;
        widget.on_question(2).await;
        pass(&browser, 62).await;
        warned(&browser).await;
    });
}

#[test]
fn a_result_may_be_read_for_longer_and_is_then_forgotten() {
    stage::run(async |stage| {
        let browser = kiosk(stage).await;
        let widget = browser.open("?kiosk").await;
        finish(&widget, &Known::new("fr").responses(WRITTEN)).await;
        scan(&browser).await;
        pass(&browser, 118).await;
        assert_eq!(glanced(&browser).await, "");
        pass(&browser, 3).await;
        warned(&browser).await;
        pass(&browser, 30).await;
        begun_anew(&browser, &browser.address("?kiosk")).await;
    });
}

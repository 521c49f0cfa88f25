//! Keyboard operation, without taking keys from the page.

use boussole_core::answers::Response;
use boussole_core::texts::Text;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::json;
use thirtyfour::Key;

const WRITTEN: &str = "3?22 420- 1432";

#[test]
fn the_whole_assessment_by_keyboard_alone_up_to_the_copied_link() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("").await;
        widget.tab_to("fieldset").await;
        browser.press("3").await;
        widget.on_question(2).await;
        widget.focus_on("h2").await;
        browser.press("?").await;
        widget.on_question(3).await;
        // Arrow keys choose, Enter moves on.
        widget.focus_on("h2").await;
        widget.tab_to("input").await;
        browser.press(Key::Down + Key::Down).await;
        widget.focus_on("input[value='2']").await;
        widget.on_question(3).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("2"));
        browser.press(Key::Enter).await;
        for (number, key) in (4..=7).zip(["2", "4", "2", "0"]) {
            widget.on_question(number).await;
            widget.focus_on("h2").await;
            browser.press(key).await;
        }
        // Up from the first answer leads to the last.
        widget.on_question(8).await;
        widget.focus_on("h2").await;
        widget.tab_to("input").await;
        browser.press(Key::Up).await;
        widget.focus_on("input[value='not-applicable']").await;
        browser.press(Key::Enter).await;
        for (number, key) in (9..=12).zip(["1", "4", "3", "2"]) {
            widget.on_question(number).await;
            widget.focus_on("h2").await;
            browser.press(key).await;
        }
        widget.wait_for_screen("report").await;
        widget.focus_on("h2").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
        browser.allow_reading_the_clipboard().await;
        widget.tab_to("[data-action=copy]").await;
        browser.press(Key::Enter).await;
        widget.wait("the copy to be reported", "return text('.share [role=status]')").await;
        assert_eq!(widget.text(".share [role=status]").await, oracle.text(Text::ShareCopied, &[]));
        assert_eq!(browser.clipboard().await, widget.link().await);
    });
}

#[test]
fn back_overview_and_language_are_reached_by_keyboard() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link("3?1_ ____ ____")).await;
        let widget = browser.open("").await;
        widget.tab_to("[data-action=back]").await;
        browser.press(Key::Enter).await;
        widget.on_question(3).await;
        // Tab focuses the chosen answer; Enter confirms it and moves on.
        widget.focus_on("h2").await;
        widget.tab_to("input").await;
        widget.focus_on("input[value='1']").await;
        browser.press(Key::Enter).await;
        widget.on_question(4).await;
        widget.tab_to("[data-action=overview]").await;
        browser.press(Key::Space).await;
        widget.wait_for_screen("overview").await;
        widget.focus_on("h2").await;
        widget.tab_to("[data-item='1']").await;
        browser.press(Key::Enter).await;
        widget.on_question(2).await;
        widget.tab_to("[data-action=language]").await;
        browser.press(Key::Enter).await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
    });
}

/// The first question after its answer, with the focus on its heading.
async fn back_on_the_first_question(browser: &BrowserSession) -> WidgetPage<'_> {
    let widget = browser.open("").await;
    widget.answer(1, Oracle::new("fr").responses(WRITTEN)[0]).await;
    widget.on_question(2).await;
    widget.click_action("back").await;
    widget.on_question(1).await;
    widget.focus_on("h2").await;
    widget
}

#[test]
fn enter_opens_what_to_show_and_does_not_move_on() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = back_on_the_first_question(&browser).await;
        widget.tab_to(".more summary").await;
        browser.press(Key::Enter).await;
        widget.wait("the details", "return find('.more').open").await;
        widget.on_question(1).await;
        browser.press(Key::Enter).await;
        widget.wait("them to close", "return !find('.more').open").await;
        browser.press("2").await;
        widget.on_question(2).await;
        assert_eq!(widget.read("return find('.more').open").await, json!(false));
    });
}

#[test]
fn enter_opens_a_definition_and_does_not_move_on() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = back_on_the_first_question(&browser).await;
        widget.tab_to(".terms summary").await;
        browser.press(Key::Enter).await;
        widget.wait("the definition", "return find('.terms details').open").await;
        widget.on_question(1).await;
        browser.press(Key::Enter).await;
        widget.wait("it to close", "return !find('.terms details').open").await;
        browser.press("2").await;
        widget.on_question(2).await;
    });
}

#[test]
fn the_space_bar_answers() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = browser.open("").await;
        widget.tab_to("input").await;
        browser.press(Key::Space).await;
        widget.on_question(2).await;
        widget.click_action("back").await;
        widget.on_question(1).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("0"));
    });
}

#[test]
fn digits_answer_on_a_french_keyboard_and_shortcuts_do_not() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = browser.open("").await;
        widget.tab_to("fieldset").await;
        // Ctrl+3 belongs to the browser.
        strike(&browser, json!({ "key": "3", "code": "Digit3", "modifiers": 2 })).await;
        strike(&browser, json!({ "key": "\"", "code": "Digit3", "text": "\"" })).await;
        widget.on_question(2).await;
        // A repeated key answers one question.
        strike(&browser, json!({ "key": "1", "code": "Digit1", "text": "1", "autoRepeat": true })).await;
        strike(&browser, json!({ "key": "à", "code": "Digit0", "text": "à" })).await;
        widget.on_question(3).await;
        let oracle = Oracle::new("fr");
        let draft = browser.draft().await.expect("answers are stored");
        let expected = boussole_core::link::Content::Answers(oracle.answers("30__ ____ ____"));
        assert_eq!(oracle.content(&draft), expected);
    });
}

/// Presses and releases a key by key and code.
async fn strike(browser: &BrowserSession, mut key: serde_json::Value) {
    key["type"] = json!("keyDown");
    browser.command("Input.dispatchKeyEvent", key.clone()).await;
    key["type"] = json!("keyUp");
    browser.command("Input.dispatchKeyEvent", key).await;
}

#[test]
fn keys_typed_outside_the_widget_are_left_to_the_page() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("en");
        let body = "<p><input id=\"field\" aria-label=\"Search\"></p>\
                    <boussole-assessment lang=\"en\"></boussole-assessment>\
                    <script type=\"module\" src=\"/boussole.js\"></script>";
        bed.site.write_host("host.html", body);
        let widget = browser.open("host.html").await;
        browser.press("3").await;
        browser.run("document.querySelector('#field').focus()", vec![]).await;
        browser.press("0123?").await;
        let typed = browser.run("return document.querySelector('#field').value", vec![]).await;
        assert_eq!(typed, json!("0123?"));
        // Any effect of those keys would be in the draft with this answer.
        widget.answer(1, Response::DontKnow).await;
        widget.on_question(2).await;
        let draft = browser.draft().await.expect("the answer is stored");
        let expected = boussole_core::link::Content::Answers(oracle.answers("?___ ____ ____"));
        assert_eq!(oracle.content(&draft), expected);
    });
}

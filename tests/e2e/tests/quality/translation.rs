//! Translators of the browser replace text nodes by their own: each screen brings its own texts all the same.

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::json;

/// Replaces every text node of the widget as the translators of Chrome and Edge do, with a sign before each text.
const TRANSLATE: &str = "
    const translate = (node) => [...node.childNodes].forEach((child) => {
        if (child.nodeType === Node.TEXT_NODE && child.data.trim()) {
            const [outer, inner] = ['font', 'font'].map((name) => document.createElement(name));
            inner.textContent = `¤${child.data}`;
            outer.append(inner);
            child.replaceWith(outer);
        } else if (!/^(style|script)$/.test(child.localName ?? '')) translate(child);
    });
    translate(document.querySelector('boussole-assessment').shadowRoot)";

/// Texts of the present screen that are translations of an earlier one.
const STALE: &str =
    "return [...find('[data-screen]').querySelectorAll('font')].map((font) => font.textContent)";

async fn translate(browser: &BrowserSession, widget: &WidgetPage<'_>) {
    browser.run(TRANSLATE, vec![]).await;
    assert_ne!(widget.read(STALE).await, json!([]), "the screen is translated");
}

async fn expect_new_texts(widget: &WidgetPage<'_>, screen: &str) {
    widget.wait_for_screen(screen).await;
    assert_eq!(widget.read(STALE).await, json!([]), "{screen}");
}

#[test]
fn each_screen_has_its_own_texts_though_a_translator_took_those_of_the_one_before() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let responses = oracle.responses("3?12 420- 1432");
        let widget = browser.open("").await;
        for (number, response) in (1..).zip(&responses[..4]) {
            widget.answer(number, *response).await;
            widget.on_question(number + 1).await;
            expect_new_texts(&widget, "item").await;
            translate(&browser, &widget).await;
        }
        widget.click_action("overview").await;
        expect_new_texts(&widget, "overview").await;
        translate(&browser, &widget).await;
        widget.click("[data-screen=overview] li button").await;
        expect_new_texts(&widget, "item").await;
        browser.store_draft(&oracle.link("3?12 420- 1432")).await;
        let widget = browser.open("").await;
        widget.wait_for_screen("report").await;
        for screen in ["plan", "take", "history", "team"] {
            translate(&browser, &widget).await;
            widget.click_action(screen).await;
            expect_new_texts(&widget, screen).await;
            translate(&browser, &widget).await;
            widget.click_action("back").await;
            expect_new_texts(&widget, "report").await;
        }
    });
}

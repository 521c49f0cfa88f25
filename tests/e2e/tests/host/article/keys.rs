//! Keys that are used in the element do not reach the shortcuts of the page.

use boussole_e2e::test_bed::{self, TestBed};
use boussole_e2e::widget::WidgetPage;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::{element, open, script};

/// Script of a page that notes keys, as slides and documentation sites do.
const SHORTCUTS: &str = "window.heard = [];
    for (const type of ['keydown', 'keypress', 'keyup'])
        document.addEventListener(type, (event) => heard.push(`${type} ${event.key}`));";

async fn heard(widget: &WidgetPage<'_>) -> Value {
    widget.read("return heard.splice(0)").await
}

fn body(bed: &TestBed, host: &str) -> String {
    format!("{host}{}", script(bed))
}

#[test]
fn keys_that_answer_stay_inside_and_others_reach_the_page() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page(SHORTCUTS).await;
        let widget = open(bed, &browser, &body(bed, &element(""))).await;
        widget.on_question(1).await;
        widget.read("find('input').focus()").await;
        for keys in ["3", "?"] {
            browser.press(keys).await;
        }
        widget.on_question(3).await;
        widget.read("find('input').focus()").await;
        browser.press(Key::Down).await;
        browser.press(Key::Enter).await;
        widget.on_question(4).await;
        assert_eq!(heard(&widget).await, json!([]));
        browser.press("s").await;
        browser.press(Key::Escape).await;
        let outside = heard(&widget).await;
        for key in ["keydown s", "keyup s", "keydown Escape"] {
            assert!(outside.as_array().expect("keys").contains(&json!(key)), "{key} in {outside}");
        }
    });
}

#[test]
fn what_is_typed_into_a_field_stays_inside() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page(SHORTCUTS).await;
        let oracle = boussole_e2e::oracle::Oracle::new("fr");
        let widget = open(bed, &browser, &body(bed, &element(""))).await;
        widget.answer_to_report(&oracle.responses(super::WRITTEN)).await;
        widget.open_screen("history").await;
        widget.wait("the field", "return find('textarea')").await;
        widget
            .read("find('textarea').closest('details')?.setAttribute('open', ''); find('textarea').focus()")
            .await;
        heard(&widget).await;
        browser.press("Société s/f ?").await;
        widget.wait("the text", "return find('textarea').value === 'Société s/f ?'").await;
        assert_eq!(heard(&widget).await, json!([]));
        browser.press(Key::Escape).await;
        assert_eq!(heard(&widget).await, json!(["keydown Escape", "keyup Escape"]));
    });
}

#[test]
fn a_keydown_without_a_key_is_ignored() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = open(bed, &browser, &body(bed, &element(""))).await;
        widget.on_question(1).await;
        let send = "for (const type of ['keydown', 'keyup'])
            find('input').dispatchEvent(new Event(type, { bubbles: true, composed: true }))";
        widget.read(send).await;
        widget.read("find('input').focus()").await;
        browser.press("3").await;
        widget.on_question(2).await;
        assert_eq!(browser.monitor().drain_messages().await, []);
    });
}

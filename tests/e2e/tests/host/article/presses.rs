//! One press does one thing, on the screen where it began.

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::{Value, json};

use super::{WRITTEN, element, open, script};

/// Presses and releases a button of the mouse as often as given, at once, in the middle of an element.
async fn click(browser: &BrowserSession, widget: &WidgetPage<'_>, selector: &str, times: u32) {
    let place = format!(
        "const target = find({});
        target.scrollIntoView({{ block: 'center', behavior: 'instant' }});
        const {{ left, top, width, height }} = target.getBoundingClientRect();
        return [left + width / 2, top + height / 2]",
        json!(selector)
    );
    let place = widget.wait(selector, &place).await;
    for count in 1..=times {
        for kind in ["mousePressed", "mouseReleased"] {
            let event =
                json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": count });
            browser.command("Input.dispatchMouseEvent", event).await;
        }
    }
}

async fn answered(widget: &WidgetPage<'_>) -> Value {
    widget.read("return find('progress')?.value").await
}

#[test]
fn a_double_click_answers_one_question() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = open(bed, &browser, &format!("{}{}", element(""), script(bed))).await;
        widget.on_question(1).await;
        for number in 1..5 {
            click(&browser, &widget, "label:nth-child(3)", 2).await;
            widget.on_question(number + 1).await;
            assert_eq!(answered(&widget).await, json!(number), "after question {number}");
        }
        click(&browser, &widget, "[data-action=back]", 1).await;
        widget.on_question(4).await;
    });
}

#[test]
fn a_double_click_on_the_last_answer_leaves_the_expectation_open() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.resize(1280, 900).await;
        let widget = open(bed, &browser, &format!("{}{}", element(""), script(bed))).await;
        widget.answer_all(&Oracle::new("fr").responses(WRITTEN)[..11]).await;
        widget.on_question(12).await;
        click(&browser, &widget, "label:nth-child(3)", 2).await;
        widget.wait("the expectation", "return find('[data-screen=expectation]')").await;
        assert!(widget.has("[data-screen=expectation]").await);
    });
}

#[test]
fn a_double_click_that_erases_can_be_undone() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.resize(1280, 900).await;
        let widget = open(bed, &browser, &format!("{}{}", element(""), script(bed))).await;
        widget.answer_all(&Oracle::new("fr").responses(WRITTEN)[..3]).await;
        widget.on_question(4).await;
        click(&browser, &widget, "[data-action=erase]", 2).await;
        widget.wait("a way back", "return find('[data-action=undo]')").await;
        click(&browser, &widget, "[data-action=undo]", 1).await;
        widget.on_question(4).await;
        assert_eq!(answered(&widget).await, json!(3));
    });
}

//! A frame of a fixed height, on a page that may have no script: it scrolls by itself.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use boussole_e2e::widget::Widget;
use serde_json::json;
use thirtyfour::Key;

use super::{WRITTEN, enter, frame};

/// One scroll bar, that of the frame, with which all can be reached.
async fn assert_one_scroll_bar(widget: Widget<'_>, what: &str) {
    let script = "const page = document.scrollingElement;
        const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowY)
            && element.scrollHeight > element.clientHeight;
        const inner = [...document.querySelectorAll('body, body *'), ...all('*')].filter(scrolls);
        page.scrollTop = page.scrollHeight;
        const end = find('.boussole').getBoundingClientRect().bottom;
        return inner.length === 0 && page.scrollWidth <= page.clientWidth && page.scrollTop > 0
            && Math.floor(end) <= innerHeight && !document.querySelector('.followed')";
    widget.wait(&format!("one scroll bar around {what}"), script).await;
}

fn scrolls_by_itself(width: u32, locale: &str) {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new(locale);
        let host = stage.host();
        let policy = format!("default-src 'none'; img-src data:; frame-src {}", stage.site.url());
        host.set_policy("host.html", &policy);
        host.write_host("host.html", &frame(stage, "one", &format!("?lang={locale}"), "height=\"400\""));
        browser.resize(width, 800).await;
        browser.load(&host.address("host.html")).await;
        let widget = enter(&browser, "one").await;
        for (position, response) in known.responses(WRITTEN).into_iter().enumerate() {
            widget.on_question(position + 1).await;
            let seen = "return find('.boussole').getBoundingClientRect().top >= 0";
            widget.wait("the question from its beginning", seen).await;
            assert_one_scroll_bar(widget, &format!("question {}", position + 1)).await;
            widget.answer(position + 1, response).await;
        }
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));
        assert_one_scroll_bar(widget, "the report").await;
        widget.enter("team").await;
        assert_one_scroll_bar(widget, "the team").await;
    });
}

#[test]
fn nothing_is_cut_off_in_french() {
    scrolls_by_itself(1280, "fr");
}

#[test]
fn nothing_is_cut_off_in_english_on_the_narrowest_phone() {
    scrolls_by_itself(320, "en");
}

#[test]
fn the_keyboard_leads_into_the_frame_through_it_and_out() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let host = stage.host();
        let body = format!(
            "<main><h1>Un article</h1><a id=\"before\" href=\"#\">Avant</a>{}<a id=\"after\" href=\"#\">Après</a></main>",
            frame(stage, "one", "", "height=\"600\"")
        );
        host.write_host("host.html", &body);
        browser.load(&host.address("host.html")).await;
        enter(&browser, "one").await.on_question(1).await;
        browser.leave_frames().await;
        assert_accessible(&browser, "an article with a frame").await;
        browser.run("document.querySelector('#before').focus()", vec![]).await;
        let widget = enter(&browser, "one").await;
        widget.tab_to("input[type=radio]").await;
        browser.press(Key::Down).await;
        widget.wait("a choice by key", "return find('input:checked')").await;
        browser.press(Key::Enter).await;
        widget.on_question(2).await;
        widget.focus_on("h2").await;
        browser.leave_frames().await;
        assert_eq!(browser.run("return document.activeElement.id", vec![]).await, json!("one"));
        for _ in 0..30 {
            browser.press(Key::Tab).await;
            if browser.run("return document.activeElement.id", vec![]).await == json!("after") {
                return;
            }
        }
        browser.give_up("the focus after the frame", "it stayed in it").await;
    });
}

//! Frame of a fixed height on a page without scripts: its content scrolls.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::json;
use thirtyfour::Key;

use super::{WRITTEN, enter, frame};

/// Asserts a single scroll bar, that of the frame.
async fn assert_one_scroll_bar(widget: WidgetPage<'_>, what: &str) {
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
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new(locale);
        let host = bed.host();
        let policy = format!("default-src 'none'; img-src data:; frame-src {}", bed.site.url());
        host.set_policy("host.html", &policy);
        host.write_host("host.html", &frame(bed, "one", &format!("?lang={locale}"), "height=\"400\""));
        browser.resize(width, 800).await;
        browser.load(&host.address("host.html")).await;
        let widget = enter(&browser, "one").await;
        for (position, response) in oracle.responses(WRITTEN).into_iter().enumerate() {
            widget.on_question(position + 1).await;
            let visible = "return find('.boussole').getBoundingClientRect().top >= 0";
            widget.wait("the question from its beginning", visible).await;
            assert_one_scroll_bar(widget, &format!("question {}", position + 1)).await;
            widget.answer(position + 1, response).await;
        }
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
        assert_one_scroll_bar(widget, "the report").await;
        widget.open_screen("team").await;
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
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        let body = format!(
            "<main><h1>Un article</h1><a id=\"before\" href=\"#\">Avant</a>{}<a id=\"after\" href=\"#\">Après</a></main>",
            frame(bed, "one", "", "height=\"600\"")
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

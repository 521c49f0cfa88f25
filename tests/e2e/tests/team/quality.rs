//! Team screen: accessibility, width, requests.

use boussole_core::texts::LazyText;
use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::Preference;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed::{self, TestBed};
use boussole_e2e::widget::WidgetPage;
use serde_json::json;

use super::*;

/// Opens all details.
async fn unfold(widget: WidgetPage<'_>) {
    widget.read("for (const each of all('.team details')) each.open = true").await;
}

/// Checks the team with rejected links, open details, and a workshop step.
async fn each_view(bed: &TestBed, locale: &str, look: impl AsyncFn(WidgetPage<'_>, &str)) {
    let browser = bed.browser().await;
    let oracle = Oracle::new(locale);
    browser.prefer(Preference::Light).await;
    browser.resize(375, 667).await;
    let widget = open_team(&browser, &oracle).await;
    look(widget, "oneself").await;
    let damaged = oracle.link(OWN).replacen("express.B", "express.C", 1);
    paste(widget, &format!("{} {damaged}", links(&oracle).join(" "))).await;
    wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "10")])).await;
    unfold(widget).await;
    look(widget, "the team").await;
    widget.click_action("workshop").await;
    widget.wait_for_screen("workshop").await;
    widget.choose("[name=agreed]", "2").await;
    widget.wait("the choice", "return find('input:checked')").await;
    look(widget, "the workshop").await;
    widget.click_action("end").await;
    widget.wait_for_screen("team").await;
    look(widget, "the team with an agreement").await;
}

async fn no_violation(bed: &TestBed, locale: &str) {
    each_view(bed, locale, async |widget, what| assert_accessible(widget.browser, what).await).await;
}

#[test]
fn no_violation_in_french() {
    test_bed::run(async |bed| no_violation(bed, "fr").await);
}

#[test]
fn no_violation_in_english() {
    test_bed::run(async |bed| no_violation(bed, "en").await);
}

#[test]
fn nothing_is_wider_than_a_phone() {
    test_bed::run(async |bed| {
        for locale in ["fr", "en"] {
            each_view(bed, locale, async |widget, what| {
                let wide = widget.browser.run("return document.scrollingElement.scrollWidth", vec![]).await;
                assert_eq!(wide, json!(375), "{what} in {locale}");
            })
            .await;
        }
    });
}

#[test]
fn no_request_once_the_links_are_read_but_for_the_writer_of_files() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_team(&browser, &oracle).await;
        paste(widget, &links(&oracle).join(" ")).await;
        wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "10")])).await;
        bed.site.forget_requests();
        let before = browser.monitor().requests().await;
        browser.allow_reading_the_clipboard().await;
        widget.click_action("copy-consolidated").await;
        wait_for_message(widget, &oracle.lazy_text(LazyText::TeamCopied, &[])).await;
        let copied = browser.clipboard().await;
        let copied = unescaped(copied.split_once('#').expect("a link").1);
        assert_eq!(copied, offered(widget, "consolidated").await);
        assert_eq!(browser.monitor().requests().await, before);
        for action in ["csv", "markdown", "json"] {
            widget.click_action(action).await;
            wait_for_outcome(widget, &oracle.lazy_text(LazyText::ExportSaved, &[])).await;
        }
        // The first file loads the part that writes all of them.
        let writer = bed.site.requests();
        assert!(matches!(&*writer, [writer] if writer.path.contains("part-team-files-")), "{writer:?}");
        assert_eq!(browser.monitor().requests().await.len(), before.len() + 1);
        bed.site.forget_requests();
        let before = browser.monitor().requests().await;
        widget.click_action("workshop").await;
        widget.wait_for_screen("workshop").await;
        widget.choose("[name=agreed]", "2").await;
        widget.click_action("end").await;
        widget.wait_for_screen("team").await;
        widget.click_action("print").await;
        wait_for_outcome(widget, &oracle.lazy_text(LazyText::ExportPrinting, &[])).await;
        widget.click_action("empty").await;
        widget.wait("an empty team", "return !find('.members')").await;
        assert_eq!(browser.monitor().requests().await, before);
        assert!(bed.site.requests().is_empty());
        let cookies = browser.command("Network.getCookies", json!({})).await;
        assert_eq!(cookies["cookies"], json!([]));
    });
}

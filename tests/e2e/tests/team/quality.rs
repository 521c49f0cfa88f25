//! The room in its surroundings: accessible, within the screen, and without a request.

use boussole_core::texts::LazyText;
use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::Preference;
use boussole_e2e::known::Known;
use boussole_e2e::stage::{self, Stage};
use boussole_e2e::widget::Widget;
use serde_json::json;

use super::*;

/// Opens all that is folded.
async fn unfold(widget: Widget<'_>) {
    widget.read("for (const each of all('.team details')) each.open = true").await;
}

/// The room with a message of what was left out, with all that is folded open, and a step of the workshop.
async fn each_view(stage: &Stage, locale: &str, look: impl AsyncFn(Widget<'_>, &str)) {
    let browser = stage.browser().await;
    let known = Known::new(locale);
    browser.prefer(Preference::Light).await;
    browser.resize(375, 667).await;
    let widget = enter(&browser, &known).await;
    look(widget, "oneself").await;
    let damaged = known.link(OWN).replacen("express.B", "express.C", 1);
    paste(widget, &format!("{} {damaged}", links(&known).join(" "))).await;
    said(widget, &known.room_words(LazyText::TeamAdded, &[("count", "10")])).await;
    unfold(widget).await;
    look(widget, "the team").await;
    widget.act("workshop").await;
    widget.on("workshop").await;
    widget.choose("[name=agreed]", "2").await;
    widget.wait("the choice", "return find('input:checked')").await;
    look(widget, "the workshop").await;
    widget.act("end").await;
    widget.on("team").await;
    look(widget, "the team with an agreement").await;
}

async fn no_violation(stage: &Stage, locale: &str) {
    each_view(stage, locale, async |widget, what| assert_accessible(widget.browser, what).await).await;
}

#[test]
fn no_violation_in_french() {
    stage::run(async |stage| no_violation(stage, "fr").await);
}

#[test]
fn no_violation_in_english() {
    stage::run(async |stage| no_violation(stage, "en").await);
}

#[test]
fn nothing_is_wider_than_a_phone() {
    stage::run(async |stage| {
        for locale in ["fr", "en"] {
            each_view(stage, locale, async |widget, what| {
                let wide = widget.browser.run("return document.scrollingElement.scrollWidth", vec![]).await;
                assert_eq!(wide, json!(375), "{what} in {locale}");
            })
            .await;
        }
    });
}

#[test]
fn no_request_once_the_room_is_there() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = enter(&browser, &known).await;
        stage.site.forget_requests();
        let before = browser.watch().requests().await;
        browser.allow_reading_the_clipboard().await;
        paste(widget, &links(&known).join(" ")).await;
        said(widget, &known.room_words(LazyText::TeamAdded, &[("count", "10")])).await;
        widget.act("copy-consolidated").await;
        said(widget, &known.room_words(LazyText::TeamCopied, &[])).await;
        let copied = browser.clipboard().await;
        assert_eq!(copied.split_once('#').expect("a link").1, offered(widget, "consolidated").await);
        for action in ["csv", "markdown", "json"] {
            widget.act(action).await;
            said(widget, &known.room_words(LazyText::ExportSaved, &[])).await;
        }
        widget.act("workshop").await;
        widget.on("workshop").await;
        widget.choose("[name=agreed]", "2").await;
        widget.act("end").await;
        widget.on("team").await;
        widget.act("print").await;
        said(widget, &known.room_words(LazyText::ExportPrinting, &[])).await;
        widget.act("empty").await;
        widget.wait("an empty team", "return !find('.members')").await;
        assert_eq!(browser.watch().requests().await, before);
        assert!(stage.site.requests().is_empty());
        let cookies = browser.command("Network.getCookies", json!({})).await;
        assert_eq!(cookies["cookies"], json!([]));
    });
}

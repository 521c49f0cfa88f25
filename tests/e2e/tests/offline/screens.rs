//! The network goes before each screen, and nothing is missing.

use boussole_e2e::browser::Browser;
use boussole_e2e::known::Known;
use boussole_e2e::stage::{self, Stage};
use boussole_e2e::widget::Widget;

use super::{WRITTEN, cut, mend, visit};

/// Begins anew where the reader was, with a network that goes at once.
async fn back_and_cut<'a>(stage: &Stage, browser: &'a Browser) -> Widget<'a> {
    mend(stage, browser).await;
    let widget = browser.reload().await;
    cut(stage, browser).await;
    widget
}

/// Goes on to another language.
async fn translate(widget: &Widget<'_>, locale: &str) {
    widget.click(&format!("[data-action=language][lang={locale}]")).await;
    widget.wait(locale, &format!("return find('.boussole[lang={locale}]')")).await;
}

#[test]
fn the_first_visit_is_enough_for_all_that_there_is() {
    stage::run(async |stage| {
        let browser = stage.keeping_browser().await;
        let known = Known::new("fr");
        let widget = visit(&browser, "").await;
        cut(stage, &browser).await;
        widget.answer_all(&known.responses(WRITTEN)).await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));
        for room in ["plan", "take", "history", "team"] {
            widget.enter(room).await;
            widget.act("back").await;
            widget.on("report").await;
        }
        widget.open_details().await;
        for locale in ["en", "fr"] {
            translate(&widget, locale).await;
        }
        let older = Known::first_version("fr").link("2222 2222 2222");
        for page in ["en/", "?lang=en", "index.html", "?form=full", "?questionnaire=dependances-ia&lang=en"] {
            browser.open(page).await;
        }
        let widget = browser.open(&format!("?lang=fr#{older}")).await;
        widget.on("shared").await;
    });
}

#[test]
fn the_network_may_go_before_any_question_and_a_reload_comes_back_to_it() {
    stage::run(async |stage| {
        let browser = stage.keeping_browser().await;
        let responses = Known::new("fr").responses(WRITTEN);
        visit(&browser, "").await;
        cut(stage, &browser).await;
        for (number, response) in (1..).zip(&responses) {
            let widget = back_and_cut(stage, &browser).await;
            widget.answer(number, *response).await;
            if number == responses.len() {
                widget.on("report").await;
            } else {
                widget.on_question(number + 1).await;
                browser.reload().await.on_question(number + 1).await;
            }
        }
        let widget = browser.reload().await;
        widget.on("report").await;
        assert_eq!(widget.told().await, Known::new("fr").told(WRITTEN));
    });
}

#[test]
fn the_network_may_go_before_any_room() {
    stage::run(async |stage| {
        let browser = stage.keeping_browser().await;
        browser.keep(&Known::new("en").link(WRITTEN)).await;
        visit(&browser, "?lang=en").await.on("report").await;
        cut(stage, &browser).await;
        for room in ["plan", "take", "history", "team", "overview"] {
            let widget = back_and_cut(stage, &browser).await;
            widget.on("report").await;
            widget.enter(room).await;
        }
        let widget = back_and_cut(stage, &browser).await;
        widget.on("report").await;
        widget.open_details().await;
        let widget = back_and_cut(stage, &browser).await;
        widget.on("report").await;
        translate(&widget, "fr").await;
        let widget = back_and_cut(stage, &browser).await;
        widget.on("report").await;
        widget.act("deeper").await;
        widget.on("item").await;
    });
}

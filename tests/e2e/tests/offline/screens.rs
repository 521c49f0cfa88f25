//! Offline on every screen.

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed::{self, TestBed};
use boussole_e2e::widget::WidgetPage;

use super::{WRITTEN, cut, restore, visit};

/// Reloads the page, then cuts the network at once.
async fn back_and_cut<'a>(bed: &TestBed, browser: &'a BrowserSession) -> WidgetPage<'a> {
    restore(bed, browser).await;
    let widget = browser.reload().await;
    cut(bed, browser).await;
    widget
}

/// Switches the language.
async fn translate(widget: &WidgetPage<'_>, locale: &str) {
    widget.click(&format!("[data-action=language][lang={locale}]")).await;
    widget.wait(locale, &format!("return find('.boussole[lang={locale}]')")).await;
}

#[test]
pub fn the_first_visit_is_enough_for_all_that_there_is() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        let oracle = Oracle::new("fr");
        let widget = visit(&browser, "").await;
        cut(bed, &browser).await;
        widget.answer_to_report(&oracle.responses(WRITTEN)).await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
        for screen in ["plan", "take", "history", "team"] {
            widget.open_screen(screen).await;
            widget.click_action("back").await;
            widget.wait_for_screen("report").await;
        }
        widget.open_details().await;
        for locale in ["en", "fr"] {
            translate(&widget, locale).await;
        }
        let older = Oracle::first_version("fr").link("2222 2222 2222");
        for page in ["en/", "?lang=en", "index.html", "?form=full", "?questionnaire=dependances-ia&lang=en"] {
            browser.open(page).await;
        }
        let widget = browser.open(&format!("?lang=fr#{older}")).await;
        widget.wait_for_screen("shared").await;
    });
}

#[test]
fn the_network_may_go_before_any_question_and_a_reload_comes_back_to_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        let responses = Oracle::new("fr").responses(WRITTEN);
        visit(&browser, "").await;
        cut(bed, &browser).await;
        for (number, response) in (1..).zip(&responses) {
            let widget = back_and_cut(bed, &browser).await;
            widget.answer(number, *response).await;
            if number == responses.len() {
                widget.wait_for_screen("report").await;
            } else {
                widget.on_question(number + 1).await;
                browser.reload().await.on_question(number + 1).await;
            }
        }
        let widget = browser.reload().await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, Oracle::new("fr").report_text(WRITTEN));
    });
}

#[test]
fn the_network_may_go_before_any_lazy_screen() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        browser.store_draft(&Oracle::new("en").link(WRITTEN)).await;
        visit(&browser, "?lang=en").await.wait_for_screen("report").await;
        cut(bed, &browser).await;
        for screen in ["plan", "take", "history", "team", "overview"] {
            let widget = back_and_cut(bed, &browser).await;
            widget.wait_for_screen("report").await;
            widget.open_screen(screen).await;
        }
        let widget = back_and_cut(bed, &browser).await;
        widget.wait_for_screen("report").await;
        widget.open_details().await;
        let widget = back_and_cut(bed, &browser).await;
        widget.wait_for_screen("report").await;
        translate(&widget, "fr").await;
        let widget = back_and_cut(bed, &browser).await;
        widget.wait_for_screen("report").await;
        widget.click_action("deeper").await;
        widget.wait_for_screen("item").await;
    });
}

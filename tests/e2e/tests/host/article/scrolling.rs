//! The page moves where the heading of a new screen is out of view, and no further.

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::test_bed::{self, TestBed};
use boussole_e2e::widget::WidgetPage;
use serde_json::json;

use super::{element, open, script};

/// Page with a sticky header, and a style of its own.
fn body(bed: &TestBed, style: &str) -> String {
    let host = bed.host();
    let common = "body { margin: 0; height: 6000px } #above { height: 1200px }
        header { position: sticky; top: 0; z-index: 9; height: 152px; background: silver }";
    host.write("page.css", &format!("{common}{style}"));
    let style = format!("<link rel=\"stylesheet\" href=\"{}\">", host.address("page.css"));
    format!("{style}<header>Menu</header><div id=\"above\"></div>{}{}", element(""), script(bed))
}

/// Place of the question's heading below the top of the viewport, and the scroll position.
async fn places(widget: &WidgetPage<'_>) -> (f64, f64) {
    let script = "return [find('fieldset h2').getBoundingClientRect().top, scrollY]";
    let places = widget.read(script).await;
    (places[0].as_f64().expect("a place"), places[1].as_f64().expect("a position"))
}

/// Answers by click of a script, which scrolls by nothing itself.
async fn answer(browser: &BrowserSession, widget: &WidgetPage<'_>, number: usize) {
    widget.on_question(number).await;
    widget.read("find('input[value=\"2\"]').click()").await;
    widget.on_question(number + 1).await;
    browser
        .wait("the focus", "return document.activeElement?.localName === 'boussole-assessment'", vec![])
        .await;
}

#[test]
fn a_page_stays_where_the_next_heading_is_in_view() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.resize(1280, 900).await;
        let widget = open(bed, &browser, &body(bed, "")).await;
        browser.run("scrollTo(0, 1200)", vec![]).await;
        answer(&browser, &widget, 1).await;
        browser
            .run("scrollTo(0, document.querySelector('boussole-assessment').offsetTop - 200)", vec![])
            .await;
        let (_, before) = places(&widget).await;
        for number in 2..5 {
            answer(&browser, &widget, number).await;
            assert_eq!(places(&widget).await.1, before, "after question {number}");
        }
    });
}

#[test]
fn a_heading_out_of_view_lands_below_what_covers_the_page() {
    test_bed::run(async |bed| {
        let styles = [
            "",
            "html { scroll-padding-top: 160px }",
            "boussole-assessment { scroll-margin-top: 160px }",
            "html { scroll-behavior: smooth; scroll-padding-top: 160px }",
        ];
        for style in styles {
            let browser = bed.browser().await;
            browser.resize(375, 667).await;
            let widget = open(bed, &browser, &body(bed, style)).await;
            browser.run("scrollTo({ top: 1200, behavior: 'instant' })", vec![]).await;
            widget.on_question(1).await;
            for number in 1..4 {
                let down = "find('.others').scrollIntoView({ block: 'end', behavior: 'instant' })";
                widget.read(down).await;
                answer(&browser, &widget, number).await;
                let (top, _) = places(&widget).await;
                assert!((152.0..400.0).contains(&top), "{style}: {top} after question {number}");
                let shown = "const { left, top } = find('fieldset h2').getBoundingClientRect();
                    return document.elementFromPoint(left + 1, top + 4)?.localName";
                assert_eq!(widget.read(shown).await, json!("boussole-assessment"), "{style}");
            }
        }
    });
}

#[test]
fn a_box_that_scrolls_by_itself_shows_the_heading_too() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.resize(1280, 900).await;
        let style =
            "#above, header { display: none } main { height: 400px; margin-top: 100px; overflow: auto }";
        let page = body(bed, style)
            .replace("<boussole-assessment", "<main><boussole-assessment")
            .replace("</boussole-assessment>", "</boussole-assessment></main>");
        let widget = open(bed, &browser, &page).await;
        widget.on_question(1).await;
        browser.run("document.querySelector('main').scrollTop = 900", vec![]).await;
        answer(&browser, &widget, 1).await;
        let (top, _) = places(&widget).await;
        assert!((100.0..400.0).contains(&top), "{top}");
    });
}

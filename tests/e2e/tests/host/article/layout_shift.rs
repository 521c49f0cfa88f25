//! The article stands still: nothing that its reader sees is moved by the widget's coming.

use boussole_e2e::browser::Browser;
use boussole_e2e::stage::{self, Stage};
use serde_json::json;

use super::{element, script};

/// Adds up the layout shifts that no reader caused, as browsers count them.
const NOTE: &str = "window.shifts = [];
    new PerformanceObserver((list) => list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput)
        .forEach(({ value, sources }) => window.shifts.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 60))]))
    ).observe({ type: 'layout-shift', buffered: true });";

/// Has all that is laid out by now counted.
const COUNTED: &str = "await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return window.shifts";

const SIZES: [(u32, u32); 3] = [(320, 568), (375, 667), (1280, 800)];

fn paragraphs(count: usize) -> String {
    "<p>Un paragraphe de l’article, assez long pour occuper plusieurs lignes sur un téléphone, et au moins une sur \
     un écran plus large, comme il y en a dans tout article.</p>"
        .repeat(count)
}

/// A page of a host with the element among paragraphs, in a column as articles have it.
async fn open(stage: &Stage, browser: &Browser, attributes: &str, before: usize) {
    let host = stage.host();
    let column = "main { max-width: 44rem; margin: auto; font: 1.125rem/1.6 'DejaVu Serif' }";
    // As docs/embedding.md has it for an element at the beginning of a page.
    let early = ".early { display: block; min-height: 100vh }";
    host.write("host.css", &[column, early].concat());
    let style = "<link rel=\"stylesheet\" href=\"host.css\">";
    let (before, after) = (paragraphs(before), paragraphs(30));
    let body = format!("{style}<main>{before}{}{after}</main>{}", element(attributes), script(stage));
    host.write_host("host.html", &body);
    browser.watch().before_each_page(NOTE).await;
    // A scroll bar that comes while the page itself is read moves all of it.
    browser.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    browser.load(&host.address("host.html")).await;
}

#[test]
fn an_article_stands_still_while_its_reader_comes_near() {
    stage::run(async |stage| {
        for (width, height) in SIZES {
            let browser = stage.browser().await;
            browser.resize(width, height).await;
            open(stage, &browser, "", 30).await;
            let scroll = "scrollBy(0, innerHeight / 3); const { top } =
                document.querySelector('boussole-assessment').getBoundingClientRect(); return top < innerHeight / 2";
            browser.wait("the element to be near", scroll, vec![]).await;
            browser.widget().on_question(1).await;
            assert_eq!(browser.run_async(COUNTED, vec![]).await, json!([]), "{width} × {height}");
        }
    });
}

#[test]
fn an_element_that_is_seen_from_the_beginning_takes_the_room_that_its_page_keeps_for_it() {
    stage::run(async |stage| {
        for (width, height) in SIZES {
            let browser = stage.browser().await;
            browser.resize(width, height).await;
            open(stage, &browser, "class=\"early\"", 1).await;
            browser.widget().on_question(1).await;
            assert_eq!(browser.run_async(COUNTED, vec![]).await, json!([]), "{width} × {height}");
        }
    });
}

#[test]
fn what_is_not_loaded_yet_is_printed_without_the_room_that_is_kept() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        open(stage, &browser, "", 30).await;
        let defined = "return customElements.get('boussole-assessment') && true";
        browser.wait("the element", defined, vec![]).await;
        let height = "return document.querySelector('boussole-assessment').offsetHeight";
        assert!(browser.run(height, vec![]).await.as_f64() > Some(1000.0));
        browser.command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        assert!(browser.run(height, vec![]).await.as_f64() < Some(300.0));
    });
}

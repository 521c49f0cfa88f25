//! Layout shift of an article: none by the arrival of the widget.

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::json;

use super::{element, script};

/// Script: sum of layout shifts without recent input.
const NOTE: &str = "window.shifts = [];
    new PerformanceObserver((list) => list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput)
        .forEach(({ value, sources }) => window.shifts.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 60))]))
    ).observe({ type: 'layout-shift', buffered: true });";

/// Waits until past layout shifts are counted.
const COUNTED: &str = "await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return window.shifts";

const SIZES: [(u32, u32); 3] = [(320, 568), (375, 667), (1280, 800)];

fn paragraphs(count: usize) -> String {
    "<p>Un paragraphe de l’article, assez long pour occuper plusieurs lignes sur un téléphone, et au moins une sur \
     un écran plus large, comme il y en a dans tout article.</p>"
        .repeat(count)
}

/// Host page with the element between paragraphs, in a column.
async fn open(bed: &TestBed, browser: &BrowserSession, attributes: &str, before: usize) {
    let host = bed.host();
    let column = "main { max-width: 44rem; margin: auto; font: 1.125rem/1.6 'DejaVu Serif' }";
    // Reserved height by docs/embedding.md.
    let early = ".early { display: block; min-height: 100vh }";
    host.write("host.css", &[column, early].concat());
    let style = "<link rel=\"stylesheet\" href=\"host.css\">";
    let (before, after) = (paragraphs(before), paragraphs(30));
    let body = format!("{style}<main>{before}{}{after}</main>{}", element(attributes), script(bed));
    host.write_host("host.html", &body);
    browser.monitor().before_each_page(NOTE).await;
    // No scroll bars: their appearance would shift the page.
    browser.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    browser.load(&host.address("host.html")).await;
}

#[test]
fn an_article_does_not_shift_while_its_reader_comes_near() {
    test_bed::run(async |bed| {
        for (width, height) in SIZES {
            let browser = bed.browser().await;
            browser.resize(width, height).await;
            open(bed, &browser, "", 30).await;
            let scroll = "scrollBy(0, innerHeight / 3); const { top } =
                document.querySelector('boussole-assessment').getBoundingClientRect(); return top < innerHeight / 2";
            browser.wait("the element to be near", scroll, vec![]).await;
            browser.widget().on_question(1).await;
            assert_eq!(browser.run_async(COUNTED, vec![]).await, json!([]), "{width} × {height}");
        }
    });
}

#[test]
fn an_element_visible_from_the_beginning_takes_the_space_that_its_page_reserves() {
    test_bed::run(async |bed| {
        for (width, height) in SIZES {
            let browser = bed.browser().await;
            browser.resize(width, height).await;
            open(bed, &browser, "class=\"early\"", 1).await;
            browser.widget().on_question(1).await;
            assert_eq!(browser.run_async(COUNTED, vec![]).await, json!([]), "{width} × {height}");
        }
    });
}

#[test]
fn an_unloaded_element_is_printed_without_its_reserved_space() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        open(bed, &browser, "", 30).await;
        let defined = "return customElements.get('boussole-assessment') && true";
        browser.wait("the element", defined, vec![]).await;
        let height = "return document.querySelector('boussole-assessment').offsetHeight";
        assert!(browser.run(height, vec![]).await.as_f64() > Some(1000.0));
        browser.command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        assert!(browser.run(height, vec![]).await.as_f64() < Some(300.0));
    });
}

//! Old browsers, simulated by removed features.

use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::test_bed;
use serde_json::json;

use super::{element, open, script};

#[test]
fn without_webassembly_a_panel_says_so_and_leads_on() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page("delete window.WebAssembly").await;
        let widget = open(bed, &browser, &[element(""), script(bed)].concat()).await;
        widget.wait("the panel", "return find('.failure')").await;
        assert_eq!(widget.text(".failure p").await, plain(&Oracle::new("fr").failure["blocked"]));
        assert_eq!(widget.read("return find('.failure a').href").await, json!(bed.site.address("?lang=fr")));
        browser.monitor().drain_messages().await;
    });
}

#[test]
fn without_observers_the_widget_starts_at_once() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page("delete window.IntersectionObserver").await;
        open(bed, &browser, &[element(""), script(bed)].concat()).await.on_question(1).await;
    });
}

#[test]
fn where_there_can_be_no_element_its_card_stays() {
    let lacks = [
        "delete window.customElements",
        "window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor') }",
    ];
    test_bed::run(async |bed| {
        for lack in lacks {
            let browser = bed.browser().await;
            browser.monitor().before_each_page(lack).await;
            open(bed, &browser, &[element(""), script(bed)].concat()).await;
            browser.wait("the page", "return document.readyState === 'complete'", vec![]).await;
            let shown = "return document.querySelector('boussole-assessment a').checkVisibility()";
            assert_eq!(browser.run(shown, vec![]).await, json!(true), "{lack}");
            // Expected messages of the browser about a missing feature.
            browser.monitor().drain_messages().await;
        }
    });
}

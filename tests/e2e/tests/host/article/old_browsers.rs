//! Browsers that lack what the widget needs, as far as a new one can be made to lack it.

use boussole_e2e::known::{Known, plain};
use boussole_e2e::stage;
use serde_json::json;

use super::{element, open, script};

#[test]
fn without_webassembly_a_panel_says_so_and_leads_on() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.watch().before_each_page("delete window.WebAssembly").await;
        let widget = open(stage, &browser, &[element(""), script(stage)].concat()).await;
        widget.wait("the panel", "return find('.failure')").await;
        assert_eq!(widget.text(".failure p").await, plain(&Known::new("fr").failure["blocked"]));
        assert_eq!(
            widget.read("return find('.failure a').href").await,
            json!(stage.site.address("?lang=fr"))
        );
        browser.watch().take_messages().await;
    });
}

#[test]
fn without_observers_the_widget_starts_at_once() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.watch().before_each_page("delete window.IntersectionObserver").await;
        open(stage, &browser, &[element(""), script(stage)].concat()).await.on_question(1).await;
    });
}

#[test]
fn where_there_can_be_no_element_its_card_stays() {
    let lacks = [
        "delete window.customElements",
        "window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor') }",
    ];
    stage::run(async |stage| {
        for lack in lacks {
            let browser = stage.browser().await;
            browser.watch().before_each_page(lack).await;
            open(stage, &browser, &[element(""), script(stage)].concat()).await;
            browser.wait("the page", "return document.readyState === 'complete'", vec![]).await;
            let shown = "return document.querySelector('boussole-assessment a').checkVisibility()";
            assert_eq!(browser.run(shown, vec![]).await, json!(true), "{lack}");
            // The browser's own words on what it lacks.
            browser.watch().take_messages().await;
        }
    });
}

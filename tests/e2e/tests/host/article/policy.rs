//! Smallest documented policy of a host page. Every test fails on a breach.

use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::json;

use super::{WRITTEN, element, script};

/// Policy of docs/embedding.md, with Trusted Types and without any policy name.
fn least(bed: &TestBed) -> String {
    let release = bed.site.url();
    format!(
        "default-src 'none'; img-src data:; script-src {release} 'wasm-unsafe-eval'; connect-src {release}; \
         require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'"
    )
}

#[test]
fn the_documented_policy_is_enough_for_all_of_it() {
    test_bed::run(async |bed| {
        let (browser, host, oracle) = (bed.browser().await, bed.host(), Oracle::new("fr"));
        host.set_policy("host.html", &least(bed));
        host.write_host("host.html", &[element("accent=\"#ffdd00\""), script(bed)].concat());
        let print = "window.printed = 0; const { contentWindow } = Object.getOwnPropertyDescriptors(HTMLIFrameElement.prototype);
            Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
                const window = contentWindow.get.call(this);
                if (window) window.print = () => top.printed++;
                return window;
            } })";
        browser.monitor().before_each_page(print).await;
        browser.load(&host.address("host.html")).await;
        let widget = browser.widget();
        widget.answer_to_report(&oracle.responses(WRITTEN)).await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        widget.open_details().await;
        for screen in ["plan", "history", "team", "take"] {
            widget.open_screen(screen).await;
            if screen == "take" {
                widget.click_action("print").await;
                browser.wait("the print", "return window.printed", vec![]).await;
            } else {
                widget.click_action("back").await;
                widget.wait_for_screen("report").await;
            }
        }
        // The message is about the accent, not the policy.
        let messages = browser.monitor().drain_messages().await;
        assert!(format!("{messages:?}").contains("#ffdd00") && messages.len() == 1, "{messages:?}");
    });
}

#[test]
fn where_webassembly_is_not_allowed_a_panel_says_so_and_leads_on() {
    test_bed::run(async |bed| {
        let (browser, host) = (bed.browser().await, bed.host());
        host.set_policy("host.html", &least(bed).replace(" 'wasm-unsafe-eval'", ""));
        host.write_host("host.html", &[element("lang=\"en\""), script(bed)].concat());
        let note = "addEventListener('boussole:error', ({ detail }) => (window.errorCode = detail.code))";
        browser.monitor().before_each_page(note).await;
        browser.load(&host.address("host.html")).await;
        let widget = browser.widget();
        widget.wait("the panel", "return find('.failure')").await;
        assert_eq!(widget.text(".failure p").await, plain(&Oracle::new("en").failure["blocked"]));
        assert_eq!(widget.read("return find('.failure a').href").await, json!(bed.site.address("?lang=en")));
        assert_eq!(browser.run("return window.errorCode", vec![]).await, json!("blocked"));
        assert!(!browser.monitor().drain_messages().await.is_empty(), "the console names the reason");
    });
}

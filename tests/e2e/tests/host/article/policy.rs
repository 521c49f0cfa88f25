//! The least that a page's policy must allow, sent by its server. A breach of it fails any test.

use boussole_e2e::known::{Known, plain};
use boussole_e2e::stage::{self, Stage};
use serde_json::json;

use super::{WRITTEN, element, script};

/// As docs/embedding.md has it, and no more; with Trusted Types, and no policy to make any.
fn least(stage: &Stage) -> String {
    let release = stage.site.url();
    format!(
        "default-src 'none'; img-src data:; script-src {release} 'wasm-unsafe-eval'; connect-src {release}; \
         require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'"
    )
}

#[test]
fn the_documented_policy_is_enough_for_all_of_it() {
    stage::run(async |stage| {
        let (browser, host, known) = (stage.browser().await, stage.host(), Known::new("fr"));
        host.set_policy("host.html", &least(stage));
        host.write_host("host.html", &[element("accent=\"#ffdd00\""), script(stage)].concat());
        let print = "window.printed = 0; const { contentWindow } = Object.getOwnPropertyDescriptors(HTMLIFrameElement.prototype);
            Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
                const window = contentWindow.get.call(this);
                if (window) window.print = () => top.printed++;
                return window;
            } })";
        browser.watch().before_each_page(print).await;
        browser.load(&host.address("host.html")).await;
        let widget = browser.widget();
        widget.answer_all(&known.responses(WRITTEN)).await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        widget.open_details().await;
        for room in ["plan", "history", "team", "take"] {
            widget.enter(room).await;
            if room == "take" {
                widget.act("print").await;
                browser.wait("the print", "return window.printed", vec![]).await;
            } else {
                widget.act("back").await;
                widget.on("report").await;
            }
        }
        // What was said is of the accent, not of the policy.
        let messages = browser.watch().take_messages().await;
        assert!(format!("{messages:?}").contains("#ffdd00") && messages.len() == 1, "{messages:?}");
    });
}

#[test]
fn where_webassembly_is_not_allowed_a_panel_says_so_and_leads_on() {
    stage::run(async |stage| {
        let (browser, host) = (stage.browser().await, stage.host());
        host.set_policy("host.html", &least(stage).replace(" 'wasm-unsafe-eval'", ""));
        host.write_host("host.html", &[element("lang=\"en\""), script(stage)].concat());
        let note = "addEventListener('boussole:error', ({ detail }) => (window.told = detail.code))";
        browser.watch().before_each_page(note).await;
        browser.load(&host.address("host.html")).await;
        let widget = browser.widget();
        widget.wait("the panel", "return find('.failure')").await;
        assert_eq!(widget.text(".failure p").await, plain(&Known::new("en").failure["blocked"]));
        assert_eq!(
            widget.read("return find('.failure a').href").await,
            json!(stage.site.address("?lang=en"))
        );
        assert_eq!(browser.run("return window.told", vec![]).await, json!("blocked"));
        assert!(!browser.watch().take_messages().await.is_empty(), "a developer is told why");
    });
}

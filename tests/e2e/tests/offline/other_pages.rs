//! Pages without offline storage: element, frame and embed page have no service worker.

use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::test_bed;
use serde_json::json;

use super::{cut, visit};

const REGISTERED: &str = "return (await navigator.serviceWorker.getRegistrations()).length";

#[test]
fn neither_an_element_nor_a_frame_nor_the_embed_page_registers_a_worker() {
    test_bed::run(async |bed| {
        let element = "<boussole-assessment lang=\"en\"></boussole-assessment>\
                       <script type=\"module\" src=\"/boussole.js\"></script>";
        bed.site.write_host("host.html", element);
        bed.site.write_host("framed.html", "<iframe src=\"frame/\"></iframe><iframe src=\"/\"></iframe>");
        let browser = bed.browser_with_service_worker().await;
        browser.open("host.html").await.on_question(1).await;
        browser.load("embed/").await;
        browser.load("framed.html").await;
        for frame in ["iframe", "iframe + iframe"] {
            browser.enter_frame(frame).await;
            browser.widget().on_question(1).await;
            browser.leave_frames().await;
        }
        // Longer than the idle time before the stand-alone page registers its worker.
        browser
            .run_async("for (let n = 0; n < 20; n++) await new Promise(requestIdleCallback)", vec![])
            .await;
        assert_eq!(browser.run_async(REGISTERED, vec![]).await, 0);
        let paths: Vec<_> = bed.site.requests().into_iter().map(|request| request.path).collect();
        assert!(!paths.contains(&"/worker.js".to_owned()), "{paths:?}");
    });
}

#[test]
fn what_is_for_hosts_comes_from_the_network() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        visit(&browser, "").await;
        bed.site.rewrite("boussole.js", "document.documentElement.dataset.loader = 'new';");
        bed.site.write_host("host.html", "<script type=\"module\" src=\"/boussole.js\"></script>");
        browser.load("host.html").await;
        browser
            .wait("the loader of now", "return document.documentElement.dataset.loader === 'new'", vec![])
            .await;
        cut(bed, &browser).await;
        let failed = "const names = ['boussole.js', 'boussole-frame.js', 'embed/', 'frame/'];
            const tries = names.map((name) => fetch(name).then(() => name, () => null));
            return (await Promise.all(tries)).filter(Boolean)";
        assert_eq!(browser.run_async(failed, vec![]).await, json!([]));
        for message in browser.monitor().drain_messages().await {
            let (ConsoleMessage::Error(text) | ConsoleMessage::Warning(text)) = &message;
            assert!(text.contains("ERR_"), "{message:?}");
        }
    });
}

//! Nothing leaves the browser: counted by the browser and by the server.

use boussole_e2e::browser::{DRAFT, EXPECTED, HISTORY};
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use serde_json::json;

const WRITTEN: &str = "3?12 420- 1432";

/// How many requests it may take until the assessment can be answered.
const UNTIL_INTERACTIVE: usize = 5;

const HOST: &str = "<boussole-assessment lang=\"en\"></boussole-assessment>\
                    <script type=\"module\" src=\"/boussole.js\"></script>";

#[test]
fn few_requests_until_the_first_question_and_none_after() {
    stage::run(async |stage| {
        let known = Known::new("fr");
        stage.site.write_host("host.html", HOST);
        for page in ["", "?lang=en", "host.html"] {
            let browser = stage.browser().await;
            stage.site.forget_requests();
            let widget = browser.open(page).await;
            let seen = browser.watch().requests().await;
            let served = stage.site.requests();
            assert!(seen.len() <= UNTIL_INTERACTIVE, "/{page}: {seen:#?}");
            assert!(served.len() <= UNTIL_INTERACTIVE, "/{page}: {served:#?}");
            assert!(served.iter().all(|request| request.status == 200), "/{page}: {served:#?}");

            widget.answer_all(&known.responses(WRITTEN)).await;
            widget.on("report").await;
            widget.choose("[name=share]", "scores").await;
            widget.act("copy").await;
            widget.wait("the copy to be told", "return text('.share [role=status]')").await;
            widget.act("overview").await;
            widget.on("overview").await;
            widget.act("erase").await;
            widget.on_question(1).await;
            assert_eq!(browser.watch().requests().await, seen, "/{page}");
            assert_eq!(stage.site.requests(), served, "/{page}");
        }
    });
}

#[test]
fn a_second_language_is_one_request_and_coming_back_none() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let widget = browser.open("").await;
        let before = browser.watch().requests().await.len();
        for locale in ["en", "fr", "en", "fr"] {
            widget.click(&format!("[data-action=language][lang={locale}]")).await;
            widget.wait(locale, &format!("return find('.boussole[lang={locale}]')")).await;
        }
        let requests = browser.watch().requests().await;
        assert_eq!(requests.len(), before + 1, "{requests:#?}");
    });
}

#[test]
fn opening_a_link_sends_no_part_of_it() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let link = Known::new("fr").link(WRITTEN);
        let widget = browser.open(&format!("#{link}")).await;
        widget.on("shared").await;
        let payload = link.rsplit('.').next().expect("a link has a payload");
        let mut sent = browser.watch().requests().await;
        sent.extend(stage.site.requests().into_iter().map(|request| request.path));
        assert!(sent.iter().all(|address| !address.contains(payload)), "{sent:#?}");
    });
}

#[test]
fn nothing_is_kept_but_the_draft_and_what_belongs_to_it() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let widget = browser.open("").await;
        widget.answer_all(&Known::new("fr").responses(WRITTEN)).await;
        widget.on("report").await;
        let cookies = browser.command("Network.getCookies", json!({})).await;
        assert_eq!(cookies["cookies"], json!([]));
        let kept = "const databases = await indexedDB.databases();
            const caches = await window.caches.keys();
            const workers = await navigator.serviceWorker.getRegistrations();
            const [local, session] = [localStorage, sessionStorage].map(Object.keys);
            local.sort();
            return [local, session, databases, caches, workers.length]";
        let kept = browser.run_async(kept, vec![]).await;
        assert_eq!(kept, json!([[HISTORY, DRAFT, EXPECTED], [], [], [], 0]));
    });
}

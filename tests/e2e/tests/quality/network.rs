//! Nothing leaves the browser: counted by the browser and by the server.

use boussole_e2e::browser::{DRAFT, EXPECTED, HISTORY};
use boussole_e2e::known::Known;
use boussole_e2e::stage::{self, Stage};
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
            // Without a service worker, whose own requests are what the next test is about.
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

/// Everything that a visit asks of the server where the browser keeps the release: until it is kept, and
/// then until the report.
async fn visit(stage: &Stage, written: &str) -> (Vec<String>, Vec<String>) {
    let browser = stage.keeping_browser().await;
    let paths = || stage.site.requests().into_iter().map(|request| request.path).collect::<Vec<_>>();
    stage.site.forget_requests();
    let widget = browser.open("").await;
    browser.run_async(KEPT, vec![]).await;
    let until_kept = paths();
    stage.site.forget_requests();
    widget.answer_all(&Known::new("fr").responses(written)).await;
    widget.on("report").await;
    (until_kept, paths())
}

/// Done when the service worker has the whole release.
const KEPT: &str = "await navigator.serviceWorker.ready";

#[test]
fn what_the_service_worker_fetches_tells_nothing_of_the_answers() {
    stage::run(async |stage| {
        let (kept, after) = visit(stage, WRITTEN).await;
        assert_eq!(after, Vec::<String>::new(), "the release is kept: nothing more is asked for");
        let asked = |name: &str| kept.iter().filter(|path| path.trim_start_matches('/') == name).count();
        // The page once for the reader and once to be kept; all else once, since the browser has what the page loaded.
        assert_eq!((asked(""), asked("worker.js")), (2, 1), "{kept:#?}");
        let mut once = kept.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len() + 1, kept.len(), "{kept:#?}");
        // Not by order: what a page loads comes side by side.
        let (mut others, after) = visit(stage, "0000 0000 0000").await;
        others.sort();
        others.dedup();
        assert_eq!((others, after), (once, vec![]));
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
        let browser = stage.keeping_browser().await;
        let widget = browser.open("").await;
        browser.run_async(KEPT, vec![]).await;
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
        let mut kept = browser.run_async(kept, vec![]).await;
        let caches = kept[3].take();
        assert_eq!(kept, json!([[HISTORY, DRAFT, EXPECTED], [], [], null, 1]));
        let caches: Vec<String> = serde_json::from_value(caches).expect("caches have names");
        assert!(
            matches!(&caches[..], [one] if one.starts_with("boussole ")),
            "the release, once: {caches:?}"
        );
    });
}

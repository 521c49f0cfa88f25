//! Requests, counted by the browser and by the server: no data leaves the browser.

use boussole_e2e::browser::{DRAFT, EXPECTED, HISTORY};
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::json;

const WRITTEN: &str = "3?12 420- 1432";

/// Largest number of requests until the assessment is interactive.
const UNTIL_INTERACTIVE: usize = 5;

/// Part with the screens behind the questions, and the rest of the pack, which come by themselves.
const BEHIND: [&str; 2] = ["/part-report-", "-rest-"];

/// Script of the notice that a page has not started, for which nothing waits.
const NOTICE: &str = "/unavailable-";

const NOTICE_LOADED: &str = "return performance.getEntriesByType('resource').some(
    ({ name, responseEnd }) => name.includes('/unavailable-') && responseEnd > 0)";

const HOST: &str = "<boussole-assessment lang=\"en\"></boussole-assessment>\
                    <script type=\"module\" src=\"/boussole.js\"></script>";

#[test]
fn few_requests_until_the_first_question_two_right_behind_it_and_none_after() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        bed.site.write_host("host.html", HOST);
        for page in ["", "?lang=en", "host.html"] {
            // No service worker here: the next test counts its requests.
            let browser = bed.browser().await;
            bed.site.forget_requests();
            let widget = browser.open(page).await;
            if page != "host.html" {
                browser.wait("the script of the notice", NOTICE_LOADED, vec![]).await;
            }
            widget.whole().await;
            let requests = browser.monitor().requests().await;
            let served = bed.site.requests();
            let paths: Vec<_> = served.iter().map(|request| request.path.clone()).collect();
            for asked in [&requests, &paths] {
                let asked: Vec<_> = asked.iter().filter(|address| !address.contains(NOTICE)).collect();
                let (awaited, last) = asked.split_last_chunk::<2>().expect("requests");
                assert!(awaited.len() <= UNTIL_INTERACTIVE, "/{page}: {asked:#?}");
                for file in BEHIND {
                    assert_eq!(last.iter().filter(|address| address.contains(file)).count(), 1, "{asked:#?}");
                    assert!(!awaited.iter().any(|address| address.contains(file)), "/{page}: {asked:#?}");
                }
            }
            assert!(served.iter().all(|request| request.status == 200), "/{page}: {served:#?}");

            widget.answer_to_report(&oracle.responses(WRITTEN)).await;
            widget.choose("[name=share]", "scores").await;
            widget.click_action("copy").await;
            widget.wait("the copy to be reported", "return text('.share [role=status]')").await;
            widget.click_action("overview").await;
            widget.wait_for_screen("overview").await;
            widget.click_action("erase").await;
            widget.on_question(1).await;
            assert_eq!(browser.monitor().requests().await, requests, "/{page}");
            assert_eq!(bed.site.requests(), served, "/{page}");
        }
    });
}

/// Script: notes the screen of the program when it asks for the part behind the questions; empty before its first one.
const ASKED_ON: &str = "
    window.askedOn = [];
    const native = fetch;
    window.fetch = (resource, ...options) => {
        const root = document.querySelector('boussole-assessment')?.shadowRoot;
        const screen = root?.querySelector('.frame > :not(.early) [data-screen]')?.dataset.screen ?? '';
        if (/part-report-|-rest-/.test(resource)) askedOn.push(screen);
        return native(resource, ...options);
    };";

#[test]
fn what_is_behind_the_questions_comes_once_the_first_screen_is_there_whatever_that_is() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        bed.site.write_host("host.html", HOST);
        let link = format!("#{}", oracle.link(WRITTEN));
        for (page, screen) in [("", "item"), ("host.html", "item"), (&link, "door")] {
            let browser = bed.browser().await;
            browser.monitor().before_each_page(ASKED_ON).await;
            let widget = browser.open(page).await;
            widget.whole().await;
            assert_eq!(browser.run("return askedOn", vec![]).await, json!([screen, screen]), "/{page}");
        }
    });
}

#[test]
fn a_reader_without_a_network_from_the_first_question_on_still_gets_a_result() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        let browser = bed.browser().await;
        let widget = browser.open("").await;
        widget.whole().await;
        bed.site.close();
        browser.set_offline(true).await;
        widget.answer_to_report(&oracle.responses(WRITTEN)).await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
    });
}

/// Requests of a visit with a service worker: until the release is stored, and from there to the report.
async fn visit(bed: &TestBed, written: &str) -> (Vec<String>, Vec<String>) {
    let browser = bed.browser_with_service_worker().await;
    let paths = || bed.site.requests().into_iter().map(|request| request.path).collect::<Vec<_>>();
    bed.site.forget_requests();
    let widget = browser.open("").await;
    browser.run_async(RELEASE_STORED, vec![]).await;
    widget.whole().await;
    let until_stored = paths();
    bed.site.forget_requests();
    widget.answer_to_report(&Oracle::new("fr").responses(written)).await;
    (until_stored, paths())
}

/// Resolves when the service worker has stored the whole release.
const RELEASE_STORED: &str = "await navigator.serviceWorker.ready";

#[test]
fn what_the_service_worker_fetches_tells_nothing_of_the_answers() {
    test_bed::run(async |bed| {
        let (stored, after) = visit(bed, WRITTEN).await;
        assert_eq!(after, Vec::<String>::new(), "the release is stored: nothing more is asked for");
        let asked = |name: &str| stored.iter().filter(|path| path.trim_start_matches('/') == name).count();
        // The page is requested twice, for display and for the cache. Every other file comes once, from the HTTP cache.
        assert_eq!((asked(""), asked("worker.js")), (2, 1), "{stored:#?}");
        let mut once = stored.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len() + 1, stored.len(), "{stored:#?}");
        // Sorted: files load in parallel.
        let (mut others, after) = visit(bed, "0000 0000 0000").await;
        others.sort();
        others.dedup();
        assert_eq!((others, after), (once, vec![]));
    });
}

#[test]
fn a_second_language_is_two_requests_and_coming_back_none() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = browser.open("").await;
        widget.whole().await;
        let before = browser.monitor().requests().await.len();
        for locale in ["en", "fr", "en", "fr"] {
            widget.click(&format!("[data-action=language][lang={locale}]")).await;
            widget.wait(locale, &format!("return find('.boussole[lang={locale}]')")).await;
        }
        let requests = browser.monitor().requests().await;
        assert_eq!(requests.len(), before + 2, "{requests:#?}");
    });
}

#[test]
fn opening_a_link_sends_no_part_of_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let link = Oracle::new("fr").link(WRITTEN);
        let widget = browser.open(&format!("#{link}")).await;
        widget.wait_for_screen("shared").await;
        let payload = link.rsplit('.').next().expect("a link has a payload");
        let mut sent = browser.monitor().requests().await;
        sent.extend(bed.site.requests().into_iter().map(|request| request.path));
        assert!(sent.iter().all(|address| !address.contains(payload)), "{sent:#?}");
        // The page asks for what is behind the questions beside the program, which takes that response.
        let requests = bed.site.requests();
        for file in BEHIND {
            assert_eq!(requests.iter().filter(|request| request.path.contains(file)).count(), 1, "{file}");
        }
    });
}

#[test]
fn nothing_is_stored_but_the_draft_and_what_belongs_to_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        let widget = browser.open("").await;
        browser.run_async(RELEASE_STORED, vec![]).await;
        widget.answer_to_report(&Oracle::new("fr").responses(WRITTEN)).await;
        let cookies = browser.command("Network.getCookies", json!({})).await;
        assert_eq!(cookies["cookies"], json!([]));
        let stored = "const databases = await indexedDB.databases();
            const caches = await window.caches.keys();
            const workers = await navigator.serviceWorker.getRegistrations();
            const [local, session] = [localStorage, sessionStorage].map(Object.keys);
            local.sort();
            return [local, session, databases, caches, workers.length]";
        let mut stored = browser.run_async(stored, vec![]).await;
        let caches = stored[3].take();
        assert_eq!(stored, json!([[HISTORY, DRAFT, EXPECTED], [], [], null, 1]));
        let caches: Vec<String> = serde_json::from_value(caches).expect("caches have names");
        assert!(
            matches!(&caches[..], [one] if one.starts_with("boussole ")),
            "the release, once: {caches:?}"
        );
    });
}

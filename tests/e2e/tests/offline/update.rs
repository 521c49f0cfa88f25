//! Updates: offered in a message, never forced, never mixed with the open release.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::site::TestSite;
use boussole_e2e::{LIMIT, PAUSE, test_bed};
use serde_json::json;
use thirtyfour::Key;
use tokio::time::{Instant, sleep};
use xtask::release::fingerprint::digest;

use super::{RELEASE_STORED, WRITTEN, cut, visit};

/// Script: texts of the offered update.
const OFFER: &str = "const offer = document.querySelector('.update');
    return offer.querySelector('button') && [...offer.children].map((each) => each.textContent)";

/// Script: release of the page.
const RELEASE: &str = "return document.documentElement.dataset.release ?? 'first'";

const IS_SECOND: &str = "return document.documentElement.dataset.release === '2'";

fn print(text: &str) -> String {
    digest(text.as_bytes())[..8].to_owned()
}

/// Text between two others.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("there is {before}"));
    rest.split_once(after).unwrap_or_else(|| panic!("there is {after} behind {before}")).0
}

/// Replaces the release by another one, with another script in its pages and in the list of its worker.
/// Returns the name of that script.
fn release(site: &TestSite, number: u8) -> String {
    let old_script = format!("page-{}.js", between(&site.read("index.html"), "src=\"page-", ".js\""));
    let script = format!("{}\ndocument.documentElement.dataset.release={number};\n", site.read(&old_script));
    let new_script = format!("page-{}.js", print(&script));
    let worker = site.read("worker.js");
    let version = between(&worker, "version:\"", "\"").to_owned();
    let mut worker = worker.replace(&old_script, &new_script).replace(&version, &format!("release{number}"));
    for name in ["index.html", "en/index.html"] {
        let page = site.read(name);
        let new_page = page.replace(&old_script, &new_script);
        worker = worker.replace(&print(&page), &print(&new_page));
        site.rewrite(name, &new_page);
    }
    site.remove(&old_script);
    site.rewrite(&new_script, &script);
    site.rewrite("worker.js", &worker);
    new_script
}

async fn caches(browser: &BrowserSession) -> Vec<String> {
    let found = browser.run_async("return caches.keys()", vec![]).await;
    serde_json::from_value(found).expect("caches have names")
}

#[test]
fn an_update_is_offered_in_a_message_and_installed_on_request() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        let responses = Oracle::new("fr").responses(WRITTEN);
        let widget = visit(&browser, "").await;
        widget.answer_all(&responses[..3]).await;
        widget.on_question(4).await;
        let old = caches(&browser).await;
        release(&bed.site, 2);

        // The reloaded page is of the stored release; the new one is fetched in parallel.
        let widget = browser.reload().await;
        let offer = browser.wait("the offer", OFFER, vec![]).await;
        let texts = [
            "Une nouvelle version de Boussole est prête. Vos réponses sont gardées.",
            "Recharger avec la nouvelle version",
            "Plus tard",
        ];
        assert_eq!(offer, json!(texts));
        assert_accessible(&browser, "the offer").await;
        widget.on_question(4).await;
        widget.answer(4, responses[3]).await;
        widget.on_question(5).await;
        assert_eq!(browser.run(RELEASE, vec![]).await, "first");

        // In the language of the page.
        widget.click("[data-action=language][lang=en]").await;
        let english = "return document.querySelector('.update p').textContent.startsWith('A new version')";
        browser.wait("the offer in English", english, vec![]).await;

        // By keyboard.
        browser.run("document.querySelector('.update button').focus()", vec![]).await;
        browser.press(Key::Enter).await;
        browser.wait("the new release", IS_SECOND, vec![]).await;
        let widget = browser.widget();
        widget.on_question(5).await;
        widget
            .wait(
                "the earlier release to be let go",
                "return (async () => (await caches.keys()).length === 1)()",
            )
            .await;
        assert_ne!(caches(&browser).await, old);
        cut(bed, &browser).await;
        browser.reload().await.on_question(5).await;
        assert_eq!(browser.run(RELEASE, vec![]).await, "2");
    });
}

#[test]
fn a_kiosk_offers_nothing_and_installs_the_release_when_unused() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        let clock = "const own = performance.now.bind(performance);
            window.later = 0;
            performance.now = () => own() + 1000 * window.later;";
        browser.monitor().before_each_page(clock).await;
        visit(&browser, "?kiosk").await;
        release(&bed.site, 2);
        let widget = browser.reload().await;
        let responses = Oracle::new("fr").responses(WRITTEN);
        widget.answer(1, responses[0]).await;
        widget.on_question(2).await;
        let waits =
            "return navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting !== null)";
        browser.wait("the new release to be stored", waits, vec![]).await;
        // During a visit no update is offered or installed, even after inactivity.
        browser.run("window.later += 70", vec![]).await;
        browser.wait("the silence", "return document.querySelector('.kiosk-count')", vec![]).await;
        assert_eq!(browser.run(RELEASE, vec![]).await, "first");
        assert_eq!(browser.run(OFFER, vec![]).await, json!(null));
        browser.run("window.later += 31", vec![]).await;
        widget.on_question(1).await;
        assert_eq!(browser.run(RELEASE, vec![]).await, "first");
        browser.run("window.later += 61", vec![]).await;
        browser.wait("the new release", IS_SECOND, vec![]).await;
        browser.widget().on_question(1).await;
    });
}

#[test]
fn an_offer_that_is_put_off_changes_nothing() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        visit(&browser, "").await;
        release(&bed.site, 2);
        let widget = browser.reload().await;
        browser.wait("the offer", OFFER, vec![]).await;
        browser.run("document.querySelector('.update button:last-child').focus()", vec![]).await;
        browser.press(Key::Enter).await;
        browser.wait("the offer to go", "return !document.querySelector('.update button')", vec![]).await;
        assert_eq!(
            browser.run("return document.querySelector('.update').innerText.trim()", vec![]).await,
            ""
        );
        widget.on_question(1).await;
        assert_eq!(browser.run(RELEASE, vec![]).await, "first");
    });
}

#[test]
fn another_tab_goes_on_with_the_release_that_it_began_with() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        browser.store_draft(&Oracle::new("fr").link(WRITTEN)).await;
        visit(&browser, "").await.wait_for_screen("report").await;
        release(&bed.site, 2);
        let [first, second] = browser.open_tab().await;
        browser.open("").await;
        browser.wait("the offer", OFFER, vec![]).await;
        browser.run("document.querySelector('.update button').click()", vec![]).await;
        browser.wait("the new release", IS_SECOND, vec![]).await;

        // Files that the other tab has not loaded yet stay stored while it is open.
        browser.enter_tab(&first).await;
        bed.site.close();
        browser.widget().open_screen("team").await;
        assert_eq!(browser.run(RELEASE, vec![]).await, "first");
        browser.reload().await;
        assert_eq!(browser.run(RELEASE, vec![]).await, "2");
        browser.enter_tab(&second).await;
        assert_eq!(browser.run(RELEASE, vec![]).await, "2");
    });
}

#[test]
fn an_update_that_is_cut_off_leaves_the_release_that_is_there() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        let widget = visit(&browser, "").await;
        widget.answer(1, Oracle::new("fr").responses(WRITTEN)[0]).await;
        widget.on_question(2).await;
        let script = release(&bed.site, 2);
        let missing = bed.site.hide_files(&script);
        browser.reload().await.on_question(2).await;
        let asked = || bed.site.requests().iter().any(|request| request.path == format!("/{script}"));
        let start = Instant::now();
        while !asked() {
            assert!(start.elapsed() < LIMIT, "the new worker did not ask for the new release");
            sleep(PAUSE).await;
        }
        let given_up = "return (async () => {
            const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
            return !installing && !waiting && active !== null;
        })()";
        browser.wait("the new worker to be given up", given_up, vec![]).await;
        assert_eq!(browser.run(OFFER, vec![]).await, json!(null));
        bed.site.close();
        browser.reload().await.on_question(2).await;
        assert_eq!(browser.run(RELEASE, vec![]).await, "first");
        // With the missing file back, the next visit gets the update.
        bed.site.reopen();
        drop(missing);
        browser.reload().await;
        browser.wait("the offer", OFFER, vec![]).await;
    });
}

#[test]
fn a_first_visit_that_is_cut_off_is_made_up_for_by_the_next() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        let missing = bed.site.hide_files("part-team");
        browser.open("").await.on_question(1).await;
        let failed = "return (async () => (await caches.keys()).length === 1
            && await navigator.serviceWorker.getRegistration() === undefined)()";
        browser.wait("the worker to be given up", failed, vec![]).await;
        drop(missing);
        bed.site.forget_requests();
        browser.reload().await;
        browser.wait("the release to be stored", RELEASE_STORED, vec![]).await;
        let requests = bed.site.requests();
        let again = requests.iter().filter(|request| request.path.contains("part-detail")).count();
        assert_eq!(again, 0, "what came before is not fetched again: {requests:#?}");
    });
}

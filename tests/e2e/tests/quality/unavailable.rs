//! Scripts of a page that do not come or run: the notice names the cause and leads on.

use std::fs;

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::test_bed::{self, TestBed};
use boussole_e2e::{LIMIT, PAUSE};
use serde_json::json;
use tokio::time::{Instant, sleep};
use xtask::server::Amendment;

/// Texts of the notice that can be seen.
const SEEN: &str = "return [...document.querySelectorAll('.unavailable p')]
    .filter((p) => p.checkVisibility({ visibilityProperty: true })).map((p) => p.textContent)";

/// Text of `www/unavailable/<locale>.toml`.
fn text(locale: &str, key: &str) -> String {
    let path = format!("{}/../../www/unavailable/{locale}.toml", env!("CARGO_MANIFEST_DIR"));
    let source = fs::read_to_string(path).expect("the texts can be read");
    let start = format!("{key} = \"");
    let text = source.lines().find_map(|line| line.strip_prefix(&start)).expect("the text is there");
    text.trim_end_matches('"').to_owned()
}

/// Waits for a cause, and checks that the notice tells it alone and leads to a page on paper that exists.
async fn expect(bed: &TestBed, browser: &BrowserSession, locale: &str, cause: &str) {
    let script = format!("return document.documentElement.dataset.unavailable === {}", json!(cause));
    browser.wait(&format!("the cause {cause}"), &script, vec![]).await;
    let seen: Vec<String> = serde_json::from_value(browser.run(SEEN, vec![]).await).expect("texts");
    assert_eq!(seen.len(), 2, "{seen:?}");
    assert_eq!(seen[0], text(locale, cause));
    let paper = browser.run("return document.querySelector('.unavailable a').href", vec![]).await;
    let name = paper.as_str().unwrap_or_default().replace(&bed.site.url(), "");
    assert!(bed.site.read(&name).contains("<html lang"), "{name}");
    browser.monitor().drain_messages().await;
}

fn tells_slow(message: &ConsoleMessage) -> bool {
    matches!(message, ConsoleMessage::Error(text) if text.contains("(slow)"))
}

/// Name of the script of a page.
fn script_of(bed: &TestBed, page: &str) -> String {
    let html = bed.site.read(page);
    let (_, rest) = html.split_once("type=\"module\" src=\"").expect("the page has a script");
    rest.split('"').next().unwrap_or_default().trim_start_matches("../").to_owned()
}

#[test]
fn a_script_that_is_missing_or_cut_or_another_file_is_told_apart_from_an_old_browser() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.disable_cache().await;
        let script = script_of(bed, "index.html");
        let whole = bed.site.read(&script);
        let half = whole.get(..whole.len() / 2).expect("the middle of a script is between characters");
        for (content, status) in [("", 404), (half, 200), ("<!doctype html><p>Sign in", 200), (&whole, 503)] {
            bed.site.rewrite(&script, content);
            bed.site.amend(&script, Amendment::Status(status));
            for (page, locale) in [("", "fr"), ("en/", "en")] {
                browser.load(page).await;
                expect(bed, &browser, locale, "missing").await;
            }
        }
        bed.site.amend(&script, Amendment::Status(200));
        // Older browsers can't parse the script, and lack what is newer than it.
        bed.site.rewrite(&script, "class A { static { # } }");
        let old = bed.browser().await;
        old.monitor().before_each_page("delete window.structuredClone").await;
        old.load("?lang=en").await;
        expect(bed, &old, "fr", "old").await;
        // The page that is opened again with its script is as ever.
        bed.site.rewrite(&script, &whole);
        browser.load("").await;
        browser.widget().on_question(1).await;
        assert_eq!(browser.run(SEEN, vec![]).await, json!([]));
    });
}

#[test]
fn a_network_that_stands_still_is_told_until_the_page_starts() {
    test_bed::run(async |bed| {
        let script = script_of(bed, "index.html");
        for (stalled, page) in [(&*script, ""), (".wasm", "en/"), ("frame-", "frame/?lang=en")] {
            let browser = bed.browser().await;
            browser.monitor().pause_requests(stalled).await;
            browser.command("Page.navigate", json!({ "url": bed.site.address(page) })).await;
            // The driver answers nothing about a page that loads: the console tells.
            let start = Instant::now();
            while !browser.monitor().messages_so_far().iter().any(tells_slow) {
                assert!(start.elapsed() < LIMIT, "{page}: nothing is told");
                sleep(PAUSE).await;
            }
            browser.monitor().resume_requests().await;
            browser.widget().on_question(1).await;
            browser.monitor().drain_messages().await;
            browser
                .wait("the notice to go", &format!("return (() => {{ {SEEN} }})().length === 0"), vec![])
                .await;
        }
    });
}

#[test]
fn without_the_script_of_the_notice_it_shows_by_itself() {
    test_bed::run(async |bed| {
        let script = script_of(bed, "index.html");
        bed.site.rewrite(&script, "");
        let _missing = bed.site.hide_files("unavailable-");
        let browser = bed.browser().await;
        browser.load("").await;
        browser.wait("the notice", &format!("return (() => {{ {SEEN} }})().length === 2"), vec![]).await;
        browser.monitor().drain_messages().await;
    });
}

#[test]
fn every_page_tells_that_its_script_is_missing() {
    test_bed::run(async |bed| {
        for page in ["room/", "poster/", "embed/", "frame/"] {
            let browser = bed.browser().await;
            bed.site.remove(&script_of(bed, &format!("{page}index.html")));
            browser.load(&format!("{page}?lang=en")).await;
            browser
                .wait(
                    "the cause",
                    "return document.documentElement.dataset.unavailable === 'missing'",
                    vec![],
                )
                .await;
            let seen = browser.run(SEEN, vec![]).await;
            assert_eq!(seen[0], json!(text("en", "missing")), "{page}");
            browser.monitor().drain_messages().await;
        }
    });
}

#[test]
fn the_notice_is_in_the_language_of_the_address_when_its_script_runs_before_it_is_parsed() {
    test_bed::run(async |bed| {
        for page in ["room/", "poster/", "embed/", "frame/"] {
            let html = format!("{page}index.html");
            // Without `async`, the script runs where it stands, in the head.
            let early = bed.site.read(&html).replace("<script async src", "<script src");
            bed.site.rewrite(&html, &early);
            bed.site.remove(&script_of(bed, &html));
            let browser = bed.browser().await;
            browser.load(&format!("{page}?lang=en")).await;
            let told = "return document.querySelector('.unavailable').getAttribute('role') === 'alert'";
            browser.wait("the announcement", told, vec![]).await;
            assert_eq!(browser.run(SEEN, vec![]).await[0], json!(text("en", "missing")), "{page}");
            browser.monitor().drain_messages().await;
        }
    });
}

#[test]
fn a_page_from_a_file_says_so() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let folder = bed.site.folder().display().to_string();
        browser.command("Page.navigate", json!({ "url": format!("file://{folder}/index.html") })).await;
        let told = "return document.documentElement.dataset.unavailable === 'file'";
        browser.wait("the cause", told, vec![]).await;
        assert_eq!(browser.run(SEEN, vec![]).await[0], json!(text("fr", "file")));
        browser.monitor().drain_messages().await;
    });
}

//! Golden files in a browser: shelves, links, files and the host interface of an earlier release, `tests/fixtures/golden/`.

mod files;
mod host;
mod links;
mod shelves;

use std::fs;
use std::rc::Rc;

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::environment::root;
use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::site::BLANK;
use boussole_e2e::test_bed::TestBed;
use boussole_e2e::widget::WidgetPage;
use serde_json::{Value, json};

/// Noon of 2 December 2026, the day 335 of the golden files, and bytes that are always the same.
const CLOCK_AND_RANDOMNESS: &str = "const noon = Date.UTC(2026, 11, 2, 12);
    globalThis.Date = class extends Date {
        constructor(...given) { given.length ? super(...given) : super(noon); }
        static now() { return noon; }
    };
    crypto.getRandomValues = (bytes) => bytes.fill(7);";

/// The browser whose shelves are of the current versions.
const RETURNING: &str = "returning to version 3";

/// A golden file of that name.
fn golden(name: &str) -> Value {
    let path = root().join("tests/fixtures/golden").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn list<'a>(golden: &'a Value, key: &str) -> &'a [Value] {
    golden[key].as_array().filter(|list| !list.is_empty()).unwrap_or_else(|| panic!("{key} is a list"))
}

fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key].as_str().unwrap_or_else(|| panic!("{key} is a text in {entry}"))
}

/// A browser on that day.
async fn browser(bed: &TestBed) -> Rc<BrowserSession> {
    let browser = bed.browser().await;
    browser.monitor().before_each_page(CLOCK_AND_RANDOMNESS).await;
    browser
}

/// The storage of a browser of that release: keys and values.
fn storage(golden: &Value, of: &str) -> Value {
    let shelves = list(golden, "shelves").iter().filter(|shelf| shelf["browser"] == of);
    let storage: serde_json::Map<_, _> =
        shelves.map(|shelf| (text(shelf, "key").to_owned(), shelf["value"].clone())).collect();
    assert!(!storage.is_empty(), "{of}");
    storage.into()
}

/// Puts this into the storage, and nothing else; then stands on a page without a widget.
async fn seed(browser: &BrowserSession, storage: &Value) {
    browser.clear_storage().await;
    let script = "for (const [key, value] of Object.entries(arguments[0])) localStorage.setItem(key, value)";
    browser.run(script, vec![storage.clone()]).await;
}

/// All that the storage holds.
async fn stored(browser: &BrowserSession) -> Value {
    browser.run("return { ...localStorage }", vec![]).await
}

/// Leaves the page, so that the next one is loaded whatever stands after its `#`.
async fn leave(browser: &BrowserSession) {
    browser.load(BLANK).await;
}

/// The questionnaire of a golden entry in its version, in French.
fn oracle(entry: &Value) -> Oracle {
    let version = entry["version"].as_u64().and_then(|version| version.try_into().ok());
    Oracle::of_version(version.expect("a version"), text(entry, "questionnaire"), text(entry, "form"), "fr")
}

/// The questionnaire of a golden entry as it is asked now, in French.
fn current(entry: &Value) -> Oracle {
    Oracle::of(text(entry, "questionnaire"), text(entry, "form"), "fr")
}

/// True if the questionnaire has changed since the version of a golden entry.
fn is_earlier(entry: &Value) -> bool {
    entry["version"].as_u64() < Some(current(entry).questionnaire().version.into())
}

/// The page of a questionnaire and form.
fn page(entry: &Value) -> String {
    format!("?questionnaire={}&form={}", text(entry, "questionnaire"), text(entry, "form"))
}

/// Waits until the report shows golden scores: each figure, and the level.
async fn assert_scores(widget: WidgetPage<'_>, oracle: &Oracle, scores: &Value, name: &str) {
    let row = |key: &str| match scores[key].as_array() {
        Some(range) => range.iter().map(Value::to_string).collect::<Vec<_>>(),
        None => vec![oracle.text(boussole_core::texts::Text::ReportDash, &[]); 2],
    };
    let rows = ["choose", "master", "build", "whole"].map(row);
    let shown = format!(
        "return JSON.stringify(all('table.figures tbody tr').map(
            (row) => [...row.cells].slice(1).map((cell) => plain(cell.textContent)))) === {}",
        json!(json!(rows).to_string())
    );
    widget.wait(&format!("{name}: the figures {rows:?}"), &shown).await;
    let level = scores["level"]["number"].as_u64().and_then(|number| usize::try_from(number).ok());
    let level = level.map(|number| plain(&oracle.questionnaire().maturity[number].name));
    assert_eq!(widget.texts(".level-name").await, Vec::from_iter(level), "{name}");
}

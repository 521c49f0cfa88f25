//! How long after a tap the next question stands, on a phone of little power.

use std::time::Duration;

use boussole_e2e::browser::Browser;
use serde_json::json;
use tokio::time::sleep;
use xtask::bench::Who;

use crate::bed::{Bed, Network, number, slow_down};
use crate::first::FRAMES;
use crate::notebook::*;
use crate::pages::PEER;

const TAPS: u64 = 10;

/// How many levels a question has: each is tapped in turn.
const LEVELS: u64 = 5;

/// How long a reader looks at a question. Nothing is asked of the page meanwhile: that would be in its way.
const LOOK: Duration = Duration::from_millis(700);

pub async fn measure(bed: &Bed, notebook: &mut Notebook) {
    for (who, page) in [(Who::Ours, ""), (Who::Peer, PEER)] {
        let (next_paint, painted) =
            bed.visit(Network::Free, 1, async |browser| taps(browser, page).await).await;
        notebook.note(TAP, who, next_paint);
        notebook.note(TAP_PAINTED, who, painted);
    }
}

/// The worst of all taps: until the next paint, as the browser counts it, and until the next question was painted.
async fn taps(browser: &Browser, page: &str) -> (f64, f64) {
    browser.watch().before_each_page(FRAMES).await;
    browser.command("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
    browser.load(page).await;
    browser.run_async("return seen.until(1)", vec![]).await;
    slow_down(browser, 6).await;
    let mut worst: f64 = 0.0;
    for tap in 1..=TAPS {
        let place = browser.run("return seen.place(arguments[0])", vec![json!(tap % LEVELS)]).await;
        sleep(LOOK).await;
        touch(browser, json!([{ "x": place[0], "y": place[1] }]), "touchStart").await;
        touch(browser, json!([]), "touchEnd").await;
        sleep(LOOK).await;
        let told = browser.run("return seen.last()", vec![]).await;
        assert_eq!(told[1], json!(tap + 1), "{page}: tap {tap} is answered by the next question");
        worst = worst.max(number(&told[0]));
    }
    (number(&browser.run("return notes.slowest", vec![]).await), worst)
}

async fn touch(browser: &Browser, points: serde_json::Value, kind: &str) {
    browser.command("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
}

//! Time from a tap to the next painted question, on a slow phone.

use std::time::Duration;

use boussole_e2e::browser::BrowserSession;
use serde_json::json;
use tokio::time::sleep;
use xtask::bench::Subject;

use crate::bench_bed::{BenchBed, Network, number, slow_down};
use crate::first_question::PAINT_LOG;
use crate::measurements::{Measurements, TAP, TAP_PAINTED};
use crate::pages::PEER;

const TAPS: u64 = 10;

/// Levels of a question, tapped in turn.
const LEVELS: u64 = 5;

/// Reading time of a question, without any script of the benchmark.
const LOOK: Duration = Duration::from_millis(700);

pub async fn measure(bed: &BenchBed, measurements: &mut Measurements) {
    for (subject, page) in [(Subject::Ours, ""), (Subject::Peer, PEER)] {
        let (next_paint, painted) =
            bed.visit(Network::Free, 1, async |browser| taps(browser, page).await).await;
        measurements.record(TAP, subject, next_paint);
        measurements.record(TAP_PAINTED, subject, painted);
    }
}

/// Worst of all taps: until the next paint by the browser's count, and until the next question is painted.
async fn taps(browser: &BrowserSession, page: &str) -> (f64, f64) {
    browser.monitor().before_each_page(PAINT_LOG).await;
    browser.command("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
    browser.load(page).await;
    browser.run_async("return paintLog.until(1)", vec![]).await;
    slow_down(browser, 6).await;
    let mut worst: f64 = 0.0;
    for tap in 1..=TAPS {
        let place = browser.run("return paintLog.place(arguments[0])", vec![json!(tap % LEVELS)]).await;
        sleep(LOOK).await;
        touch(browser, json!([{ "x": place[0], "y": place[1] }]), "touchStart").await;
        touch(browser, json!([]), "touchEnd").await;
        sleep(LOOK).await;
        let last = browser.run("return paintLog.last()", vec![]).await;
        assert_eq!(last[1], json!(tap + 1), "{page}: tap {tap} is answered by the next question");
        worst = worst.max(number(&last[0]));
    }
    (number(&browser.run("return pageMetrics.slowest", vec![]).await), worst)
}

async fn touch(browser: &BrowserSession, points: serde_json::Value, kind: &str) {
    browser.command("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
}

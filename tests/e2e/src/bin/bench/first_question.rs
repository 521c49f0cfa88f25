//! Time until the first question is painted and answered on the stand-alone page, and until a report from a link.

use serde_json::json;
use xtask::bench::Subject;

use crate::bench_bed::{BenchBed, Network, metrics_after_garbage_collection, number, wasm_memory};
use crate::measurements::{
    FIRST, FIRST_BYTES, FIRST_SLOW, HEAP, INTERACTIVE, INTERACTIVE_SLOW, LINK, LINK_RATIO, Measurements, WASM,
};
use crate::pages::{PEER, PLAIN};

/// Script that logs the time of each painted question.
pub const PAINT_LOG: &str = include_str!("paint_log.js");

/// Script that clicks a choice as soon as possible, until it is answered.
const EAGER: &str = "globalThis.isEager = true;";

/// Answers of the report.
const WRITTEN: &str = "3?12 42?- 1432";

/// Figures of one visit.
struct FirstVisit {
    /// Paint times in order, in milliseconds.
    painted: Vec<f64>,
    bytes: f64,
    heap: f64,
    wasm: f64,
}

pub async fn measure(bed: &BenchBed, measurements: &mut Measurements) {
    let rows = [(1, FIRST, INTERACTIVE), (4, FIRST_SLOW, INTERACTIVE_SLOW)];
    for (cpu, readable, interactive) in rows {
        let plain = visit(bed, PLAIN, cpu, 1).await;
        measurements.record(readable, Subject::Without, plain.painted[0]);
        let (ours, peer) = (visit(bed, "", cpu, 2).await, visit(bed, PEER, cpu, 2).await);
        for (subject, visited) in [(Subject::Ours, &ours), (Subject::Peer, &peer)] {
            measurements.record(readable, subject, visited.painted[0]);
            measurements.record(interactive, subject, visited.painted[1]);
        }
        if cpu == 1 {
            for (subject, visited) in
                [(Subject::Ours, &ours), (Subject::Peer, &peer), (Subject::Without, &plain)]
            {
                measurements.record(FIRST_BYTES, subject, visited.bytes);
                measurements.record(HEAP, subject, visited.heap);
            }
            measurements.record(WASM, Subject::Ours, ours.wasm);
            let link = visit(bed, &format!("#{}", bed.oracle.link(WRITTEN)), cpu, 1).await;
            measurements.record(LINK, Subject::Ours, link.painted[0]);
            measurements.record(LINK_RATIO, Subject::Ours, link.painted[0] / ours.painted[0]);
        }
    }
}

/// Visits a page until `count` of its screens were painted.
async fn visit(bed: &BenchBed, page: &str, cpu: u8, count: usize) -> FirstVisit {
    bed.visit(Network::Slow, cpu, async |browser| {
        browser.monitor().before_each_page(PAINT_LOG).await;
        if count > 1 {
            browser.monitor().before_each_page(EAGER).await;
        }
        browser.load(page).await;
        let painted = browser.run_async("return paintLog.until(arguments[0])", vec![json!(count)]).await;
        let painted = painted.as_array().into_iter().flatten().map(number).collect();
        let bytes = browser.monitor().received().await;
        let heap = metrics_after_garbage_collection(browser).await["JSHeapUsedSize"];
        FirstVisit { painted, bytes, heap, wasm: wasm_memory(browser).await }
    })
    .await
}

//! When the first question can be read and answered, on a page of its own; and a report, from a link.

use serde_json::json;
use xtask::bench::Who;

use crate::bed::{Bed, Network, number, swept_metrics, wasm_memory};
use crate::notebook::*;
use crate::pages::{PEER, PLAIN};

/// Notes when something was painted.
pub const FRAMES: &str = include_str!("frames.js");

/// Taps as soon as there is something to tap, and until that is answered.
const EAGER: &str = "globalThis.isEager = true;";

/// Answers to open a report of.
const WRITTEN: &str = "3?12 42?- 1432";

/// What one visit gave.
struct Visit {
    /// When each of what was waited for was painted.
    painted: Vec<f64>,
    bytes: f64,
    heap: f64,
    wasm: f64,
}

pub async fn measure(bed: &Bed, notebook: &mut Notebook) {
    let rows = [(1, FIRST, INTERACTIVE), (4, FIRST_SLOW, INTERACTIVE_SLOW)];
    for (cpu, readable, interactive) in rows {
        let plain = visit(bed, PLAIN, cpu, 1).await;
        notebook.note(readable, Who::Without, plain.painted[0]);
        let (ours, peer) = (visit(bed, "", cpu, 2).await, visit(bed, PEER, cpu, 2).await);
        for (who, seen) in [(Who::Ours, &ours), (Who::Peer, &peer)] {
            notebook.note(readable, who, seen.painted[0]);
            notebook.note(interactive, who, seen.painted[1]);
        }
        if cpu == 1 {
            for (who, seen) in [(Who::Ours, &ours), (Who::Peer, &peer), (Who::Without, &plain)] {
                notebook.note(FIRST_BYTES, who, seen.bytes);
                notebook.note(HEAP, who, seen.heap);
            }
            notebook.note(WASM, Who::Ours, ours.wasm);
            let link = visit(bed, &format!("#{}", bed.known.link(WRITTEN)), cpu, 1).await;
            notebook.note(LINK, Who::Ours, link.painted[0]);
            notebook.note(LINK_RATIO, Who::Ours, link.painted[0] / ours.painted[0]);
        }
    }
}

/// Waits on a page until so many of its questions, or its report, were painted.
async fn visit(bed: &Bed, page: &str, cpu: u8, count: usize) -> Visit {
    bed.visit(Network::Slow, cpu, async |browser| {
        browser.watch().before_each_page(FRAMES).await;
        if count > 1 {
            browser.watch().before_each_page(EAGER).await;
        }
        browser.load(page).await;
        let painted = browser.run_async("return seen.until(arguments[0])", vec![json!(count)]).await;
        let painted = painted.as_array().into_iter().flatten().map(number).collect();
        let bytes = browser.watch().received().await;
        let heap = swept_metrics(browser).await["JSHeapUsedSize"];
        Visit { painted, bytes, heap, wasm: wasm_memory(browser).await }
    })
    .await
}

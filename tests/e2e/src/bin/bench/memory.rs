//! Memory of removed widgets.

use boussole_e2e::browser::BrowserSession;
use serde_json::json;
use xtask::bench::Subject;

use crate::bench_bed::{BenchBed, Network, metrics_after_garbage_collection, wasm_memory};
use crate::measurements::{MOUNTS, MOUNTS_NODES, Measurements};
use crate::pages::EMPTY;

const FEW: u32 = 10;
const MANY: u32 = 200;

/// Script that mounts and removes a widget a number of times.
const SHOW_AND_REMOVE: &str = "
    const frame = () => new Promise(requestAnimationFrame);
    for (let mount = 0; mount < arguments[0]; mount++) {
        const element = document.createElement('boussole-assessment');
        document.body.append(element);
        await element.start();
        await frame();
        element.remove();
        await frame();
    }";

/// Memory, nodes and listeners after a number of mounts.
struct Remaining {
    memory: f64,
    nodes: f64,
    listeners: f64,
}

pub async fn measure(bed: &BenchBed, measurements: &mut Measurements) {
    let (few, many) = bed
        .visit(Network::Free, 1, async |browser| {
            browser.load(EMPTY).await;
            (left(browser, FEW).await, left(browser, MANY - FEW).await)
        })
        .await;
    measurements.record(MOUNTS, Subject::Ours, many.memory / few.memory);
    let (nodes, listeners) = (many.nodes / few.nodes, many.listeners / few.listeners);
    measurements.record(MOUNTS_NODES, Subject::Ours, nodes.max(listeners));
}

async fn left(browser: &BrowserSession, mounts: u32) -> Remaining {
    browser.run_async(SHOW_AND_REMOVE, vec![json!(mounts)]).await;
    let wasm = wasm_memory(browser).await;
    let metrics = metrics_after_garbage_collection(browser).await;
    let [heap, nodes, listeners] = ["JSHeapUsedSize", "Nodes", "JSEventListeners"].map(|name| metrics[name]);
    Remaining { memory: heap + wasm, nodes, listeners }
}

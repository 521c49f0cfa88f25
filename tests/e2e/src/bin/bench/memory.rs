//! What stays behind of widgets that were shown and taken away.

use boussole_e2e::browser::Browser;
use serde_json::json;
use xtask::bench::Who;

use crate::bed::{Bed, Network, swept_metrics, wasm_memory};
use crate::notebook::*;
use crate::pages::EMPTY;

const FEW: u32 = 10;
const MANY: u32 = 200;

/// Shows a widget and takes it away, so many times.
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

/// What there is after a number of mounts.
struct Left {
    memory: f64,
    nodes: f64,
    listeners: f64,
}

pub async fn measure(bed: &Bed, notebook: &mut Notebook) {
    let (few, many) = bed
        .visit(Network::Free, 1, async |browser| {
            browser.load(EMPTY).await;
            (left(browser, FEW).await, left(browser, MANY - FEW).await)
        })
        .await;
    notebook.note(MOUNTS, Who::Ours, many.memory / few.memory);
    let (nodes, listeners) = (many.nodes / few.nodes, many.listeners / few.listeners);
    notebook.note(MOUNTS_NODES, Who::Ours, nodes.max(listeners));
}

async fn left(browser: &Browser, mounts: u32) -> Left {
    browser.run_async(SHOW_AND_REMOVE, vec![json!(mounts)]).await;
    let wasm = wasm_memory(browser).await;
    let metrics = swept_metrics(browser).await;
    let [heap, nodes, listeners] = ["JSHeapUsedSize", "Nodes", "JSEventListeners"].map(|name| metrics[name]);
    Left { memory: heap + wasm, nodes, listeners }
}

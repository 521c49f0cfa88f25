//! Served release with the compared pages, and browsers for one visit each.

use std::collections::BTreeMap;

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::driver::Driver;
use boussole_e2e::environment;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::site::{BLANK, TestSite};
use serde_json::{Map, Value, json};
use thirtyfour::{Capabilities, WebDriver};

/// Script before all scripts of a page: layout shift, slowest input, wasm memory.
const PAGE_METRICS: &str = include_str!("page_metrics.js");

/// Window of a phone, in CSS pixels.
const SCREEN: (u32, u32) = (375, 667);

/// Speed of the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// Slow 4G: 1.6 Mbit/s, 150 ms.
    Slow,
    /// No throttling.
    Free,
}

/// Site and driver of the benchmark.
pub struct BenchBed {
    pub site: TestSite,
    /// Questionnaire of all pages.
    pub oracle: Oracle,
    driver: Driver,
    capabilities: Map<String, Value>,
}

impl BenchBed {
    pub fn new() -> Self {
        let browser = environment::browser();
        let Value::Object(capabilities) = browser.capabilities(&[]) else {
            panic!("capabilities are an object")
        };
        Self {
            site: TestSite::start(&environment::dist()),
            oracle: Oracle::new("fr"),
            driver: Driver::start(&browser),
            capabilities,
        }
    }

    /// Visits the site with a fresh profile and an empty cache. A blank page comes first, so that the process runs.
    /// Errors end the benchmark: a broken page gives no valid figures.
    pub async fn visit<T>(
        &self,
        network: Network,
        cpu: u8,
        look: impl AsyncFnOnce(&BrowserSession) -> T,
    ) -> T {
        let capabilities = Capabilities::from(self.capabilities.clone());
        let session = WebDriver::new(&self.driver.url, capabilities).await.expect("the browser starts");
        let browser = BrowserSession::new(session.clone(), self.site.url()).await;
        browser.resize(SCREEN.0, SCREEN.1).await;
        // Processor time instead of wall time: other programs do not count.
        browser.command("Performance.enable", json!({ "timeDomain": "threadTicks" })).await;
        browser.monitor().before_each_page(PAGE_METRICS).await;
        browser.load(BLANK).await;
        browser.monitor().forget_requests().await;
        if network == Network::Slow {
            let slow = json!({
                "offline": false,
                "latency": 150,
                "downloadThroughput": 1_600_000 / 8,
                "uploadThroughput": 750_000 / 8,
            });
            browser.command("Network.emulateNetworkConditions", slow).await;
        }
        slow_down(&browser, cpu).await;
        let outcome = look(&browser).await;
        let faults = browser.faults(&[]).await;
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        session.quit().await.expect("the browser ends");
        outcome
    }
}

/// Throttles the processor by a factor.
pub async fn slow_down(browser: &BrowserSession, times: u8) {
    browser.command("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
}

/// Performance metrics of the page.
pub async fn metrics(browser: &BrowserSession) -> BTreeMap<String, f64> {
    let result = browser.command("Performance.getMetrics", json!({})).await;
    let metrics = result["metrics"].as_array().into_iter().flatten();
    metrics
        .filter_map(|metric| Some((metric["name"].as_str()?.to_owned(), metric["value"].as_f64()?)))
        .collect()
}

/// Main-thread time of the page in milliseconds: in total, and in scripts and wasm.
pub async fn main_thread_time(browser: &BrowserSession) -> (f64, f64) {
    let metrics = metrics(browser).await;
    (metrics["TaskDuration"] * 1e3, metrics["ScriptDuration"] * 1e3)
}

/// Performance metrics after garbage collection.
pub async fn metrics_after_garbage_collection(browser: &BrowserSession) -> BTreeMap<String, f64> {
    browser.command("HeapProfiler.enable", json!({})).await;
    // Three passes: objects freed in one may have held others.
    for _ in 0..3 {
        browser.command("HeapProfiler.collectGarbage", json!({})).await;
    }
    metrics(browser).await
}

/// Memory of all wasm modules of the page, in bytes.
pub async fn wasm_memory(browser: &BrowserSession) -> f64 {
    number(&browser.run("return pageMetrics.wasmMemory()", vec![]).await)
}

/// Number in a result of a script.
pub fn number(result: &Value) -> f64 {
    result.as_f64().unwrap_or_else(|| panic!("{result} is no number"))
}

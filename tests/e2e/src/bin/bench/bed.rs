//! A served release with the pages to compare, and browsers that each visit one of them once.

use std::collections::BTreeMap;

use boussole_e2e::browser::Browser;
use boussole_e2e::driver::Driver;
use boussole_e2e::environment;
use boussole_e2e::known::Known;
use boussole_e2e::site::{BLANK, Site};
use serde_json::{Map, Value, json};
use thirtyfour::{Capabilities, WebDriver};

/// What a page is watched with from its first moment on.
const NOTES: &str = include_str!("notes.js");

/// A phone.
const SCREEN: (u32, u32) = (375, 667);

/// How fast files come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// Slow 4G: 1.6 Mbit/s, 150 ms.
    Slow,
    /// As fast as this machine.
    Free,
}

/// A site, and what is needed to visit it.
pub struct Bed {
    pub site: Site,
    /// The questionnaire that all pages ask.
    pub known: Known,
    driver: Driver,
    capabilities: Map<String, Value>,
}

impl Bed {
    pub fn new() -> Self {
        let browser = environment::browser();
        let Value::Object(capabilities) = browser.capabilities(&[]) else {
            panic!("capabilities are an object")
        };
        Self {
            site: Site::start(&environment::dist()),
            known: Known::new("fr"),
            driver: Driver::start(&browser),
            capabilities,
        }
    }

    /// Has a browser with a fresh profile look at the site, of which it has nothing yet. It stands on a page without
    /// anything, so that its process runs already. What is wrong on a page ends the benchmark: figures of a broken page
    /// are no figures.
    pub async fn visit<T>(&self, network: Network, cpu: u8, look: impl AsyncFnOnce(&Browser) -> T) -> T {
        let capabilities = Capabilities::from(self.capabilities.clone());
        let session = WebDriver::new(&self.driver.url, capabilities).await.expect("the browser starts");
        let browser = Browser::new(session.clone(), self.site.url()).await;
        browser.resize(SCREEN.0, SCREEN.1).await;
        // The processor's time, and not the clock's: what else runs on this machine does not count.
        browser.command("Performance.enable", json!({ "timeDomain": "threadTicks" })).await;
        browser.watch().before_each_page(NOTES).await;
        browser.load(BLANK).await;
        browser.watch().forget_requests().await;
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
        let seen = look(&browser).await;
        let faults = browser.faults(&[]).await;
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        session.quit().await.expect("the browser ends");
        seen
    }
}

/// Makes the processor so many times slower from now on.
pub async fn slow_down(browser: &Browser, times: u8) {
    browser.command("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
}

/// What the browser itself counts of the page.
pub async fn metrics(browser: &Browser) -> BTreeMap<String, f64> {
    let told = browser.command("Performance.getMetrics", json!({})).await;
    let metrics = told["metrics"].as_array().into_iter().flatten();
    metrics
        .filter_map(|metric| Some((metric["name"].as_str()?.to_owned(), metric["value"].as_f64()?)))
        .collect()
}

/// The time that the main thread worked for the page so far, in milliseconds: all of it, and in scripts and wasm.
pub async fn worked(browser: &Browser) -> (f64, f64) {
    let metrics = metrics(browser).await;
    (metrics["TaskDuration"] * 1e3, metrics["ScriptDuration"] * 1e3)
}

/// The same after everything that nobody refers to was thrown away.
pub async fn swept_metrics(browser: &Browser) -> BTreeMap<String, f64> {
    browser.command("HeapProfiler.enable", json!({})).await;
    // What the first sweep frees may have held what the second one can free.
    for _ in 0..3 {
        browser.command("HeapProfiler.collectGarbage", json!({})).await;
    }
    metrics(browser).await
}

/// The memory of all wasm modules of the page, in bytes.
pub async fn wasm_memory(browser: &Browser) -> f64 {
    number(&browser.run("return notes.wasmMemory()", vec![]).await)
}

/// A number that a page told.
pub fn number(told: &Value) -> f64 {
    told.as_f64().unwrap_or_else(|| panic!("{told} is no number"))
}

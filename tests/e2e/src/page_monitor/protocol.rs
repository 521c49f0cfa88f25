//! Events of Chromium's protocol.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use thirtyfour::cdp::{CdpSession, RawEvent};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, sleep};

use super::console_message::ConsoleMessage;
use crate::{LIMIT, PAUSE};

/// Script before all scripts of every page: it logs breaches of the policy to the console, in order with messages.
const AT_DOCUMENT_START: &str = "addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, sample } = event;
    console.debug('e2e-policy', `${effectiveDirective} blocked ${blockedURI}: ${sample}`);
}, true);";

/// Domains of the recorded events.
const DOMAINS: [&str; 4] = ["Network.enable", "Log.enable", "Runtime.enable", "Page.enable"];

/// Recorded requests and messages.
#[derive(Default)]
struct PageRecord {
    requests: Vec<(String, String)>,
    received: f64,
    messages: Vec<ConsoleMessage>,
    flushed: u64,
}

/// Listener to the events of one page.
pub struct ProtocolMonitor {
    cdp: CdpSession,
    record: Arc<Mutex<PageRecord>>,
    flushes: Mutex<u64>,
}

impl ProtocolMonitor {
    /// Starts to listen.
    pub async fn start(cdp: CdpSession) -> Self {
        let record = Arc::<Mutex<PageRecord>>::default();
        let mut events = cdp.subscribe_connection();
        let listening = record.clone();
        tokio::spawn(async move {
            loop {
                match events.recv().await {
                    Ok(event) => lock(&listening).record_event(&event),
                    Err(RecvError::Closed) => break,
                    // A missed event may have been an error.
                    Err(RecvError::Lagged(count)) => {
                        lock(&listening).record_message("error", format!("{count} events were missed"));
                    }
                }
            }
        });
        let monitor = Self { cdp, record, flushes: Mutex::default() };
        for domain in DOMAINS {
            monitor.command(domain, json!({})).await;
        }
        monitor.before_each_page(AT_DOCUMENT_START).await;
        monitor
    }

    /// Command of the Chrome DevTools Protocol.
    pub async fn command(&self, name: &str, parameters: Value) -> Value {
        let result = self.cdp.send_raw(name, parameters).await;
        result.unwrap_or_else(|error| panic!("{name} failed: {error}"))
    }

    /// Adds a script that runs before the scripts of each new page.
    pub async fn before_each_page(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Pauses requests whose address contains a text, until [`Self::resume_requests`].
    pub async fn pause_requests(&self, part: &str) {
        self.command("Fetch.enable", json!({ "patterns": [{ "urlPattern": format!("*{part}*") }] })).await;
    }

    /// Continues all paused requests.
    pub async fn resume_requests(&self) {
        self.command("Fetch.disable", json!({})).await;
    }

    /// Addresses of all requests to servers.
    pub async fn requests(&self) -> Vec<String> {
        self.flush().await;
        lock(&self.record).requests.iter().map(|(_, url)| url.clone()).collect()
    }

    /// Bytes over the wire: compressed bodies with headers.
    pub async fn received(&self) -> f64 {
        self.flush().await;
        lock(&self.record).received
    }

    /// Clears requests and bytes. Tests with requests to other origins call it before their end.
    pub async fn forget_requests(&self) {
        self.flush().await;
        let mut record = lock(&self.record);
        record.requests.clear();
        record.received = 0.0;
    }

    /// Drains the messages of the console. Tests with expected messages call it before their end.
    pub async fn drain_messages(&self) -> Vec<ConsoleMessage> {
        self.flush().await;
        std::mem::take(&mut lock(&self.record).messages)
    }

    /// Messages until now, without a round trip: the page may hang.
    pub fn messages_so_far(&self) -> Vec<ConsoleMessage> {
        lock(&self.record).messages.clone()
    }

    /// Waits for all past events. Events arrive in order, so a marker sent now arrives last.
    async fn flush(&self) {
        let sign = {
            let mut flushes = self.flushes.lock().unwrap_or_else(PoisonError::into_inner);
            *flushes += 1;
            *flushes
        };
        let expression = format!("console.debug('e2e-flush', {sign})");
        self.command("Runtime.evaluate", json!({ "expression": expression })).await;
        let start = Instant::now();
        while lock(&self.record).flushed < sign {
            assert!(start.elapsed() < LIMIT, "the browser no longer reports events");
            sleep(PAUSE).await;
        }
    }
}

fn lock(record: &Mutex<PageRecord>) -> MutexGuard<'_, PageRecord> {
    record.lock().unwrap_or_else(PoisonError::into_inner)
}

impl PageRecord {
    fn record_event(&mut self, RawEvent { method, params, .. }: &RawEvent) {
        match method.as_str() {
            "Network.requestWillBeSent" => self.record_request(params),
            // A preloaded file is requested twice and fetched once.
            "Network.requestServedFromCache" => {
                self.requests.retain(|(id, _)| Some(id.as_str()) != params["requestId"].as_str());
            }
            "Network.loadingFinished" => {
                self.received += params["encodedDataLength"].as_f64().unwrap_or_default();
            }
            "Log.entryAdded" => {
                let entry = &params["entry"];
                self.record_message(
                    text(&entry["level"]),
                    format!("{} {}", text(&entry["text"]), text(&entry["url"])),
                );
            }
            "Runtime.exceptionThrown" => {
                let details = &params["exceptionDetails"];
                self.record_message(
                    "error",
                    format!("{} {}", text(&details["text"]), console_text(&details["exception"])),
                );
            }
            "Runtime.consoleAPICalled" => self.record_console(params),
            _ => {}
        }
    }

    fn record_request(&mut self, params: &Value) {
        let url = text(&params["request"]["url"]);
        // Other schemes, `data:` and `blob:`, reach no server.
        if ["http", "ws", "ftp"].iter().any(|scheme| url.starts_with(scheme)) {
            self.requests.push((text(&params["requestId"]).to_owned(), url.to_owned()));
        }
    }

    fn record_console(&mut self, params: &Value) {
        let arguments: Vec<_> = params["args"].as_array().into_iter().flatten().map(console_text).collect();
        match arguments.first().map(String::as_str) {
            Some("e2e-flush") => self.flushed = arguments[1].parse().expect("a flush has a number"),
            Some("e2e-policy") => self.record_message("error", arguments.join(" ")),
            _ => self.record_message(text(&params["type"]), arguments.join(" ")),
        }
    }

    fn record_message(&mut self, level: &str, message: String) {
        match level {
            "error" | "assert" => self.messages.push(ConsoleMessage::Error(message)),
            "warning" => self.messages.push(ConsoleMessage::Warning(message)),
            _ => {}
        }
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Value of a script, as the console shows it.
fn console_text(value: &Value) -> String {
    match &value["value"] {
        Value::Null => text(&value["description"]).to_owned(),
        Value::String(string) => string.clone(),
        other => other.to_string(),
    }
}

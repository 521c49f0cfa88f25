//! What a browser notes while a test runs: requests, console messages, breaches of the page's policy.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use thirtyfour::cdp::{CdpSession, RawEvent};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, sleep};

use crate::{LIMIT, PAUSE};

/// Runs before every script of every page. The console carries what it sees, in order with the rest.
const AT_DOCUMENT_START: &str = "addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, sample } = event;
    console.debug('e2e-policy', `${effectiveDirective} blocked ${blockedURI}: ${sample}`);
}, true);";

/// The domains whose events are noted.
const DOMAINS: [&str; 4] = ["Network.enable", "Log.enable", "Runtime.enable", "Page.enable"];

/// A message of the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// An error that a script or the browser itself reported, or a breach of the policy.
    Error(String),
    /// A warning.
    Warning(String),
}

/// All that was noted so far.
#[derive(Default)]
struct Notes {
    requests: Vec<(String, String)>,
    received: f64,
    messages: Vec<Message>,
    flushed: u64,
}

/// Listens to one page of a browser.
pub struct Watch {
    cdp: CdpSession,
    notes: Arc<Mutex<Notes>>,
    flushes: Mutex<u64>,
}

impl Watch {
    /// Begins to listen.
    pub async fn start(cdp: CdpSession) -> Self {
        let notes = Arc::<Mutex<Notes>>::default();
        let mut events = cdp.subscribe_connection();
        let listening = notes.clone();
        tokio::spawn(async move {
            loop {
                match events.recv().await {
                    Ok(event) => lock(&listening).note(&event),
                    Err(RecvError::Closed) => break,
                    // What was missed may have been a fault.
                    Err(RecvError::Lagged(count)) => {
                        lock(&listening).note_message("error", format!("{count} events were missed"));
                    }
                }
            }
        });
        let watch = Self { cdp, notes, flushes: Mutex::default() };
        for domain in DOMAINS {
            watch.command(domain, json!({})).await;
        }
        watch.before_each_page(AT_DOCUMENT_START).await;
        watch
    }

    /// A command of the browser's own protocol.
    pub async fn command(&self, name: &str, parameters: Value) -> Value {
        let result = self.cdp.send_raw(name, parameters).await;
        result.unwrap_or_else(|error| panic!("{name} failed: {error}"))
    }

    /// Runs a script in every page that is opened from now on, before any script of its own.
    pub async fn before_each_page(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Holds every request up whose address has this part, until it is let go.
    pub async fn hold(&self, part: &str) {
        self.command("Fetch.enable", json!({ "patterns": [{ "urlPattern": format!("*{part}*") }] })).await;
    }

    /// Lets go of all that is held up.
    pub async fn let_go(&self) {
        self.command("Fetch.disable", json!({})).await;
    }

    /// The addresses of all requests that reached for a server.
    pub async fn requests(&self) -> Vec<String> {
        self.flush().await;
        lock(&self.notes).requests.iter().map(|(_, url)| url.clone()).collect()
    }

    /// How many bytes came over the wire, compressed as they were and with the headers of each answer.
    pub async fn received(&self) -> f64 {
        self.flush().await;
        lock(&self.notes).received
    }

    /// Forgets the requests so far, and what they brought: a test that makes some elsewhere does so before it ends.
    pub async fn forget_requests(&self) {
        self.flush().await;
        let mut notes = lock(&self.notes);
        notes.requests.clear();
        notes.received = 0.0;
    }

    /// Takes the messages of the console so far, which a test that expects some does before it ends.
    pub async fn take_messages(&self) -> Vec<Message> {
        self.flush().await;
        std::mem::take(&mut lock(&self.notes).messages)
    }

    /// The messages that were noted up to now, without waiting for more: the page may hang.
    pub fn messages_so_far(&self) -> Vec<Message> {
        lock(&self.notes).messages.clone()
    }

    /// Waits until all that has happened is noted: events come in order, so a sign sent now comes last.
    async fn flush(&self) {
        let sign = {
            let mut flushes = self.flushes.lock().unwrap_or_else(PoisonError::into_inner);
            *flushes += 1;
            *flushes
        };
        let expression = format!("console.debug('e2e-flush', {sign})");
        self.command("Runtime.evaluate", json!({ "expression": expression })).await;
        let start = Instant::now();
        while lock(&self.notes).flushed < sign {
            assert!(start.elapsed() < LIMIT, "the browser no longer reports events");
            sleep(PAUSE).await;
        }
    }
}

fn lock(notes: &Mutex<Notes>) -> MutexGuard<'_, Notes> {
    notes.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Notes {
    fn note(&mut self, RawEvent { method, params, .. }: &RawEvent) {
        match method.as_str() {
            "Network.requestWillBeSent" => self.note_request(params),
            // A preloaded file is asked for twice and fetched once.
            "Network.requestServedFromCache" => {
                self.requests.retain(|(id, _)| Some(id.as_str()) != params["requestId"].as_str());
            }
            "Network.loadingFinished" => {
                self.received += params["encodedDataLength"].as_f64().unwrap_or_default();
            }
            "Log.entryAdded" => {
                let entry = &params["entry"];
                self.note_message(
                    text(&entry["level"]),
                    format!("{} {}", text(&entry["text"]), text(&entry["url"])),
                );
            }
            "Runtime.exceptionThrown" => {
                let details = &params["exceptionDetails"];
                self.note_message(
                    "error",
                    format!("{} {}", text(&details["text"]), said(&details["exception"])),
                );
            }
            "Runtime.consoleAPICalled" => self.note_console(params),
            _ => {}
        }
    }

    fn note_request(&mut self, params: &Value) {
        let url = text(&params["request"]["url"]);
        // Only these leave the page; `data:` and `blob:` addresses hold their own content.
        if ["http", "ws", "ftp"].iter().any(|scheme| url.starts_with(scheme)) {
            self.requests.push((text(&params["requestId"]).to_owned(), url.to_owned()));
        }
    }

    fn note_console(&mut self, params: &Value) {
        let arguments: Vec<_> = params["args"].as_array().into_iter().flatten().map(said).collect();
        match arguments.first().map(String::as_str) {
            Some("e2e-flush") => self.flushed = arguments[1].parse().expect("a flush has a number"),
            Some("e2e-policy") => self.note_message("error", arguments.join(" ")),
            _ => self.note_message(text(&params["type"]), arguments.join(" ")),
        }
    }

    fn note_message(&mut self, level: &str, message: String) {
        match level {
            "error" | "assert" => self.messages.push(Message::Error(message)),
            "warning" => self.messages.push(Message::Warning(message)),
            _ => {}
        }
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A script's value as the console shows it.
fn said(value: &Value) -> String {
    match &value["value"] {
        Value::Null => text(&value["description"]).to_owned(),
        Value::String(string) => string.clone(),
        other => other.to_string(),
    }
}

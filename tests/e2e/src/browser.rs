//! Browser with a fresh profile: opening pages, input, pictures, storage.

mod kept_session;
mod kept_window;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use boussole_core::history::History;
use serde_json::{Value, json};
use thirtyfour::common::command::Command;
use thirtyfour::common::print::PrintParameters;
use thirtyfour::prelude::*;
use thirtyfour::{Key, TypingData, WindowHandle};
use tokio::time::{Instant, sleep};

use crate::page_monitor::{ConsoleMessage, PageMonitor};
use crate::site::BLANK;
use crate::{LIMIT, PAUSE};
pub use kept_window::KeptWindow;
use kept_window::without_fragment;

/// Storage key of the draft.
pub const DRAFT: &str = "boussole:liberte-numerique:express";

/// Storage key of the expected level.
pub const EXPECTED: &str = "boussole:liberte-numerique:express:expected";

/// Storage key of earlier results.
pub const HISTORY: &str = "boussole:liberte-numerique::history";

/// Running browser.
pub struct BrowserSession {
    driver: WebDriver,
    monitor: PageMonitor,
    /// Address of the site under test, with a final slash.
    home: String,
    /// Difference to Chromium with a profile of its own.
    kept: Option<KeptWindow>,
}

/// Preference of the reader, as a media feature.
#[derive(Debug, Clone, Copy)]
pub enum Preference {
    /// `prefers-color-scheme: light`.
    Light,
    /// `prefers-color-scheme: dark`.
    Dark,
    /// `prefers-reduced-motion: reduce`.
    ReducedMotion,
    /// `forced-colors: active`.
    ForcedColours,
}

impl BrowserSession {
    /// Attaches a monitor to a started browser.
    pub async fn new(driver: WebDriver, home: String) -> Self {
        let cdp = driver.cdp().connect().await.expect("the browser can be listened to");
        let browser = Self { driver, monitor: PageMonitor::start(cdp).await, home, kept: None };
        browser.resize(1280, 800).await;
        browser
    }

    /// Monitor of requests and console messages.
    pub fn monitor(&self) -> &PageMonitor {
        &self.monitor
    }

    /// Absolute address of a path of the site. An absolute address stays.
    pub fn address(&self, path: &str) -> String {
        if path.starts_with("http://") { path.to_owned() } else { format!("{}{path}", self.home) }
    }

    /// Opens a page without waiting for a widget. A change of the fragment alone loads nothing.
    pub async fn load(&self, path: &str) {
        let mark = self.mark_document().await;
        let here = if mark { self.location().await } else { String::new() };
        let address = self.address(path);
        self.driver.goto(&address).await.unwrap_or_else(|error| panic!("/{path} opens: {error}"));
        let is_fragment = address.contains('#') && without_fragment(&address) == without_fragment(&here);
        if mark && !is_fragment {
            self.wait_for_document(path).await;
        }
    }

    /// Reloads the page without waiting for a widget.
    pub async fn load_again(&self) {
        if self.mark_document().await {
            // By the page: the driver of Firefox reloads past the service worker, as no reader does by chance.
            self.run("location.reload()", vec![]).await;
            self.wait_for_document("the page").await;
        } else {
            self.driver.refresh().await.expect("the page loads again");
        }
    }

    /// Stores a draft, as an earlier visit does. Ends on a page without a widget.
    pub async fn store_draft(&self, draft: &str) {
        self.load(BLANK).await;
        self.run("localStorage.setItem(arguments[0], arguments[1])", vec![json!(DRAFT), json!(draft)]).await;
    }

    /// Clears the local storage. Ends on a page without a widget.
    pub async fn clear_storage(&self) {
        self.load(BLANK).await;
        self.run("localStorage.clear()", vec![]).await;
    }

    /// Disables the HTTP cache, even for immutable files.
    pub async fn disable_cache(&self) {
        self.command("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    }

    /// Stored draft.
    pub async fn draft(&self) -> Option<String> {
        self.stored(DRAFT).await
    }

    /// Stored value of a key.
    pub async fn stored(&self, key: &str) -> Option<String> {
        let found = self.run("return localStorage.getItem(arguments[0])", vec![json!(key)]).await;
        found.as_str().map(str::to_owned)
    }

    /// Links of the results in the stored history.
    pub async fn stored_results(&self) -> Vec<String> {
        let history = History::read(&self.stored(HISTORY).await.unwrap_or_default());
        history.entries().map(|entry| entry.link.clone()).collect()
    }

    /// Address of the page.
    pub async fn location(&self) -> String {
        self.driver.current_url().await.expect("the page has an address").into()
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.try_run(script, arguments).await.unwrap_or_else(|error| panic!("{script}\nfailed: {error}"))
    }

    /// Runs a script in a page that may be unloading.
    pub async fn try_run(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
        self.driver.execute(script, arguments).await.map(|result| result.json().clone())
    }

    /// Runs an asynchronous script and returns its value.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            const work = async () => {{ {script} }};
            work().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let result = self.driver.execute_async(script, arguments).await.expect("the script ends");
        let result = result.json();
        assert!(result["error"].is_null(), "the script failed: {}", result["error"]);
        result["value"].clone()
    }

    /// Element that a script returns.
    pub async fn element(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<WebElement> {
        self.driver.execute(script, arguments).await?.element()
    }

    /// Waits for a truthy value of a script and returns it.
    pub async fn wait(&self, what: &str, script: &str, arguments: Vec<Value>) -> Value {
        let start = Instant::now();
        let is_something = |value: &Value| !matches!(value, Value::Null | Value::Bool(false)) && *value != "";
        loop {
            let result = self.try_run(script, arguments.clone()).await;
            match &result {
                Ok(value) if is_something(value) => return value.clone(),
                _ if start.elapsed() < LIMIT => sleep(PAUSE).await,
                _ => self.give_up(what, &format!("{result:?}")).await,
            }
        }
    }

    /// Fails with the text of the page and its console.
    pub async fn give_up(&self, what: &str, last: &str) -> ! {
        let shown = "const text = (node) => node instanceof HTMLElement && node.shadowRoot
            ? text(node.shadowRoot)
            : [...node.childNodes].map((each) => (each.nodeType === 3 ? each.data : text(each))).join(' ');
            return location.href + '\\n' + text(document.body).replace(/\\s+/g, ' ')";
        let page =
            self.try_run(shown, vec![]).await.map_or_else(|error| error.to_string(), |text| text.to_string());
        let console = self.monitor.messages_so_far();
        panic!(
            "waited {} s in vain for {what}; last: {last}; the page shows: {page}; the console: {console:#?}",
            LIMIT.as_secs()
        )
    }

    /// Presses keys in sequence, at the focus.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        let mut keys: TypingData = keys.into();
        if self.kept.is_some() {
            // WebKit takes the former for the key of the number pad, which operates no button there.
            keys = keys.to_string().replace(Key::Enter.value(), &Key::Return.value().to_string()).into();
        }
        self.driver.action_chain().send_keys(keys).perform().await.expect("keys can be pressed");
    }

    /// Taps a place of the window with a finger, some times at once.
    pub async fn tap(&self, x: f64, y: f64, times: usize) {
        let touch = json!([{ "type": "pointerDown", "button": 0 }, { "type": "pointerUp", "button": 0 }]);
        let place = json!({ "type": "pointerMove", "duration": 0, "x": x.round(), "y": y.round() });
        let mut actions = vec![place];
        (0..times).for_each(|_| actions.extend(touch.as_array().cloned().unwrap_or_default()));
        let parameters = json!({ "pointerType": "touch" });
        let finger =
            json!([{ "type": "pointer", "id": "finger", "parameters": parameters, "actions": actions }]);
        self.driver.cmd(Command::PerformActions(finger.into())).await.expect("the window can be touched");
    }

    /// Presses Shift+Tab.
    pub async fn press_shift_tab(&self) {
        let chain = self.driver.action_chain().key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift);
        chain.perform().await.expect("keys can be pressed");
    }

    /// Allows pages to read the clipboard.
    pub async fn allow_reading_the_clipboard(&self) {
        let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
        self.command("Browser.grantPermissions", json!({ "permissions": permissions })).await;
    }

    /// Text of the clipboard.
    pub async fn clipboard(&self) -> String {
        let found = self.run_async("return navigator.clipboard.readText()", vec![]).await;
        found.as_str().unwrap_or_default().to_owned()
    }

    /// Switches the network of the page off or on.
    pub async fn set_offline(&self, offline: bool) {
        if let Some(KeptWindow { sites, .. }) = &self.kept {
            return sites.main.set_reachable(!offline);
        }
        let conditions =
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.command("Network.emulateNetworkConditions", conditions).await;
    }

    /// Sets the size of the window in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.scale(width, height, 1).await;
    }

    /// Sets the size of the window and its device pixel ratio.
    pub async fn scale(&self, width: u32, height: u32, pixels: u32) {
        if self.kept.is_some() {
            assert_eq!(pixels, 1, "only Chromium has other pixels");
            return self.resize_window(width, height).await;
        }
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": pixels, "mobile": width < 600 });
        self.command("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Emulates a preference of the reader.
    pub async fn prefer(&self, preference: Preference) {
        let (name, value) = match preference {
            Preference::Light => ("prefers-color-scheme", "light"),
            Preference::Dark => ("prefers-color-scheme", "dark"),
            Preference::ReducedMotion => ("prefers-reduced-motion", "reduce"),
            Preference::ForcedColours => ("forced-colors", "active"),
        };
        let features = json!({ "features": [{ "name": name, "value": value }] });
        self.command("Emulation.setEmulatedMedia", features).await;
    }

    /// PNG of the whole page.
    pub async fn picture(&self) -> Vec<u8> {
        self.capture(json!({ "format": "png", "captureBeyondViewport": true })).await
    }

    /// PNG of the visible part.
    pub async fn screen(&self) -> Vec<u8> {
        self.capture(json!({ "format": "png" })).await
    }

    /// PNG of a clip of the page: `x`, `y`, `width`, `height`, `scale`.
    pub async fn picture_of(&self, place: Value) -> Vec<u8> {
        self.capture(json!({ "format": "png", "captureBeyondViewport": true, "clip": place })).await
    }

    async fn capture(&self, wanted: Value) -> Vec<u8> {
        if self.kept.is_some() {
            assert!(wanted["captureBeyondViewport"].is_null(), "only Chromium draws what is out of sight");
            return self.driver.screenshot_as_png().await.expect("the window can be drawn");
        }
        let result = self.command("Page.captureScreenshot", wanted).await;
        let data = result["data"].as_str().unwrap_or_default();
        BASE64_STANDARD.decode(data).expect("a picture is in base64")
    }

    /// PDF on A4 paper with the browser's defaults: no backgrounds, except by `print-color-adjust`.
    pub async fn print_pdf(&self) -> Vec<u8> {
        self.print_pdf_with(json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false }))
            .await
    }

    /// PDF of the page, with options of the Chrome DevTools Protocol; Firefox has its own.
    pub async fn print_pdf_with(&self, wanted: Value) -> Vec<u8> {
        if self.kept.is_some() {
            return self.driver.print_page(PrintParameters::default()).await.expect("Firefox prints");
        }
        let result = self.command("Page.printToPDF", wanted).await;
        let data = result["data"].as_str().unwrap_or_default();
        BASE64_STANDARD.decode(data).expect("a PDF is in base64")
    }

    /// Command of the Chrome DevTools Protocol.
    pub async fn command(&self, name: &str, parameters: Value) -> Value {
        self.monitor.command(name, parameters).await
    }

    /// Enters a frame of the current document: scripts, clicks and keys go there.
    pub async fn enter_frame(&self, selector: &str) {
        let script = format!("return document.querySelector({})", json!(selector));
        let frame = self.element(&script, vec![]).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        if let Some(kept) = &self.kept {
            kept.is_in_frame.set(true);
        }
        frame.enter_frame().await.unwrap_or_else(|error| panic!("{selector} can be entered: {error}"));
    }

    /// Opens a new tab. Returns the current tab and the new one; only the first is monitored.
    pub async fn open_tab(&self) -> [WindowHandle; 2] {
        let here = self.driver.window().await.expect("there is a tab");
        let new = self.driver.new_tab().await.expect("a tab can be opened");
        self.enter_tab(&new).await;
        [here, new]
    }

    /// Switches to a tab.
    pub async fn enter_tab(&self, tab: &WindowHandle) {
        self.driver.switch_to_window(tab.clone()).await.expect("the tab is there");
    }

    /// Returns to the document of the page from any frame.
    pub async fn leave_frames(&self) {
        if let Some(kept) = &self.kept {
            kept.is_in_frame.set(false);
        }
        self.driver.enter_default_frame().await.expect("the page is there");
    }

    /// Console errors, and requests to any origin but the site and the hosts.
    pub async fn faults(&self, hosts: &[String]) -> Vec<String> {
        if self.kept.is_some() {
            // Breaches of the policy are reported by a task of their own.
            let _ = self.driver.execute_async("setTimeout(arguments[0])", vec![]).await;
        }
        let messages = self.monitor.drain_messages().await;
        let errors = messages.into_iter().filter_map(|message| match message {
            ConsoleMessage::Error(text) => Some(format!("console error: {text}")),
            ConsoleMessage::Warning(_) => None,
        });
        let requests = self.monitor.requests().await;
        let strangers = requests
            .into_iter()
            .filter(|url| !hosts.iter().chain([&self.home]).any(|origin| url.starts_with(origin)))
            .map(|url| format!("request to another origin: {url}"));
        errors.chain(strangers).collect()
    }
}

//! One browser with a fresh profile, and what a person does with it: open, press, look.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{Key, TypingData, WindowHandle};
use tokio::time::{Instant, sleep};

use crate::site::BLANK;
use crate::watch::{Message, Watch};
use crate::widget::Widget;
use crate::{LIMIT, PAUSE};

/// Where the browser keeps the draft of the questionnaire under test.
pub const DRAFT: &str = "boussole:liberte-numerique:express";

/// Where the browser keeps the level that was expected.
pub const EXPECTED: &str = "boussole:liberte-numerique:express:expected";

/// Where the browser keeps earlier results.
pub const HISTORY: &str = "boussole:liberte-numerique::history";

/// A running browser.
pub struct Browser {
    driver: WebDriver,
    watch: Watch,
    /// The address of the site under test, with a slash at its end.
    home: String,
}

/// How a reader has set the screen.
#[derive(Debug, Clone, Copy)]
pub enum Preference {
    Light,
    Dark,
    ReducedMotion,
    ForcedColours,
}

impl Browser {
    /// Begins to watch a browser that was started.
    pub async fn new(driver: WebDriver, home: String) -> Self {
        let cdp = driver.cdp().connect().await.expect("the browser can be listened to");
        let browser = Self { driver, watch: Watch::start(cdp).await, home };
        browser.resize(1280, 800).await;
        browser
    }

    /// What it noted so far.
    pub fn watch(&self) -> &Watch {
        &self.watch
    }

    /// The widget of the page.
    pub fn widget(&self) -> Widget<'_> {
        self.widget_at("boussole-assessment")
    }

    /// One of several widgets, by a selector of its element.
    pub fn widget_at<'a>(&'a self, host: &'a str) -> Widget<'a> {
        Widget { browser: self, host }
    }

    /// The address of something on the site; a whole address is itself.
    pub fn address(&self, path: &str) -> String {
        if path.starts_with("http://") { path.to_owned() } else { format!("{}{path}", self.home) }
    }

    /// Opens a page of the site and waits until its first widget can be used.
    pub async fn open(&self, path: &str) -> Widget<'_> {
        self.load(path).await;
        let widget = self.widget();
        widget.start().await;
        widget
    }

    /// Opens a page of the site, whatever comes of it. One that differs only in what stands after `#` from
    /// the page before is not loaded again.
    pub async fn load(&self, path: &str) {
        self.driver.goto(self.address(path)).await.unwrap_or_else(|error| panic!("/{path} opens: {error}"));
    }

    /// Loads the page again and waits until its first widget can be used.
    pub async fn reload(&self) -> Widget<'_> {
        self.driver.refresh().await.expect("the page loads again");
        let widget = self.widget();
        widget.start().await;
        widget
    }

    /// Leaves a draft as an earlier visit would have, then stands on a page without a widget.
    pub async fn keep(&self, draft: &str) {
        self.load(BLANK).await;
        self.run("localStorage.setItem(arguments[0], arguments[1])", vec![json!(DRAFT), json!(draft)]).await;
    }

    /// Forgets what earlier visits left, then stands on a page without a widget.
    pub async fn forget(&self) {
        self.load(BLANK).await;
        self.run("localStorage.clear()", vec![]).await;
    }

    /// Asks for every file anew from now on, even for those that never change.
    pub async fn forget_files(&self) {
        self.command("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    }

    /// Opens the page on the report of a draft that was kept.
    pub async fn open_report(&self, draft: &str) -> Widget<'_> {
        self.keep(draft).await;
        let widget = self.open("").await;
        widget.on("report").await;
        widget
    }

    /// The draft that is kept in the browser.
    pub async fn draft(&self) -> Option<String> {
        self.kept(DRAFT).await
    }

    /// What is kept in the browser under a key.
    pub async fn kept(&self, key: &str) -> Option<String> {
        let found = self.run("return localStorage.getItem(arguments[0])", vec![json!(key)]).await;
        found.as_str().map(str::to_owned)
    }

    /// The page's address.
    pub async fn location(&self) -> String {
        self.driver.current_url().await.expect("the page has an address").into()
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.try_run(script, arguments).await.unwrap_or_else(|error| panic!("{script}\nfailed: {error}"))
    }

    /// Runs a script in the page, which may be about to change.
    pub async fn try_run(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
        self.driver.execute(script, arguments).await.map(|result| result.json().clone())
    }

    /// Runs a script that gives a promise, and waits for what it comes to.
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

    /// The element that a script returns.
    pub async fn element(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<WebElement> {
        self.driver.execute(script, arguments).await?.element()
    }

    /// Waits until a script returns something, and gives it. A text without a letter is nothing.
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

    /// Fails with what the page shows.
    pub async fn give_up(&self, what: &str, last: &str) -> ! {
        let shown = "const text = (node) => node instanceof HTMLElement && node.shadowRoot
            ? text(node.shadowRoot)
            : [...node.childNodes].map((each) => (each.nodeType === 3 ? each.data : text(each))).join(' ');
            return location.href + '\\n' + text(document.body).replace(/\\s+/g, ' ')";
        let page =
            self.try_run(shown, vec![]).await.map_or_else(|error| error.to_string(), |text| text.to_string());
        let console = self.watch.messages_so_far();
        panic!(
            "waited {} s in vain for {what}; last: {last}; the page shows: {page}; the console: {console:#?}",
            LIMIT.as_secs()
        )
    }

    /// Presses keys one after the other, wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        let keys: TypingData = keys.into();
        self.driver.action_chain().send_keys(keys).perform().await.expect("keys can be pressed");
    }

    /// Presses Shift and Tab together: back to what takes the focus before.
    pub async fn press_shift_tab(&self) {
        let chain = self.driver.action_chain().key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift);
        chain.perform().await.expect("keys can be pressed");
    }

    /// Lets any page read the clipboard, so that a test can look at what was copied.
    pub async fn allow_reading_the_clipboard(&self) {
        let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
        self.command("Browser.grantPermissions", json!({ "permissions": permissions })).await;
    }

    /// What is in the clipboard.
    pub async fn clipboard(&self) -> String {
        let found = self.run_async("return navigator.clipboard.readText()", vec![]).await;
        found.as_str().unwrap_or_default().to_owned()
    }

    /// Takes the network away, or gives it back.
    pub async fn set_offline(&self, offline: bool) {
        let conditions =
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.command("Network.emulateNetworkConditions", conditions).await;
    }

    /// Gives the window another size.
    pub async fn resize(&self, width: u32, height: u32) {
        self.scale(width, height, 1).await;
    }

    /// Gives the screen another size, with a number of its pixels for each of a style sheet.
    pub async fn scale(&self, width: u32, height: u32, pixels: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": pixels, "mobile": width < 600 });
        self.command("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Sets how the reader likes the screen.
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

    /// The whole page as a PNG, beyond the window's edge.
    pub async fn picture(&self) -> Vec<u8> {
        self.capture(json!({ "format": "png", "captureBeyondViewport": true })).await
    }

    /// What is seen of it without scrolling, as a PNG.
    pub async fn screen(&self) -> Vec<u8> {
        self.capture(json!({ "format": "png" })).await
    }

    /// A part of the page as a PNG, by its place in the whole: `x`, `y`, `width`, `height`, `scale`.
    pub async fn picture_of(&self, place: Value) -> Vec<u8> {
        self.capture(json!({ "format": "png", "captureBeyondViewport": true, "clip": place })).await
    }

    async fn capture(&self, wanted: Value) -> Vec<u8> {
        let result = self.command("Page.captureScreenshot", wanted).await;
        let data = result["data"].as_str().unwrap_or_default();
        BASE64_STANDARD.decode(data).expect("a picture is in base64")
    }

    /// The page on A4 paper as a PDF, as the browser's own print makes it: without backgrounds, unless the
    /// page asks for its colours to be kept.
    pub async fn paper(&self) -> Vec<u8> {
        self.printed(json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false })).await
    }

    /// The page as a PDF, made as is wanted.
    pub async fn printed(&self, wanted: Value) -> Vec<u8> {
        let result = self.command("Page.printToPDF", wanted).await;
        let data = result["data"].as_str().unwrap_or_default();
        BASE64_STANDARD.decode(data).expect("a PDF is in base64")
    }

    /// A command of the browser's own protocol.
    pub async fn command(&self, name: &str, parameters: Value) -> Value {
        self.watch.command(name, parameters).await
    }

    /// From now on reads, clicks and presses keys in a frame of the page, or of the frame it is in.
    pub async fn enter_frame(&self, selector: &str) {
        let script = format!("return document.querySelector({})", json!(selector));
        let frame = self.element(&script, vec![]).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        frame.enter_frame().await.unwrap_or_else(|error| panic!("{selector} can be entered: {error}"));
    }

    /// Goes to a new tab. Gives the one that was there and the new one; only the first is watched.
    pub async fn open_tab(&self) -> [WindowHandle; 2] {
        let here = self.driver.window().await.expect("there is a tab");
        let new = self.driver.new_tab().await.expect("a tab can be opened");
        self.enter_tab(&new).await;
        [here, new]
    }

    /// Goes to a tab.
    pub async fn enter_tab(&self, tab: &WindowHandle) {
        self.driver.switch_to_window(tab.clone()).await.expect("the tab is there");
    }

    /// Comes back to the page from any frame.
    pub async fn leave_frames(&self) {
        self.driver.enter_default_frame().await.expect("the page is there");
    }

    /// Everything that must not happen in any test and did. Requests may go to the site and to the hosts.
    pub async fn faults(&self, hosts: &[String]) -> Vec<String> {
        let messages = self.watch.take_messages().await;
        let errors = messages.into_iter().filter_map(|message| match message {
            Message::Error(text) => Some(format!("console error: {text}")),
            Message::Warning(_) => None,
        });
        let requests = self.watch.requests().await;
        let strangers = requests
            .into_iter()
            .filter(|url| !hosts.iter().chain([&self.home]).any(|known| url.starts_with(known)))
            .map(|url| format!("request to another origin: {url}"));
        errors.chain(strangers).collect()
    }
}

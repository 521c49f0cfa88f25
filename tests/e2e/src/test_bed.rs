//! Site, driver and browsers of one test, removed at its end. Each test also fails on unexpected errors and requests.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::rc::Rc;

use serde_json::Value;
use thirtyfour::{Capabilities, WebDriver};
use xtask::setup::browser::Browser as Installed;

use crate::browser::BrowserSession;
use crate::driver::Driver;
use crate::environment;
use crate::site::TestSite;

/// Site and browsers of one test.
pub struct TestBed {
    /// Served copy of the release.
    pub site: TestSite,
    hosts: RefCell<Vec<Rc<TestSite>>>,
    others: RefCell<Vec<String>>,
    driver: Driver,
    capabilities: Value,
    sessions: RefCell<Vec<WebDriver>>,
    browsers: RefCell<Vec<Rc<BrowserSession>>>,
}

/// Runs a test. Console errors, breaches of a policy and requests to unknown origins fail it, unless the test drained them.
pub fn run(test: impl AsyncFnOnce(&TestBed)) {
    run_with(&environment::dist(), test);
}

/// Runs a test with the release of a folder.
pub fn run_with(dist: &Path, test: impl AsyncFnOnce(&TestBed)) {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
    let bed = TestBed::new(dist);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            test(&bed).await;
            bed.assert_no_fault().await;
        });
    }));
    // Without this, the browsers outlive the test.
    runtime.block_on(bed.quit());
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

/// Script before all scripts of every page: no service worker API.
const NO_WORKERS: &str =
    "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })";

/// Capabilities that keep cross-origin and sandboxed frames in the process of their page.
/// The monitor hears only that process.
fn in_one_process(browser: &Installed) -> Value {
    let mut capabilities =
        browser.capabilities(&["IsolateOrigins", "site-per-process", "IsolateSandboxedIframes"]);
    let arguments = capabilities["goog:chromeOptions"]["args"].as_array_mut();
    arguments.expect("a browser has arguments").push("--disable-site-isolation-trials".into());
    capabilities
}

impl TestBed {
    fn new(dist: &Path) -> Self {
        let browser = environment::browser();
        Self {
            site: TestSite::start(dist),
            hosts: RefCell::default(),
            others: RefCell::default(),
            driver: Driver::start(&browser),
            capabilities: in_one_process(&browser),
            sessions: RefCell::default(),
            browsers: RefCell::default(),
        }
    }

    /// Site of a host on its own origin. Its pages are opened by absolute address.
    pub fn host(&self) -> Rc<TestSite> {
        let host = Rc::new(TestSite::host());
        self.hosts.borrow_mut().push(Rc::clone(&host));
        host
    }

    /// Site of a host with the files of a folder, under the policy of a release.
    pub fn host_with_files(&self, files: &Path) -> Rc<TestSite> {
        let host = Rc::new(TestSite::host_with_files(files));
        self.hosts.borrow_mut().push(Rc::clone(&host));
        host
    }

    /// Allows requests to an address outside of the served folders.
    pub fn allow(&self, url: &str) {
        self.others.borrow_mut().push(url.to_owned());
    }

    /// New browser with a fresh profile. It has no service workers, so every response comes from the site.
    pub async fn browser(&self) -> Rc<BrowserSession> {
        let browser = self.browser_with_service_worker().await;
        browser.monitor().before_each_page(NO_WORKERS).await;
        browser
    }

    /// New browser with service workers, which store a release after one visit.
    pub async fn browser_with_service_worker(&self) -> Rc<BrowserSession> {
        self.started(self.capabilities.clone()).await
    }

    /// New browser that does not wait for the load event, for pages with paused requests.
    pub async fn eager_browser(&self) -> Rc<BrowserSession> {
        let mut capabilities = self.capabilities.clone();
        capabilities["pageLoadStrategy"] = "none".into();
        let browser = self.started(capabilities).await;
        browser.monitor().before_each_page(NO_WORKERS).await;
        browser
    }

    /// New browser whose camera plays a film in a loop.
    pub async fn browser_with_camera(&self, film: &Path) -> Rc<BrowserSession> {
        let mut capabilities = self.capabilities.clone();
        let arguments = capabilities["goog:chromeOptions"]["args"].as_array_mut();
        let film = format!("--use-file-for-fake-video-capture={}", film.display());
        let camera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", &film];
        arguments.expect("a browser has arguments").extend(camera.map(Value::from));
        let browser = self.started(capabilities).await;
        browser.monitor().before_each_page(NO_WORKERS).await;
        browser
    }

    async fn started(&self, capabilities: Value) -> Rc<BrowserSession> {
        let Value::Object(capabilities) = capabilities else { panic!("capabilities are an object") };
        let session = WebDriver::new(&self.driver.url, Capabilities::from(capabilities)).await;
        let session = session.expect("the browser starts");
        // Registered before any failure, so that `quit` ends it.
        self.sessions.borrow_mut().push(session.clone());
        let browser = Rc::new(BrowserSession::new(session, self.site.url()).await);
        self.browsers.borrow_mut().push(browser.clone());
        browser
    }

    async fn assert_no_fault(&self) {
        let mut hosts = self.others.take();
        hosts.extend(self.hosts.borrow().iter().map(|host| host.url()));
        for browser in self.browsers.take() {
            let faults = browser.faults(&hosts).await;
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
    }

    async fn quit(&self) {
        for session in self.sessions.take() {
            // On failure, the end of the driver ends the browser.
            let _ = session.quit().await;
        }
    }
}

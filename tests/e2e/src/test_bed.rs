//! Site, driver and browsers of one test, removed at its end. Each test also fails on unexpected errors and requests.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::MutexGuard;
use std::time::Instant;

use serde_json::Value;
use thirtyfour::{Capabilities, WebDriver};
use xtask::setup::browser::Browser as Installed;

use crate::browser::{BrowserSession, KeptWindow};
use crate::driver::Driver;
use crate::durations;
use crate::engine::Engine;
use crate::environment;
use crate::kept_browser::{self, KeptBrowser};
use crate::page_monitor::Sites;
use crate::site::TestSite;

/// Site and browsers of one test.
pub struct TestBed {
    /// Served copy of the release.
    pub site: Rc<TestSite>,
    sites: Rc<Sites>,
    others: RefCell<Vec<String>>,
    browsers_of: BrowserSource,
    browsers: RefCell<Vec<Rc<BrowserSession>>>,
}

/// Where the browsers of a test come from.
enum BrowserSource {
    /// Chromium, as many as the test asks for, each with a profile of its own.
    Driver(Box<ChromiumDriver>),
    /// One window of another engine.
    Kept(Engine, RefCell<MutexGuard<'static, Option<KeptBrowser>>>),
}

/// Driver of Chromium, and what it has started.
struct ChromiumDriver {
    driver: Driver,
    capabilities: Value,
    sessions: RefCell<Vec<WebDriver>>,
}

/// Runs a test. Console errors, breaches of a policy and requests to unknown origins fail it, unless the test drained them.
pub fn run(test: impl AsyncFnOnce(&TestBed)) {
    run_with(&environment::dist(), test);
}

/// Runs a test with the release of a folder.
pub fn run_with(dist: &Path, test: impl AsyncFnOnce(&TestBed)) {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
    let start = Instant::now();
    let bed = TestBed::new(dist);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            test(&bed).await;
            bed.assert_no_fault().await;
        });
    }));
    // Without this, the browsers outlive the test.
    runtime.block_on(bed.quit(outcome.is_ok()));
    durations::note(start.elapsed());
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
        let sites = Rc::new(Sites::new(TestSite::start(dist)));
        Self {
            site: Rc::clone(&sites.main),
            sites,
            others: RefCell::default(),
            browsers_of: BrowserSource::of(Engine::current()),
            browsers: RefCell::default(),
        }
    }

    /// Site of a host on its own origin. Its pages are opened by absolute address.
    pub fn host(&self) -> Rc<TestSite> {
        self.sites.add_host(TestSite::host())
    }

    /// Site of a host with the files of a folder, under the policy of a release.
    pub fn host_with_files(&self, files: &Path) -> Rc<TestSite> {
        self.sites.add_host(TestSite::host_with_files(files))
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
        self.started(false, &[]).await
    }

    /// New browser that does not wait for the load event, for pages with paused requests.
    pub async fn eager_browser(&self) -> Rc<BrowserSession> {
        let browser = self.started(true, &[]).await;
        browser.monitor().before_each_page(NO_WORKERS).await;
        browser
    }

    /// New browser whose camera plays a film in a loop.
    pub async fn browser_with_camera(&self, film: &Path) -> Rc<BrowserSession> {
        let film = format!("--use-file-for-fake-video-capture={}", film.display());
        let camera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", &film];
        let browser = self.started(false, &camera).await;
        browser.monitor().before_each_page(NO_WORKERS).await;
        browser
    }

    async fn started(&self, is_eager: bool, arguments: &[&str]) -> Rc<BrowserSession> {
        let browser = Rc::new(match &self.browsers_of {
            BrowserSource::Driver(chromium) => {
                let capabilities = with(&chromium.capabilities, is_eager, arguments);
                let session = WebDriver::new(&chromium.driver.url, capabilities).await;
                let session = session.expect("the browser starts");
                // Registered before any failure, so that `quit` ends it.
                chromium.sessions.borrow_mut().push(session.clone());
                BrowserSession::new(session, self.site.url()).await
            }
            BrowserSource::Kept(engine, kept) => {
                assert!(arguments.is_empty(), "only Chromium has a camera of films");
                let running = kept.borrow_mut().take();
                let running = match running {
                    Some(running) => running,
                    None => KeptBrowser::start(*engine).await,
                };
                let (session, downloads) = (running.session.clone(), running.folder.0.join("downloads"));
                // Back before anything can fail: `quit` ends it.
                **kept.borrow_mut() = Some(running);
                self.window(session, downloads, is_eager).await
            }
        });
        self.browsers.borrow_mut().push(browser.clone());
        browser
    }

    /// The window of a kept browser, emptied.
    async fn window(&self, session: WebDriver, downloads: PathBuf, is_eager: bool) -> BrowserSession {
        let sites = Rc::clone(&self.sites);
        BrowserSession::of_kept(
            session,
            KeptWindow { sites, downloads, is_eager, is_in_frame: Cell::new(false) },
        )
        .await
    }

    async fn assert_no_fault(&self) {
        let mut hosts = self.others.take();
        hosts.extend(self.sites.hosts());
        for browser in self.browsers.take() {
            let faults = browser.faults(&hosts).await;
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
    }

    async fn quit(&self, has_passed: bool) {
        match &self.browsers_of {
            BrowserSource::Driver(chromium) => {
                for session in chromium.sessions.take() {
                    // On failure, the end of the driver ends the browser.
                    let _ = session.quit().await;
                }
            }
            BrowserSource::Kept(_, kept) => {
                let Some(browser) = kept.borrow_mut().take() else { return };
                // The window of a failed test may be in any state.
                if has_passed && browser.tidy().await.is_ok() {
                    **kept.borrow_mut() = Some(browser);
                } else {
                    browser.end().await;
                }
            }
        }
    }
}

impl BrowserSource {
    fn of(engine: Engine) -> Self {
        if engine != Engine::Chromium {
            return Self::Kept(engine, RefCell::new(kept_browser::lease(engine)));
        }
        let browser = environment::browser();
        let capabilities = in_one_process(&browser);
        let driver = Driver::start(&browser);
        Self::Driver(Box::new(ChromiumDriver { driver, capabilities, sessions: RefCell::default() }))
    }
}

/// Capabilities with further arguments.
fn with(capabilities: &Value, is_eager: bool, arguments: &[&str]) -> Capabilities {
    let mut capabilities = capabilities.clone();
    let all = capabilities["goog:chromeOptions"]["args"].as_array_mut();
    all.expect("a browser has arguments").extend(arguments.iter().map(|argument| Value::from(*argument)));
    if is_eager {
        capabilities["pageLoadStrategy"] = "none".into();
    }
    let Value::Object(capabilities) = capabilities else { panic!("capabilities are an object") };
    Capabilities::from(capabilities)
}

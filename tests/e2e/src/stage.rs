//! What a test runs on: a site, a driver, browsers. All of it is taken away when the test ends, however it
//! ends, and what must not happen in any test is looked for.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::rc::Rc;

use serde_json::Value;
use thirtyfour::{Capabilities, WebDriver};
use xtask::setup::browser::Browser as Installed;

use crate::browser::Browser;
use crate::driver::Driver;
use crate::environment;
use crate::site::Site;

/// The site and the browsers of one test.
pub struct Stage {
    /// The served copy of the release.
    pub site: Site,
    hosts: RefCell<Vec<Rc<Site>>>,
    others: RefCell<Vec<String>>,
    driver: Driver,
    capabilities: Value,
    sessions: RefCell<Vec<WebDriver>>,
    browsers: RefCell<Vec<Rc<Browser>>>,
}

/// Runs a test. Beyond its own assertions it fails on a console error, on a breach of the page's policy,
/// and on a request to an origin that is not the stage's, unless the test took these messages itself.
pub fn run(test: impl AsyncFnOnce(&Stage)) {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
    let stage = Stage::new();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            test(&stage).await;
            stage.assert_no_fault().await;
        });
    }));
    // A browser that was not told to quit would outlive the test.
    runtime.block_on(stage.quit());
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

/// Runs before every script of every page.
const NO_WORKERS: &str =
    "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })";

/// Keeps frames of other origins, sandboxed ones too, in the process of their page: what happens in one of another
/// process would not be heard.
fn in_one_process(browser: &Installed) -> Value {
    let mut capabilities =
        browser.capabilities(&["IsolateOrigins", "site-per-process", "IsolateSandboxedIframes"]);
    let arguments = capabilities["goog:chromeOptions"]["args"].as_array_mut();
    arguments.expect("a browser has arguments").push("--disable-site-isolation-trials".into());
    capabilities
}

impl Stage {
    fn new() -> Self {
        let browser = environment::browser();
        Self {
            site: Site::start(&environment::dist()),
            hosts: RefCell::default(),
            others: RefCell::default(),
            driver: Driver::start(&browser),
            capabilities: in_one_process(&browser),
            sessions: RefCell::default(),
            browsers: RefCell::default(),
        }
    }

    /// The site of another host, on an origin of its own. Its pages are opened by their whole address.
    pub fn host(&self) -> Rc<Site> {
        let host = Rc::new(Site::host());
        self.hosts.borrow_mut().push(Rc::clone(&host));
        host
    }

    /// The same with what stands in a folder, under the policy that a release has.
    pub fn host_of(&self, files: &Path) -> Rc<Site> {
        let host = Rc::new(Site::host_of(files));
        self.hosts.borrow_mut().push(Rc::clone(&host));
        host
    }

    /// Lets requests go to an address that is none of a served folder.
    pub fn allow(&self, url: &str) {
        self.others.borrow_mut().push(url.to_owned());
    }

    /// Another browser, with a fresh profile: another person. It has no service workers, as in a private window of some,
    /// so that what it is served is what is on the site.
    pub async fn browser(&self) -> Rc<Browser> {
        let browser = self.keeping_browser().await;
        browser.watch().before_each_page(NO_WORKERS).await;
        browser
    }

    /// Another one that has them, and keeps a release once it has been there.
    pub async fn keeping_browser(&self) -> Rc<Browser> {
        self.started(self.capabilities.clone()).await
    }

    /// One without them, for pages of which something is held up: it does not wait until a page is whole.
    pub async fn eager_browser(&self) -> Rc<Browser> {
        let mut capabilities = self.capabilities.clone();
        capabilities["pageLoadStrategy"] = "none".into();
        let browser = self.started(capabilities).await;
        browser.watch().before_each_page(NO_WORKERS).await;
        browser
    }

    /// One whose camera sees a film, which begins anew when it ends.
    pub async fn filming_browser(&self, film: &Path) -> Rc<Browser> {
        let mut capabilities = self.capabilities.clone();
        let arguments = capabilities["goog:chromeOptions"]["args"].as_array_mut();
        let film = format!("--use-file-for-fake-video-capture={}", film.display());
        let camera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", &film];
        arguments.expect("a browser has arguments").extend(camera.map(Value::from));
        let browser = self.started(capabilities).await;
        browser.watch().before_each_page(NO_WORKERS).await;
        browser
    }

    async fn started(&self, capabilities: Value) -> Rc<Browser> {
        let Value::Object(capabilities) = capabilities else { panic!("capabilities are an object") };
        let session = WebDriver::new(&self.driver.url, Capabilities::from(capabilities)).await;
        let session = session.expect("the browser starts");
        // Noted before anything else can fail, so that it is ended whatever happens.
        self.sessions.borrow_mut().push(session.clone());
        let browser = Rc::new(Browser::new(session, self.site.url()).await);
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
            // Where this fails, the end of the driver ends the browser.
            let _ = session.quit().await;
        }
    }
}

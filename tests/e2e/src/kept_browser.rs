//! Firefox and WebKit, one window each, started once and handed from test to test: a start takes seconds. Each test has
//! an origin of its own, and with it fresh storage.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::Instant;

use serde_json::{Value, json};
use thirtyfour::prelude::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};
use tokio::time::timeout;

use crate::engine::Engine;
use crate::environment;
use crate::process_group::ProcessGroup;
use crate::temp_folder::TempFolder;
use crate::{LIMIT, PAUSE};

/// Screen of WebKit, which needs one: pictures are as high as the window.
const SCREEN: &str = "1700x6000x24";

static FIREFOX: Mutex<Option<KeptBrowser>> = Mutex::new(None);
static WEBKIT: Mutex<Option<KeptBrowser>> = Mutex::new(None);

/// Running browser with its driver.
pub struct KeptBrowser {
    /// Connection to the driver.
    pub session: WebDriver,
    /// Folder of its profile and downloads.
    pub folder: TempFolder,
    _processes: Vec<ProcessGroup>,
}

/// Browser of an engine, for one test at a time. A test that fails leaves none: its window may be in any state.
pub fn lease(engine: Engine) -> MutexGuard<'static, Option<KeptBrowser>> {
    let kept = match engine {
        Engine::WebKit => &WEBKIT,
        _ => &FIREFOX,
    };
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

impl KeptBrowser {
    /// Starts a driver and its browser.
    pub async fn start(engine: Engine) -> Self {
        let folder = TempFolder::new("engine");
        let downloads = folder.0.join("downloads");
        fs::create_dir_all(&downloads).expect("a folder for downloads can be made");
        let (url, processes, capabilities) = match engine {
            Engine::WebKit => webkit(&folder.0),
            _ => firefox(&folder.0),
        };
        let Value::Object(capabilities) = capabilities else { panic!("capabilities are an object") };
        let session = WebDriver::new(&url, Capabilities::from(capabilities)).await;
        let session = session.unwrap_or_else(|error| panic!("{engine:?} does not start: {error}"));
        Self { session, folder, _processes: processes }
    }

    /// Closes every window but one, and leaves the pages of the last test.
    pub async fn tidy(&self) -> WebDriverResult<()> {
        let windows = self.session.windows().await?;
        for window in windows.iter().skip(1) {
            self.session.switch_to_window(window.clone()).await?;
            self.session.close_window().await?;
        }
        self.session.switch_to_window(windows[0].clone()).await?;
        self.session.goto("about:blank").await
    }

    /// Ends the browser, which may hang.
    pub async fn end(self) {
        let _ = timeout(LIMIT, self.session.clone().quit()).await;
        // Without this, a drop would wait for an answer.
        let _ = self.session.leak();
    }
}

/// Preferences of a silent Firefox that has a mouse, stores files without a question and asks no server of its maker.
fn preferences(folder: &Path) -> Value {
    json!({
        "app.normandy.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "services.settings.server": "data:,",
        // Bits of a fine pointer that hovers; a Firefox without a screen has none.
        "ui.primaryPointerCapabilities": 6,
        "ui.allPointerCapabilities": 6,
        "browser.download.folderList": 2,
        "browser.download.dir": folder.join("downloads"),
        "browser.download.alwaysOpenPanel": false,
        "pdfjs.disabled": true,
        // A test that hides a file must not get it from one that did not.
        "browser.cache.disk.enable": false,
        "browser.cache.memory.enable": false,
    })
}

fn firefox(folder: &Path) -> (String, Vec<ProcessGroup>, Value) {
    let installed = environment::firefox();
    let port = free_port();
    let mut command = Command::new(&installed.geckodriver);
    command.args(["--log", "fatal", "--port", &port.to_string()]).env("TMPDIR", folder).env("HOME", folder);
    let process = ProcessGroup::start(&command, Stdio::null());
    let options = json!({ "binary": installed.firefox, "args": ["-headless"], "prefs": preferences(folder) });
    let capabilities = json!({ "pageLoadStrategy": "none", "moz:firefoxOptions": options });
    (listening(port), vec![process], capabilities)
}

fn webkit(folder: &Path) -> (String, Vec<ProcessGroup>, Value) {
    let installed = environment::webkit();
    let mut command = Command::new(&installed.xvfb);
    command.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", SCREEN]);
    let mut screen = ProcessGroup::start(&command, Stdio::null());
    let mut display = String::new();
    BufReader::new(screen.output()).read_line(&mut display).expect("the screen says its number");

    let config = folder.join("config");
    fs::create_dir_all(&config).expect("a folder for settings can be made");
    let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.join("downloads").display());
    fs::write(config.join("user-dirs.dirs"), downloads).expect("settings can be written");
    let port = free_port();
    let mut command = Command::new(&installed.driver);
    command
        .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
        .env("DISPLAY", format!(":{}", display.trim()))
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("XDG_CONFIG_HOME", &config)
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("XDG_CACHE_HOME", folder.join("cache"));
    let process = ProcessGroup::start(&command, Stdio::null());
    (listening(port), vec![process, screen], json!({ "pageLoadStrategy": "none" }))
}

/// A port that nothing listens on at this moment.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
    listener.local_addr().expect("a listener has an address").port()
}

/// Address of a driver, once it listens.
fn listening(port: u16) -> String {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(start.elapsed() < LIMIT, "the driver does not listen on port {port}");
        sleep(PAUSE);
    }
    format!("http://127.0.0.1:{port}")
}

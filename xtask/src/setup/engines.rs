//! Firefox and WebKit, in which a core of the end-to-end tests runs as well.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{cargo_tools, system};
use crate::process;
use crate::project::Project;

const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
const FIREFOX_PACKAGES: [&str; 1] = ["firefox-esr"];
const WEBKIT_PACKAGES: [&str; 2] = ["webkit2gtk-driver", "xvfb"];
/// Folders of libraries, in which a folder of WebKit's version has its small browser.
const LIBRARIES: [&str; 3] = ["/usr/libexec", "/usr/lib", "/usr/lib64"];

/// Firefox, and the driver through which it is remote-controlled.
#[derive(Debug, Clone)]
pub struct Firefox {
    /// The browser itself.
    pub firefox: PathBuf,
    /// Its WebDriver server.
    pub geckodriver: PathBuf,
}

/// WebKit for GTK, the engine family of Safari and of every iPhone.
#[derive(Debug, Clone)]
pub struct WebKit {
    /// Its WebDriver server.
    pub driver: PathBuf,
    /// Server of a screen in memory: WebKit has no windowless mode.
    pub xvfb: PathBuf,
}

/// Finds Firefox, or installs it.
pub fn ensure_firefox(project: &Project) -> Result<Firefox> {
    if FIREFOX.iter().all(|name| process::find(name).is_none()) {
        let elsewhere = "install Firefox and put it on PATH (`dnf install firefox` on Fedora, \
                         `brew install --cask firefox` on macOS)";
        system::install("Firefox", &FIREFOX_PACKAGES, elsewhere)?;
    }
    if geckodriver(project).is_none() {
        cargo_tools::install_geckodriver(project)?;
    }
    find_firefox(project).context("Firefox was installed, yet it is not on PATH")
}

/// Firefox with its driver, if both are there.
pub fn find_firefox(project: &Project) -> Option<Firefox> {
    Some(Firefox {
        firefox: FIREFOX.iter().find_map(|name| process::find(name))?,
        geckodriver: geckodriver(project)?,
    })
}

fn geckodriver(project: &Project) -> Option<PathBuf> {
    let own = cargo_tools::folder(project).join("geckodriver");
    process::find("geckodriver").or_else(|| own.is_file().then_some(own))
}

/// Finds WebKit, or installs it.
pub fn ensure_webkit() -> Result<WebKit> {
    if let Some(found) = find_webkit() {
        return Ok(found);
    }
    let elsewhere = "WebKit is tested where WebKitGTK's driver and Xvfb are \
                     (`dnf install webkit2gtk4.1 webkit2gtk-driver xorg-x11-server-Xvfb` on Fedora)";
    system::install("WebKit with its driver", &WEBKIT_PACKAGES, elsewhere)?;
    find_webkit().context("WebKit was installed, yet something of it is not where Debian puts it")
}

/// WebKit with its driver, its small browser and a screen, if all are there.
pub fn find_webkit() -> Option<WebKit> {
    let has_browser = LIBRARIES.iter().any(|folder| has_small_browser(Path::new(folder), 2));
    let found = WebKit { driver: process::find("WebKitWebDriver")?, xvfb: process::find("Xvfb")? };
    has_browser.then_some(found)
}

/// Whether `webkit2gtk-4.1/MiniBrowser`, or that of another version, is some folders below.
fn has_small_browser(folder: &Path, depth: usize) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).any(|path| {
        let is_webkit = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit"));
        let is_it = is_webkit && path.join("MiniBrowser").is_file();
        is_it || (depth > 1 && has_small_browser(&path, depth - 1))
    })
}

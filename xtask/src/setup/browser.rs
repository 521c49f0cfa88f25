//! Browser of the tests, and its start.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::system;
use crate::process;

const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-dejavu"];
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Features turned off in a silent browser: address suggestions start a process and load pages of their own.
const WITHOUT: [&str; 3] = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"];

/// Chromium, and the driver through which it is remote-controlled.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser itself.
    pub chromium: PathBuf,
    /// Its WebDriver server.
    pub chromedriver: PathBuf,
}

/// Finds the browser, or installs it.
pub fn ensure() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    let elsewhere = "install Chromium and chromedriver of the same version, and put both on PATH \
                     (`dnf install chromium chromedriver` on Fedora, `brew install --cask chromium chromedriver` \
                     on macOS)";
    system::install("Chromium with its driver", &PACKAGES, elsewhere)?;
    find().context("Chromium was installed, yet it is not on PATH")
}

fn find() -> Option<Browser> {
    Some(Browser {
        chromium: BROWSERS.iter().find_map(|name| process::find(name))?,
        chromedriver: process::find("chromedriver")?,
    })
}

impl Browser {
    /// Arguments for a silent browser without network requests of its own.
    pub fn arguments(&self) -> Vec<String> {
        self.arguments_without(&[])
    }

    /// WebDriver capabilities: the arguments, with some features turned off.
    pub fn capabilities(&self, without: &[&str]) -> Value {
        json!({ "goog:chromeOptions": { "binary": self.chromium, "args": self.arguments_without(without) } })
    }

    fn arguments_without(&self, features: &[&str]) -> Vec<String> {
        let mut arguments = [
            "--headless=new",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ]
        .map(str::to_owned)
        .to_vec();
        // One list: of two, Chromium reads the last.
        arguments.push(format!("--disable-features={}", [&WITHOUT[..], features].concat().join(",")));
        if system::is_root() {
            // Chromium refuses to start as root with its sandbox; other users have the sandbox.
            arguments.push("--no-sandbox".to_owned());
        }
        arguments
    }
}

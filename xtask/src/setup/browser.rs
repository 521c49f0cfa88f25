//! The real browser that the tests drive, and how it is started.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::system;
use crate::process;

const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-dejavu"];
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// What a silent browser has no use for: the suggestions below its address bar, for which it would start a process and
/// load pages of its own each time.
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
    /// The arguments for a silent browser that asks nothing of the network by itself.
    pub fn arguments(&self) -> Vec<String> {
        self.arguments_without(&[])
    }

    /// The same as WebDriver capabilities, without some of its features besides.
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
        // In one list: of two, it heeds the last.
        arguments.push(format!("--disable-features={}", [&WITHOUT[..], features].concat().join(",")));
        if system::is_root() {
            // Chromium refuses to start as root with its sandbox; everyone else keeps it.
            arguments.push("--no-sandbox".to_owned());
        }
        arguments
    }
}

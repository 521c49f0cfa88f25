//! Pictures of a page, saved under a name with their size, colour scheme and language.

use std::fs;
use std::path::Path;

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use serde_json::json;

/// Answers without "I don't know".
pub const NO_BLIND_SPOT: &str = "3212 4213 1432";

/// Pictures in one size, colour scheme and language.
pub struct Screenshots<'a> {
    pub browser: &'a BrowserSession,
    pub oracle: &'a Oracle,
    pub folder: &'a Path,
    pub suffix: String,
}

impl Screenshots<'_> {
    pub fn page(&self, fragment: &str) -> String {
        let locale = &self.oracle.questionnaire().locale;
        let search = if locale == "fr" { String::new() } else { format!("?lang={locale}") };
        format!("{search}{fragment}")
    }

    /// Moves the mouse away: an element under it would be painted as hovered.
    pub async fn rest_mouse(&self) {
        let away = json!({ "type": "mouseMoved", "x": 0, "y": 0 });
        self.browser.command("Input.dispatchMouseEvent", away).await;
    }

    pub async fn save_picture(&self, name: &str) {
        self.rest_mouse().await;
        self.write(&format!("{name}-{}.png", self.suffix), &self.browser.picture().await);
    }

    /// Saves the print of the page.
    pub async fn save_pdf(&self, name: &str) {
        self.write(&format!("{name}-{}.pdf", self.suffix), &self.browser.print_pdf().await);
    }

    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.folder.join(name);
        fs::write(&path, bytes)
            .unwrap_or_else(|error| panic!("{} can't be written: {error}", path.display()));
    }
}

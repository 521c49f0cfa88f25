//! Downloaded files.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::browser::BrowserSession;
use crate::temp_folder::TempFolder;
use crate::widget::WidgetPage;
use crate::{LIMIT, PAUSE};

/// Download folder of a browser.
pub struct Downloads {
    folder: PathBuf,
    /// Folder of this test alone; the folder of a kept browser is the browser's.
    _own: Option<TempFolder>,
}

/// Endings of files under way: Chromium, Firefox, WebKit.
const UNDER_WAY: [&str; 3] = ["crdownload", "part", "wkdownload"];

impl Downloads {
    /// Sets the download folder of a browser.
    pub async fn of(browser: &BrowserSession) -> Self {
        if let Some(folder) = browser.kept_downloads() {
            let downloads = Self { folder: folder.to_owned(), _own: None };
            downloads.entries().iter().for_each(|path| fs::remove_file(path).expect("it can be removed"));
            return downloads;
        }
        let folder = TempFolder::new("downloads");
        let wanted = json!({ "behavior": "allow", "downloadPath": folder.0 });
        browser.command("Browser.setDownloadBehavior", wanted).await;
        Self { folder: folder.0.clone(), _own: Some(folder) }
    }

    /// Clicks a download action. Returns name and content of the file.
    pub async fn file(&self, widget: WidgetPage<'_>, action: &str) -> (String, Vec<u8>) {
        widget.click_action(action).await;
        self.next(widget.browser, action).await
    }

    /// Name and content of the next downloaded file.
    pub async fn next(&self, browser: &BrowserSession, what: &str) -> (String, Vec<u8>) {
        let start = Instant::now();
        let path = loop {
            match self.whole() {
                Some(path) => break path,
                None if start.elapsed() < LIMIT => sleep(PAUSE).await,
                None => browser.give_up(&format!("the file of {what}"), "none came").await,
            }
        };
        let content = fs::read(&path).expect("the file can be read");
        fs::remove_file(&path).expect("the file can be removed");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, content)
    }

    /// Text of the file behind an action, whose name is checked.
    pub async fn text(&self, widget: WidgetPage<'_>, action: &str, name: &str) -> String {
        let (found, content) = self.file(widget, action).await;
        assert_eq!(found, name);
        String::from_utf8(content).expect("the file is text")
    }

    /// Path of a completed file.
    fn whole(&self) -> Option<PathBuf> {
        let mut paths = self.entries();
        let under_way =
            |path: &Path| path.extension().is_some_and(|ending| UNDER_WAY.iter().any(|each| ending == *each));
        if paths.iter().any(|path| under_way(path)) {
            return None;
        }
        // Chromium renames the hidden temporary file when the download is complete. Firefox makes the empty file first.
        let is_hidden = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().starts_with('.');
        paths.retain(|path| !is_hidden(path) && fs::metadata(path).is_ok_and(|file| file.len() > 0));
        paths.pop()
    }

    fn entries(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.folder).expect("the folder can be read");
        entries.flatten().map(|entry| entry.path()).collect()
    }
}

//! Files that the browser keeps for the reader.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::browser::Browser;
use crate::site::Folder;
use crate::widget::Widget;
use crate::{LIMIT, PAUSE};

/// Where a browser keeps its files.
pub struct Downloads(Folder);

impl Downloads {
    /// Has a browser keep its files in a folder of their own.
    pub async fn of(browser: &Browser) -> Self {
        let folder = Folder::new("downloads");
        let wanted = json!({ "behavior": "allow", "downloadPath": folder.0 });
        browser.command("Browser.setDownloadBehavior", wanted).await;
        Self(folder)
    }

    /// Presses what offers a file, and gives its name and content.
    pub async fn take(&self, widget: Widget<'_>, action: &str) -> (String, Vec<u8>) {
        widget.act(action).await;
        self.next(widget.browser, action).await
    }

    /// The name and content of the next file that the browser keeps.
    pub async fn next(&self, browser: &Browser, what: &str) -> (String, Vec<u8>) {
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

    /// The same where a text is expected under a name.
    pub async fn text(&self, widget: Widget<'_>, action: &str, name: &str) -> String {
        let (found, content) = self.take(widget, action).await;
        assert_eq!(found, name);
        String::from_utf8(content).expect("the file is text")
    }

    /// A file that the browser has finished.
    fn whole(&self) -> Option<PathBuf> {
        let entries = fs::read_dir(&self.0.0).expect("the folder can be read");
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        let under_way = |path: &Path| path.extension().is_some_and(|ending| ending == "crdownload");
        if paths.iter().any(|path| under_way(path)) {
            return None;
        }
        // It gets its name, which is not hidden, when it is whole.
        paths.retain(|path| !path.file_name().unwrap_or_default().to_string_lossy().starts_with('.'));
        paths.pop()
    }
}

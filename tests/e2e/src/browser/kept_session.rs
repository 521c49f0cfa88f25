//! Session in the window of a kept browser, whose driver differs from Chromium's.

use std::path::Path;
use std::rc::Rc;

use thirtyfour::WebDriver;
use thirtyfour::prelude::{WebDriverResult, WebElement};

use super::BrowserSession;
use super::kept_window::KeptWindow;
use crate::engine::Engine;
use crate::page_monitor::PageMonitor;
use crate::site::BLANK;

/// Script: clears what an earlier test left at the address, which may have had the same port.
const FORGET_EVERYTHING: &str = "localStorage.clear();
    sessionStorage.clear();
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);";

/// Least width of a real window, in CSS pixels.
const MIN_WIDTH: u32 = 500;

impl BrowserSession {
    /// Window of Firefox or WebKit for one test, without what an earlier one stored.
    pub async fn of_kept(driver: WebDriver, kept: KeptWindow) -> Self {
        let monitor = PageMonitor::of_sites(Rc::clone(&kept.sites));
        let home = kept.sites.main.url();
        let browser = Self { driver, monitor, home, kept: Some(kept) };
        browser.load(BLANK).await;
        browser.run_async(FORGET_EVERYTHING, vec![]).await;
        browser.monitor.forget_requests().await;
        browser.resize(1280, 800).await;
        browser
    }

    /// Clicks an element. Into a frame, the driver of WebKit clicks beside it.
    pub async fn click(&self, element: &WebElement) -> WebDriverResult<()> {
        let is_missed = self.kept.as_ref().is_some_and(|kept| kept.is_in_frame.get());
        if !is_missed || Engine::current() != Engine::WebKit {
            return element.click().await;
        }
        let by_script = "arguments[0].scrollIntoView({ block: 'nearest' }); arguments[0].click()";
        self.driver.execute(by_script, vec![element.to_json()?]).await.map(drop)
    }

    /// Folder of downloads of a kept browser.
    pub fn kept_downloads(&self) -> Option<&Path> {
        self.kept.as_ref().map(|kept| &*kept.downloads)
    }

    /// Marks the document of a kept browser, whose driver waits for none.
    pub(super) async fn mark_document(&self) -> bool {
        let is_kept = self.kept.is_some();
        if is_kept {
            // A document that is on its way out needs no mark.
            let _ = self.try_run("window.e2eLeft = true", vec![]).await;
        }
        is_kept
    }

    /// Waits until another document has come: whole, or begun where the test is eager.
    pub(super) async fn wait_for_document(&self, path: &str) {
        let is_eager = self.kept.as_ref().is_some_and(|kept| kept.is_eager);
        let come = if is_eager { "document.body" } else { "document.readyState === 'complete'" };
        let script = format!("return !window.e2eLeft && location.href !== 'about:blank' && Boolean({come})");
        self.wait(&format!("/{path} to open"), &script, vec![]).await;
    }

    /// Sets the size of a real window, around the size of its page. A real window has a least width.
    pub(super) async fn resize_window(&self, width: u32, height: u32) {
        let width = width.max(MIN_WIDTH);
        let borders = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]", vec![]).await;
        let border = |at: usize| borders[at].as_u64().unwrap_or_default() as u32;
        let rect = (0, 0, width + border(0), height + border(1));
        self.driver.set_window_rect(rect.0, rect.1, rect.2, rect.3).await.expect("a window has a size");
        let script = format!("return innerWidth === {width} && innerHeight === {height}");
        self.wait(&format!("{width} × {height} pixels"), &script, vec![]).await;
    }
}

//! Offline use after one visit of the stand-alone page, updates, and pages without offline storage.

mod install;
mod other_pages;
pub mod screens;
mod update;

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::test_bed::TestBed;
use boussole_e2e::widget::WidgetPage;

const WRITTEN: &str = "3?12 42?- 1432";

/// Script: true if a service worker controls the page and has stored the release.
const RELEASE_STORED: &str = "return navigator.serviceWorker.controller?.state === 'activated'";

/// Opens a page of the site and waits until the release is stored.
async fn visit<'a>(browser: &'a BrowserSession, page: &str) -> WidgetPage<'a> {
    let widget = browser.open(page).await;
    browser.wait("the release to be stored", RELEASE_STORED, vec![]).await;
    widget
}

/// Cuts the network in the browser and closes the site.
async fn cut(bed: &TestBed, browser: &BrowserSession) {
    bed.site.close();
    browser.set_offline(true).await;
}

/// Restores the network and the site.
async fn restore(bed: &TestBed, browser: &BrowserSession) {
    bed.site.reopen();
    browser.set_offline(false).await;
}

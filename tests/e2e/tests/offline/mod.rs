//! Without a network: one visit of the stand-alone page is enough, releases are never mixed, and nobody else's page keeps
//! anything.

mod install;
mod other_pages;
mod screens;
mod update;

use boussole_e2e::browser::Browser;
use boussole_e2e::stage::Stage;
use boussole_e2e::widget::Widget;

const WRITTEN: &str = "3?12 42?- 1432";

/// Whether a worker answers for the page: the release is kept as a whole.
const KEPT: &str = "return navigator.serviceWorker.controller?.state === 'activated'";

/// Opens a page of the site and waits until the release is kept.
async fn visit<'a>(browser: &'a Browser, page: &str) -> Widget<'a> {
    let widget = browser.open(page).await;
    browser.wait("the release to be kept", KEPT, vec![]).await;
    widget
}

/// Takes the network away, in the browser and at the other end.
async fn cut(stage: &Stage, browser: &Browser) {
    stage.site.close();
    browser.set_offline(true).await;
}

/// Gives it back.
async fn mend(stage: &Stage, browser: &Browser) {
    stage.site.reopen();
    browser.set_offline(false).await;
}

//! The organiser's page.

use serde_json::json;

use crate::browser::BrowserSession;

/// Opens the page and waits for its field.
pub async fn open(browser: &BrowserSession, path: &str) {
    browser.load(path).await;
    browser
        .wait("the page of the room", "return document.querySelector('[data-field=paste]') !== null", vec![])
        .await;
}

/// Pastes a text and adds it.
pub async fn paste(browser: &BrowserSession, text: &str) {
    let script = "document.querySelector('[data-field=paste]').value = arguments[0];
        document.querySelector('[data-action=add]').click()";
    browser.run(script, vec![json!(text)]).await;
}

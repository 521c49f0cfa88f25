//! Accessibility, checked by the rules of axe-core.

use serde_json::{Value, json};

use crate::browser::BrowserSession;
use crate::environment;

/// Fails with all violations of the page.
pub async fn assert_accessible(browser: &BrowserSession, what: &str) {
    let found = judge(browser).await;
    assert_eq!(found, json!([]), "{what}: {}", serde_json::to_string_pretty(&found).unwrap_or_default());
}

/// Names of the violated rules.
pub async fn violations(browser: &BrowserSession) -> Vec<String> {
    let found = judge(browser).await;
    let names = found.as_array().into_iter().flatten().map(|violation| violation["id"].as_str());
    names.flatten().map(str::to_owned).collect()
}

async fn judge(browser: &BrowserSession) -> Value {
    // `preload: false`: axe-core would insert linked styles of a shadow root into the page, against its policy.
    // No rule in use needs them.
    browser.run(&environment::axe(), vec![]).await;
    let script =
        "const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
        const describe = ({ target, failureSummary }) => `${target.flat(9).join(' ')}: ${failureSummary}`;
        return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(describe) }));";
    browser.run_async(script, vec![]).await
}

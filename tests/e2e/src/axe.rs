//! Accessibility, as far as a program can judge it: axe-core's rules.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::environment;

/// Fails with every violation that axe-core finds in the page.
pub async fn assert_accessible(browser: &Browser, what: &str) {
    let found = judge(browser).await;
    assert_eq!(found, json!([]), "{what}: {}", serde_json::to_string_pretty(&found).unwrap_or_default());
}

/// The names of the rules that the page violates.
pub async fn violations(browser: &Browser) -> Vec<String> {
    let found = judge(browser).await;
    let names = found.as_array().into_iter().flatten().map(|violation| violation["id"].as_str());
    names.flatten().map(str::to_owned).collect()
}

async fn judge(browser: &Browser) -> Value {
    // The driver runs scripts outside of the page's policy, which forbids them to the page. What they preload of a linked
    // style within a shadow root they would put into the page, where the policy sees it: no rule of ours needs that.
    browser.run(&environment::axe(), vec![]).await;
    let script =
        "const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
        const told = ({ target, failureSummary }) => `${target.flat(9).join(' ')}: ${failureSummary}`;
        return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(told) }));";
    browser.run_async(script, vec![]).await
}

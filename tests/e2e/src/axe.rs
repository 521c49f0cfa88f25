//! Accessibility, as far as a program can judge it: axe-core's rules.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::environment;

/// Fails with every violation that axe-core finds in the page.
pub async fn assert_accessible(browser: &Browser, what: &str) {
    // The driver runs scripts outside of the page's policy, which forbids them to the page.
    browser.run(&environment::axe(), vec![]).await;
    let script = "const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        return violations.map(({ id, help, nodes }) => ({
            id, help, nodes: nodes.map(({ target, failureSummary }) => `${target.flat(9).join(' ')}: ${failureSummary}`),
        }));";
    let violations = browser.run_async(script, vec![]).await;
    assert_eq!(violations, json!([]), "{what}: {}", pretty(&violations));
}

fn pretty(violations: &Value) -> String {
    serde_json::to_string_pretty(violations).unwrap_or_default()
}

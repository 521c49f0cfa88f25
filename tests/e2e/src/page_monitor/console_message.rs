//! Message of the console of a page.

/// Message of the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConsoleMessage {
    /// Error of a script or of the browser, or a breach of the policy.
    Error(String),
    /// Warning of a script or of the browser.
    Warning(String),
}

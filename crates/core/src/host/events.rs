//! Details of the events that a host's page receives.
//!
//! Scripts dispatch the events, most of them before the part of the program that serves hosts is loaded. They are checked
//! against the TypeScript types that are generated from these.

use serde::{Deserialize, Serialize};

/// Questionnaire on the screen: the detail of `ready` and `started`. That of `completed` has the disclosed `result` besides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The id of the questionnaire.
    pub questionnaire: String,
    /// The version of the questionnaire.
    pub version: u8,
    /// The id of the form.
    pub form: String,
    /// The language.
    pub locale: String,
}

/// The number of answers: the detail of `progress`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// Number of items with an answer.
    pub answered: u8,
    /// Number of items of the form.
    pub total: u8,
}

/// Why the element can't start, or can't go on: the detail of `error`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// The reason, for programs.
    pub code: FailureCode,
    /// The error, for developers.
    pub message: String,
}

/// Why the element can't start, or can't go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[allow(missing_docs, reason = "names of the API; the text above is that of its generated type")]
#[serde(rename_all = "kebab-case")]
pub enum FailureCode {
    // A file could not be loaded.
    Offline,
    // A file came, but is not the one that was asked for, or not all of it.
    Damaged,
    // The browser has no WebAssembly, or a policy forbids it.
    Blocked,
    // The program ended with an error.
    Broken,
    // The questionnaire of the page has faults.
    Questionnaire,
}

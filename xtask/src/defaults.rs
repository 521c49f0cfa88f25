//! Defaults of an element without attributes.

/// Questionnaire, form and language of an element without attributes; they stand first in every list.
pub const DEFAULTS: [&str; 3] = ["liberte-numerique", "express", "fr"];

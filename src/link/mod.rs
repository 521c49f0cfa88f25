//! The result link: a URL fragment that holds the answers, or the scores alone.
//!
//! `<version>.<questionnaire>.<form>.<payload>`, written down for other programs in
//! `docs/result-link.md`. The draft that a browser keeps is the same text. A text that was damaged on
//! its way never opens as another result: see `crc16`.

mod base64url;
mod crc16;
mod radix;
mod v1;

use crate::answers::Answers;
use crate::questionnaire::{Questionnaire, Role};
use crate::score::Standing;

/// A result as it travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultLink {
    pub content: Content,
    /// Tells two equal results from one that is read twice.
    pub mark: Mark,
    /// Who answered.
    pub role: Option<Role>,
    /// When the result was made.
    pub day: Option<Day>,
}

/// What a link reveals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Every response; unfinished answers too, for a draft.
    Answers(Answers),
    /// The rounded scores of the whole and of the principles, and no answer.
    Scores(Standing),
}

/// 24 random bits, made once a result by whoever has a source of randomness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark(pub [u8; 3]);

/// A day as a count from 1 January 2026, up to the year 2205.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u16);

/// Why a text is not a result that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Not meant as a result link at all: an anchor of the page.
    NotALink,
    /// Meant as one, but something was lost or changed on the way.
    Damaged,
    /// Made in a later format than this program reads.
    Newer,
    /// A sound link of another questionnaire, form or version: of the one that can read it.
    Elsewhere(Origin),
}

/// What a result was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub questionnaire: String,
    pub form: String,
    pub version: u8,
}

impl Origin {
    /// Of the results that are made with this questionnaire.
    pub fn of(questionnaire: &Questionnaire) -> Self {
        Self {
            questionnaire: questionnaire.id.to_string(),
            form: questionnaire.form.to_string(),
            version: questionnaire.version,
        }
    }

    /// Whether only the version differs.
    pub fn is_version_of(&self, questionnaire: &Questionnaire) -> bool {
        let now = Self::of(questionnaire);
        Self { version: now.version, ..self.clone() } == now
    }
}

/// The fragment for a result, without `#`.
pub fn encode(questionnaire: &Questionnaire, result: &ResultLink) -> String {
    v1::encode(questionnaire, result)
}

/// Whether a fragment, with or without `#`, is meant as a result link, sound or damaged: one lost dot
/// still leaves two.
pub fn is_meant_as_one(fragment: &str) -> bool {
    fragment.matches('.').count() >= 2
}

/// Reads a fragment, with or without `#`, as a result of this questionnaire and form.
///
/// # Errors
/// Any [`LinkError`]. No text makes it panic.
pub fn decode(questionnaire: &Questionnaire, fragment: &str) -> Result<ResultLink, LinkError> {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    if !is_meant_as_one(text) {
        return Err(LinkError::NotALink);
    }
    let version = text.split('.').next().unwrap_or_default();
    match version.parse::<u32>() {
        Ok(1) if version == v1::VERSION => v1::decode(questionnaire, text),
        Ok(2..) => Err(LinkError::Newer),
        _ => Err(LinkError::Damaged),
    }
}

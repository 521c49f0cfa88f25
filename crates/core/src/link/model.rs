//! Content of links, and errors of texts that are none.

use crate::answers::Answers;
use crate::calendar::Day;
use crate::questionnaire::{Questionnaire, Role};
use crate::result_id::ResultId;
use crate::score::ScoreSummary;

/// A result as it travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultLink {
    /// Answers, or scores alone.
    pub content: Content,
    /// Identity of the result: equal results of two persons differ in it.
    pub result_id: ResultId,
    /// Role of the respondent.
    pub role: Option<Role>,
    /// Day of the result.
    pub day: Option<Day>,
}

/// Facts of a result link that need no questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Questionnaire, form and version.
    pub origin: Origin,
    /// Identity of the result.
    pub result_id: ResultId,
    /// Role of the respondent.
    pub role: Option<Role>,
    /// Day of the result.
    pub day: Option<Day>,
    /// True for scores without answers.
    pub scores_only: bool,
}

/// Content of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Every response; a draft may be unfinished.
    Answers(Answers),
    /// Rounded scores of the whole and of the principles, without answers.
    Scores(ScoreSummary),
}

/// Kind of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Result of one person.
    Result,
    /// Results of several people.
    Team,
}

/// Error of a text that is not a readable result or team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// No result link: an anchor of the page.
    NotALink,
    /// A link with lost or changed characters.
    Damaged,
    /// A link in a later format than this program reads.
    Newer,
    /// A sound link of the other kind, result or team: see [`super::kind`].
    OtherKind,
    /// A sound link of another questionnaire, form or version.
    Elsewhere(Origin),
}

/// Questionnaire, form and version of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Id of the form.
    pub form: String,
    /// Version of the questionnaire.
    pub version: u8,
}

impl Origin {
    /// Origin of the results of a questionnaire.
    pub fn of(questionnaire: &Questionnaire) -> Self {
        Self {
            questionnaire: questionnaire.id.to_string(),
            form: questionnaire.form.to_string(),
            version: questionnaire.version,
        }
    }

    /// True if only the version differs.
    pub fn is_version_of(&self, questionnaire: &Questionnaire) -> bool {
        let now = Self::of(questionnaire);
        Self { version: now.version, ..self.clone() } == now
    }
}

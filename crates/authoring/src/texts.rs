//! Texts of a questionnaire in one language, by id.

use std::collections::BTreeMap;

use boussole_core::questionnaire::{ITEM_LEVELS, MATURITY_LEVELS, Maturity};

/// Texts of one questionnaire in one locale.
pub struct QuestionnaireTexts {
    /// Language.
    pub locale: String,
    /// Name of the questionnaire.
    pub title: String,
    /// Audience and subject.
    pub summary: String,
    /// Limits of the result.
    pub notice: String,
    /// Texts of each principle, by id.
    pub principles: BTreeMap<String, PrincipleTexts>,
    /// Name of each dimension, by id.
    pub dimensions: BTreeMap<String, String>,
    /// Maturity levels, the lowest first.
    pub maturity: [Maturity; MATURITY_LEVELS],
    /// Texts of each reference.
    pub references: Vec<CitationTexts>,
    /// Definitions of terms.
    pub definitions: Vec<DefinitionTexts>,
    /// Sentence for each profile, by id.
    pub profiles: BTreeMap<String, String>,
    /// Texts of each item, by id.
    pub items: BTreeMap<String, ItemTexts>,
}

/// Texts of one principle.
#[derive(Clone, Default)]
pub struct PrincipleTexts {
    /// Verb, for charts and tables.
    pub name: String,
    /// Demand of the principle.
    pub title: String,
    /// Meaning of each maturity level, the lowest first.
    pub interpretations: [String; MATURITY_LEVELS],
}

/// Texts of one item.
#[derive(Clone, Default)]
pub struct ItemTexts {
    /// Subject, for lists and tables.
    pub short: String,
    /// Question.
    pub prompt: String,
    /// Help to the question.
    pub help: String,
    /// Evidence for the answer.
    pub evidence: String,
    /// Levels, the lowest first.
    pub levels: [String; ITEM_LEVELS],
    /// Steps from each level to the next.
    pub steps: [String; ITEM_LEVELS - 1],
}

/// Texts of one reference.
#[derive(Clone, Default)]
pub struct CitationTexts {
    /// Id of the reference.
    pub id: String,
    /// Text, article, date.
    pub cite: String,
    /// Those whom it binds. Empty if it is not said.
    pub binds: String,
    /// What it says for the question. Empty if it is not said.
    pub says: String,
}

/// Definition of a term.
#[derive(Clone)]
pub struct DefinitionTexts {
    /// Id of the definition.
    pub id: String,
    /// Term as it stands in the texts.
    pub term: String,
    /// Spellings of the term in the texts.
    pub forms: Vec<String>,
    /// Definition.
    pub text: String,
}

impl QuestionnaireTexts {
    /// Texts of a reference.
    pub fn reference(&self, id: &str) -> Option<&CitationTexts> {
        self.references.iter().find(|reference| reference.id == id)
    }
}

//! Options of the pages for publishers and organisers, and their outcome: a snippet, or a poster and its addresses.

mod address;
mod choice;
pub mod poster;
mod snippet;

use std::collections::BTreeMap;

pub use choice::{EmbedChoice, Version, Way};
pub use snippet::snippet;

use crate::texts::fill;

/// Options of a page: the defaults are first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Offers {
    /// Languages of the texts.
    pub languages: Vec<String>,
    /// Current questionnaires.
    pub questionnaires: Vec<Offer>,
    /// Texts of the page, by locale and key; each locale has the language's own name as `name`.
    pub texts: BTreeMap<String, BTreeMap<String, String>>,
    /// Scripts for host pages, by name; none where no script is offered.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub scripts: BTreeMap<String, HostScript>,
}

/// Script for host pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct HostScript {
    /// Fingerprinted name.
    pub file: String,
    /// Value of the attribute `integrity`.
    pub integrity: String,
}

/// Questionnaire as a publisher chooses it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Offer {
    /// Id of the questionnaire.
    pub id: String,
    /// Forms, the default first.
    pub forms: Vec<OfferedForm>,
    /// Titles and summaries, by locale.
    pub texts: BTreeMap<String, OfferedTexts>,
}

/// Form, its number of items, and its duration in minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct OfferedForm {
    /// Id of the form.
    pub id: String,
    /// Number of items.
    pub items: usize,
    /// Promised duration in minutes.
    pub minutes: u8,
}

/// Names of a questionnaire in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct OfferedTexts {
    /// Title.
    pub title: String,
    /// Summary in one sentence.
    pub summary: String,
    /// Names of the principles.
    pub principles: Vec<String>,
}

impl Offers {
    /// Text of a key in a language, or else in the default one; empty for an unknown key.
    pub fn text(&self, locale: &str, key: &str) -> &str {
        let of = |locale: &str| self.texts.get(locale)?.get(key);
        of(locale).or_else(|| of(self.default_locale())).map_or("", |text| text)
    }

    /// Text of a key with its values.
    pub fn fill(&self, locale: &str, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(locale, key), values)
    }

    /// Length of a form as a text.
    pub fn length(&self, form: &OfferedForm, locale: &str) -> String {
        let values = [("count", &*form.items.to_string()), ("minutes", &*form.minutes.to_string())];
        self.fill(locale, "form_of", &values)
    }

    /// Default language; empty in offers without any.
    pub fn default_locale(&self) -> &str {
        self.languages.first().map_or("", |locale| locale)
    }

    /// Questionnaire of an id, or else the default; none in offers without any.
    pub fn questionnaire(&self, id: &str) -> Option<&Offer> {
        self.questionnaires.iter().find(|one| one.id == id).or_else(|| self.questionnaires.first())
    }

    /// Form of an id, or else the default one of the questionnaire.
    pub fn form(&self, questionnaire: &str, form: &str) -> Option<&OfferedForm> {
        let forms = &self.questionnaire(questionnaire)?.forms;
        forms.iter().find(|one| one.id == form).or_else(|| forms.first())
    }

    /// Languages of a questionnaire, in the order of the page.
    pub fn languages_of(&self, questionnaire: &str) -> Vec<&str> {
        let texts = self.questionnaire(questionnaire).map(|one| &one.texts);
        let has = |locale: &&String| texts.is_some_and(|texts| texts.contains_key(*locale));
        self.languages.iter().filter(has).map(|locale| &**locale).collect()
    }

    /// Names of a questionnaire in a language, or else in its first one.
    pub fn names(&self, questionnaire: &str, locale: &str) -> Option<&OfferedTexts> {
        let texts = &self.questionnaire(questionnaire)?.texts;
        texts.get(locale).or_else(|| texts.get(*self.languages_of(questionnaire).first()?))
    }

    /// Questionnaire and form as parameters of an address or attributes, as far as they differ from the defaults.
    fn differing(&self, questionnaire: &str, form: &str) -> Vec<(&'static str, String)> {
        let is_default = |id: &str, first: Option<&String>| first.is_some_and(|first| first == id);
        let first = self.questionnaires.first().map(|one| &one.id);
        let first_form =
            self.questionnaire(questionnaire).and_then(|one| one.forms.first()).map(|one| &one.id);
        let mut differing = Vec::new();
        if !is_default(questionnaire, first) {
            differing.push(("questionnaire", questionnaire.to_owned()));
        }
        if !is_default(form, first_form) {
            differing.push(("form", form.to_owned()));
        }
        differing
    }
}

//! The pack, and the lists in which it travels.

use std::rc::Rc;

use crate::questionnaire::{FormId, Questionnaire, StructureError};
use crate::texts::{Name, Text, Texts};

/// A questionnaire with the widget's texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// Questionnaire in one form and locale.
    pub questionnaire: Rc<Questionnaire>,
    /// Texts of the widget in the same locale.
    pub texts: Texts,
    /// Locales for the reader's choice, the current one included.
    pub locales: Vec<Locale>,
    /// Longer forms of the same version.
    pub longer: Vec<Longer>,
}

/// Form with all items of another one, and more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Longer {
    /// Id of the form.
    pub form: FormId,
    /// Number of items.
    pub items: u8,
    /// Duration of the whole form, in minutes.
    pub minutes: u8,
}

/// Language for the reader's choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// Tag, as in a `lang` attribute.
    pub id: String,
    /// Name of the language in that language.
    pub name: String,
}

/// Part of a pack as it travels: its numbers, and its texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wire(pub Vec<u8>, pub Vec<String>);

/// Error of a wire that is not a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WireError {
    /// Too short, too long, or with a value out of range: written by another release.
    OtherRelease,
    /// Readable, but not valid.
    Structure(StructureError),
}

impl Pack {
    /// Whether the rest is there.
    pub fn is_complete(&self) -> bool {
        self.texts.all().len() == Text::ALL.len()
    }
}

impl Wire {
    pub(super) fn count(&mut self, count: usize) {
        // The check of the sources and `Questionnaire` keep every list within `MAX_ENTRIES`, 255.
        self.0.push(u8::try_from(count).unwrap_or(u8::MAX));
    }

    pub(super) fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) {
        self.1.extend(texts.into_iter().cloned());
    }
}

//! First data of the widget: a questionnaire in one form and locale, with the widget's texts.
//!
//! A pack travels in two wires. The first holds what the questions show. The rest holds what the screens behind them show:
//! the first question waits for none of it. Each wire is two flat lists, numbers and texts, in the order of the fields below.
//! Named fields through serde would add 20 KB (brotli) to the widget. People read and write the TOML sources instead.

mod reader;
mod rest;

use std::rc::Rc;

use reader::WireReader;
pub use rest::rest_wire;

use crate::questionnaire::{
    Footnote, FormId, Item, Layer, Questionnaire, RawQuestionnaire, StructureError, Word,
};
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

impl From<(Vec<u8>, Vec<String>)> for Wire {
    fn from((numbers, texts): (Vec<u8>, Vec<String>)) -> Self {
        Self(numbers, texts)
    }
}

/// Error of a wire that is not a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WireError {
    /// Too short, too long, or with a value out of range: written by another release.
    OtherRelease,
    /// Readable, but not valid.
    Structure(StructureError),
}

impl Pack {
    /// What the questions show, as it travels.
    pub fn first_wire(&self) -> Wire {
        let mut wire = Wire::default();
        wire.count(self.locales.len());
        for locale in &self.locales {
            wire.texts([&locale.id, &locale.name]);
        }
        wire.count(self.longer.len());
        for longer in &self.longer {
            wire.0.extend([longer.items, longer.minutes]);
            wire.1.push(longer.form.to_string());
        }
        wire.texts(self.texts.all().iter().take(Text::OF_QUESTIONS));
        wire.draft(&self.questionnaire);
        wire
    }

    /// Reads what the questions show. All else of the pack is empty.
    ///
    /// # Errors
    /// A [`WireError`].
    pub fn from_first_wire(wire: Wire) -> Result<Self, WireError> {
        RawPack::read(wire).ok_or(WireError::OtherRelease)?.checked()
    }

    /// Both wires of the pack.
    pub fn to_wires(&self) -> [Wire; 2] {
        [self.first_wire(), rest_wire(std::slice::from_ref(self))]
    }

    /// Whether the rest is there.
    pub fn is_complete(&self) -> bool {
        self.texts.all().len() == Text::ALL.len()
    }
}

/// A pack, unchecked.
struct RawPack {
    questionnaire: RawQuestionnaire,
    texts: Texts,
    locales: Vec<Locale>,
    longer: Vec<Longer>,
}

impl RawPack {
    fn read(first: Wire) -> Option<Self> {
        let mut reader = WireReader::new(first);
        let pack = reader.pack()?;
        reader.is_at_end().then_some(pack)
    }

    fn checked(self) -> Result<Pack, WireError> {
        let Self { questionnaire, texts, locales, longer } = self;
        let questionnaire = Rc::new(Questionnaire::try_from(questionnaire).map_err(WireError::Structure)?);
        Ok(Pack { questionnaire, texts, locales, longer })
    }
}

impl Wire {
    fn count(&mut self, count: usize) {
        // The check of the sources and `Questionnaire` keep every list within `MAX_ENTRIES`, 255.
        self.0.push(u8::try_from(count).unwrap_or(u8::MAX));
    }

    fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) {
        self.1.extend(texts.into_iter().cloned());
    }

    fn draft(&mut self, draft: &RawQuestionnaire) {
        self.0.extend([draft.version, draft.minutes]);
        self.0.extend(draft.thresholds);
        self.1.extend([draft.id.to_string(), draft.form.to_string()]);
        self.texts([&draft.locale, &draft.title, &draft.summary, &draft.notice]);
        for maturity in &draft.maturity {
            self.texts([&maturity.name, &maturity.meaning]);
        }
        self.count(draft.principles.len());
        for principle in &draft.principles {
            self.0.extend([principle.id.number(), principle.weight.into()]);
            self.texts([&principle.name, &principle.title]);
            self.count(principle.dimensions.len());
            for dimension in &principle.dimensions {
                self.0.push(dimension.weight.into());
                self.1.push(dimension.id.to_string());
                self.texts([&dimension.name]);
                self.count(dimension.items.len());
                dimension.items.iter().for_each(|item| self.item(item));
            }
        }
        self.0.push(draft.has_ladders.into());
    }

    fn item(&mut self, item: &Item) {
        self.0.extend([item.weight.into(), item.not_applicable.into(), item.respondent.number(), item.since]);
        // No layer is the number after the last one.
        self.0.push(item.layer.map_or(Layer::WORDS.len() as u8, Word::number));
        self.1.push(item.id.to_string());
        self.texts([&item.short, &item.prompt, &item.help, &item.evidence]);
        self.count(item.references.len());
        self.texts(item.references.iter().map(|reference| &reference.title));
        self.count(item.definitions.len());
        for Footnote { title, text, .. } in &item.definitions {
            self.texts([title, text]);
        }
        self.texts(&item.levels);
    }
}

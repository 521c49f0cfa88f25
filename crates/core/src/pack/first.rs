//! The first wire of a pack: what the questions show.

use super::model::{Pack, Wire, WireError};
use super::reader::RawPack;
use crate::questionnaire::{Footnote, Item, Layer, RawQuestionnaire, Word};
use crate::texts::Text;

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
}

impl Wire {
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
        let (weight, respondent) = (item.weight.into(), item.respondent.number());
        self.0.extend([weight, item.not_applicable.into(), item.descending.into(), respondent, item.since]);
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

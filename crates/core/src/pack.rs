//! First data of the widget: a questionnaire in one form and locale, with the widget's texts.
//!
//! A pack travels as two flat lists, numbers and texts, in the order of the fields below. Named fields through
//! serde would add 20 KB (brotli) to the widget. People read and write the TOML sources instead.

use std::rc::Rc;

use crate::questionnaire::{
    Bound, Condition, Dimension, Footnote, FormId, Item, Layer, Maturity, Principle, Profile, ProfileScope,
    Questionnaire, RawQuestionnaire, Step, StructureError, Weight, Word,
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

/// Pack as it travels: its numbers, and its texts.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// Pack as it travels.
    pub fn to_wire(&self) -> Wire {
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
        wire.texts(self.texts.all());
        wire.draft(&self.questionnaire);
        wire
    }

    /// Reads a pack.
    ///
    /// # Errors
    /// A [`WireError`].
    pub fn from_wire(Wire(numbers, texts): Wire) -> Result<Self, WireError> {
        let mut reader = WireReader { numbers: numbers.into_iter(), texts: texts.into_iter() };
        let (locales, longer, texts, draft) = reader.pack().ok_or(WireError::OtherRelease)?;
        if reader.numbers.next().is_some() || reader.texts.next().is_some() {
            return Err(WireError::OtherRelease);
        }
        let questionnaire = Questionnaire::try_from(draft).map_err(WireError::Structure)?;
        Ok(Self { questionnaire: Rc::new(questionnaire), texts, locales, longer })
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
            self.texts(&principle.interpretations);
            self.count(principle.dimensions.len());
            for dimension in &principle.dimensions {
                self.0.push(dimension.weight.into());
                self.1.push(dimension.id.to_string());
                self.texts([&dimension.name]);
                self.count(dimension.items.len());
                dimension.items.iter().for_each(|item| self.item(item));
            }
        }
        self.count(draft.profiles.len());
        draft.profiles.iter().for_each(|profile| self.profile(profile));
        self.0.push(draft.has_ladders.into());
    }

    fn profile(&mut self, profile: &Profile) {
        self.texts([&profile.text]);
        self.count(profile.when.len());
        for Condition { part, bound } in &profile.when {
            let (kind, position) = match *part {
                ProfileScope::Principle(id) => (0, usize::from(id.number())),
                ProfileScope::Dimension(position) => (1, position),
                ProfileScope::Item(position) => (2, position),
            };
            self.0.push(kind);
            self.count(position);
            self.0.extend(match *bound {
                Bound::AtLeast(points) => [0, points],
                Bound::AtMost(points) => [1, points],
            });
        }
    }

    fn item(&mut self, item: &Item) {
        self.0.extend([item.weight.into(), item.not_applicable.into(), item.respondent.number(), item.since]);
        // No layer is the number after the last one.
        self.0.push(item.layer.map_or(Layer::WORDS.len() as u8, Word::number));
        self.1.push(item.id.to_string());
        self.texts([&item.short, &item.prompt, &item.help, &item.evidence]);
        for footnotes in [&item.references, &item.definitions] {
            self.count(footnotes.len());
            for Footnote { title, text, url } in footnotes {
                self.texts([title, text, url]);
            }
        }
        self.texts(&item.levels);
        for step in &item.steps {
            self.0.extend([step.owner.number(), step.effort.number()]);
            self.texts([&step.text]);
        }
    }
}

/// Reader of [`Wire`], in the same order.
struct WireReader {
    numbers: std::vec::IntoIter<u8>,
    texts: std::vec::IntoIter<String>,
}

impl WireReader {
    fn number(&mut self) -> Option<u8> {
        self.numbers.next()
    }

    fn text(&mut self) -> Option<String> {
        self.texts.next()
    }

    /// Flag in its only spelling: a pack is written as it was read.
    fn flag(&mut self) -> Option<bool> {
        match self.number()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    fn word<T: Word>(&mut self) -> Option<T> {
        T::from_number(self.number()?)
    }

    fn weight(&mut self) -> Option<Weight> {
        Weight::try_from(self.number()?).ok()
    }

    fn id<T: TryFrom<String>>(&mut self) -> Option<T> {
        T::try_from(self.text()?).ok()
    }

    fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        (0..self.number()?).map(|_| read(self)).collect()
    }

    fn array<T, const N: usize>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<[T; N]> {
        let list: Option<Vec<T>> = (0..N).map(|_| read(self)).collect();
        list?.try_into().ok()
    }

    fn pack(&mut self) -> Option<(Vec<Locale>, Vec<Longer>, Texts, RawQuestionnaire)> {
        let locales = self.list(|reader| Some(Locale { id: reader.text()?, name: reader.text()? }))?;
        let longer = self.list(|reader| {
            Some(Longer { items: reader.number()?, minutes: reader.number()?, form: reader.id()? })
        })?;
        let texts = Texts::new((0..Text::ALL.len()).map_while(|_| self.text()).collect())?;
        Some((locales, longer, texts, self.draft()?))
    }

    fn draft(&mut self) -> Option<RawQuestionnaire> {
        Some(RawQuestionnaire {
            version: self.number()?,
            minutes: self.number()?,
            thresholds: self.array(Self::number)?,
            id: self.id()?,
            form: self.id()?,
            locale: self.text()?,
            title: self.text()?,
            summary: self.text()?,
            notice: self.text()?,
            maturity: self
                .array(|reader| Some(Maturity { name: reader.text()?, meaning: reader.text()? }))?,
            principles: self.list(Self::principle)?,
            profiles: self.list(Self::profile)?,
            has_ladders: self.number()? != 0,
        })
    }

    fn profile(&mut self) -> Option<Profile> {
        Some(Profile { text: self.text()?, when: self.list(Self::condition)? })
    }

    fn condition(&mut self) -> Option<Condition> {
        let (kind, position) = (self.number()?, self.number()?);
        let part = match kind {
            0 => ProfileScope::Principle(Word::from_number(position)?),
            1 => ProfileScope::Dimension(position.into()),
            2 => ProfileScope::Item(position.into()),
            _ => return None,
        };
        let (kind, points) = (self.number()?, self.number()?);
        let bound = match kind {
            0 => Bound::AtLeast(points),
            1 => Bound::AtMost(points),
            _ => return None,
        };
        Some(Condition { part, bound })
    }

    fn principle(&mut self) -> Option<Principle> {
        Some(Principle {
            id: self.word()?,
            weight: self.weight()?,
            name: self.text()?,
            title: self.text()?,
            interpretations: self.array(Self::text)?,
            dimensions: self.list(Self::dimension)?,
        })
    }

    fn dimension(&mut self) -> Option<Dimension> {
        Some(Dimension {
            weight: self.weight()?,
            id: self.id()?,
            name: self.text()?,
            items: self.list(Self::item)?,
        })
    }

    fn layer(&mut self) -> Option<Option<Layer>> {
        let number = self.number()?;
        let is_none = usize::from(number) == Layer::WORDS.len();
        if is_none { Some(None) } else { Layer::from_number(number).map(Some) }
    }

    fn footnote(&mut self) -> Option<Footnote> {
        Some(Footnote { title: self.text()?, text: self.text()?, url: self.text()? })
    }

    fn item(&mut self) -> Option<Item> {
        Some(Item {
            weight: self.weight()?,
            not_applicable: self.flag()?,
            respondent: self.word()?,
            since: self.number()?,
            layer: self.layer()?,
            id: self.id()?,
            short: self.text()?,
            prompt: self.text()?,
            help: self.text()?,
            evidence: self.text()?,
            references: self.list(Self::footnote)?,
            definitions: self.list(Self::footnote)?,
            levels: self.array(Self::text)?,
            steps: self.array(|reader| {
                Some(Step { owner: reader.word()?, effort: reader.word()?, text: reader.text()? })
            })?,
        })
    }
}

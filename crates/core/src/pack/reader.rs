//! Reader of the lists of a wire, and of what the questions show.

use std::rc::Rc;

use super::model::{Locale, Longer, Pack, Wire, WireError};
use crate::questionnaire::{
    Dimension, Footnote, Item, Layer, Maturity, Principle, Questionnaire, RawQuestionnaire, Weight, Word,
};
use crate::texts::{Text, Texts};

/// A pack, unchecked.
pub(super) struct RawPack {
    pub(super) questionnaire: RawQuestionnaire,
    pub(super) texts: Texts,
    locales: Vec<Locale>,
    longer: Vec<Longer>,
}

impl RawPack {
    pub(super) fn read(first: Wire) -> Option<Self> {
        let mut reader = WireReader::new(first);
        let pack = reader.pack()?;
        reader.is_at_end().then_some(pack)
    }

    pub(super) fn checked(self) -> Result<Pack, WireError> {
        let Self { questionnaire, texts, locales, longer } = self;
        let questionnaire = Rc::new(Questionnaire::try_from(questionnaire).map_err(WireError::Structure)?);
        Ok(Pack { questionnaire, texts, locales, longer })
    }
}

/// Reader of a [`Wire`], in its order. `None` is the answer where the wire ends, or has a value out of range.
pub(super) struct WireReader {
    numbers: std::vec::IntoIter<u8>,
    texts: std::vec::IntoIter<String>,
}

impl WireReader {
    pub(super) fn new(Wire(numbers, texts): Wire) -> Self {
        Self { numbers: numbers.into_iter(), texts: texts.into_iter() }
    }

    /// Whether nothing is left.
    pub(super) fn is_at_end(&self) -> bool {
        self.numbers.len() + self.texts.len() == 0
    }

    // A function by itself: within each reader of a value it would cost the widget kilobytes.
    #[inline(never)]
    pub(super) fn number(&mut self) -> Option<u8> {
        self.numbers.next()
    }

    #[inline(never)]
    pub(super) fn text(&mut self) -> Option<String> {
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

    pub(super) fn word<T: Word>(&mut self) -> Option<T> {
        T::from_number(self.number()?)
    }

    fn weight(&mut self) -> Option<Weight> {
        Weight::try_from(self.number()?).ok()
    }

    pub(super) fn id<T: TryFrom<String>>(&mut self) -> Option<T> {
        T::try_from(self.text()?).ok()
    }

    pub(super) fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        self.some(count.into(), read)
    }

    pub(super) fn array<T, const N: usize>(
        &mut self,
        read: impl Fn(&mut Self) -> Option<T>,
    ) -> Option<[T; N]> {
        self.some(N, read)?.try_into().ok()
    }

    /// Reads that many. A loop: collecting an iterator of options costs the widget kilobytes.
    pub(super) fn some<T>(&mut self, count: usize, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut list = Vec::with_capacity(count);
        for _ in 0..count {
            list.push(read(self)?);
        }
        Some(list)
    }

    pub(super) fn pack(&mut self) -> Option<RawPack> {
        let locales = self.list(|reader| Some(Locale { id: reader.text()?, name: reader.text()? }))?;
        let longer = self.list(|reader| {
            Some(Longer { items: reader.number()?, minutes: reader.number()?, form: reader.id()? })
        })?;
        let texts = Texts::of_questions(self.some(Text::OF_QUESTIONS, Self::text)?)?;
        Some(RawPack { questionnaire: self.draft()?, texts, locales, longer })
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
            profiles: Vec::new(),
            has_ladders: self.flag()?,
        })
    }

    fn principle(&mut self) -> Option<Principle> {
        Some(Principle {
            id: self.word()?,
            weight: self.weight()?,
            name: self.text()?,
            title: self.text()?,
            interpretations: Default::default(),
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

    /// A reference by its citation: the documentation of the result tells the rest.
    fn reference(&mut self) -> Option<Footnote> {
        Some(Footnote { title: self.text()?, text: String::new(), url: String::new() })
    }

    fn definition(&mut self) -> Option<Footnote> {
        Some(Footnote { title: self.text()?, text: self.text()?, url: String::new() })
    }

    fn item(&mut self) -> Option<Item> {
        Some(Item {
            weight: self.weight()?,
            not_applicable: self.flag()?,
            descending: self.flag()?,
            respondent: self.word()?,
            since: self.number()?,
            layer: self.layer()?,
            id: self.id()?,
            short: self.text()?,
            prompt: self.text()?,
            help: self.text()?,
            evidence: self.text()?,
            references: self.list(Self::reference)?,
            definitions: self.list(Self::definition)?,
            levels: self.array(Self::text)?,
            steps: Vec::new(),
        })
    }
}

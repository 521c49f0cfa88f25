//! Comparison of two versions, fact by fact.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Fact, facts};
use super::part::{Aspect, Part};
use crate::Instrument;
use crate::items::ItemSource;

/// Differences between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Number of the older version.
    pub old: u8,
    /// Number of the newer version.
    pub new: u8,
    /// Changes, fact by fact.
    pub changes: Vec<Change>,
    /// Effect on the answer to each item: those of the newer version in its order, then the removed.
    pub items: Vec<(String, Fate)>,
    /// Points to check by hand.
    pub remarks: Vec<Remark>,
}

/// A fact that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Part of the questionnaire.
    pub part: Part,
    /// Property of the part.
    pub aspect: Aspect,
    /// Language of a text.
    pub locale: Option<String>,
    /// Older value; `None` for an addition.
    pub old: Option<String>,
    /// Newer value; `None` for a removal.
    pub new: Option<String>,
}

/// Effect of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// Answers mean something else.
    Answers,
    /// Reports have other scores or sentences.
    Scores,
    /// Neither: a correction is possible within a version.
    Wording,
}

/// Effect on the answer to an item of the older version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Counts in the newer version.
    CarriedOver,
    /// Meant something else: the item needs a new answer.
    AnswerAgain,
    /// Item without a predecessor.
    New,
    /// Item without a successor.
    Removed,
}

/// A point to check by hand: only a person can see a fault in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The question reads differently, yet answers to the older version are carried over.
    ConfirmSameMeaning(String),
    /// The item needs a new answer, although no value changed that decides its meaning.
    NothingChanged(String),
}

impl Difference {
    /// Compares an older version with a newer one.
    pub fn between(old: &Instrument, new: &Instrument) -> Self {
        let changes = changes(old, new);
        let items = fates(old, new);
        let remarks = remarks(old, new, &changes, &items);
        Self { old: old.structure.version, new: new.structure.version, changes, items, remarks }
    }

    /// Changes that a released version must not have: of the meaning of its answers, and of its scores.
    /// None between two versions of different numbers.
    pub fn broken_promises(&self) -> impl Iterator<Item = &Change> {
        let same = self.old == self.new;
        self.changes.iter().filter(move |change| same && change.matter() != Matter::Wording)
    }
}

impl Change {
    /// Effect of the change.
    pub fn matter(&self) -> Matter {
        match (self.aspect, &self.part) {
            (
                Aspect::Dimension
                | Aspect::NotApplicable
                | Aspect::Since
                | Aspect::Prompt
                | Aspect::Help
                | Aspect::Level(_),
                _,
            )
            | (Aspect::Presence, Part::Item(_)) => Matter::Answers,
            (Aspect::Thresholds | Aspect::Asked | Aspect::Weight | Aspect::When, _)
            | (Aspect::Presence, Part::Form(_) | Part::Dimension(_) | Part::Profile(_)) => Matter::Scores,
            _ => Matter::Wording,
        }
    }
}

/// Compares fact by fact. Of a part that only one version has, only the presence is reported.
fn changes(old: &Instrument, new: &Instrument) -> Vec<Change> {
    let (before, after) = (facts(old), facts(new));
    let values = |facts: &[Fact]| -> BTreeMap<_, _> {
        facts.iter().map(|fact| (fact.key(), fact.value.clone())).collect()
    };
    let (old_values, new_values) = (values(&before), values(&after));
    let is_reported = |fact: &Fact| {
        let in_both = |part: &Part, aspect, locale: Option<&String>| {
            let key = (part.clone(), aspect, locale.cloned());
            old_values.contains_key(&key) == new_values.contains_key(&key)
        };
        let language = fact.locale.as_ref();
        (fact.aspect == Aspect::Presence || in_both(&fact.part, Aspect::Presence, None))
            && (fact.aspect == Aspect::Language || in_both(&Part::Questionnaire, Aspect::Language, language))
    };
    let mut visited = BTreeSet::new();
    let mut changes = Vec::new();
    for fact in after.iter().chain(&before) {
        let (was, is) = (old_values.get(&fact.key()), new_values.get(&fact.key()));
        if visited.insert(fact.key()) && was != is && is_reported(fact) {
            changes.push(Change {
                part: fact.part.clone(),
                aspect: fact.aspect,
                locale: fact.locale.clone(),
                old: was.cloned(),
                new: is.cloned(),
            });
        }
    }
    changes
}

fn fates(old: &Instrument, new: &Instrument) -> Vec<(String, Fate)> {
    let version = old.structure.version;
    let has = |items: &[ItemSource], id: &str| items.iter().any(|item| item.id.as_str() == id);
    let current = new.structure.items.iter().map(|item| {
        let fate = match has(&old.structure.items, item.id.as_str()) {
            false => Fate::New,
            true if item.since <= version => Fate::CarriedOver,
            true => Fate::AnswerAgain,
        };
        (item.id.to_string(), fate)
    });
    let removed = old.structure.items.iter().filter(|item| !has(&new.structure.items, item.id.as_str()));
    current.chain(removed.map(|item| (item.id.to_string(), Fate::Removed))).collect()
}

fn remarks(old: &Instrument, new: &Instrument, changes: &[Change], items: &[(String, Fate)]) -> Vec<Remark> {
    // Within one version a change of meaning is a fault, see `released`.
    if old.structure.version == new.structure.version {
        return Vec::new();
    }
    let has = |one: &Instrument, locale: &str| one.texts.iter().any(|texts| texts.locale == locale);
    let locales = new.texts.iter().map(|texts| texts.locale.as_str()).filter(|locale| has(old, locale));
    let locales: Vec<&str> = locales.collect();
    let remark = |(id, fate): &(String, Fate)| {
        let own: Vec<&Change> =
            changes.iter().filter(|change| change.part == Part::Item(id.clone())).collect();
        let mut meaning = own.iter().filter(|change| change.matter() == Matter::Answers);
        match fate {
            Fate::CarriedOver if is_rephrased(&own, &locales) => Some(Remark::ConfirmSameMeaning(id.clone())),
            Fate::AnswerAgain if meaning.all(|change| change.aspect == Aspect::Since) => {
                Some(Remark::NothingChanged(id.clone()))
            }
            _ => None,
        }
    };
    items.iter().filter_map(remark).collect()
}

/// True if the changes of an item are more than a correction in one language.
///
/// The question or a level changed in every language, or the possible answers, or the dimension.
fn is_rephrased(changes: &[&Change], locales: &[&str]) -> bool {
    let in_locale = |locale: &&str| {
        let is_asked = |change: &&&Change| matches!(change.aspect, Aspect::Prompt | Aspect::Level(_));
        changes.iter().filter(is_asked).any(|change| change.locale.as_deref() == Some(*locale))
    };
    let is_structure = |change: &&Change| matches!(change.aspect, Aspect::Dimension | Aspect::NotApplicable);
    changes.iter().any(is_structure) || (!locales.is_empty() && locales.iter().all(in_locale))
}

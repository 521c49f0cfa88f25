//! What changed between two versions of a questionnaire, and what that does to answers that were given to
//! the older one. How it is told to a person is the business of whoever calls.

mod facts;
mod released;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::Instrument;
use super::items::ItemSource;
use facts::{Fact, facts};
pub use released::faults as faults_of_released;

/// All that tells two versions apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The number of the older version.
    pub old: u8,
    /// The number of the newer one.
    pub new: u8,
    pub changes: Vec<Change>,
    /// What becomes of the answer to each item: those of the newer version in its order, then the removed.
    pub items: Vec<(String, Fate)>,
    pub remarks: Vec<Remark>,
}

/// One thing that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub part: Part,
    pub aspect: Aspect,
    /// The language, for a text.
    pub locale: Option<String>,
    /// As it was; none where it is new.
    pub old: Option<String>,
    /// As it is; none where it was removed.
    pub new: Option<String>,
}

/// What a change is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Questionnaire,
    Form(String),
    Principle(String),
    Dimension(String),
    Item(String),
    Profile(String),
    /// A maturity level of the whole, counted from 0.
    Maturity(usize),
    Theme(String),
    Reference(String),
}

/// What of it changed. Levels and steps are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Whether it is there at all.
    Presence,
    /// Whether there are texts in a language.
    Language,
    Thresholds,
    /// The items of a form, in the order in which they are asked: links hold their answers in that order.
    Asked,
    Weight,
    When,
    Dimension,
    NotApplicable,
    Since,
    Prompt,
    Help,
    Level(usize),
    Minutes,
    Order,
    Title,
    Summary,
    Notice,
    Name,
    Interpretation(usize),
    Meaning,
    Short,
    Evidence,
    Step(usize),
    StepCost(usize),
    Respondent,
    Layer,
    Themes,
    References,
    Date,
    Url,
    Citation,
    Text,
}

/// What hangs on a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// What an answer means.
    Answers,
    /// What scores and sentences a report makes of the answers.
    Scores,
    /// Neither: it may be corrected within a version.
    Wording,
}

/// What becomes of the answer that was given to an item of the older version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It counts in the newer version.
    CarriedOver,
    /// It meant something else: the item is to be answered again.
    AnswerAgain,
    /// The older version did not have the item.
    New,
    /// The newer version does not have it.
    Removed,
}

/// Something to look at twice: no fault, as only a person can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The question reads otherwise, yet answers to the older version are carried over.
    ConfirmSameMeaning(String),
    /// It is to be answered again, although nothing changed that its meaning hangs on.
    NothingChanged(String),
}

impl Difference {
    /// What changed from the old to the new.
    pub fn between(old: &Instrument, new: &Instrument) -> Self {
        let changes = changes(old, new);
        let items = fates(old, new);
        let remarks = remarks(old, new, &changes, &items);
        Self { old: old.structure.version, new: new.structure.version, changes, items, remarks }
    }

    /// The changes that a version which was released must not have: of what its answers mean, and of what
    /// is made of them. None between two versions of different numbers.
    pub fn broken_promises(&self) -> impl Iterator<Item = &Change> {
        let same = self.old == self.new;
        self.changes.iter().filter(move |change| same && change.matter() != Matter::Wording)
    }
}

impl Change {
    /// What hangs on it.
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

/// Compares fact by fact. Of what only one of the two has, nothing more is told than that.
fn changes(old: &Instrument, new: &Instrument) -> Vec<Change> {
    let (before, after) = (facts(old), facts(new));
    let values = |facts: &[Fact]| -> BTreeMap<_, _> {
        facts.iter().map(|fact| (fact.key(), fact.value.clone())).collect()
    };
    let (old_values, new_values) = (values(&before), values(&after));
    let is_told = |fact: &Fact| {
        let in_both = |part: &Part, aspect, locale: Option<&String>| {
            let key = (part.clone(), aspect, locale.cloned());
            old_values.contains_key(&key) == new_values.contains_key(&key)
        };
        let language = fact.locale.as_ref();
        (fact.aspect == Aspect::Presence || in_both(&fact.part, Aspect::Presence, None))
            && (fact.aspect == Aspect::Language || in_both(&Part::Questionnaire, Aspect::Language, language))
    };
    let mut seen = BTreeSet::new();
    let mut changes = Vec::new();
    for fact in after.iter().chain(&before) {
        let (was, is) = (old_values.get(&fact.key()), new_values.get(&fact.key()));
        if seen.insert(fact.key()) && was != is && is_told(fact) {
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
    let kept = new.structure.items.iter().map(|item| {
        let fate = match has(&old.structure.items, item.id.as_str()) {
            false => Fate::New,
            true if item.since <= version => Fate::CarriedOver,
            true => Fate::AnswerAgain,
        };
        (item.id.to_string(), fate)
    });
    let removed = old.structure.items.iter().filter(|item| !has(&new.structure.items, item.id.as_str()));
    kept.chain(removed.map(|item| (item.id.to_string(), Fate::Removed))).collect()
}

fn remarks(old: &Instrument, new: &Instrument, changes: &[Change], items: &[(String, Fate)]) -> Vec<Remark> {
    // Within one version a change of meaning is no question but a fault.
    if old.structure.version == new.structure.version {
        return Vec::new();
    }
    let has = |one: &Instrument, locale: &str| one.words.iter().any(|words| words.locale == locale);
    let locales = new.words.iter().map(|words| words.locale.as_str()).filter(|locale| has(old, locale));
    let locales: Vec<&str> = locales.collect();
    let remark = |(id, fate): &(String, Fate)| {
        let own: Vec<&Change> =
            changes.iter().filter(|change| change.part == Part::Item(id.clone())).collect();
        let mut meaning = own.iter().filter(|change| change.matter() == Matter::Answers);
        match fate {
            Fate::CarriedOver if asks_otherwise(&own, &locales) => {
                Some(Remark::ConfirmSameMeaning(id.clone()))
            }
            Fate::AnswerAgain if meaning.all(|change| change.aspect == Aspect::Since) => {
                Some(Remark::NothingChanged(id.clone()))
            }
            _ => None,
        }
    };
    items.iter().filter_map(remark).collect()
}

/// Whether the changes of an item are more than a correction in one language: the question or a level
/// changed in every language, or what may be answered, or where it counts.
fn asks_otherwise(changes: &[&Change], locales: &[&str]) -> bool {
    let in_locale = |locale: &&str| {
        let is_asked = |change: &&&Change| matches!(change.aspect, Aspect::Prompt | Aspect::Level(_));
        changes.iter().filter(is_asked).any(|change| change.locale.as_deref() == Some(*locale))
    };
    let is_structure = |change: &&Change| matches!(change.aspect, Aspect::Dimension | Aspect::NotApplicable);
    changes.iter().any(is_structure) || (!locales.is_empty() && locales.iter().all(in_locale))
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Questionnaire => write!(f, "the questionnaire"),
            Self::Form(id) => write!(f, "the form `{id}`"),
            Self::Principle(id) => write!(f, "the principle `{id}`"),
            Self::Dimension(id) => write!(f, "the dimension `{id}`"),
            Self::Item(id) => write!(f, "the item `{id}`"),
            Self::Profile(id) => write!(f, "the profile `{id}`"),
            Self::Maturity(level) => write!(f, "maturity level {level}"),
            Self::Theme(id) => write!(f, "the theme `{id}`"),
            Self::Reference(id) => write!(f, "the reference `{id}`"),
        }
    }
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Interpretation(level) => return write!(f, "interpretation {level}"),
            Self::Level(level) => return write!(f, "level {level}"),
            Self::Step(level) => return write!(f, "step {level} to {}", level + 1),
            Self::StepCost(level) => return write!(f, "owner or effort of step {level} to {}", level + 1),
            Self::Presence => "presence",
            Self::Language => "language",
            Self::Thresholds => "thresholds",
            Self::Asked => "items, in the order in which they are asked",
            Self::Weight => "weight",
            Self::When => "conditions",
            Self::Dimension => "dimension",
            Self::NotApplicable => "“not applicable”",
            Self::Since => "since",
            Self::Prompt => "prompt",
            Self::Help => "help",
            Self::Minutes => "minutes",
            Self::Order => "order of the profiles",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Notice => "notice",
            Self::Name => "name",
            Self::Meaning => "meaning",
            Self::Short => "short name",
            Self::Evidence => "evidence",
            Self::Respondent => "respondent",
            Self::Layer => "layer",
            Self::Themes => "themes",
            Self::References => "references",
            Self::Date => "date",
            Self::Url => "address",
            Self::Citation => "citation",
            Self::Text => "sentence",
        };
        f.write_str(name)
    }
}

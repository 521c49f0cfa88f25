//! Differences between two versions of a questionnaire, and their effect on answers to the older one.
//! The caller puts them into words.

mod facts;
mod released;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::Instrument;
use super::items::ItemSource;
use facts::{Fact, facts};
pub use released::faults as faults_of_released;

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

/// Part of a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Questionnaire as a whole.
    Questionnaire,
    /// Form, by id.
    Form(String),
    /// Principle, by id.
    Principle(String),
    /// Dimension, by id.
    Dimension(String),
    /// Item, by id.
    Item(String),
    /// Profile, by id.
    Profile(String),
    /// Maturity level of the whole, counted from 0.
    Maturity(usize),
    /// Theme, by id.
    Theme(String),
    /// Reference, by id.
    Reference(String),
}

/// Property of a part. Levels and steps are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Presence of the part itself.
    Presence,
    /// Presence of texts in a language.
    Language,
    /// Thresholds of the maturity levels.
    Thresholds,
    /// Items of a form in the order of the questions, which is that of the answers in links.
    Asked,
    /// Weight beside the siblings.
    Weight,
    /// Conditions of a profile.
    When,
    /// Dimension of an item.
    Dimension,
    /// Permission to answer "not applicable".
    NotApplicable,
    /// First version in which answers mean the same.
    Since,
    /// Question of an item.
    Prompt,
    /// Help to a question.
    Help,
    /// Level of an item.
    Level(usize),
    /// Promised minutes of a form.
    Minutes,
    /// Order of the profiles.
    Order,
    /// Title of the questionnaire or of a principle.
    Title,
    /// Audience and subject of the questionnaire.
    Summary,
    /// Limits of the result.
    Notice,
    /// Name of the part.
    Name,
    /// Meaning of a maturity level of a principle.
    Interpretation(usize),
    /// Meaning of a maturity level of the whole.
    Meaning,
    /// Subject of an item.
    Short,
    /// Evidence for an answer.
    Evidence,
    /// Text of a step from a level to the next.
    Step(usize),
    /// Owner and effort of a step.
    StepCost(usize),
    /// Role that is best placed to answer.
    Respondent,
    /// Layer of technology.
    Layer,
    /// Themes of an item.
    Themes,
    /// References of an item.
    References,
    /// First day of application of a reference.
    Date,
    /// Address of a reference.
    Url,
    /// Citation of a reference.
    Citation,
    /// Sentence of a profile.
    Text,
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

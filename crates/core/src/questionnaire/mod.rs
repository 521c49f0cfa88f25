//! A questionnaire in one form and one locale, as the widget reads it.
//!
//! A [`Questionnaire`] that exists is valid: it is only made from a [`RawQuestionnaire`] that keeps every rule
//! of [`StructureError`]. Where its texts come from is the business of `authoring`.

mod profile;
mod terms;

use std::fmt;

pub use profile::{Bound, Condition, Profile, ProfileScope};
pub use terms::{
    DimensionId, Effort, FormId, ItemId, Layer, PrincipleId, QuestionnaireId, Role, TermError, Weight, Word,
};

/// The most items that a form may have. Ten minutes of an executive are about thirty; twice that
/// also keeps the exact arithmetic of the score within 128 bits (see `score::ratio`).
pub const MAX_ITEMS: usize = 60;

/// Maximum of every other list: profiles, conditions of a profile, references of an item, forms. A pack counts them in
/// one byte.
pub const MAX_ENTRIES: usize = u8::MAX as usize;

/// Number of levels of an item, 0 to 4.
pub const ITEM_LEVELS: usize = 5;

/// Number of maturity levels of a questionnaire.
pub const MATURITY_LEVELS: usize = 5;

/// A valid questionnaire: three principles, each of dimensions, each of items, with every text.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire(RawQuestionnaire);

/// The same data before it was checked.
#[derive(Clone, Debug, PartialEq)]
pub struct RawQuestionnaire {
    pub id: QuestionnaireId,
    /// The released version, from 1. Any change of meaning is a new version.
    pub version: u8,
    pub form: FormId,
    /// The locale of the texts, as in a `lang` attribute.
    pub locale: String,
    /// How long the form takes, in minutes.
    pub minutes: u8,
    /// From how many points each maturity level above the lowest begins.
    pub thresholds: [u8; MATURITY_LEVELS - 1],
    pub title: String,
    pub summary: String,
    /// What the result is not: an audit, legal advice.
    pub notice: String,
    pub principles: Vec<Principle>,
    /// The maturity levels, lowest first.
    pub maturity: [Maturity; MATURITY_LEVELS],
    /// The notable combinations that this form can tell, the most telling first.
    pub profiles: Vec<Profile>,
}

/// One of the three axes of the manifesto.
#[derive(Clone, Debug, PartialEq)]
pub struct Principle {
    pub id: PrincipleId,
    pub weight: Weight,
    pub name: String,
    pub title: String,
    /// What it means to stand at each maturity level of this principle, lowest first; empty in versions
    /// that were released without.
    pub interpretations: [String; MATURITY_LEVELS],
    pub dimensions: Vec<Dimension>,
}

/// What a principle is made of: reversibility, contracts...
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    pub id: DimensionId,
    pub weight: Weight,
    pub name: String,
    pub items: Vec<Item>,
}

/// One question, with five observable levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: ItemId,
    pub weight: Weight,
    /// Whether the thing asked about may really not exist, so that "not applicable" is an answer.
    pub not_applicable: bool,
    /// Who is best placed to answer.
    pub respondent: Role,
    /// The version from which on an answer has meant the same: an answer to an earlier one does not count.
    pub since: u8,
    /// The layer of technology that it is about, where it is about one.
    pub layer: Option<Layer>,
    /// A noun phrase that names the subject in lists and tables.
    pub short: String,
    pub prompt: String,
    pub help: String,
    /// What one would show for an answer; empty in versions that were released without.
    pub evidence: String,
    /// Laws and frameworks to see, each with its article and date.
    pub references: Vec<String>,
    pub levels: [String; ITEM_LEVELS],
    /// The step from each level to the one above.
    pub steps: [Step; ITEM_LEVELS - 1],
}

/// What takes an organisation from one level of an item to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub text: String,
    /// Who usually leads it.
    pub owner: Role,
    pub effort: Effort,
}

/// A maturity level in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Maturity {
    pub name: String,
    pub meaning: String,
}

impl Principle {
    /// The items of all its dimensions, in the order in which they are asked.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.dimensions.iter().flat_map(|dimension| &dimension.items)
    }
}

/// Whether thresholds rise strictly between 0 and 100.
pub fn thresholds_rise(thresholds: &[u8; MATURITY_LEVELS - 1]) -> bool {
    let bounds = [&[0], &thresholds[..], &[100]].concat();
    bounds.is_sorted_by(|low, high| low < high)
}

/// A rule of the structure that a [`RawQuestionnaire`] breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StructureError {
    /// The principles are not `choose`, `master`, `build`, each once and in this order.
    Principles,
    /// A principle has no dimension.
    EmptyPrinciple(PrincipleId),
    /// A dimension has no item.
    EmptyDimension(DimensionId),
    /// A dimension stands under a principle that its id does not name.
    StrayDimension(DimensionId),
    /// Two dimensions have the same id.
    TwiceDimension(DimensionId),
    /// Two items have the same id.
    TwiceItem(ItemId),
    /// The form has more than [`MAX_ITEMS`] items.
    TooManyItems(usize),
    /// The form has more than [`MAX_ENTRIES`] profiles.
    TooManyProfiles(usize),
    /// The profile at a position has more than [`MAX_ENTRIES`] conditions.
    TooManyConditions(usize),
    /// An item has more than [`MAX_ENTRIES`] references.
    TooManyReferences(ItemId),
    /// The thresholds do not rise strictly between 0 and 100.
    Thresholds,
    /// Versions count from 1.
    Version,
    /// An item says that it has meant the same since a version that is not there yet.
    Since(ItemId),
    /// The profile at a position has no condition, or one on a part that the form does not have.
    Profile(usize),
}

impl fmt::Display for StructureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Principles => {
                write!(f, "the principles must be choose, master and build, each once and in this order")
            }
            Self::EmptyPrinciple(id) => write!(f, "the principle {id} has no dimension"),
            Self::EmptyDimension(id) => write!(f, "the dimension {id} has no item"),
            Self::StrayDimension(id) => write!(f, "the dimension {id} stands under another principle"),
            Self::TwiceDimension(id) => write!(f, "the dimension {id} stands twice"),
            Self::TwiceItem(id) => write!(f, "the item {id} stands twice"),
            Self::TooManyItems(count) => write!(f, "the form has {count} items, more than {MAX_ITEMS}"),
            Self::TooManyProfiles(count) => {
                write!(f, "the form has {count} profiles, more than {MAX_ENTRIES}")
            }
            Self::TooManyConditions(index) => {
                write!(f, "profile {} has more than {MAX_ENTRIES} conditions", index + 1)
            }
            Self::TooManyReferences(id) => {
                write!(f, "the item {id} has more than {MAX_ENTRIES} references")
            }
            Self::Thresholds => write!(f, "the thresholds must rise strictly between 0 and 100"),
            Self::Version => write!(f, "versions count from 1"),
            Self::Since(id) => write!(f, "the item {id} is of a version that is still to come"),
            Self::Profile(index) => write!(f, "profile {} is about what the form does not have", index + 1),
        }
    }
}

impl std::error::Error for StructureError {}

impl TryFrom<RawQuestionnaire> for Questionnaire {
    type Error = StructureError;

    fn try_from(draft: RawQuestionnaire) -> Result<Self, StructureError> {
        match draft.faults().into_iter().next() {
            Some(fault) => Err(fault),
            None => Ok(Self(draft)),
        }
    }
}

impl RawQuestionnaire {
    /// Every rule of the structure that this draft breaks; none for a valid questionnaire.
    pub fn faults(&self) -> Vec<StructureError> {
        let mut faults = Vec::new();
        if self.version == 0 {
            faults.push(StructureError::Version);
        }
        if !self.principles.iter().map(|principle| principle.id).eq(PrincipleId::ALL) {
            faults.push(StructureError::Principles);
        }
        if !thresholds_rise(&self.thresholds) {
            faults.push(StructureError::Thresholds);
        }
        let mut dimensions: Vec<&DimensionId> = Vec::new();
        let mut items: Vec<&ItemId> = Vec::new();
        for principle in &self.principles {
            if principle.dimensions.is_empty() {
                faults.push(StructureError::EmptyPrinciple(principle.id));
            }
            for dimension in &principle.dimensions {
                let id = &dimension.id;
                if id.principle() != principle.id {
                    faults.push(StructureError::StrayDimension(id.clone()));
                }
                if dimensions.contains(&id) {
                    faults.push(StructureError::TwiceDimension(id.clone()));
                }
                dimensions.push(id);
                if dimension.items.is_empty() {
                    faults.push(StructureError::EmptyDimension(id.clone()));
                }
                for item in &dimension.items {
                    if items.contains(&&item.id) {
                        faults.push(StructureError::TwiceItem(item.id.clone()));
                    }
                    items.push(&item.id);
                    if item.references.len() > MAX_ENTRIES {
                        faults.push(StructureError::TooManyReferences(item.id.clone()));
                    }
                    if item.since > self.version.max(1) {
                        faults.push(StructureError::Since(item.id.clone()));
                    }
                }
            }
        }
        let fits = |condition: &Condition| match condition.part {
            ProfileScope::Principle(_) => true,
            ProfileScope::Dimension(position) => position < dimensions.len(),
            ProfileScope::Item(position) => position < items.len(),
        };
        if self.profiles.len() > MAX_ENTRIES {
            faults.push(StructureError::TooManyProfiles(self.profiles.len()));
        }
        for (index, profile) in self.profiles.iter().enumerate() {
            if profile.when.len() > MAX_ENTRIES {
                faults.push(StructureError::TooManyConditions(index));
            }
            if profile.when.is_empty() || !profile.when.iter().all(fits) {
                faults.push(StructureError::Profile(index));
            }
        }
        if items.len() > MAX_ITEMS {
            faults.push(StructureError::TooManyItems(items.len()));
        }
        faults
    }
}

/// The data is there to be read; nothing can change it into something invalid.
impl std::ops::Deref for Questionnaire {
    type Target = RawQuestionnaire;

    fn deref(&self) -> &RawQuestionnaire {
        &self.0
    }
}

impl Questionnaire {
    /// The items in the order in which they are asked and in which a result link packs them.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.principles.iter().flat_map(Principle::items)
    }

    /// How many items the form has, 3 to [`MAX_ITEMS`].
    pub fn len(&self) -> usize {
        self.items().count()
    }

    /// Never: a questionnaire has an item in each dimension. It is here because `len` is.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The item at a position, counted from 0.
    pub fn item(&self, position: usize) -> Option<&Item> {
        self.items().nth(position)
    }

    /// The principle to which the item at a position belongs.
    pub fn principle_of(&self, position: usize) -> Option<&Principle> {
        let mut first_after = 0;
        self.principles.iter().find(|principle| {
            first_after += principle.items().count();
            position < first_after
        })
    }

    /// The principle with an id.
    pub fn principle(&self, id: PrincipleId) -> &Principle {
        // A valid questionnaire has the three principles in the order of `PrincipleId::ALL`.
        &self.principles[id as usize]
    }
}

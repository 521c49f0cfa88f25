//! A questionnaire in one form and one locale.
//!
//! A [`Questionnaire`] is valid by construction: it is made of a [`RawQuestionnaire`] without any
//! [`StructureError`]. The crate `boussole-authoring` reads its texts.

mod profile;
mod terms;

use std::fmt;

pub use profile::{Bound, Condition, Profile, ProfileScope};
pub use terms::{
    DimensionId, Effort, FormId, ItemId, Layer, PrincipleId, QuestionnaireId, Role, TermError, Weight, Word,
};

/// Maximum of items in a form. Ten minutes of an executive are about thirty items. Sixty also keep the exact
/// arithmetic of the score within 128 bits (see `score::ratio`).
pub const MAX_ITEMS: usize = 60;

/// Maximum of every other list: profiles, conditions of a profile, references of an item, forms. A pack counts them
/// in one byte.
pub const MAX_ENTRIES: usize = u8::MAX as usize;

/// Number of levels of an item, 0 to 4.
pub const ITEM_LEVELS: usize = 5;

/// Number of maturity levels of a questionnaire.
pub const MATURITY_LEVELS: usize = 5;

/// A valid questionnaire: three principles, each of dimensions, each of items, with every text.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire(RawQuestionnaire);

/// The same data, unchecked.
#[derive(Clone, Debug, PartialEq)]
pub struct RawQuestionnaire {
    /// Id of the questionnaire.
    pub id: QuestionnaireId,
    /// Released version, from 1. Any change of meaning is a new version.
    pub version: u8,
    /// Id of the form.
    pub form: FormId,
    /// Locale of the texts, as in a `lang` attribute.
    pub locale: String,
    /// Duration of the form, in minutes.
    pub minutes: u8,
    /// Points from which each maturity level above the lowest begins.
    pub thresholds: [u8; MATURITY_LEVELS - 1],
    /// Title.
    pub title: String,
    /// Summary in one sentence.
    pub summary: String,
    /// Limits of the result: no audit, no legal advice.
    pub notice: String,
    /// The three principles.
    pub principles: Vec<Principle>,
    /// Maturity levels, lowest first.
    pub maturity: [Maturity; MATURITY_LEVELS],
    /// Notable combinations of scores in this form, the most telling first.
    pub profiles: Vec<Profile>,
    /// True if each item has a ladder of its own: the first question then tells how to choose.
    pub has_ladders: bool,
}

/// Text that a question shows on request: a term with its definition, or a law or framework with what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Term; or citation: text, article and date.
    pub title: String,
    /// Definition; or those whom the text binds, and what it says. Empty if the questionnaire does not say.
    pub text: String,
    /// Address of the article in the reader's language. Empty if there is none, or for the documentation alone.
    pub url: String,
}

/// One of the three axes of the manifesto.
#[derive(Clone, Debug, PartialEq)]
pub struct Principle {
    /// Id of the principle.
    pub id: PrincipleId,
    /// Weight beside the other principles.
    pub weight: Weight,
    /// Short name.
    pub name: String,
    /// Title in a sentence.
    pub title: String,
    /// Meaning of each maturity level of this principle, lowest first. Empty in early released versions.
    pub interpretations: [String; MATURITY_LEVELS],
    /// Dimensions of the principle.
    pub dimensions: Vec<Dimension>,
}

/// Part of a principle: reversibility, contracts...
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Id of the dimension.
    pub id: DimensionId,
    /// Weight beside the other dimensions of the principle.
    pub weight: Weight,
    /// Name.
    pub name: String,
    /// Items of the dimension.
    pub items: Vec<Item>,
}

/// One question, with five observable levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Id of the item.
    pub id: ItemId,
    /// Weight beside the other items of the dimension.
    pub weight: Weight,
    /// True if "not applicable" is an answer.
    pub not_applicable: bool,
    /// True if the levels are listed from the highest, see [`Level::listed`](crate::answers::Level::listed).
    pub descending: bool,
    /// Role that is best placed to answer.
    pub respondent: Role,
    /// First version of the present meaning: answers to earlier versions do not count.
    pub since: u8,
    /// Layer of technology, if the item is about one.
    pub layer: Option<Layer>,
    /// Noun phrase for the subject, in lists and tables.
    pub short: String,
    /// Question.
    pub prompt: String,
    /// Explanation below the question.
    pub help: String,
    /// Evidence for an answer. Empty in early released versions.
    pub evidence: String,
    /// Laws and frameworks, each with its article and date.
    pub references: Vec<Footnote>,
    /// Terms that the question uses, each with its definition.
    pub definitions: Vec<Footnote>,
    /// Texts of the levels, lowest first.
    pub levels: [String; ITEM_LEVELS],
    /// Step from each level to the next; none until the rest of a pack is there.
    pub steps: Vec<Step>,
}

/// Measure that takes an organisation from one level of an item to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Measure in a sentence.
    pub text: String,
    /// Role that usually leads the step.
    pub owner: Role,
    /// Cost of the step.
    pub effort: Effort,
}

/// Maturity level in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Maturity {
    /// Name.
    pub name: String,
    /// Meaning for an organisation.
    pub meaning: String,
}

impl Principle {
    /// Items of all dimensions, in the order of the questions.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.dimensions.iter().flat_map(|dimension| &dimension.items)
    }
}

/// True if thresholds rise strictly between 0 and 100.
pub fn thresholds_rise(thresholds: &[u8; MATURITY_LEVELS - 1]) -> bool {
    let bounds = [&[0], &thresholds[..], &[100]].concat();
    bounds.is_sorted_by(|low, high| low < high)
}

/// Rule of the structure that a [`RawQuestionnaire`] breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StructureError {
    /// The principles are not `choose`, `master`, `build`, each once and in this order.
    Principles,
    /// A principle has no dimension.
    EmptyPrinciple(PrincipleId),
    /// A dimension has no item.
    EmptyDimension(DimensionId),
    /// A dimension is listed under a principle that its id does not name.
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
    /// An item has more than [`MAX_ENTRIES`] references, or definitions.
    TooManyReferences(ItemId),
    /// The thresholds do not rise strictly between 0 and 100.
    Thresholds,
    /// Versions count from 1.
    Version,
    /// An item names a version that is still to come as its first one.
    Since(ItemId),
    /// The profile at a position has no condition, or one on a part outside of the form.
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
                write!(f, "the item {id} has more than {MAX_ENTRIES} references or definitions")
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
    /// Broken rules of the structure; none for a valid questionnaire.
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
                    if item.references.len().max(item.definitions.len()) > MAX_ENTRIES {
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

/// Read access only: no change can make a questionnaire invalid.
impl std::ops::Deref for Questionnaire {
    type Target = RawQuestionnaire;

    fn deref(&self) -> &RawQuestionnaire {
        &self.0
    }
}

impl Questionnaire {
    /// Items in the order of the questions and of result links.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.principles.iter().flat_map(Principle::items)
    }

    /// Number of items, 3 to [`MAX_ITEMS`].
    pub fn len(&self) -> usize {
        self.items().count()
    }

    /// False: each dimension has an item. Counterpart of `len`.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// Item at a position, counted from 0.
    pub fn item(&self, position: usize) -> Option<&Item> {
        self.items().nth(position)
    }

    /// Principle of the item at a position.
    pub fn principle_of(&self, position: usize) -> Option<&Principle> {
        let mut first_after = 0;
        self.principles.iter().find(|principle| {
            first_after += principle.items().count();
            position < first_after
        })
    }

    /// Principle with an id.
    pub fn principle(&self, id: PrincipleId) -> &Principle {
        // A valid questionnaire has the three principles in the order of `PrincipleId::ALL`.
        &self.principles[id as usize]
    }
}

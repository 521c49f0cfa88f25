//! The small words of a questionnaire: ids, weights, roles. Each can hold only a right value.

use std::fmt;

/// Why a text is not a value of one of these types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermError(&'static str);

impl fmt::Display for TermError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for TermError {}

const SLUG: TermError = TermError("an id is 1 to 40 lower-case letters, digits and hyphens");
const PATH: TermError =
    TermError("the id of a dimension is its principle's, a slash and its own, as in choose/visibility");
const WEIGHT: TermError = TermError("a weight is a whole number from 1 to 9");

fn is_slug(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// A value that is one of a fixed row of words: a word to authors, its place in the row to programs.
pub trait Word: Copy + PartialEq + 'static {
    /// What the words stand for.
    const KIND: &str;
    /// Every word, in the order of the numbers.
    const WORDS: &[(&str, Self)];

    /// The value of a word.
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }

    /// The value at a place.
    fn from_number(number: u8) -> Option<Self> {
        Self::WORDS.get(usize::from(number)).map(|(_, value)| *value)
    }

    /// The place of the value, from 0.
    fn number(self) -> u8 {
        // Every value stands in the row, and no row is anywhere near 256 words long.
        Self::WORDS.iter().position(|(_, value)| *value == self).unwrap_or(0) as u8
    }

    /// The word for the value.
    fn word(self) -> &'static str {
        Self::WORDS[usize::from(self.number())].0
    }
}

macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(String);

        impl TryFrom<String> for $name {
            type Error = TermError;
            fn try_from(text: String) -> Result<Self, TermError> {
                if is_slug(&text) { Ok(Self(text)) } else { Err(SLUG) }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

slug! {
    /// Names a questionnaire: its folder, and the second field of a result link.
    QuestionnaireId
}
slug! {
    /// Names a form of a questionnaire: `express`, `full`.
    FormId
}
slug! {
    /// Names an item within its questionnaire.
    ItemId
}

/// One of the three principles of the manifesto.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrincipleId {
    /// The right to choose one's technology partners.
    Choose,
    /// The capacity to master one's digital trajectory.
    Master,
    /// The commitment to build alternatives collectively.
    Build,
}

impl PrincipleId {
    /// In the order in which they are asked and shown.
    pub const ALL: [Self; 3] = [Self::Choose, Self::Master, Self::Build];
}

impl Word for PrincipleId {
    const KIND: &str = "principle";
    const WORDS: &[(&str, Self)] =
        &[("choose", Self::Choose), ("master", Self::Master), ("build", Self::Build)];
}

impl fmt::Display for PrincipleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Names a dimension, as in `choose/visibility`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DimensionId {
    principle: PrincipleId,
    path: String,
}

impl TryFrom<String> for DimensionId {
    type Error = TermError;

    fn try_from(path: String) -> Result<Self, TermError> {
        let (principle, own) = path.split_once('/').ok_or(PATH)?;
        let principle = PrincipleId::ALL.into_iter().find(|id| id.word() == principle).ok_or(PATH)?;
        if is_slug(own) { Ok(Self { principle, path }) } else { Err(PATH) }
    }
}

impl From<DimensionId> for String {
    fn from(id: DimensionId) -> String {
        id.path
    }
}

impl DimensionId {
    /// The principle that the dimension is part of.
    pub fn principle(&self) -> PrincipleId {
        self.principle
    }

    pub fn as_str(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for DimensionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

/// How much an item, a dimension or a principle counts beside its siblings, 1 to 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight(u8);

impl Weight {
    pub const ONE: Self = Self(1);
}

impl TryFrom<u8> for Weight {
    type Error = TermError;

    fn try_from(value: u8) -> Result<Self, TermError> {
        if (1..=9).contains(&value) { Ok(Self(value)) } else { Err(WEIGHT) }
    }
}

impl From<Weight> for u8 {
    fn from(weight: Weight) -> u8 {
        weight.0
    }
}

/// Who can best answer an item, or leads a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    GeneralManagement,
    It,
    Procurement,
    Legal,
    Business,
}

/// In the order of their numbers in a result link.
impl Word for Role {
    const KIND: &str = "role";
    const WORDS: &[(&str, Self)] = &[
        ("general-management", Self::GeneralManagement),
        ("it", Self::It),
        ("procurement", Self::Procurement),
        ("legal", Self::Legal),
        ("business", Self::Business),
    ];
}

/// What a step costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// One meeting.
    Meeting,
    /// A few weeks.
    Weeks,
    /// About a quarter.
    Quarter,
}

impl Word for Effort {
    const KIND: &str = "effort";
    const WORDS: &[(&str, Self)] =
        &[("meeting", Self::Meeting), ("weeks", Self::Weeks), ("quarter", Self::Quarter)];
}

/// The layer of technology that an item is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    Infrastructure,
    Software,
    Cloud,
    Ai,
}

impl Word for Layer {
    const KIND: &str = "layer";
    const WORDS: &[(&str, Self)] = &[
        ("infrastructure", Self::Infrastructure),
        ("software", Self::Software),
        ("cloud", Self::Cloud),
        ("ai", Self::Ai),
    ];
}

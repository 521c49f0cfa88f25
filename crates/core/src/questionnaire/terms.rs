//! Terms of a questionnaire: ids, weights, roles. Each type holds valid values only.

use std::fmt;

/// Error of a text that is not a value of one of these types.
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

/// Value out of a fixed list of words. Sources have the word, links and packs its position.
pub trait Word: Copy + PartialEq + 'static {
    /// Kind of the words, for messages.
    const KIND: &str;
    /// Words in the order of their numbers.
    const WORDS: &[(&str, Self)];

    /// Value of a word.
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }

    /// Value at a position.
    fn from_number(number: u8) -> Option<Self> {
        Self::WORDS.get(usize::from(number)).map(|(_, value)| *value)
    }

    /// Position of the value, from 0.
    fn number(self) -> u8 {
        // Every value is listed, and each list is shorter than 256 words.
        Self::WORDS.iter().position(|(_, value)| *value == self).unwrap_or(0) as u8
    }

    /// Word of the value.
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
            /// The id as text.
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
    /// Id of a questionnaire: name of its folder, second field of a result link.
    QuestionnaireId
}
slug! {
    /// Id of a form: `express`, `full`.
    FormId
}
slug! {
    /// Id of an item within its questionnaire.
    ItemId
}

/// One of the three principles of the manifesto.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrincipleId {
    /// Right to choose one's technology partners.
    Choose,
    /// Capacity to master one's digital trajectory.
    Master,
    /// Commitment to build alternatives collectively.
    Build,
}

impl PrincipleId {
    /// Principles in the order of questions and reports.
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

/// Id of a dimension, as in `choose/visibility`.
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
    /// Principle of the dimension.
    pub fn principle(&self) -> PrincipleId {
        self.principle
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for DimensionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

/// Weight of an item, a dimension or a principle beside its siblings, 1 to 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight(u8);

impl Weight {
    /// The weight 1.
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

/// Role of a respondent, or of the leader of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// General management.
    GeneralManagement,
    /// Department of information technology.
    It,
    /// Procurement.
    Procurement,
    /// Legal department.
    Legal,
    /// Business units.
    Business,
    /// Finance department.
    Finance,
    /// Security, of information systems above all.
    Security,
}

impl Role {
    /// True for a role that the first formats of links do not have: they know five.
    pub fn is_late(self) -> bool {
        self as u8 > Self::Business as u8
    }
}

/// Words in the order of the numbers in a result link.
impl Word for Role {
    const KIND: &str = "role";
    const WORDS: &[(&str, Self)] = &[
        ("general-management", Self::GeneralManagement),
        ("it", Self::It),
        ("procurement", Self::Procurement),
        ("legal", Self::Legal),
        ("business", Self::Business),
        ("finance", Self::Finance),
        ("security", Self::Security),
    ];
}

/// Cost of a step.
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

/// Layer of technology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Infrastructure.
    Infrastructure,
    /// Software.
    Software,
    /// Cloud services.
    Cloud,
    /// Artificial intelligence.
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

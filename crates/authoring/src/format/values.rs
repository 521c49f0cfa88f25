//! Values of the format that have a limit: texts, words, ids, weights, points.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::claims::Amount;
use boussole_core::questionnaire::Word;

/// A text of at most so many characters.
pub struct SingleLine<const LIMIT: usize>(
    /// Text.
    pub String,
);

impl<'de, const LIMIT: usize> Deserialize<'de> for SingleLine<LIMIT> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let length = text.chars().count();
        if (1..=LIMIT).contains(&length) {
            Ok(Self(text))
        } else {
            Err(D::Error::custom(format!("a text of {length} characters, of 1 to {LIMIT}")))
        }
    }
}

impl<const LIMIT: usize> JsonSchema for SingleLine<LIMIT> {
    fn schema_name() -> Cow<'static, str> {
        format!("SingleLine{LIMIT}").into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "minLength": 1, "maxLength": LIMIT })
    }
}

/// A word of a fixed list.
pub struct One<T>(
    /// Value of the word.
    pub T,
);

impl<'de, T: Word> Deserialize<'de> for One<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        T::from_word(&word).map(Self).ok_or_else(|| D::Error::custom(format!("`{word}` is no {}", T::KIND)))
    }
}

impl<T: Word> JsonSchema for One<T> {
    fn schema_name() -> Cow<'static, str> {
        T::KIND.into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
        json_schema!({ "type": "string", "enum": words })
    }
}

/// Describes a type where it is used, by a schema.
macro_rules! inline_schema {
    ($name:ident, $schema:expr) => {
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

/// Defines a type for a value of the core that is read from a simpler one.
macro_rules! read_as {
    ($($(#[$doc:meta])* $name:ident of $core:ty as $raw:ty: $schema:tt;)*) => {$(
        $(#[$doc])*
        #[derive(PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(
            /// Value of the core.
            pub $core,
        );

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let raw = <$raw>::deserialize(deserializer)?;
                <$core>::try_from(raw).map(Self).map_err(D::Error::custom)
            }
        }

        inline_schema!($name, json_schema!($schema));
    )*};
}

read_as! {
    /// An id: 1 to 40 lower-case letters, digits and hyphens.
    Id of boussole_core::questionnaire::ItemId as String: { "type": "string", "pattern": "^[a-z0-9-]{1,40}$" };
    /// The id of a dimension.
    DimensionId of boussole_core::questionnaire::DimensionId as String:
        { "type": "string", "pattern": "^(choose|master|build)/[a-z0-9-]{1,40}$" };
    /// A weight.
    Weight of boussole_core::questionnaire::Weight as u8: { "type": "integer", "minimum": 1, "maximum": 9 };
}

/// Points from 0 to 100.
pub struct Points(
    /// Number of points.
    pub u8,
);

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let points = u8::deserialize(deserializer)?;
        if points <= 100 {
            Ok(Self(points))
        } else {
            Err(D::Error::custom(format!("{points} is more than all points")))
        }
    }
}

inline_schema!(Points, json_schema!({ "type": "integer", "minimum": 0, "maximum": 100 }));

/// A claim: a fact, and the least amount of it.
pub struct ClaimText(
    /// Claim as it is written.
    pub String,
);

/// A claim of a sentence: a fact with its amount, or "not " before it.
pub struct SentenceClaimText(
    /// Claim as it is written.
    pub String,
);

/// Defines how a claim is read, with the pattern of its schema.
macro_rules! claim {
    ($($name:ident $not:literal;)*) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let claimed = text.strip_prefix($not).unwrap_or(&text);
                let (fact, amount) = claimed.split_once('=').unwrap_or((claimed, Amount::One.word()));
                let is_fact = boussole_core::questionnaire::ItemId::try_from(fact.to_owned()).is_ok();
                if is_fact && Amount::from_word(amount).is_some() {
                    Ok(Self(text))
                } else {
                    Err(D::Error::custom(format!("`{text}` is no claim")))
                }
            }
        }

        inline_schema!($name, {
            let amounts: Vec<&str> = Amount::WORDS.iter().map(|(word, _)| *word).collect();
            let not = if $not.is_empty() { String::new() } else { format!("({})?", $not) };
            let pattern = format!("^{not}[a-z0-9-]{{1,40}}(=({}))?$", amounts.join("|"));
            json_schema!({ "type": "string", "pattern": pattern })
        });
    )*};
}

claim! {
    ClaimText "";
    SentenceClaimText "not ";
}

//! Parts of the format on ladders, claims, references and definitions.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ClaimText, Id, SentenceClaimText, SingleLine};
use crate::limits;

/// A law or a framework that items refer to.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Reference")]
pub struct ReferenceToml {
    /// Its name within this questionnaire.
    pub id: Id,
    /// The day since which it applies: year, month, day. The citation in the texts must name the year.
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub date: String,
    /// The last day on which it applies. The check warns 90 days before.
    #[serde(default)]
    #[schemars(with = "String", regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub until: Option<String>,
    /// The day on which its text was looked up.
    #[serde(default)]
    #[schemars(with = "String", regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub checked: Option<String>,
    /// The page where its text is published: one address, or one for each language: { fr = "…", en = "…" }.
    pub url: ReferenceUrlToml,
}

/// One address, or one for each language.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "ReferenceUrl")]
pub enum ReferenceUrlToml {
    /// The address for readers of every language.
    Shared(
        #[schemars(regex(pattern = r"^https://"))]
        String,
    ),
    /// The address for each language.
    ByLocale(#[schemars(extend("minProperties" = 1))] BTreeMap<String, AddressToml>),
}

/// The address of a page.
#[derive(Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct AddressToml(
    /// Address.
    #[schemars(regex(pattern = r"^https://"))]
    pub String,
);

/// The texts of a reference.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Citation")]
pub struct CitationToml {
    /// The law, the article and the day since which it applies. It is shown behind "See:".
    pub cite: SingleLine<{ limits::CITATION }>,
    /// Those whom it binds.
    #[serde(default)]
    #[schemars(with = "SingleLine<{ limits::BINDS }>")]
    pub binds: Option<SingleLine<{ limits::BINDS }>>,
    /// What it says for the questions that name it.
    #[serde(default)]
    #[schemars(with = "SingleLine<{ limits::SAYS }>")]
    pub says: Option<SingleLine<{ limits::SAYS }>>,
}

/// The definition of a term. Every question whose texts use the term shows it on request.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Definition")]
pub struct DefinitionToml {
    /// The term.
    pub term: SingleLine<{ limits::TERM }>,
    /// Its spellings in the texts, as the singular and the plural. The term alone, if left out.
    #[serde(default)]
    #[schemars(with = "Vec<SingleLine<{ limits::TERM }>>")]
    pub forms: Option<Vec<SingleLine<{ limits::TERM }>>>,
    /// The definition.
    pub text: SingleLine<{ limits::DEFINITION }>,
}

/// What the five levels of an item rest on, the lowest first.
pub type BasisToml = [Vec<ClaimText>; boussole_core::questionnaire::ITEM_LEVELS];

/// What the five interpretations of a principle claim, the lowest first.
pub type PrincipleClaimsToml = [Vec<SentenceClaimText>; boussole_core::questionnaire::MATURITY_LEVELS];

//! Format of a questionnaire's files as types, from which `schema` makes the JSON Schemas.
//!
//! Descriptions and limits appear in the editors of authors. The check itself reads the files with `reader`, to find
//! every fault and its place. A test compares the two.

mod evidence;
mod values;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::limits;
use boussole_core::questionnaire::{
    Effort, ITEM_LEVELS, Layer, MATURITY_LEVELS, MAX_ENTRIES, MAX_ITEMS, PrincipleId, Role,
};
pub use evidence::{
    AddressToml, BasisToml, CitationToml, DefinitionToml, PrincipleClaimsToml, ReferenceToml,
    ReferenceUrlToml,
};
pub use values::{ClaimText, DimensionId, Id, One, Points, SentenceClaimText, SingleLine, Weight};

/// The structure of a questionnaire: ids, weights, forms. Its texts are in files beside it, one a language.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Structure of a questionnaire")]
#[schemars(rename = "Structure")]
pub struct StructureToml {
    /// The released version, counted from 1. Raise it when the meaning of an answer or the way of scoring
    /// changes; mending a typing error needs no new version.
    #[schemars(range(min = 1))]
    pub version: u8,
    /// The day of this version: year, month, day.
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub date: String,
    /// From how many points the maturity levels two to five begin: four rising numbers, usually
    /// [20, 40, 60, 80].
    #[schemars(inner(range(min = 1, max = 99)))]
    pub thresholds: [u8; MATURITY_LEVELS - 1],
    /// The forms in which it can be answered, each by its id: `[forms.express]`, `[forms.full]`.
    #[schemars(extend("minProperties" = 1, "maxProperties" = MAX_ENTRIES))]
    pub forms: BTreeMap<Id, FormToml>,
    /// The themes that the questionnaire sets out to cover: an id, and its name in English for the documentation.
    /// Every theme needs an item.
    #[serde(default)]
    #[schemars(with = "BTreeMap<Id, String>")]
    pub themes: Option<BTreeMap<Id, String>>,
    /// The kinds of ladder: an id, and its name in English. With them, the rules on ladders hold.
    #[serde(default)]
    #[schemars(with = "BTreeMap<Id, String>")]
    pub ladders: Option<BTreeMap<Id, String>>,
    /// The pieces of evidence and states of affairs that count: an id, and its name in English.
    #[serde(default)]
    #[schemars(with = "BTreeMap<Id, String>")]
    pub facts: Option<BTreeMap<Id, String>>,
    /// The laws and frameworks that items refer to.
    #[serde(default)]
    #[schemars(with = "Vec<ReferenceToml>")]
    pub references: Option<Vec<ReferenceToml>>,
    /// Notable combinations of scores, the most telling first. Each has a sentence in the texts.
    #[serde(default)]
    #[schemars(with = "Vec<ProfileToml>", length(max = MAX_ENTRIES))]
    pub profiles: Option<Vec<ProfileToml>>,
    /// The three principles: choose, master, build, in this order.
    pub principles: [PrincipleToml; 3],
    /// The parts of the principles, in the order in which they are asked and shown.
    pub dimensions: Vec<DimensionToml>,
    /// The questions, in the order in which they are asked.
    pub items: Vec<ItemToml>,
}

/// A selection of the items that is answered in one go.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Form")]
pub struct FormToml {
    /// The minutes that the form takes. The check measures them: 230 words a minute, 5 seconds an answer.
    #[schemars(range(min = 1))]
    pub minutes: u8,
    /// The ids of its items. They are asked in the order of [[items]], whatever their order here; each
    /// principle needs one at least.
    #[schemars(length(min = 1, max = MAX_ITEMS), extend("uniqueItems" = true))]
    pub items: Vec<String>,
}

/// A notable combination of scores. Its sentence is shown when every condition holds for certain.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Profile")]
pub struct ProfileToml {
    /// Its name within this questionnaire.
    pub id: Id,
    /// The conditions, which must hold together.
    #[schemars(length(min = 1, max = MAX_ENTRIES))]
    pub when: Vec<ConditionToml>,
    /// The claims of its sentence, which the conditions must force: "fact=amount", or "not fact=amount".
    #[serde(default)]
    #[schemars(with = "Vec<SentenceClaimText>")]
    pub claims: Option<Vec<SentenceClaimText>>,
}

/// The points that a part must reach, or must not exceed: exactly one of at_least and at_most.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("oneOf" = [{ "required": ["at_least"] }, { "required": ["at_most"] }]))]
#[schemars(rename = "Condition")]
pub struct ConditionToml {
    /// The id of a principle, a dimension or an item.
    pub of: String,
    /// The fewest points, 0 to 100. Level 3 of an item is 75 points.
    #[serde(default)]
    #[schemars(with = "Points")]
    pub at_least: Option<Points>,
    /// The most points, 0 to 100. Level 1 of an item is 25 points.
    #[serde(default)]
    #[schemars(with = "Points")]
    pub at_most: Option<Points>,
}

/// One of the three principles.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Principle")]
pub struct PrincipleToml {
    /// Which one.
    pub id: One<PrincipleId>,
    /// The weight beside the other principles, 1 to 9.
    pub weight: Weight,
    /// Five lists of claims, one for each interpretation, the lowest level's first.
    #[serde(default)]
    #[schemars(with = "PrincipleClaimsToml")]
    pub claims: Option<PrincipleClaimsToml>,
}

/// A part of a principle.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Dimension")]
pub struct DimensionToml {
    /// The id of its principle, a slash and its own, as in choose/visibility.
    pub id: DimensionId,
    /// The weight beside the other dimensions of its principle, 1 to 9.
    pub weight: Weight,
}

/// One question.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Item")]
pub struct ItemToml {
    /// Its name within this questionnaire, which never changes: answers hang on it.
    pub id: Id,
    /// The dimension that it belongs to, as in choose/visibility.
    pub dimension: DimensionId,
    /// The weight beside the other items of its dimension, 1 to 9.
    pub weight: Weight,
    /// True if one may answer "not applicable": only where the thing may really not exist.
    pub not_applicable: bool,
    /// True if its levels are listed from the highest to the lowest. Leave it out for the other order.
    #[serde(default)]
    #[schemars(with = "bool")]
    pub descending: Option<bool>,
    /// The role that is best placed to answer.
    pub respondent: One<Role>,
    /// The version from which on an answer has meant the same. Leave it out if that is the first one; write
    /// the new version where a prompt or its levels change what they ask.
    #[serde(default)]
    #[schemars(with = "u8", range(min = 1))]
    pub since: Option<u8>,
    /// The layer of technology that it is about, where it is about one.
    #[serde(default)]
    #[schemars(with = "One<Layer>")]
    pub layer: Option<One<Layer>>,
    /// The ids of the themes that it covers.
    #[serde(default)]
    #[schemars(with = "Vec<String>", length(max = MAX_ENTRIES), extend("uniqueItems" = true))]
    pub themes: Option<Vec<String>>,
    /// The ids of the references that it names.
    #[serde(default)]
    #[schemars(with = "Vec<String>", length(max = MAX_ENTRIES), extend("uniqueItems" = true))]
    pub references: Option<Vec<String>>,
    /// The kind of its ladder: an id of [ladders].
    #[serde(default)]
    #[schemars(with = "String")]
    pub ladder: Option<String>,
    /// What each level rests on, the lowest first: five lists of "fact=amount". Each list holds what the one before it holds.
    #[serde(default)]
    #[schemars(with = "BasisToml")]
    pub basis: Option<BasisToml>,
    /// False if a level need not contain the one below it; give the reason.
    #[serde(default)]
    #[schemars(with = "bool")]
    pub contains: Option<bool>,
    /// The reason why a level need not contain the one below it.
    #[serde(default)]
    #[schemars(with = "String")]
    pub reason: Option<String>,
    /// The four steps, from each level to the next.
    pub steps: [StepToml; ITEM_LEVELS - 1],
}

/// A step of an organisation from one level to the next.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Step")]
pub struct StepToml {
    /// The role that usually leads it.
    pub owner: One<Role>,
    /// The cost: one meeting, a few weeks, or about a quarter.
    pub effort: One<Effort>,
    /// The claims that it adds to those of its level; together they hold the basis of the next level.
    #[serde(default)]
    #[schemars(with = "Vec<ClaimText>")]
    pub brings: Option<Vec<ClaimText>>,
}

/// Every text of a questionnaire in one language. Plain text on one line, with typographic marks: ’ and
/// never the typewriter's.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Texts of a questionnaire")]
#[schemars(rename = "Texts")]
pub struct TextsToml {
    /// The name of the questionnaire.
    pub title: SingleLine<{ limits::TITLE }>,
    /// The audience, and the subject that it measures.
    pub summary: SingleLine<{ limits::SUMMARY }>,
    /// The limits of the result: neither an audit nor legal advice.
    pub notice: SingleLine<{ limits::NOTICE }>,
    /// The texts of the three principles.
    pub principles: PrinciplesTextsToml,
    /// The texts of each dimension, by its id: `[dimensions."choose/visibility"]`.
    pub dimensions: BTreeMap<DimensionId, DimensionTextsToml>,
    /// The five maturity levels, the lowest first.
    pub maturity: [MaturityToml; MATURITY_LEVELS],
    /// The texts of each reference, by its id.
    #[serde(default)]
    #[schemars(with = "BTreeMap<Id, CitationToml>")]
    pub references: Option<BTreeMap<Id, CitationToml>>,
    /// The definition of each term that questions show on request, by an id: the same ids in every language.
    #[serde(default)]
    #[schemars(with = "BTreeMap<Id, DefinitionToml>")]
    pub definitions: Option<BTreeMap<Id, DefinitionToml>>,
    /// The sentence for each profile, by its id.
    #[serde(default)]
    #[schemars(with = "BTreeMap<Id, ProfileTextToml>")]
    pub profiles: Option<BTreeMap<Id, ProfileTextToml>>,
    /// The texts of each item, by its id: `[items.exit-tried]`.
    pub items: BTreeMap<Id, ItemTextsToml>,
}

/// The texts of the three principles.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PrinciplesTexts")]
pub struct PrinciplesTextsToml {
    /// The right to choose one's partners.
    pub choose: PrincipleTextsToml,
    /// The capacity to master one's trajectory.
    pub master: PrincipleTextsToml,
    /// The commitment to build together.
    pub build: PrincipleTextsToml,
}

/// The texts of one principle.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PrincipleTexts")]
pub struct PrincipleTextsToml {
    /// A verb, for charts and tables.
    pub name: SingleLine<{ limits::PRINCIPLE_NAME }>,
    /// The demand of the principle.
    pub title: SingleLine<{ limits::PRINCIPLE_TITLE }>,
    /// The meaning of each of the five maturity levels, the lowest first; none is a failure.
    pub interpretations: [SingleLine<{ limits::INTERPRETATION }>; MATURITY_LEVELS],
}

/// The text of one dimension.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "DimensionTexts")]
pub struct DimensionTextsToml {
    /// A noun, for tables.
    pub name: SingleLine<{ limits::DIMENSION_NAME }>,
}

/// A maturity level in words.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Maturity")]
pub struct MaturityToml {
    /// The position of the organisation towards its dependencies, in a word.
    pub name: SingleLine<{ limits::MATURITY_NAME }>,
    /// The meaning of the level.
    pub meaning: SingleLine<{ limits::MATURITY_MEANING }>,
}

/// The sentence for a profile.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ProfileText")]
pub struct ProfileTextToml {
    /// The observation, then its consequence.
    pub text: SingleLine<{ limits::PROFILE }>,
}

/// The texts of one item.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ItemTexts")]
pub struct ItemTextsToml {
    /// The subject in lists and tables: a noun phrase.
    pub short: SingleLine<{ limits::SHORT }>,
    /// The question: one thing, about what the organisation does.
    pub prompt: SingleLine<{ limits::PROMPT }>,
    /// One sentence that helps to understand it.
    pub help: SingleLine<{ limits::HELP }>,
    /// The evidence for the answer: a noun phrase.
    pub evidence: SingleLine<{ limits::EVIDENCE }>,
    /// The five levels, the lowest first: what can be observed, about equally far apart.
    pub levels: [SingleLine<{ limits::LEVEL }>; ITEM_LEVELS],
    /// The four steps from each level to the next; each begins with a verb.
    pub steps: [SingleLine<{ limits::STEP }>; ITEM_LEVELS - 1],
}

//! The format of a questionnaire's files as types, from which the JSON Schemas are made.
//!
//! Editors of TOML read these schemas: what stands here as a description is shown to an author who points
//! at a key, and what stands as a limit is marked while it is typed. The check itself reads the files
//! another way, so that it finds every fault and its place (see `reader`); a test holds the two together.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::{SourceFile, limits};
use boussole_core::questionnaire::{Effort, LEVELS, Layer, MAX_ITEMS, PrincipleId, Role, Word};

/// The schemas of `questionnaire.toml` and of the files of texts, each with its place in the project.
pub fn schemas() -> [SourceFile; 2] {
    [
        schema::<StructureToml>("schemas/questionnaire.schema.json"),
        schema::<TextsToml>("schemas/texts.schema.json"),
    ]
}

fn schema<T: JsonSchema>(path: &str) -> SourceFile {
    // The editors' own validators know draft 7.
    let settings = SchemaSettings::draft07().with_transform(for_toml);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    // Some other crate of a build may have objects keep the order in which they were filled.
    schema.ensure_object().sort_keys();
    schema.ensure_object().values_mut().for_each(serde_json::Value::sort_all_objects);
    // A schema is JSON already.
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n";
    SourceFile { path: path.to_owned(), text }
}

/// TOML has no null: what may be left out is left out. And no editor knows the name of a number's size.
fn for_toml(schema: &mut Schema) {
    if let Some(serde_json::Value::Array(kinds)) = schema.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [kind] = &kinds[..] {
            let kind = kind.clone();
            schema.insert("type".to_owned(), kind);
        }
    }
    if schema.get("default").is_some_and(serde_json::Value::is_null) {
        schema.remove("default");
    }
    schema.remove("format");
    // A comment has short lines, a hint in an editor has none.
    if let Some(serde_json::Value::String(description)) = schema.get_mut("description") {
        *description = description.replace('\n', " ");
    }
    transform_subschemas(&mut for_toml, schema);
}

/// The structure of a questionnaire: ids, weights, forms. Its texts stand beside it, one file a language.
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
    pub thresholds: [u8; LEVELS - 1],
    /// The forms in which it can be answered, each by its id: `[forms.express]`, `[forms.full]`.
    #[schemars(extend("minProperties" = 1))]
    pub forms: BTreeMap<Id, FormToml>,
    /// What the questionnaire sets out to cover: an id, and its name in English for the documentation.
    /// Every theme needs an item.
    #[serde(default)]
    #[schemars(with = "BTreeMap<Id, String>")]
    pub themes: Option<BTreeMap<Id, String>>,
    /// The laws and frameworks that items refer to.
    #[serde(default)]
    #[schemars(with = "Vec<ReferenceToml>")]
    pub references: Option<Vec<ReferenceToml>>,
    /// Notable combinations of scores, the most telling first. Each has a sentence in the texts.
    #[serde(default)]
    #[schemars(with = "Vec<ProfileToml>")]
    pub profiles: Option<Vec<ProfileToml>>,
    /// The three principles: choose, master, build, in this order.
    pub principles: [PrincipleToml; 3],
    /// What the principles are made of, in the order in which they are asked and shown.
    pub dimensions: Vec<DimensionToml>,
    /// The questions, in the order in which they are asked.
    pub items: Vec<ItemToml>,
}

/// A selection of the items that is answered in one go.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Form")]
pub struct FormToml {
    /// How many minutes the form takes. The check measures it: 230 words a minute, 5 seconds an answer.
    #[schemars(range(min = 1))]
    pub minutes: u8,
    /// The ids of its items. They are asked in the order of [[items]], whatever their order here; each
    /// principle needs one at least.
    #[schemars(length(min = 1, max = MAX_ITEMS), extend("uniqueItems" = true))]
    pub items: Vec<String>,
}

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
    /// The page where its text is published, for the documentation.
    #[schemars(regex(pattern = r"^https://"))]
    pub url: String,
}

/// A notable combination of scores. Its sentence is told when every condition holds for certain.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Profile")]
pub struct ProfileToml {
    /// Its name within this questionnaire.
    pub id: Id,
    /// The conditions, which must hold together.
    #[schemars(length(min = 1))]
    pub when: Vec<ConditionToml>,
}

/// What a part must reach, or must not exceed: exactly one of at_least and at_most.
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
    /// How much it counts beside the other principles, 1 to 9.
    pub weight: Weight,
}

/// What a principle is made of.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Dimension")]
pub struct DimensionToml {
    /// The id of its principle, a slash and its own, as in choose/visibility.
    pub id: DimensionId,
    /// How much it counts beside the other dimensions of its principle, 1 to 9.
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
    /// How much it counts beside the other items of its dimension, 1 to 9.
    pub weight: Weight,
    /// Whether one may answer "not applicable": only where the thing may really not exist.
    pub not_applicable: bool,
    /// Who is best placed to answer.
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
    #[schemars(with = "Vec<String>", extend("uniqueItems" = true))]
    pub themes: Option<Vec<String>>,
    /// The ids of the references that it names.
    #[serde(default)]
    #[schemars(with = "Vec<String>", extend("uniqueItems" = true))]
    pub references: Option<Vec<String>>,
    /// The four steps, from each level to the next.
    pub steps: [StepToml; LEVELS - 1],
}

/// What takes an organisation from one level to the next.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Step")]
pub struct StepToml {
    /// Who usually leads it.
    pub owner: One<Role>,
    /// What it costs: one meeting, a few weeks, or about a quarter.
    pub effort: One<Effort>,
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
    /// For whom it is, and what it measures.
    pub summary: SingleLine<{ limits::SUMMARY }>,
    /// What the result is not: neither an audit nor legal advice.
    pub notice: SingleLine<{ limits::NOTICE }>,
    /// The texts of the three principles.
    pub principles: PrinciplesTextsToml,
    /// The texts of each dimension, by its id: `[dimensions."choose/visibility"]`.
    pub dimensions: BTreeMap<DimensionId, DimensionTextsToml>,
    /// The five maturity levels, the lowest first.
    pub maturity: [MaturityToml; LEVELS],
    /// How each reference is cited, by its id.
    #[serde(default)]
    #[schemars(with = "BTreeMap<Id, CitationToml>")]
    pub references: Option<BTreeMap<Id, CitationToml>>,
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
    /// What the principle asks for.
    pub title: SingleLine<{ limits::PRINCIPLE_TITLE }>,
    /// What it means to stand at each of the five maturity levels, the lowest first; nobody has failed.
    pub interpretations: [SingleLine<{ limits::INTERPRETATION }>; LEVELS],
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
    /// Where the organisation stands towards its dependencies, in a word.
    pub name: SingleLine<{ limits::MATURITY_NAME }>,
    /// What that means.
    pub meaning: SingleLine<{ limits::MATURITY_MEANING }>,
}

/// How a reference is cited.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Citation")]
pub struct CitationToml {
    /// The law, the article and the day since which it applies. It is shown behind "See:".
    pub cite: SingleLine<{ limits::CITATION }>,
}

/// The sentence for a profile.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ProfileText")]
pub struct ProfileTextToml {
    /// What is observed, then what follows from it.
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
    /// What one would show for the answer: a noun phrase.
    pub evidence: SingleLine<{ limits::EVIDENCE }>,
    /// The five levels, the lowest first: what can be observed, about equally far apart.
    pub levels: [SingleLine<{ limits::LEVEL }>; LEVELS],
    /// The four steps from each level to the next; each begins with a verb.
    pub steps: [SingleLine<{ limits::STEP }>; LEVELS - 1],
}

/// A text of at most so many characters.
pub struct SingleLine<const LIMIT: usize>(pub String);

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

/// One of a fixed row of words.
pub struct One<T>(pub T);

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

/// A value of the core that is read from a simpler one.
macro_rules! read_as {
    ($($(#[$doc:meta])* $name:ident of $core:ty as $raw:ty: $schema:tt;)*) => {$(
        $(#[$doc])*
        #[derive(PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub $core);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let raw = <$raw>::deserialize(deserializer)?;
                <$core>::try_from(raw).map(Self).map_err(D::Error::custom)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
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
pub struct Points(pub u8);

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

impl JsonSchema for Points {
    fn schema_name() -> Cow<'static, str> {
        "Points".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 0, "maximum": 100 })
    }
}

//! The values that several files share: ids, days, roles, responses, points.

use super::{Json, ToJson, json_object};
use crate::answers::{Level, Response};
use crate::calendar::{Day, iso};
use crate::export::sign;
use crate::questionnaire::{Questionnaire, Role, Word};
use crate::score::{MaturityResult, Range, Score, Scores};

/// Declares texts and numbers with a schema of their own.
macro_rules! json_value {
    ($(
        $(#[doc = $doc:expr])*
        $name:ident $(<$life:lifetime>)? ($inner:ty): $schema:tt;
    )*) => {$(
        $(#[doc = $doc])*
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        pub struct $name $(<$life>)? ($inner);

        impl $(<$life>)? ToJson for $name $(<$life>)? {
            fn write(&self, json: &mut Json) {
                self.0.write(json);
            }
        }

        #[cfg(feature = "schemars")]
        impl $(<$life>)? schemars::JsonSchema for $name $(<$life>)? {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    )*};
}

json_value! {
    /// An id of the questionnaire's sources.
    Id<'a>(&'a str): { "type": "string", "pattern": "^[a-z0-9-]{1,40}$" };
    /// A day as ISO 8601 writes it.
    IsoDay(String): { "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };
    /// The word for a role.
    RoleId(&'static str): { "enum": Role::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>() };
    /// A result link or a team link, from its version on.
    LinkText<'a>(&'a str): {
        "type": "string",
        "pattern": r"^[0-9]+\.[a-z0-9-]{1,40}\.[a-z0-9-]{1,40}\.[A-Za-z0-9_-]+$"
    };
    /// Points from 0 to 100.
    Points(u8): { "type": "integer", "minimum": 0, "maximum": 100 };
    /// A number of results, up to those of the largest room.
    Count(u32): { "type": "integer", "minimum": 0, "maximum": 10_000 };
    /// The number of a level.
    LevelNumber(u8): { "type": "integer", "minimum": 0, "maximum": 4 };
}

impl<'a> From<&'a str> for Id<'a> {
    fn from(id: &'a str) -> Self {
        Self(id)
    }
}

impl<'a> From<&'a str> for LinkText<'a> {
    fn from(link: &'a str) -> Self {
        Self(link)
    }
}

impl From<Day> for IsoDay {
    fn from(day: Day) -> Self {
        Self(iso(day, "-"))
    }
}

impl From<Role> for RoleId {
    fn from(role: Role) -> Self {
        Self(role.word())
    }
}

impl From<u8> for Points {
    fn from(points: u8) -> Self {
        Self(points)
    }
}

impl From<u32> for Count {
    fn from(count: u32) -> Self {
        Self(count)
    }
}

impl From<Level> for LevelNumber {
    fn from(level: Level) -> Self {
        Self(level.number())
    }
}

/// A response: a level is its number, everything else its sign.
pub struct ResponseSign(Response);

impl From<Response> for ResponseSign {
    fn from(response: Response) -> Self {
        Self(response)
    }
}

impl ToJson for ResponseSign {
    fn write(&self, json: &mut Json) {
        match self.0 {
            Response::Level(level) => level.number().write(json),
            response => sign(response).write(json),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ResponseSign {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Response::Level(level) => serializer.serialize_u8(level.number()),
            response => serializer.serialize_str(sign(response)),
        }
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for ResponseSign {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Response".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The number of the level, 0 to 4; `?` for “I don’t know”, `-` for “not applicable”.",
            "enum": [0, 1, 2, 3, 4, "?", "-"]
        })
    }
}

/// One value for each principle.
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields, inline))]
#[allow(missing_docs, reason = "ids of the principles; schemas have no text for them")]
pub struct ByPrinciple<T> {
    pub choose: T,
    pub master: T,
    pub build: T,
}

impl<T> From<[T; 3]> for ByPrinciple<T> {
    fn from([choose, master, build]: [T; 3]) -> Self {
        Self { choose, master, build }
    }
}

impl<T: ToJson> ToJson for ByPrinciple<T> {
    fn write(&self, json: &mut Json) {
        json.open('{');
        self.choose.write(json.key("choose"));
        self.master.write(json.key("master"));
        self.build.write(json.key("build"));
        json.close('}');
    }
}

/// The score of each dimension, in the order of the questionnaire.
pub struct ByDimension<'a>(Vec<(&'a str, Option<ScoreObject>)>);

impl ToJson for ByDimension<'_> {
    fn write(&self, json: &mut Json) {
        json.open('{');
        for (dimension, score) in &self.0 {
            score.write(json.key(dimension));
        }
        json.close('}');
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ByDimension<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(dimension, score)| (dimension, score)))
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for ByDimension<'_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ByDimension".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "propertyNames": { "pattern": "^(choose|master|build)/[a-z0-9-]{1,40}$" },
            "additionalProperties": generator.subschema_for::<Option<ScoreObject>>()
        })
    }
}

json_object! {
    /// Points from 0 to 100.
    #[schema(rename = "Range")]
    pub struct RangeObject {
        /// Assured points.
        pub assured: Points,
        /// Points if every blind spot turned out well.
        pub possible: Points,
    }

    /// Points from 0 to 100.
    #[schema(rename = "Score")]
    pub struct ScoreObject {
        /// The points that are sure: a blind spot counts 0. Rounded once, half up.
        pub assured: Points,
        /// The points if every blind spot turned out at the highest level; never below `assured`.
        pub possible: Points,
        /// Number of items answered with a level.
        #[schema(range(max = 60))]
        pub known: u32,
        /// Number of items that apply: all but those answered “not applicable”.
        #[schema(range(min = 1, max = 60))]
        pub applicable: u32,
    }

    /// The points of the whole and of its parts: see docs/scoring.md.
    #[schema(rename = "AllScores")]
    pub struct AllScoresObject<'a> {
        /// Null where no question applies.
        pub whole: Option<ScoreObject>,
        /// By the id of the principle; null where no question applies.
        pub principles: ByPrinciple<Option<ScoreObject>>,
        /// By the id of the dimension, in the order of the questionnaire; null where no question applies.
        pub dimensions: ByDimension<'a>,
    }

    /// A maturity level.
    #[schema(rename = "Level")]
    pub struct LevelObject<'a> {
        /// 0 is the lowest.
        pub number: LevelNumber,
        /// Name of the level in the language of the file.
        pub name: &'a str,
        /// Blind spots are left, which may raise it.
        pub at_least: bool,
        /// The points alone would give a higher level, but the weakest principle is more than one level below that.
        pub held_back: bool,
    }
}

impl From<Range> for RangeObject {
    fn from(range: Range) -> Self {
        Self { assured: range.assured().into(), possible: range.possible().into() }
    }
}

impl From<Score> for ScoreObject {
    fn from(score: Score) -> Self {
        let range = Range::from(score);
        Self {
            assured: range.assured().into(),
            possible: range.possible().into(),
            // A form has at most 60 items.
            known: score.known as u32,
            applicable: score.applicable as u32,
        }
    }
}

impl<'a> AllScoresObject<'a> {
    /// The scores of answers to a questionnaire.
    pub fn of(questionnaire: &'a Questionnaire, scores: &Scores) -> Self {
        let object = |score: Option<Score>| score.map(ScoreObject::from);
        let principle = |at: usize| object(scores.principles.get(at).copied().flatten());
        let dimensions = questionnaire.principles.iter().flat_map(|principle| &principle.dimensions);
        let by_dimension = dimensions.zip(&scores.dimensions);
        Self {
            whole: object(scores.whole),
            // A questionnaire has the three principles in the order of `PrincipleId::ALL`.
            principles: [principle(0), principle(1), principle(2)].into(),
            dimensions: ByDimension(
                by_dimension.map(|(dimension, score)| (dimension.id.as_str(), object(*score))).collect(),
            ),
        }
    }
}

impl<'a> LevelObject<'a> {
    /// The level of a result.
    pub fn of(questionnaire: &'a Questionnaire, result: MaturityResult) -> Self {
        let index = result.level.index();
        Self {
            // A maturity level is 0 to 4.
            number: LevelNumber(index as u8),
            name: &questionnaire.maturity[index].name,
            at_least: result.at_least,
            held_back: result.held_back,
        }
    }
}

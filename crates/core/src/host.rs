//! Host API as types of serde: requests of a host's page, responses, errors, details of events.
//!
//! A request is one JSON value: `"prepare"`, `"reset"`, `{"goTo":3}`, `{"setAnswers":[["item",4]]}` or
//! `{"getResult":"scores"}`. So is a response: `{"value":…}` or `{"error":{"code":…,"message":…}}`.

mod events;

use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::answers::{Answers, Level, Response};
use crate::questionnaire::Questionnaire;
pub use events::{Failure, FailureCode, Progress, Shown};

/// Request of the page.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum HostRequest {
    /// Loads this part of the program, and nothing else.
    Prepare,
    /// Starts a new assessment.
    Reset,
    /// Shows the item with an id, or with a number from 1.
    GoTo(Scalar),
    /// Sets answers by the ids of their items.
    SetAnswers(Vec<(String, Scalar)>),
    /// Reads the result of complete answers.
    GetResult(Disclosure),
}

/// Extent of a result for the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Disclosure {
    /// Scores without answers.
    Scores,
    /// The whole result.
    Answers,
}

/// Response to the page.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HostResponse<T> {
    /// Result of the request.
    Value(T),
    /// Refusal of the request.
    Error(BoussoleError),
}

/// Refusal of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoussoleError {
    /// Code, for programs.
    pub code: BoussoleErrorCode,
    /// Explanation in English, for developers.
    pub message: String,
}

/// Why a method was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "names of the API; the text above is that of its generated type")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BoussoleErrorCode {
    NotLoaded,
    Removed,
    Questionnaire,
    UnknownItem,
    InvalidAnswers,
    NotDisclosed,
    Incomplete,
    Unavailable,
}

impl BoussoleError {
    fn new(code: BoussoleErrorCode, message: String) -> Self {
        Self { code, message }
    }
}

/// Reads a request from its JSON.
///
/// # Errors
/// [`BoussoleErrorCode::InvalidAnswers`]: only answers can be of a wrong kind.
pub fn request(json: &str) -> Result<HostRequest, BoussoleError> {
    serde_json::from_str(json)
        .map_err(|error| BoussoleError::new(BoussoleErrorCode::InvalidAnswers, error.to_string()))
}

/// Position of an item.
///
/// # Errors
/// [`BoussoleErrorCode::UnknownItem`].
pub fn position(questionnaire: &Questionnaire, item: &Scalar) -> Result<usize, BoussoleError> {
    let found = match item {
        Scalar::Text(id) => questionnaire.items().position(|item| item.id.as_str() == id),
        Scalar::Number(number) => (1..=questionnaire.len()).position(|known| known as f64 == *number),
        Scalar::Null => None,
    };
    found.ok_or_else(|| {
        let ids: Vec<&str> = questionnaire.items().map(|item| item.id.as_str()).collect();
        let message = format!("there is no item {item}; there are 1 to {}: {}", ids.len(), ids.join(", "));
        BoussoleError::new(BoussoleErrorCode::UnknownItem, message)
    })
}

/// Answers with those of the page.
///
/// # Errors
/// The first invalid answer or unknown item, which leaves the answers unchanged.
pub fn with_answers(
    questionnaire: &Questionnaire,
    answers: &Answers,
    given: &[(String, Scalar)],
) -> Result<Answers, BoussoleError> {
    let invalid = |message: String| BoussoleError::new(BoussoleErrorCode::InvalidAnswers, message);
    let mut read = Vec::new();
    for (id, answer) in given {
        let response = answer.response().ok_or_else(|| invalid(format!("{id}: {answer} is no answer")))?;
        read.push((id, response));
    }
    let mut responses: Vec<Option<Response>> = answers.iter().collect();
    for (id, response) in read {
        let at = position(questionnaire, &Scalar::Text(id.clone()))?;
        let allowed = questionnaire.item(at).is_some_and(|item| item.not_applicable);
        if response == Some(Response::NotApplicable) && !allowed {
            return Err(invalid(format!("{id}: \"not-applicable\" is no answer to this item")));
        }
        // `position` returns valid positions only.
        responses[at] = response;
    }
    Answers::from_responses(questionnaire, responses)
        .ok_or_else(|| invalid("these answers do not fit the questionnaire".to_owned()))
}

/// Error for incomplete answers.
pub fn incomplete(answers: &Answers) -> BoussoleError {
    let missing = answers.missing().count();
    BoussoleError::new(BoussoleErrorCode::Incomplete, format!("{missing} items have no answer yet"))
}

/// Value of the page: the id or number of an item, or an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar {
    /// `null`, which removes an answer.
    Null,
    /// Number of an item, or a level.
    Number(f64),
    /// Id of an item, or a response without a level.
    Text(String),
}

impl Scalar {
    /// Response of an answer: `Some(None)` for a removed one, `None` for an invalid one.
    fn response(&self) -> Option<Option<Response>> {
        match self {
            Self::Null => Some(None),
            Self::Number(number) => {
                let level = Level::all().find(|level| f64::from(level.number()) == *number)?;
                Some(Some(Response::Level(level)))
            }
            Self::Text(word) => match &**word {
                "dont-know" => Some(Some(Response::DontKnow)),
                "not-applicable" => Some(Some(Response::NotApplicable)),
                _ => None,
            },
        }
    }
}

impl fmt::Display for Scalar {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Number(number) => number.fmt(formatter),
            Self::Text(text) => formatter.write_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl Visitor<'_> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("null, a number or a text")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Scalar, E> {
        Ok(Scalar::Null)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number as f64))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number as f64))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(text.to_owned()))
    }
}

/// An answer as the page gives it, for its types.
#[cfg(feature = "schemars")]
pub struct HostAnswer;

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for HostAnswer {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Answer".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "title": "Answer",
            "description":
                "An answer to an item: its level, or one of the two others; `null` takes an answer away.",
            "enum": [0, 1, 2, 3, 4, "dont-know", "not-applicable", null]
        })
    }
}

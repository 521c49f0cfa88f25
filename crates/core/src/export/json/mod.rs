//! Result for another program: one JSON object, described by `schemas/result.schema.json`.
//!
//! Import reads the link in the object, as in any text.

pub mod fields;
mod result;
pub(crate) mod writer;

pub use result::{PlanObject, ResponseObject, ResultObject, ScoresObject};
pub(crate) use writer::json_object;
pub use writer::{Json, ToJson, file, list, object_of, wires};

use super::{Finished, PlanStep};

/// Result as a JSON object. `link` is the full result link of the same answers, from its version on.
pub fn object(finished: &Finished<'_>, link: &str, plan: &[PlanStep<'_>]) -> String {
    file(&ResultObject::of(finished, link, plan))
}

/// Content of a score-only link as a JSON object, without answers. `link` is the score-only link of the same answers,
/// from its version on.
pub fn scores_alone(finished: &Finished<'_>, link: &str) -> String {
    file(&ScoresObject::of(finished, link))
}

//! The result for another program: one JSON object, described by `schemas/result.schema.json`.
//!
//! Nothing here reads it back: the link in it is the result, and is found in any text.

pub mod fields;
mod result;
mod writer;

pub use result::{PlanObject, ResponseObject, ResultObject, ScoresObject};
pub(crate) use writer::json_object;
pub use writer::{Json, ToJson, file, list, object_of, wire};

use super::{Finished, PlanStep};

/// The result as a JSON object. `link` is the full result link of the same answers, from its version on.
pub fn object(finished: &Finished<'_>, link: &str, plan: &[PlanStep<'_>]) -> String {
    file(&ResultObject::of(finished, link, plan))
}

/// What a score-only link says, as a JSON object: nothing that would give an answer away. `link` is that link of the
/// same answers, from its version on.
pub fn scores_alone(finished: &Finished<'_>, link: &str) -> String {
    file(&ScoresObject::of(finished, link))
}

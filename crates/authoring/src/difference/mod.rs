//! Differences between two versions of a questionnaire, and their effect on answers to the older one.
//! The caller puts them into words.

mod compare;
mod facts;
mod part;
mod released;

pub use compare::{Change, Difference, Fate, Matter, Remark};
pub use part::{Aspect, Part};
pub use released::faults as faults_of_released;

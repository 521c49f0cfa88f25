//! The rules that look at more than one value, one module each. Those on the shape of a file stand where it
//! is read (`structure`, `words`), those on a single text in `wording`.

pub mod double_question;
pub mod idle_weight;
pub mod levels;
pub mod reading_time;
pub mod reference_date;
pub mod typography;
pub mod unreachable;
pub mod untranslated;

use super::folder::Read;
use super::reader::Faults;

/// Notes what is wrong with a questionnaire as a whole. What was released stays as it was.
pub fn check(read: &Read<'_>, faults: &Faults) {
    reading_time::check(read, faults);
    reference_date::check(read, faults);
    untranslated::check(read, faults);
    idle_weight::check(read, faults);
    unreachable::check(read, faults);
}

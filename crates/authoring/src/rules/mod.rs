//! Rules on more than one value, one module each.
//!
//! Rules on the shape of a file are in its reader (`structure`, `texts_reader`), those on a single text in `wording`.

pub mod alike;
pub mod double_question;
pub mod idle_weight;
pub mod levels;
pub mod reading_time;
pub mod reference_date;
pub mod typography;
pub mod unreachable;
pub mod untranslated;
pub mod unwritten;

use super::folder::ReadFolder;
use super::reader::Faults;
use super::rule::ASKS_FOR_STYLE;

/// Notes the faults of a questionnaire as a whole.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    reading_time::check(read, faults);
    reference_date::check(read, faults);
    untranslated::check(read, faults);
    if ASKS_FOR_STYLE {
        alike::check(read, faults);
    }
    idle_weight::check(read, faults);
    unreachable::check(read, faults);
}

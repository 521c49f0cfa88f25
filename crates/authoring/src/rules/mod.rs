//! Rules on more than one value, one module each.
//!
//! Rules on the shape of a file are in its reader (`structure`, `texts_reader`), those on a single text in `wording`.

pub mod alike;
#[cfg(feature = "tools")]
mod claim;
pub mod double_question;
#[cfg(feature = "tools")]
mod fact_share;
pub mod idle_weight;
#[cfg(feature = "tools")]
mod ladder_share;
#[cfg(feature = "tools")]
mod level_basis;
#[cfg(feature = "tools")]
mod level_word;
pub mod levels;
#[cfg(feature = "tools")]
mod local_definition;
#[cfg(feature = "tools")]
mod longest_level;
pub mod reading_time;
pub mod reference_date;
#[cfg(feature = "tools")]
pub mod reference_expiry;
#[cfg(feature = "tools")]
mod reference_url;
#[cfg(feature = "tools")]
mod step_basis;
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
    #[cfg(feature = "tools")]
    check_ladders(read, faults);
}

/// Notes the faults of addresses, ladders, claims and definitions, which authors of the project alone are held to.
#[cfg(feature = "tools")]
fn check_ladders(read: &ReadFolder<'_>, faults: &Faults) {
    reference_url::check(read, faults);
    ladder_share::check(read, faults);
    longest_level::check(read, faults);
    level_word::check(read, faults);
    level_basis::check(read, faults);
    step_basis::check(read, faults);
    fact_share::check(read, faults);
    claim::check(read, faults);
    local_definition::check(read, faults);
}

//! The laws of the core: score, report, result link, authoring. No browser; see `tests/e2e` for that.

mod arbitrary;
mod foreign;
mod made;

mod answers;
mod damage;
mod link;
mod means;
mod pack;
mod questionnaire;
mod report;
mod score;
mod standing;
mod vectors;

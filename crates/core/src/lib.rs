//! The core of Boussole: pure functions without a browser, a clock, storage or randomness.
//!
//! Modules stand in the order in which an answer flows. A [`questionnaire`] is read from a [`pack`], [`answers`] are
//! given, a [`score`] is made of them, a [`report`] explains it, a [`plan`] follows from it. A [`link`] carries a
//! result, a [`history`] compares results over time, a [`team`] side by side, a [`room`] by the hundred. An
//! [`export`] is a file for other programs.

pub mod answers;
pub mod calendar;
pub mod export;
pub mod history;
#[cfg(feature = "host")]
pub mod host;
pub mod join;
pub mod link;
pub mod pack;
pub mod phrases;
pub mod plan;
pub mod questionnaire;
pub mod report;
pub mod room;
pub mod score;
pub mod team;
pub mod texts;

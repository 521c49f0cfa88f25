//! The core of Boussole: pure functions without a browser, a clock, storage or randomness.
//!
//! Modules follow the path of an answer. A [`pack`] is read as a [`questionnaire`]; [`answers`] to it have a
//! [`score`]. A [`report`] explains the score, a [`plan`] follows from the report. A [`link`] carries a result. A
//! [`history`] compares results over time, a [`team`] side by side, a [`room`] by the hundred. An [`export`] is a
//! file for other programs. Snippets and posters come from [`publishing`].

pub mod answers;
pub mod calendar;
pub mod colours;
pub mod contrast;
pub mod export;
pub mod history;
#[cfg(feature = "host")]
pub mod host;
pub mod join;
pub mod link;
pub mod markup;
pub mod pack;
pub mod phrases;
pub mod plan;
pub mod publishing;
pub mod questionnaire;
pub mod report;
pub mod result_id;
pub mod room;
pub mod score;
pub mod team;
pub mod texts;

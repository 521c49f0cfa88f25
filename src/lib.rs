//! Boussole: a self-assessment of technological dependency that runs entirely in the browser.
//!
//! The modules stand in the order in which an answer flows: a [`questionnaire`] is read, [`answers`]
//! are given, a [`score`] is made of them, a [`report`] says what it means and a [`plan`] what comes of
//! it, a [`link`] carries it to somebody else and a [`history`] to another day, a [`team`] reads several side
//! by side and a [`hall`] hundreds together, and an [`export`] is a file to take along. These are the core: pure functions without a browser,
//! a clock or storage.
//! `app` shows them (Yew), `edge` is the browser; `authoring` turns the sources of a questionnaire
//! into what the core reads, and never ships in the widget; `own` is the same for the questionnaire of a host's own,
//! in a module by itself, and so is `code`, the QR codes of an event's pages.

pub mod pack;
pub mod questionnaire;
pub mod texts;

pub mod answers;
pub mod score;

pub mod report;

pub mod plan;

pub mod link;

pub mod history;

pub mod team;

pub mod hall;

pub mod export;

mod calendar;

#[cfg(feature = "check")]
pub mod authoring;
#[cfg(feature = "check")]
pub mod own;

#[cfg(all(feature = "code", target_arch = "wasm32"))]
mod code;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "web")]
mod edge;
#[cfg(feature = "scan")]
mod scan;

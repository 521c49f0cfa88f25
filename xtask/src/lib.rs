//! Every task of the project, as a library: `cargo xtask` is a thin command line over it, and the
//! end-to-end tests use its [`server`].
//!
//! The modules stand in the order in which a task needs them: the [`project`] and its folders, its [`locales`], the tools
//! that [`setup`] finds or installs, what it can [`generate`], the pictures for a [`cover`], the editor's kit for a [`questionnaire`], the
//! release that [`release`] makes and [`sizes`] weighs, the package for [`npm`], the [`server`] that serves it, and the [`mod@bench`] and
//! [`mod@test`] runners that try all of it.

mod defaults;
pub mod locales;
pub mod process;
pub mod project;

pub mod setup;

pub mod cover;
pub mod generate;
pub mod questionnaire;

pub mod headers;
pub mod npm;
pub mod pseudolocale;
pub mod release;
pub mod reproduce;
pub mod sizes;
pub mod supply_chain;

mod answer;
pub mod serve;
pub mod server;

pub mod bench;
pub mod fuzz;
pub mod test;

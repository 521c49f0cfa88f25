//! The widget of Boussole: the screens of a self-assessment of technological dependency, in a browser.
//!
//! The core, `boussole_core`, holds what is known and computed. [`app`] shows it (Yew), `edge` is the browser.

pub mod app;
mod edge;

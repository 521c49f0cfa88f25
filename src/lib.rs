//! The widget of Boussole: the screens of a self-assessment of technological dependency, in a browser.
//!
//! The core, `boussole_core`, holds what is known and computed. `state` is what the widget knows, `screens` and `ui`
//! show it (Yew), `lazy` loads what is asked for, and `browser` is the browser.

pub mod app;
mod browser;
mod effects;
pub mod lazy;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod props;
pub mod screens;
pub mod state;
mod ui;
pub mod view;

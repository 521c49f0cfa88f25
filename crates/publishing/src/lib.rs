//! Pages for publishers and organisers: the embed page with the article of its preview, and the page of the poster.
//!
//! A module of its own, since neither page shows an assessment. Views touch no browser, so they render natively;
//! what they ask of it are callbacks.

mod browser;
pub mod embed;
mod field;
pub mod poster;

use yew::{AttrValue, Callback};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Writes a number in a language.
pub type NumberFormat = Callback<(f64, AttrValue), String>;

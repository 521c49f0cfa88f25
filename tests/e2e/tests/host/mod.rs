//! The element and the frame on pages of other sites, and the page that writes their snippets.

pub mod api;
mod article;
pub mod element;
pub mod embed_page;
mod frame;
mod language;
mod questionnaire;

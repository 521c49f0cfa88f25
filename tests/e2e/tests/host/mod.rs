//! The element and the frame on pages of other sites, and the page that writes their snippets.

pub mod api;
pub mod article;
pub mod element;
pub mod embed_page;
pub mod frame;
mod language;
mod questionnaire;

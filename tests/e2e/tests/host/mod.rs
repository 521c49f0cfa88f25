//! The element and the frame on pages of other sites, and the page that writes their snippets.

mod api;
mod article;
mod element;
mod embed_page;
mod frame;
mod language;
mod questionnaire;

//! Pieces that screens share.

pub mod chart;
pub mod element;
pub mod field;
pub mod file_outcome;
pub mod footer;
pub mod frame;
pub mod notice;
pub mod paste_box;
pub mod phrases;
pub mod table;

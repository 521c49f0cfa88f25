//! The report: content, printing, sharing.

pub mod content;
mod print;
mod sharing;

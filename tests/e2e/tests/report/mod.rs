//! The report: content, printing, sharing.

mod content;
mod print;
mod sharing;

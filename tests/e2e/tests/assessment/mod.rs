//! The assessment, from the first question to the result: order, drafts, expected level, forms and versions.

pub mod draft;
pub mod expectation;
pub mod first_question;
pub mod flow;
mod tabs;
pub mod versions;

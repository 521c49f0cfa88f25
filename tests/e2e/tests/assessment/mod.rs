//! The assessment, from the first question to the result: order, drafts, expected level, forms and versions.

mod draft;
mod expectation;
mod first_question;
mod flow;
mod tabs;
mod versions;

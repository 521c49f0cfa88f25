//! Links into the assessment: of a result, an invitation, an event.

pub mod event;
mod invitation;
mod journey;
mod result;

//! Links into the assessment: of a result, an invitation, an event.

pub mod event;
pub mod invitation;
pub mod journey;
pub mod result;

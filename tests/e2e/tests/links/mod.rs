//! Links into the assessment: of a result, an invitation, an event.

mod event;
mod invitation;
mod journey;
mod result;

//! The state of the widget and how it changes: data and pure functions, without a view or a browser.

mod expectation;
mod incoming;
mod message;
mod model;
mod update;

pub use expectation::Expectation;
pub use message::{AfterAnswer, Message};
pub use model::{
    Before, IncomingContent, IncomingResult, LazyPart, Load, Notice, Purpose, RequestedPack, Reveals, Saved,
    Screen, Sharing, State, Visit,
};

//! The state of the widget and how it changes: data and pure functions, without a view or a browser.

mod computed_report;
mod expectation;
mod incoming;
mod message;
mod model;
mod update;

pub use computed_report::ComputedReport;
pub use expectation::Expectation;
pub use message::{AfterAnswer, Message};
pub use model::{
    Before, Brought, IncomingContent, IncomingResult, LazyPart, Load, Notice, Purpose, RequestedPack,
    Reveals, Saved, Screen, Sharing, State, Visit,
};

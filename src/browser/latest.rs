//! The last state of a widget, for what comes from outside of the app.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use crate::state::{Message, State};

/// A state, and a way to change it.
pub type Snapshot = (Rc<State>, Callback<Message>);

/// The last state that the app reported.
#[derive(Clone, Default)]
pub struct LatestState(Rc<RefCell<Option<Snapshot>>>);

impl LatestState {
    /// The last state; none before the first.
    pub fn get(&self) -> Option<Snapshot> {
        self.0.borrow().clone()
    }

    /// Takes the place of the last state.
    pub fn set(&self, snapshot: Snapshot) {
        self.0.replace(Some(snapshot));
    }
}

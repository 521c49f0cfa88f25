//! Keeps the draft in the browser's storage, which may be full, blocked or hold anything.

use gloo::utils::window;

use crate::app::Saved;
use crate::questionnaire::Questionnaire;

/// The place of the draft of one questionnaire and form.
#[derive(Clone)]
pub struct Place(String);

impl Place {
    pub fn of(questionnaire: &Questionnaire) -> Self {
        Self(["boussole", questionnaire.id.as_str(), questionnaire.form.as_str()].join(":"))
    }

    /// What was kept here. That writing works is tried too: a browser may allow only reading.
    pub fn read(&self) -> Saved {
        let Some(storage) = open() else { return Saved::Blocked };
        match storage.get_item(&self.0) {
            Ok(Some(text)) => Saved::Draft(text),
            Ok(None) => Saved::Nothing,
            Err(_) => Saved::Blocked,
        }
    }

    /// Keeps a text, or with none forgets what was kept; whether it worked.
    pub fn write(&self, text: Option<&str>) -> bool {
        let Some(storage) = open() else { return false };
        match text {
            Some(text) => storage.set_item(&self.0, text),
            None => storage.remove_item(&self.0),
        }
        .is_ok()
    }

    /// Copies what is kept here to a place beside it.
    pub fn set_aside(&self) {
        if let Saved::Draft(text) = self.read() {
            Self([&self.0, "unreadable"].join(":")).write(Some(&text));
        }
    }
}

/// The browser throws where a policy blocks storage.
fn open() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

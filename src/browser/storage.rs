//! Keeps the draft in the browser's storage, which may be full, blocked or hold anything.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::window;
use web_sys::Storage;

use crate::state::Saved;
use crate::view::Shelf;
use boussole_core::questionnaire::Questionnaire;

/// The place of the draft of one questionnaire and form, beside those of its other forms.
#[derive(Clone)]
pub struct BrowserStorage {
    key: String,
    /// How the keys of all that is kept of the questionnaire begin.
    questionnaire: String,
    /// What was forgotten last, by key.
    forgotten: Rc<RefCell<Vec<(String, String)>>>,
    /// What the browser would not keep on a shelf, for as long as the visit lasts.
    unkept: Rc<RefCell<Vec<(Shelf, String)>>>,
}

impl BrowserStorage {
    /// `prefix` begins the keys of the page: what others keep under theirs is not ours.
    pub fn of(prefix: &str, questionnaire: &Questionnaire) -> Self {
        let beginning = [prefix, ":", questionnaire.id.as_str(), ":"].concat();
        let key = [&*beginning, questionnaire.form.as_str()].concat();
        Self { key, questionnaire: beginning, forgotten: Rc::default(), unkept: Rc::default() }
    }

    /// What was kept here. That writing works is tried too: a browser may allow only reading.
    pub fn read(&self) -> Saved {
        let Some(storage) = open() else { return Saved::Blocked };
        match storage.get_item(&self.key) {
            Ok(Some(text)) => Saved::Draft(text),
            Ok(None) => Saved::Nothing,
            Err(_) => Saved::Blocked,
        }
    }

    /// Keeps a text, or with none forgets all that was kept of the questionnaire; whether it worked. To
    /// keep again the very text that was forgotten brings the rest back as well.
    pub fn write(&self, text: Option<&str>) -> bool {
        let Some(storage) = open() else { return false };
        let Some(text) = text else { return self.forget(&storage) };
        let before = self.forgotten.take();
        if before.iter().any(|(key, kept)| *key == self.key && kept == text) {
            return before.iter().all(|(key, kept)| storage.set_item(key, kept).is_ok());
        }
        storage.set_item(&self.key, text).is_ok()
    }

    fn forget(&self, storage: &Storage) -> bool {
        self.unkept.borrow_mut().clear();
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten());
        let ours = keys.filter(|key| key.starts_with(&self.questionnaire));
        let kept = ours.filter_map(|key| Some((key.clone(), storage.get_item(&key).ok()??)));
        let kept: Vec<_> = kept.collect();
        let forgotten = kept.iter().all(|(key, _)| storage.remove_item(key).is_ok());
        self.forgotten.replace(kept);
        forgotten
    }

    /// What is kept on a shelf.
    pub fn kept(&self, shelf: Shelf) -> Option<String> {
        let unkept = self.unkept.borrow().iter().find(|(of, _)| *of == shelf).map(|(_, text)| text.clone());
        unkept.or_else(|| open()?.get_item(&self.shelf(shelf)).ok().flatten())
    }

    /// Keeps a text on a shelf, or clears it; whether the browser lets it outlast the visit.
    pub fn keep(&self, shelf: Shelf, text: Option<&str>) -> bool {
        self.unkept.borrow_mut().retain(|(of, _)| *of != shelf);
        let key = self.shelf(shelf);
        let worked = open().is_some_and(|storage| match text {
            Some(text) => storage.set_item(&key, text).is_ok(),
            None => storage.remove_item(&key).is_ok(),
        });
        if let (false, Some(text)) = (worked, text) {
            self.unkept.borrow_mut().push((shelf, text.to_owned()));
        }
        worked
    }

    fn shelf(&self, shelf: Shelf) -> String {
        match shelf {
            Shelf::Expected => [&*self.key, ":expected"].concat(),
            Shelf::Plan => [&*self.key, ":plan"].concat(),
            Shelf::Team => [&*self.key, ":team"].concat(),
            // In the place of a form's name, which is never empty: all forms have one history.
            Shelf::History => [&*self.questionnaire, ":history"].concat(),
        }
    }

    /// Copies what is kept here to a place beside it.
    pub fn set_aside(&self) {
        if let (Some(storage), Saved::Draft(text)) = (open(), self.read()) {
            // Where even this fails nothing is lost: the draft is still where it was.
            let _ = storage.set_item(&[&*self.key, ":unreadable"].concat(), &text);
        }
    }
}

/// The browser throws where a policy blocks storage.
pub(super) fn open() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

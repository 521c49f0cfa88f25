//! Storage of drafts and of the items beside them. Browser storage may be full, blocked or hold anything.
//!
//! Two kinds: the browser's, and memory for a kiosk, which forgets with its page.

use std::cell::RefCell;
use std::rc::Rc;

use boussole_core::questionnaire::Questionnaire;
use gloo::utils::window;

use crate::state::Saved;
use crate::view::{Storage, StorageSlot};

/// Keys with their texts.
type Entries = Rc<RefCell<Vec<(String, String)>>>;

/// The storage of one widget. Keys begin with the prefix of its page, then the id of the questionnaire.
#[derive(Clone)]
pub struct WidgetStorage {
    /// `None` is a kiosk: memory alone.
    prefix: Option<String>,
    /// The entries of a kiosk, or the items that the browser refused to store.
    memory: Entries,
    /// The entries that were erased last, for undo.
    erased: Entries,
}

impl WidgetStorage {
    /// Storage under a prefix, or in memory without one.
    pub fn new(prefix: Option<String>) -> Self {
        Self { prefix, memory: Entries::default(), erased: Entries::default() }
    }

    /// Whether other tabs share the storage.
    pub fn is_shared(&self) -> bool {
        self.prefix.is_some()
    }

    fn erase(&self, questionnaire: &Questionnaire) -> bool {
        let ours = self.questionnaire_key(questionnaire);
        let keys = self.keys().into_iter().filter(|key| key.starts_with(&ours));
        let entries: Vec<_> = keys.filter_map(|key| Some((key.clone(), self.get(&key)??))).collect();
        let worked = entries.iter().all(|(key, _)| self.remove(key));
        self.erased.replace(entries);
        self.memory.borrow_mut().retain(|(key, _)| !key.starts_with(&ours));
        worked
    }

    fn questionnaire_key(&self, questionnaire: &Questionnaire) -> String {
        let prefix = self.prefix.as_deref().unwrap_or_default();
        [prefix, ":", questionnaire.id.as_str(), ":"].concat()
    }

    fn draft_key(&self, questionnaire: &Questionnaire) -> String {
        self.questionnaire_key(questionnaire) + questionnaire.form.as_str()
    }

    fn item_key(&self, questionnaire: &Questionnaire, slot: StorageSlot) -> String {
        let form = self.draft_key(questionnaire);
        match slot {
            StorageSlot::Expectation => form + ":expected",
            StorageSlot::Plan => form + ":plan",
            StorageSlot::Team => form + ":team",
            StorageSlot::TeamOf(version) => form + ":team:" + &version.to_string(),
            // In the place of a form's id, which is never empty: all forms have one.
            StorageSlot::History => self.questionnaire_key(questionnaire) + ":history",
            StorageSlot::Separator => self.questionnaire_key(questionnaire) + ":separator",
        }
    }

    fn in_memory(&self, key: &str) -> Option<String> {
        self.memory.borrow().iter().find(|(known, _)| known == key).map(|(_, text)| text.clone())
    }

    /// The text of a key; `None` where the browser blocks storage.
    fn get(&self, key: &str) -> Option<Option<String>> {
        match self.prefix {
            Some(_) => open()?.get_item(key).ok(),
            None => Some(self.in_memory(key)),
        }
    }

    fn set(&self, key: &str, text: &str) -> bool {
        if self.prefix.is_some() {
            return open().is_some_and(|storage| storage.set_item(key, text).is_ok());
        }
        let mut memory = self.memory.borrow_mut();
        memory.retain(|(known, _)| known != key);
        memory.push((key.to_owned(), text.to_owned()));
        true
    }

    fn remove(&self, key: &str) -> bool {
        self.prefix.is_none() || open().is_some_and(|storage| storage.remove_item(key).is_ok())
    }

    fn keys(&self) -> Vec<String> {
        let Some(storage) = self.prefix.as_ref().and_then(|_| open()) else {
            return self.memory.borrow().iter().map(|(key, _)| key.clone()).collect();
        };
        (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten()).collect()
    }
}

impl Storage for WidgetStorage {
    fn draft(&self, questionnaire: &Questionnaire) -> Saved {
        match self.get(&self.draft_key(questionnaire)) {
            Some(Some(text)) => Saved::Draft(text),
            Some(None) => Saved::Nothing,
            None => Saved::Blocked,
        }
    }

    /// Saving the very text that was erased restores the other entries too.
    fn save(&self, questionnaire: &Questionnaire, text: Option<&str>) -> bool {
        let Some(text) = text else { return self.erase(questionnaire) };
        let (key, erased) = (self.draft_key(questionnaire), self.erased.take());
        if erased.iter().any(|(known, its)| *known == key && its == text) {
            return erased.iter().all(|(key, text)| self.set(key, text));
        }
        self.set(&key, text)
    }

    fn stored(&self, questionnaire: &Questionnaire, slot: StorageSlot) -> Option<String> {
        let key = self.item_key(questionnaire, slot);
        self.in_memory(&key).or_else(|| self.get(&key)?)
    }

    fn store(&self, questionnaire: &Questionnaire, slot: StorageSlot, text: Option<&str>) -> bool {
        let key = self.item_key(questionnaire, slot);
        self.memory.borrow_mut().retain(|(known, _)| *known != key);
        let Some(text) = text else { return self.remove(&key) };
        let worked = self.set(&key, text);
        if !worked {
            self.memory.borrow_mut().push((key, text.to_owned()));
        }
        worked
    }

    fn set_aside(&self, questionnaire: &Questionnaire) {
        if let Saved::Draft(text) = self.draft(questionnaire) {
            // A failure loses nothing: the draft is still under its own key.
            self.set(&[&*self.draft_key(questionnaire), ":unreadable"].concat(), &text);
        }
    }
}

/// The storage of the browser, which throws where a policy blocks it.
pub(super) fn open() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

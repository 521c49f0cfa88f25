//! The reading side of every screen: the state, the texts, and callbacks that send messages.

use std::rc::Rc;

use boussole_core::link::{Day, Origin, ResultId};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::texts;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::state::{Message, Saved, State};

/// Functions of the browser that the widget calls. Each answers whether it worked.
#[derive(Clone)]
pub struct Ports {
    /// Storage of drafts, and of items beside them.
    pub storage: Rc<dyn Storage>,
    /// The day by the reader's clock: a page may stay open for weeks.
    pub today: Callback<(), Day>,
    /// The id of the next result.
    pub new_result_id: Callback<(), ResultId>,
    /// Copies a text to the clipboard.
    pub copy: Port,
    /// The share sheet, where the browser has one.
    pub share_sheet: Option<Port>,
    /// Loads another locale, which comes back as [`Message::Translate`].
    pub load_locale: Port,
    /// Loads another form of the questionnaire, which comes back as [`Message::SwitchForm`].
    pub load_form: Port,
    /// Loads what can read a result that was made with something else; none if there is no such thing.
    pub load_pack: Callback<(Origin, Callback<Option<Rc<Pack>>>)>,
    /// Moves the focus to the heading of a new screen, and scrolls where it is out of view.
    pub show_heading: Callback<HtmlElement>,
    /// Runs after every change, and may send messages.
    pub on_change: Callback<(Rc<State>, Callback<Message>)>,
}

/// Storage of drafts, and of items beside them. Entries belong to a questionnaire.
pub trait Storage {
    /// The stored draft.
    fn draft(&self, questionnaire: &Questionnaire) -> Saved;

    /// Saves a draft; without one, erases all entries of the questionnaire. False where the browser refuses.
    fn save(&self, questionnaire: &Questionnaire, text: Option<&str>) -> bool;

    /// Copies a draft that can't be read to where no later one overwrites it.
    fn set_aside(&self, questionnaire: &Questionnaire);

    /// Stores the text of an item, or removes it. False where it lasts no longer than the visit.
    fn store(&self, questionnaire: &Questionnaire, slot: StorageSlot, text: Option<&str>) -> bool;

    /// The stored text of an item.
    fn stored(&self, questionnaire: &Questionnaire, slot: StorageSlot) -> Option<String>;
}

/// An item that is stored beside the draft. Erasing the answers erases all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageSlot {
    /// The maturity level that was expected before the result was shown.
    Expectation,
    /// The action plan of a form.
    Plan,
    /// The results of earlier days, those of all forms of the questionnaire.
    History,
    /// The team of a form.
    Team,
    /// The team of an earlier version of a form.
    TeamOf(u8),
    /// The separator of tables, for all forms of the questionnaire.
    Separator,
}

/// Something that is done with a text, after which it is said whether it worked.
pub type Port = Callback<(String, Callback<bool>)>;

/// Data of a view.
#[derive(Clone)]
pub struct View {
    /// State of the widget.
    pub state: Rc<State>,
    /// Questionnaire of the screen: the own one, or that of a shared result.
    pub pack: Rc<Pack>,
    /// Functions of the browser.
    pub ports: Ports,
    /// Address before `#` of a result link.
    pub page: AttrValue,
    /// Sends a message to the reducer.
    pub dispatch: Callback<Message>,
    /// Set while an arrow key is down, see [`AfterAnswer::Stay`].
    pub walking: Rc<std::cell::Cell<bool>>,
    /// The heading of the screen, to which the focus moves.
    pub heading: NodeRef,
}

impl View {
    /// Questionnaire of the screen.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.pack.questionnaire
    }

    /// The day of what is done now.
    pub fn today(&self) -> Day {
        self.ports.today.emit(())
    }

    /// Text of a name.
    pub fn text(&self, text: texts::Text) -> String {
        self.pack.texts.get(text).to_owned()
    }

    /// Text of a name, with each `{key}` replaced by its value.
    pub fn fill(&self, text: texts::Text, values: &[(&str, &str)]) -> String {
        self.pack.texts.fill(text, values)
    }

    /// Stores the text of an item of the own questionnaire; false where it lasts no longer than the visit.
    pub fn store(&self, slot: StorageSlot, text: &str) -> bool {
        self.ports.storage.store(&self.state.pack.questionnaire, slot, Some(text))
    }

    /// The stored text of an item of the own questionnaire.
    pub fn stored(&self, slot: StorageSlot) -> Option<String> {
        self.ports.storage.stored(&self.state.pack.questionnaire, slot)
    }

    /// A callback that sends a message.
    pub fn on<E>(&self, message: Message) -> Callback<E> {
        self.dispatch.reform(move |_| message.clone())
    }

    /// A callback that has something loaded, and says so where that fails.
    pub fn load(&self, port: &Port, what: String, failed: Message) -> Callback<MouseEvent> {
        let (port, dispatch) = (port.clone(), self.dispatch.clone());
        Callback::from(move |_| {
            let (dispatch, failed) = (dispatch.clone(), failed.clone());
            let done = Callback::from(move |worked: bool| {
                if !worked {
                    dispatch.emit(failed.clone());
                }
            });
            port.emit((what.clone(), done));
        })
    }
}

//! The reading side of every screen: the state, the texts, and callbacks that send messages.

use std::rc::Rc;

use boussole_core::link::{Day, Origin, ResultId};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::texts;
use yew::prelude::*;

use crate::lazy::PartLoader;
use crate::state::{Message, State};

/// What the widget asks of the browser. Each answers whether it worked.
#[derive(Clone, PartialEq)]
pub struct Ports {
    /// Keeps a draft, or forgets it.
    pub save: Callback<Option<String>, bool>,
    /// Keeps a draft that could not be read where no later one overwrites it.
    pub set_aside: Callback<()>,
    /// A result_id for the next result.
    pub new_result_id: Callback<(), ResultId>,
    pub copy: Port,
    /// The share sheet, where the browser has one.
    pub share_sheet: Option<Port>,
    /// Loads another locale; it comes back as another `pack` of [`Props`].
    pub load_locale: Port,
    /// Loads another form of the questionnaire; it comes back in the same way.
    pub load_form: Port,
    /// Loads what can read a result that was made with something else; none if there is no such thing.
    pub load_pack: Callback<(Origin, Callback<Option<Rc<Pack>>>)>,
    /// Keeps a text on a shelf, or clears it.
    pub keep: Keep,
    /// What is kept on a shelf.
    pub kept: Kept,
    /// The rooms beyond the report.
    pub parts: PartLoader,
    /// Is told after every change, and may answer with messages of its own.
    pub on_change: Callback<(Rc<State>, Callback<Message>)>,
}

/// Where the browser keeps something beside the draft. Erasing the answers clears all shelves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// The maturity level that was expected before the result was seen.
    Expected,
    /// The action plan of a form.
    Plan,
    /// The results of earlier days, those of all forms of the questionnaire.
    History,
    /// The team that was brought together over a form.
    Team,
}

/// Keeps a text on a shelf, or clears it; whether that outlasts the visit.
pub type Keep = Callback<(Shelf, Option<String>), bool>;

/// What is kept on a shelf.
pub type Kept = Callback<Shelf, Option<String>>;

/// Something that is done with a text, after which it is said whether it worked.
pub type Port = Callback<(String, Callback<bool>)>;

/// What every view reads.
#[derive(Clone)]
pub struct View {
    pub state: Rc<State>,
    /// What the screen is about: one's own questionnaire, or that of a shared result.
    pub pack: Rc<Pack>,
    pub ports: Ports,
    pub page: AttrValue,
    pub today: Day,
    pub dispatch: Callback<Message>,
    /// Set while an arrow key is down, see [`AfterAnswer::Stay`].
    pub walking: Rc<std::cell::Cell<bool>>,
    /// The heading of the screen, to which the focus moves.
    pub heading: NodeRef,
}

impl View {
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.pack.questionnaire
    }

    pub fn text(&self, text: texts::Text) -> String {
        self.pack.texts.get(text).to_owned()
    }

    pub fn fill(&self, text: texts::Text, values: &[(&str, &str)]) -> String {
        self.pack.texts.fill(text, values)
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

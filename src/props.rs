//! Properties of the mounted widget.

use std::rc::Rc;

use boussole_core::pack::Pack;
use yew::prelude::*;

use crate::lazy::PartLoader;
use crate::state::Visit;
use crate::view::Ports;

/// The properties of the app.
#[derive(Clone, Properties)]
pub struct Props {
    /// Questionnaire with the texts of one locale.
    pub pack: Rc<Pack>,
    /// Start of the visit.
    pub visit: Visit,
    /// Functions of the browser.
    pub ports: Ports,
    /// The lazy parts.
    pub parts: PartLoader,
}

/// Others only come when something follows from them; to compare a whole pack would cost the widget a kilobyte.
impl PartialEq for Props {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

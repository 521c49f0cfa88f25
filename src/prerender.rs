//! The first page as HTML, rendered by a native program: what a reader has before any script.

use std::rc::Rc;

use yew::{Callback, LocalServerRenderer};

use crate::app::App;
use crate::lazy::{Fetch, PartLoader};
use crate::props::Props;
use crate::state::{Saved, Visit};
use crate::view::{Port, Ports, Storage, StorageSlot};
use boussole_core::link::{Day, ResultId};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::Questionnaire;

/// First screen of a first visit.
pub async fn first_page(pack: Rc<Pack>) -> String {
    let visit = Visit {
        number: 0,
        page: "".into(),
        saved: Saved::Nothing,
        fragment: None,
        today: Day(0),
        result_id: ResultId([0; 3]),
        expected: None,
    };
    let parts = PartLoader::fetched(Fetch { report: Callback::from(|_| ()), part: Callback::from(|_| ()) });
    let props = Props { pack, visit, ports: ports(), parts };
    LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

/// Storage with one item, or without entries.
pub struct FixedStorage(pub Option<(StorageSlot, &'static str)>);

impl Storage for FixedStorage {
    fn draft(&self, _: &Questionnaire) -> Saved {
        Saved::Nothing
    }

    fn save(&self, _: &Questionnaire, _: Option<&str>) -> bool {
        true
    }

    fn set_aside(&self, _: &Questionnaire) {}

    fn store(&self, _: &Questionnaire, _: StorageSlot, _: Option<&str>) -> bool {
        true
    }

    fn stored(&self, _: &Questionnaire, slot: StorageSlot) -> Option<String> {
        self.0.filter(|(stored, _)| *stored == slot).map(|(_, text)| text.to_owned())
    }
}

/// Callbacks without effect: a native rendering has no reader who presses anything.
pub fn ports() -> Ports {
    let nothing = Port::from(|_| ());
    Ports {
        storage: Rc::new(FixedStorage(None)),
        today: Callback::from(|()| Day(0)),
        new_result_id: Callback::from(|()| ResultId([0; 3])),
        copy: nothing.clone(),
        share_sheet: None,
        load_locale: nothing.clone(),
        load_form: nothing,
        load_pack: Callback::from(|_| ()),
        show_heading: Callback::from(|_| ()),
        on_change: Callback::from(|_| ()),
    }
}

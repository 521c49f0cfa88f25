//! The separator of tables: that of the language, until a reader chooses.

use std::rc::Rc;

use boussole::state::{LazyPart, Saved};
use boussole::view::{Ports, Storage, StorageSlot};
use boussole_core::questionnaire::Questionnaire;

use crate::fixture::{draft, pack, part_html, ports};

/// Storage with a separator alone.
struct Chosen(&'static str);

impl Storage for Chosen {
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
        (slot == StorageSlot::Separator && !self.0.is_empty()).then(|| self.0.to_owned())
    }
}

#[test]
fn a_chosen_separator_is_offered_again_and_a_strange_one_is_that_of_the_language() {
    for part in [LazyPart::Export, LazyPart::Team] {
        for (locale, stored, expected) in [
            ("fr", "", ";"),
            ("en", "", ","),
            ("fr", ",", ","),
            ("en", ";", ";"),
            ("fr", "|", ";"),
            ("en", ";;", ","),
        ] {
            let pack = pack(locale);
            let ports = Ports { storage: Rc::new(Chosen(stored)), ..ports() };
            let html = part_html(&pack, draft(&pack, "12?304213?24"), part, ports);
            for one in [",", ";"] {
                let selected = html.contains(&format!("<option value=\"{one}\" selected"));
                assert_eq!(selected, one == expected, "{locale}, stored {stored:?}, {one:?} in\n{html}");
            }
        }
    }
}

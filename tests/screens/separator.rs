//! The separator of tables: that of the language, until a reader chooses.

use std::rc::Rc;

use boussole::prerender::FixedStorage;
use boussole::state::LazyPart;
use boussole::view::{Ports, StorageSlot};

use crate::fixture::{draft, pack, part_html, ports};

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
            let ports =
                Ports { storage: Rc::new(FixedStorage(Some((StorageSlot::Separator, stored)))), ..ports() };
            let html = part_html(&pack, draft(&pack, "12?304213?24"), part, ports);
            for one in [",", ";"] {
                let selected = html.contains(&format!("<option value=\"{one}\" selected"));
                assert_eq!(selected, one == expected, "{locale}, stored {stored:?}, {one:?} in\n{html}");
            }
        }
    }
}

//! Screens that are loaded when asked for.

use std::path::{Path, PathBuf};

use boussole::state::{LazyPart, Load, Message, Screen, State};
use boussole_core::texts::LazyText;

use crate::fixture::{TODAY, draft, lazy_texts, pack, part_html, ports, visit};

#[test]
fn every_lazy_screen_is_rendered_in_every_language() {
    for locale in ["fr", "en"] {
        let pack = pack(locale);
        let texts = lazy_texts(locale);
        for (part, title) in [
            (LazyPart::Plan, LazyText::PlanTitle),
            (LazyPart::Export, LazyText::ExportTitle),
            (LazyPart::History, LazyText::HistoryTitle),
            (LazyPart::Team, LazyText::TeamTitle),
        ] {
            let saved = draft(&pack, "12?304213?24");
            let html = part_html(&pack, saved, part, ports());
            assert!(html.contains(texts.get(title)), "{html}");
        }
    }
}

#[test]
fn a_part_that_loads_too_late_changes_nothing() {
    let pack = pack("fr");
    let state = State::new(pack.clone(), &visit(draft(&pack, "222222222222"), None));
    let waiting = state.after(Message::Go(Screen::Lazy(LazyPart::Plan, None)), TODAY);
    let elsewhere = waiting.after(Message::ShowOwn, TODAY);
    let late = elsewhere.after(Message::PartLoaded(LazyPart::Plan, true), TODAY);
    assert_eq!(late, elsewhere);
    assert_eq!(waiting.part, Load::Loading);
    let failed = waiting.after(Message::PartLoaded(LazyPart::Plan, false), TODAY);
    assert_eq!(failed.part, Load::Failed);
    assert_eq!(failed.after(Message::RetryPart, TODAY).part, Load::Loading, "it is tried again");
    assert_eq!(waiting.after(Message::PartLoaded(LazyPart::Plan, true), TODAY).part, Load::Ready);
}

/// Rust sources of a folder and of those within it.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries =
        folder.read_dir().expect("a folder of sources").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn texts_that_come_with_one_screen_are_used_by_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (part, names) in [(LazyPart::History, "LazyText::History"), (LazyPart::Team, "LazyText::Team")] {
        let own = root.join("screens").join(part.own_texts());
        let users: Vec<_> = sources(&root)
            .into_iter()
            .filter(|path| std::fs::read_to_string(path).expect("a source").contains(names))
            .collect();
        assert!(!users.is_empty(), "{names}");
        for user in users {
            assert!(user.starts_with(&own), "{} uses {names}", user.display());
        }
    }
}

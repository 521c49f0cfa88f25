//! Screens that are loaded when asked for.

use std::path::{Path, PathBuf};

use boussole::state::{AfterAnswer, LazyPart, Load, Message, Screen, State};
use boussole_core::answers::Response;
use boussole_core::link::Content;
use boussole_core::texts::LazyText;

use crate::fixture::{TODAY, answers, draft, lazy_texts, link_of, pack, part_html, ports, visit};

#[test]
fn every_lazy_screen_is_rendered_in_every_language() {
    for locale in ["fr", "en"] {
        let pack = pack(locale);
        let texts = lazy_texts(locale);
        for (part, title) in [
            (LazyPart::Plan, LazyText::SharedPlan),
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
    let parts = [
        (LazyPart::Plan, "LazyText::Plan"),
        (LazyPart::History, "LazyText::History"),
        (LazyPart::Team, "LazyText::Team"),
    ];
    for (part, names) in parts {
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

/// States with a screen behind the questions, besides the state on the first question.
fn screens() -> (State, Vec<State>) {
    let pack = pack("fr");
    let question = State::new(pack.clone(), &visit(draft(&pack, "222"), None));
    let result = State::new(pack.clone(), &visit(draft(&pack, "222222222222"), None));
    let fragment = link_of(&pack, Content::Answers(answers(&pack, "111111111111")));
    let shared = State::new(pack.clone(), &visit(draft(&pack, "222"), Some(fragment)));
    assert!(matches!((&result.screen, &shared.screen), (Screen::Report, Screen::Shared(_))));
    let on = |screen: Screen| question.after(Message::Go(screen), TODAY);
    let behind = vec![on(Screen::Overview), on(Screen::Expectation), result, shared];
    (question, behind)
}

#[test]
fn the_screens_behind_the_questions_are_asked_for_once_whatever_the_first_screen_is() {
    let (question, behind) = screens();
    for state in behind.iter().chain([&question]) {
        assert_eq!(state.report_part, Load::Loading, "{:?}", state.screen);
        let ready = state.after(Message::ReportPartLoaded(Some(state.pack.clone())), TODAY);
        for screen in [Screen::Item(3), Screen::Overview, Screen::Report, Screen::Lazy(LazyPart::Plan, None)]
        {
            let elsewhere = ready.after(Message::Go(screen), TODAY);
            assert_eq!(elsewhere.report_part, Load::Ready, "{:?}", elsewhere.screen);
        }
    }
}

#[test]
fn a_failure_to_load_them_is_made_up_for_on_a_screen_that_needs_them_and_nowhere_else() {
    let (question, behind) = screens();
    let failed = question.after(Message::ReportPartLoaded(None), TODAY);
    let next = failed.after(Message::Answer(3, Response::DontKnow, AfterAnswer::MoveOn), TODAY);
    assert_eq!((failed.report_part, next.report_part), (Load::Failed, Load::Failed));
    assert_eq!(next.after(Message::Go(Screen::Overview), TODAY).report_part, Load::Loading);
    for state in behind {
        let failed = state.after(Message::ReportPartLoaded(None), TODAY);
        assert_eq!(failed.report_part, Load::Failed, "{:?}", failed.screen);
        assert_eq!(failed.after(Message::RetryPart, TODAY).report_part, Load::Loading);
        assert_eq!((failed.answers, failed.screen), (state.answers, state.screen), "nothing is lost");
    }
}

#[test]
fn the_focus_follows_a_screen_that_comes_late_but_not_at_the_start_of_a_visit() {
    let (question, behind) = screens();
    for state in behind.into_iter().chain([question]) {
        let ready = state.after(Message::ReportPartLoaded(Some(state.pack.clone())), TODAY);
        let is_late = state.moves > 0 && !matches!(state.screen, Screen::Item(_));
        assert_eq!(ready.moves, state.moves + u32::from(is_late), "{:?}", state.screen);
    }
}

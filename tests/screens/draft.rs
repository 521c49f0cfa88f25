//! Drafts: resumed, continued elsewhere, unreadable.

use boussole::state::{Message, Saved, State};
use boussole_core::texts::Text;

use crate::fixture::{TODAY, check, draft, pack, visit};

#[test]
fn a_draft_is_resumed_where_it_was_left() {
    let pack = pack("fr");
    let notice = pack.texts.fill(Text::NoticeResumed, &[("given", "2"), ("total", "12")]);
    check(&pack, visit(draft(&pack, "31"), None), &["Question 3 sur 12", &notice], &[]);
}

#[test]
fn a_visit_continued_elsewhere_shows_no_notice_of_a_draft() {
    let pack = pack("fr");
    let Saved::Draft(text) = draft(&pack, "31") else { unreachable!("a draft") };
    let state = State::new(pack.clone(), &visit(Saved::Carried(text), None));
    assert_eq!((state.answers.answered(), state.notice), (2, None));
}

#[test]
fn an_unreadable_draft_is_reported_and_the_assessment_restarts() {
    let pack = pack("fr");
    let visit = visit(Saved::Draft("rubbish".to_owned()), None);
    assert!(State::found_unreadable_draft(&pack, &visit));
    check(&pack, visit, &["Question 1 sur 12", pack.texts.get(Text::NoticeDraftUnreadable)], &[]);
}

fn stored(text: &str, pack: &std::rc::Rc<boussole_core::pack::Pack>) -> String {
    match draft(pack, text) {
        Saved::Draft(text) => text,
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn what_another_tab_stores_is_taken_over_and_what_it_erases_goes() {
    let pack = pack("fr");
    let state = State::new(pack.clone(), &visit(draft(&pack, "31"), None));
    let synced = state.after(Message::Sync(Saved::Draft(stored("3120", &pack))), TODAY);
    assert_eq!((synced.answers.answered(), synced.draft()), (4, stored("3120", &pack)));
    assert_eq!((&synced.screen, synced.moves), (&state.screen, state.moves), "the page stays where it is");
    let erased = synced.after(Message::Sync(Saved::Nothing), TODAY);
    assert_eq!((erased.answers.answered(), erased.erased), (0, true));
    let unread = state.after(Message::Sync(Saved::Draft("rubbish".to_owned())), TODAY);
    assert_eq!(unread, state);
}

#[test]
fn a_draft_that_was_not_read_fills_what_is_missing_and_replaces_nothing() {
    let pack = pack("fr");
    let state = State::new(pack.clone(), &visit(draft(&pack, "31"), None));
    let merged = state.after(Message::Merge(stored("2244", &pack)), TODAY);
    assert_eq!(merged.draft(), stored("3144", &pack));
    assert_eq!(state.after(Message::Merge("rubbish".to_owned()), TODAY), state);
}

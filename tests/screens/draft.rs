//! Drafts: resumed, continued elsewhere, unreadable.

use boussole::state::{Saved, State};
use boussole_core::texts::Text;

use crate::fixture::{check, draft, pack, visit};

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

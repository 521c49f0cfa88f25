//! Answers and screens: the next item, erasing, restarting, another language.

use std::rc::Rc;

use boussole::state::{AfterAnswer, Expectation, Message, Screen, State};
use boussole_core::answers::{Level, Response};
use boussole_core::link::ResultId;
use boussole_core::report::Report;

use crate::fixture::{RESULT_ID, TODAY, draft, pack, visit};

#[test]
fn answering_moves_to_the_next_missing_item_and_then_to_the_report() {
    let pack = pack("en");
    let response = Response::Level(Level::HIGHEST);
    let mut state = State::new(pack.clone(), &visit(draft(&pack, "1-1111111111"), None));
    assert_eq!(state.screen, Screen::Item(1));
    let stayed = state.after(Message::Answer(1, response, AfterAnswer::Stay), TODAY);
    assert_eq!(stayed.screen, Screen::Item(1));
    state = state.after(Message::Answer(0, response, AfterAnswer::MoveOn), TODAY);
    assert_eq!(state.screen, Screen::Item(1));
    state = state.after(Message::Answer(1, response, AfterAnswer::MoveOn), TODAY);
    assert_eq!(state.screen, Screen::Expectation, "the first time, what is expected is asked before");
    state = state.after(Message::Expect(Expectation::Passed), TODAY);
    assert_eq!(state.screen, Screen::Report);
    state = state.after(Message::Answer(1, Response::DontKnow, AfterAnswer::MoveOn), TODAY);
    assert_eq!(state.screen, Screen::Report);
}

#[test]
fn erasing_can_be_undone() {
    let pack = pack("en");
    let state = State::new(pack.clone(), &visit(draft(&pack, "1234"), None));
    let erased = state.after(Message::Erase(ResultId([9, 9, 9])), TODAY);
    assert_eq!((erased.answers.answered(), &erased.screen), (0, &Screen::Item(0)));
    let back = erased.after(Message::Undo, TODAY);
    assert_eq!((back.answers, back.result_id), (state.answers, state.result_id));
}

#[test]
fn a_new_assessment_can_be_taken_back_and_is_not_erased() {
    let pack = pack("fr");
    let state = State::new(pack.clone(), &visit(draft(&pack, "222222222222"), None));
    let restarted = state.after(Message::Restart(ResultId([9, 9, 9])), TODAY);
    assert_eq!(
        (restarted.answers.answered(), restarted.result_id, restarted.erased),
        (0, ResultId([9, 9, 9]), false)
    );
    let back = restarted.after(Message::Undo, TODAY);
    assert_eq!((back.answers, back.result_id), (state.answers, state.result_id));
}

#[test]
fn another_language_keeps_every_answer() {
    let state = State::new(pack("fr"), &visit(draft(&pack("fr"), "1234"), None));
    let translated = state.after(Message::Translate(pack("en")), TODAY);
    assert_eq!(translated.answers, state.answers);
    assert_eq!(translated.draft(), state.draft());
}

#[test]
fn the_report_is_that_of_the_answers_after_every_message() {
    let (french, english) = (pack("fr"), pack("en"));
    let mut state = State::new(french.clone(), &visit(draft(&french, "22222222222"), None));
    assert_eq!(state.report(), None);
    let dont_know = Message::Answer(11, Response::DontKnow, AfterAnswer::MoveOn);
    let level = Message::Answer(0, Response::Level(Level::new(4).expect("a level")), AfterAnswer::Stay);
    for message in [dont_know, level, Message::Translate(english), Message::Erase(RESULT_ID), Message::Undo] {
        state = state.after(message, TODAY);
        let complete = state.answers.complete();
        let report = complete.map(|answers| Report::new(&state.pack.questionnaire, &answers));
        assert_eq!(state.report().as_deref(), report.as_ref());
    }
    assert!(state.report().is_some());
    let same = state.after(Message::Go(Screen::Overview), TODAY);
    let (Some(before), Some(after)) = (state.report(), same.report()) else { panic!("both are complete") };
    assert!(Rc::ptr_eq(&before, &after), "it is computed once");
}

//! The day of an act is that of the clock then: a page may stay open over midnight, or for weeks.

use boussole::state::{AfterAnswer, Expectation, LazyPart, Message, Saved, State};
use boussole::view::Ports;
use boussole_core::answers::{Level, Response};
use boussole_core::link::{self, Content, Day, ResultId};
use boussole_core::plan::Quarter;
use boussole_core::texts::LazyText;
use yew::Callback;

use crate::fixture::{
    TODAY, answers, draft, edition, first_version, lazy_texts, link_of, pack, part_html, ports, view_of,
    visit,
};
use boussole_authoring::Edition;

/// A quarter later.
const LATER: Day = Day(TODAY.0 + 92);

fn day_of(state: &State) -> Option<Day> {
    link::decode(&state.pack.questionnaire, &state.draft()).expect("a sound draft").day
}

#[test]
fn whatever_changes_the_answers_bears_the_day_on_which_it_is_done() {
    let pack = pack("fr");
    let shared = link_of(&pack, Content::Answers(answers(&pack, "222222222222")));
    let highest = Response::Level(Level::HIGHEST);
    let answer = Message::Answer(4, highest, AfterAnswer::MoveOn);
    for messages in [
        vec![answer.clone()],
        vec![Message::Fill(answers(&pack, "12?304213?24"))],
        vec![Message::Open(shared), Message::CarryOver],
        vec![Message::Restart(ResultId([9, 9, 9])), answer.clone()],
        vec![Message::Erase(ResultId([9, 9, 9])), answer],
    ] {
        let state = State::new(pack.clone(), &visit(draft(&pack, "12?3--------"), None));
        assert_eq!(day_of(&state), Some(TODAY));
        let after = messages.iter().fold(state, |state, message| state.after(message.clone(), LATER));
        assert_eq!(day_of(&after), Some(LATER), "{messages:?}");
    }
}

#[test]
fn answers_that_are_brought_back_bear_their_own_day() {
    let pack = pack("fr");
    let shared = link_of(&pack, Content::Answers(answers(&pack, "222222222222")));
    for messages in [
        vec![Message::Erase(ResultId([9, 9, 9]))],
        vec![Message::Restart(ResultId([9, 9, 9]))],
        vec![Message::Open(shared), Message::CarryOver],
    ] {
        let state = State::new(pack.clone(), &visit(draft(&pack, "12?3--------"), None));
        let done = messages.iter().fold(state.clone(), |state, message| state.after(message.clone(), LATER));
        let undone = done.after(Message::Undo, LATER);
        assert_eq!(
            (undone.answers.clone(), day_of(&undone)),
            (state.answers.clone(), Some(TODAY)),
            "{messages:?}"
        );
    }
}

#[test]
fn what_only_looks_at_a_result_leaves_its_day() {
    let pack = pack("fr");
    let state = State::new(pack.clone(), &visit(draft(&pack, "222222222222"), None));
    for message in [
        Message::ShowOwn,
        Message::ToggleDetail,
        Message::Expect(Expectation::Passed),
        Message::CloseNotice,
        Message::Sync(Saved::Blocked),
    ] {
        assert_eq!(day_of(&state.after(message.clone(), LATER)), Some(TODAY), "{message:?}");
    }
}

#[test]
fn a_draft_of_an_earlier_version_is_recovered_on_the_day_on_which_it_is() {
    let (first, current) = (first_version(), edition(Edition::Current, "express", "fr"));
    let state = State::new(current, &visit(draft(&first, "222222222222"), None));
    let wanted = state.requested_pack.clone().expect("the first version is asked for");
    let read = state.after(Message::PackLoaded(wanted, Some(first)), LATER);
    assert!(read.answers.answered() > 0);
    assert_eq!(day_of(&read), Some(LATER));
}

#[test]
fn a_view_asks_the_clock_each_time() {
    let days = std::rc::Rc::new(std::cell::Cell::new(TODAY));
    let clock = days.clone();
    let mut view = view_of(&pack("fr"), Saved::Nothing);
    view.ports = Ports { today: Callback::from(move |()| clock.get()), ..ports() };
    assert_eq!(view.today(), TODAY);
    days.set(LATER);
    assert_eq!(view.today(), LATER);
}

#[test]
fn a_plan_begins_with_the_quarter_of_the_day_on_which_it_is_seen() {
    let pack = pack("fr");
    for day in [TODAY, LATER] {
        let ports = Ports { today: Callback::from(move |()| day), ..ports() };
        let html = part_html(&pack, draft(&pack, "12?304213?24"), LazyPart::Plan, ports);
        let named = |number: u16, year: u16| [("quarter", number.to_string()), ("year", year.to_string())];
        let quarter = |quarter: Quarter| {
            let values = named(quarter.of_year(), quarter.year());
            lazy_texts("fr")
                .fill(LazyText::SharedQuarter, &values.each_ref().map(|(key, value)| (*key, &**value)))
        };
        let now = Quarter::of(day);
        assert!(html.contains(&quarter(now)), "{html}");
        let before = Quarter::from_number(now.number() - 1).expect("a quarter");
        assert!(!html.contains(&quarter(before)), "{html}");
    }
}

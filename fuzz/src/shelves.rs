//! Texts in the browser's storage: history, rooms, plans.

use boussole_core::calendar::Day;
use boussole_core::history::{self, History, HistoryEntry};
use boussole_core::link::ResultId;
use boussole_core::plan::Plan;
use boussole_core::report::Report;
use boussole_core::room::{decode_rooms, encode_rooms};

use crate::fixtures::{self, Fixtures};
use crate::input::FuzzInput;

const RESULT: ResultId = ResultId([1, 2, 3]);

/// Reads a text as one of the kinds, writes it, and reads it again.
pub fn run(data: &[u8]) {
    let mut input = FuzzInput(data);
    match input.byte() % 3 {
        0 => read_history(&input.rest()),
        1 => read_rooms(&input.rest()),
        _ => fixtures::with(|fixtures| read_plan(fixtures, input)),
    }
}

fn read_history(text: &str) {
    let history = History::read(text);
    let entries = |history: &History| history.entries().cloned().collect::<Vec<HistoryEntry>>();
    let read = entries(&history);
    assert!(read.len() <= history::MOST);
    assert!(read.is_sorted_by_key(|entry| entry.head.day), "{text:?} is not in the order of days");
    assert_eq!(entries(&History::read(&history.text())), read, "{text:?}");
    for entry in &read {
        assert_eq!(entries(&history.without(&entry.link)).len(), read.len() - 1, "{text:?}");
    }
}

fn read_rooms(text: &str) {
    let stored = decode_rooms(text);
    assert_eq!(decode_rooms(&encode_rooms(&stored)), stored, "{text:?}");
    let rooms = stored.rooms.len();
    assert!(stored.clone().merged(stored).rooms.len() <= rooms * 2);
}

fn read_plan(fixtures: &Fixtures, mut input: FuzzInput<'_>) {
    let questionnaire = &*fixtures.pack(&mut input).questionnaire;
    let answers = fixtures::complete(questionnaire, &mut input);
    let today = Day(input.below(usize::from(u16::MAX)) as u16);
    let report = Report::new(questionnaire, &answers);
    let read = |text: &str| Plan::decode(questionnaire, &answers, &report, today, RESULT, text);
    let head = Plan::default().encode(questionnaire, RESULT);
    let text = format!("{head} {}", input.rest());
    let plan = read(&text).expect("a text with the head of a plan is one");
    assert_eq!(read(&plan.encode(questionnaire, RESULT)), Some(plan.clone()), "{text:?}");
    let steps = plan.chosen().len() + plan.others().len();
    assert_eq!(steps, report.priorities.len(), "{text:?}");
    plan.carried_out(questionnaire, &answers);
    let later = plan.with_calendar_file(today);
    later.next_revision(today);
    later.cancelled(questionnaire, today);
}

//! The state of the organiser's screen: files that come in slices, and the days of rooms.

use std::rc::Rc;

use boussole_authoring::{Edition, SourceFile};
use boussole_core::answers::{Answers, Response};
use boussole_core::export::csv::Separator;
use boussole_core::link::{self, Content, Day, ResultId, ResultLink, find_with};
use boussole_core::questionnaire::Questionnaire;
use boussole_core::room::{VOCABULARY, decode_rooms, encode_rooms};
use boussole_core::texts::RoomText;
use yew::Reducible;

use super::file_report::FileReport;
use super::message::{Camera, RoomInput, RoomMessage, RoomNotice};
use super::state::RoomState;

const EVENING: Day = Day(327);
const MORNING: Day = Day(328);

fn questionnaire() -> Rc<Questionnaire> {
    let paths = [
        "questionnaires/liberte-numerique/questionnaire.toml",
        "questionnaires/liberte-numerique/fr.toml",
        "questionnaires/liberte-numerique/en.toml",
        "www/texts/fr.toml",
        "www/texts/en.toml",
    ];
    let read = |path: &str| SourceFile {
        path: path.to_owned(),
        text: std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect(path),
    };
    let packs = boussole_authoring::build(&paths.map(read)).expect("the sources are right").packs;
    let wanted = |edition: Edition, form: &str| edition == Edition::Current && form == "express";
    let file = packs.into_iter().find(|pack| wanted(pack.edition, &pack.form)).expect("the form");
    file.pack().expect("a pack").questionnaire
}

fn link(questionnaire: &Questionnaire, number: u8) -> String {
    let none = Answers::none(questionnaire);
    let answers = (0..questionnaire.len())
        .fold(none, |answers, position| answers.with(questionnaire, position, Response::DontKnow));
    let (content, result_id) = (Content::Answers(answers), ResultId([1, 2, number]));
    let result = ResultLink { content, result_id, role: None, day: Some(EVENING) };
    link::encode(questionnaire, &result) + "\n"
}

/// State after messages, with all that waits read.
fn after(state: Rc<RoomState>, messages: Vec<RoomMessage>, day: Day) -> Rc<RoomState> {
    messages.into_iter().fold(state, |state, message| {
        let mut state = state.reduce((message, day));
        while !state.jobs.is_empty() {
            state = state.reduce((RoomMessage::Step(2), day));
        }
        state
    })
}

fn file(name: &str, slices: &[String], error: Option<RoomText>) -> Vec<RoomMessage> {
    let begin = RoomInput::File(name.to_owned());
    // The browser hands over what is found in a text.
    let found = |text: &String| find_with(text, VOCABULARY).join("\n");
    let slices = slices.iter().map(found).map(RoomInput::Text);
    let all = [begin].into_iter().chain(slices).chain([RoomInput::End(error)]);
    all.map(RoomMessage::RoomInput).collect()
}

fn reports(state: &RoomState) -> Vec<FileReport> {
    let RoomNotice::Files(reports) = &state.said else { panic!("no file is named: {:?}", state.said) };
    reports.iter().map(|report| report.borrow().clone()).collect()
}

#[test]
fn each_file_is_named_with_what_came_of_it_whatever_came_before() {
    let questionnaire = questionnaire();
    let one = |number: u8| link(&questionnaire, number);
    let state = Rc::new(RoomState::opened(&questionnaire, EVENING, None));
    let mut messages = file("three.txt", &[one(1) + &one(2), String::new(), one(3) + &one(1)], None);
    messages.extend(file("none.txt", &["nothing".to_owned()], None));
    messages.extend(file("empty.txt", &[], Some(RoomText::FileEmpty)));
    messages.extend(file("links.pdf", &[one(4)], Some(RoomText::FilePdf)));
    messages.extend(file("scan.pdf", &["x".to_owned()], Some(RoomText::FilePdf)));
    messages.extend(file("half.docx", &[one(5)], Some(RoomText::FileDamaged)));
    let state = after(state, messages, EVENING);
    let told: Vec<_> = reports(&state)
        .iter()
        .map(|file| (file.name.clone(), file.reading.added, file.reading.refused.len(), file.told_error()))
        .collect();
    let expected = [
        ("three.txt", 3, 1, None),
        ("none.txt", 0, 0, None),
        ("empty.txt", 0, 0, Some(RoomText::FileEmpty)),
        ("links.pdf", 1, 0, None),
        ("scan.pdf", 0, 0, Some(RoomText::FilePdf)),
        ("half.docx", 1, 0, Some(RoomText::FileDamaged)),
    ];
    let expected = expected.map(|(name, added, refused, error)| (name.to_owned(), added, refused, error));
    assert_eq!(told, expected);
    assert_eq!(state.room().figures.count, 5);
    // One more, later, hides none of them.
    let state = after(state, file("late.txt", &[one(6)], None), EVENING);
    assert_eq!(reports(&state).len(), 7);
    // Something else that is done takes their place.
    let pasted = after(state, vec![RoomMessage::Read(one(7))], EVENING);
    assert!(matches!(pasted.said, RoomNotice::Read(_)));
    let state = after(pasted, file("again.txt", &[one(8)], None), EVENING);
    assert_eq!(reports(&state).len(), 1);
}

#[test]
fn a_file_is_read_into_the_room_in_which_it_was_dropped() {
    let questionnaire = questionnaire();
    let state = Rc::new(RoomState::opened(&questionnaire, EVENING, None));
    let mut messages = file("a.txt", &[link(&questionnaire, 1), link(&questionnaire, 2)], None);
    messages.insert(2, RoomMessage::New);
    let state = after(state, messages, EVENING);
    let counts: Vec<u32> = state.rooms.iter().map(|room| room.figures.count).collect();
    assert_eq!((counts, state.at), (vec![2, 0], 1));
}

#[test]
fn a_room_begins_on_the_day_of_its_first_result_or_name() {
    let questionnaire = questionnaire();
    let opened = || Rc::new(RoomState::opened(&questionnaire, EVENING, None));
    let own = link(&questionnaire, 1);
    for message in [
        RoomMessage::Read(own.clone()),
        RoomMessage::RoomInput(RoomInput::Code(own.clone())),
        RoomMessage::Name("Lyon".to_owned()),
        RoomMessage::New,
        RoomMessage::Erase,
    ] {
        assert_eq!(after(opened(), vec![message], MORNING).room().day, MORNING);
    }
    assert_eq!(after(opened(), file("a.txt", std::slice::from_ref(&own), None), MORNING).room().day, MORNING);
    let begun = after(opened(), vec![RoomMessage::Read(own)], EVENING);
    for message in [
        RoomMessage::Read(link(&questionnaire, 2)),
        RoomMessage::Name("Lyon".to_owned()),
        RoomMessage::RoomInput(RoomInput::Camera(Camera::On)),
    ] {
        assert_eq!(after(begun.clone(), vec![message], MORNING).room().day, EVENING);
    }
}

#[test]
fn a_room_whose_results_are_not_read_yet_keeps_its_day() {
    let questionnaire = questionnaire();
    let begun = Rc::new(RoomState::opened(&questionnaire, EVENING, None));
    let begun = after(begun, vec![RoomMessage::Read(link(&questionnaire, 1))], EVENING);
    let stored = encode_rooms(&begun.stored());
    let opened = Rc::new(RoomState::opened(&questionnaire, MORNING, Some(&stored)));
    let state = after(opened, vec![RoomMessage::Read(link(&questionnaire, 2))], MORNING);
    assert_eq!((state.room().day, state.room().figures.count), (EVENING, 2));
}

#[test]
fn a_chosen_separator_is_stored_with_the_rooms() {
    let questionnaire = questionnaire();
    let state = Rc::new(RoomState::opened(&questionnaire, EVENING, None));
    assert_eq!(state.separator, None);
    let state = after(state, vec![RoomMessage::Separate(Separator::Semicolon)], EVENING);
    let stored = encode_rooms(&state.stored());
    assert_eq!(decode_rooms(&stored).separator, Some(Separator::Semicolon));
    assert_eq!(RoomState::opened(&questionnaire, MORNING, Some(&stored)).separator, state.separator);
    assert_eq!(after(state, vec![RoomMessage::Erase], EVENING).separator, None);
}

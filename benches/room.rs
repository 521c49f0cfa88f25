//! How long it takes to read the results of a whole room, and to say what the room says.
//!
//! `cargo xtask bench`; the times are this machine's, and hold nothing to account.

use std::rc::Rc;

use boussole_authoring::{Edition, SourceFile, build};
use boussole_core::link::{Content, Day, ResultId, ResultLink, encode};
use boussole_core::questionnaire::Questionnaire;
use boussole_core::room::{Reading, Room, RoomFigures};
use boussole_core::score::{Range, ScoreSummary};
use divan::Bencher;

const RESULTS: [u16; 2] = [300, 5000];

/// As the page does.
const SLICE: usize = 250;

fn main() {
    divan::main();
}

/// The form `express` of the project's own questionnaire.
fn questionnaire() -> Questionnaire {
    let source = |path: &str| {
        let text = std::fs::read_to_string(format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR")));
        SourceFile { path: path.to_owned(), text: text.expect("the file can be read") }
    };
    let sources = [
        "questionnaires/liberte-numerique/questionnaire.toml",
        "questionnaires/liberte-numerique/fr.toml",
        "questionnaires/liberte-numerique/en.toml",
        "www/texts/fr.toml",
        "www/texts/en.toml",
    ]
    .map(source);
    let built = build(&sources).unwrap_or_else(|faults| panic!("{}", faults[0]));
    let is_express = |edition: Edition, form: &str| edition == Edition::Current && form == "express";
    let mut packs = built.packs.into_iter();
    let pack = packs.find(|pack| is_express(pack.edition, &pack.form)).expect("the form is there");
    std::rc::Rc::unwrap_or_clone(pack.pack().expect("a built pack can be read").questionnaire)
}

/// A file with so many links of different people.
fn file(questionnaire: &Questionnaire, results: u16) -> String {
    let range = |seed: u16, result: u16| {
        let assured = (result.wrapping_mul(seed) % 90) as u8;
        Range::new(assured, assured + 10)
    };
    let link = |result: u16| {
        let principles = [41, 53, 61].map(|seed| range(seed, result));
        let content = Content::Scores(ScoreSummary { whole: range(37, result), principles });
        let [high, low] = result.to_be_bytes();
        let link =
            ResultLink { content, result_id: ResultId([7, high, low]), role: None, day: Some(Day(327)) };
        format!("https://boussole.example/#{}\n", encode(questionnaire, &link))
    };
    (0..results).map(link).collect()
}

#[divan::bench(args = RESULTS)]
fn reads_a_room_and_tells_its_figures(bencher: Bencher<'_, '_>, results: u16) {
    let questionnaire = questionnaire();
    let file = file(&questionnaire, results);
    let questionnaires = [Rc::new(questionnaire)];
    bencher.bench_local(|| {
        let (mut room, mut reading) = (Room::default(), Reading::of(&file));
        while !reading.is_over() {
            reading.step(&mut room, &questionnaires, SLICE);
        }
        assert_eq!(reading.added, usize::from(results));
        RoomFigures::of(&room, &questionnaires, "", Day(327))
    });
}

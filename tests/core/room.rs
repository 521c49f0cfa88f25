//! The laws of a room: nothing of few, the same figures whatever the order, each link named that is left out.

use std::collections::BTreeSet;
use std::rc::Rc;

use boussole_core::answers::Complete;
use boussole_core::export::csv::Separator;
use boussole_core::link::{Content, Day, ResultId, ResultLink, encode, encode_team, find_with};
use boussole_core::questionnaire::{PrincipleId, Questionnaire};
use boussole_core::room::{
    BlindSpots, EntryError, FEWEST, FiguresError, Reading, Room, RoomFigures, SharedBlindSpot, StoredRoom,
    StoredRooms, VOCABULARY, decode_figures, decode_rooms, encode_figures, encode_rooms,
};
use boussole_core::score::{Range, ScoreSummary, score};
use boussole_core::team::{Member, Team};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::made::{SMALL, answers, complete, draft, id, questionnaire, valid};

pub const DAY: Day = Day(327);

fn separator() -> impl Strategy<Value = Option<Separator>> {
    proptest::option::of(proptest::sample::select(&Separator::ALL[..]))
}

/// Rooms with few names and links, so that two of them have some in common.
fn stored() -> impl Strategy<Value = StoredRooms> {
    let links =
        vec("[a-d]{1}", 0..5).prop_map(|links| links.iter().map(|link| format!("{link}\n")).collect());
    let room = ("[xy]?", 0..3u16, links);
    let room =
        room.prop_map(|(name, day, links): (String, u16, String)| StoredRoom { name, day: Day(day), links });
    (vec(room, 0..4), separator()).prop_map(|(rooms, separator)| StoredRooms {
        rooms,
        imported: vec![],
        separator,
    })
}

pub fn forms(questionnaire: &Questionnaire) -> Vec<Rc<Questionnaire>> {
    vec![Rc::new(questionnaire.clone())]
}

fn result_id(number: u32) -> ResultId {
    let [_, high, middle, low] = number.to_be_bytes();
    ResultId([high, middle, low])
}

fn range((one, other): (u8, u8)) -> Option<Range> {
    Range::new(one.min(other), one.max(other))
}

/// A link with scores alone: the whole, then the principles.
fn scores(questionnaire: &Questionnaire, number: u32, day: u16, points: [(u8, u8); 4]) -> String {
    let [whole, choose, master, build] = points.map(range);
    let content = Content::Scores(ScoreSummary { whole, principles: [choose, master, build] });
    encode(
        questionnaire,
        &ResultLink { content, result_id: result_id(number), role: None, day: Some(Day(day)) },
    )
}

fn full(questionnaire: &Questionnaire, number: u32, signs: &str) -> String {
    let content = Content::Answers(answers(questionnaire, signs));
    encode(questionnaire, &ResultLink { content, result_id: result_id(number), role: None, day: Some(DAY) })
}

/// Outcome of a text, read in slices of three.
fn read(questionnaires: &[Rc<Questionnaire>], room: &mut Room, text: &str) -> Reading {
    let mut reading = Reading::of(&find_with(text, VOCABULARY).join("\n"));
    while !reading.is_over() {
        reading.step(room, questionnaires, 3);
    }
    reading
}

pub fn room(questionnaire: &Questionnaire, text: &str) -> Room {
    let mut room = Room::default();
    read(&forms(questionnaire), &mut room, text);
    room
}

pub fn figures(questionnaire: &Questionnaire, text: &str) -> RoomFigures {
    RoomFigures::of(&room(questionnaire, text), &forms(questionnaire), "Salle", DAY)
}

/// So many links of different people, all with the same points.
fn alike(questionnaire: &Questionnaire, count: u32) -> String {
    (0..count).map(|number| scores(questionnaire, number, 327, [(50, 60); 4]) + "\n").collect()
}

/// Links of different people with any scores.
pub fn some() -> impl Strategy<Value = Vec<[(u8, u8); 4]>> {
    let points = (0..=100u8, 0..=100u8);
    vec([points.clone(), points.clone(), points.clone(), points], 0..12)
}

pub fn text(questionnaire: &Questionnaire, results: &[[(u8, u8); 4]]) -> String {
    let numbered = (0..).zip(results);
    numbered.map(|(number, points)| scores(questionnaire, number, 327, *points) + " ").collect()
}

proptest! {
    #[test]
    fn nothing_is_told_of_fewer_than_five(results in some()) {
        let questionnaire = questionnaire(SMALL);
        let figures = figures(&questionnaire, &text(&questionnaire, &results));
        prop_assert_eq!(figures.count as usize, results.len());
        prop_assert_eq!(figures.statistics.is_some(), results.len() >= FEWEST);
    }

    #[test]
    fn the_order_of_links_never_matters(results in some()) {
        let questionnaire = questionnaire(SMALL);
        let links = text(&questionnaire, &results);
        let backwards: Vec<&str> = links.split(' ').rev().collect();
        prop_assert_eq!(figures(&questionnaire, &links), figures(&questionnaire, &backwards.join(" ")));
    }

    #[test]
    fn every_result_is_in_one_bin_and_quartiles_are_points_that_somebody_has(results in some()) {
        let questionnaire = questionnaire(SMALL);
        let Some(statistics) = figures(&questionnaire, &text(&questionnaire, &results)).statistics else { return Ok(()) };
        let spread = statistics.whole.expect("everybody has a score");
        let mut points: Vec<u8> = results.iter().map(|[(one, other), ..]| *one.min(other)).collect();
        points.sort_unstable();
        prop_assert_eq!(spread.bins.iter().sum::<u32>() as usize, results.len());
        for (quarter, quartile) in [1, 2, 3].into_iter().zip(spread.quartiles) {
            prop_assert_eq!(quartile, points[(results.len() * quarter).div_ceil(4) - 1]);
        }
        prop_assert_eq!(statistics.levels.expect("all have a level").iter().sum::<u32>() as usize, results.len());
    }

    #[test]
    fn figures_travel_as_a_text_and_come_back(results in some(), name in "[^\\pC]{0,20}", day: u16) {
        let questionnaire = questionnaire(SMALL);
        let room = room(&questionnaire, &text(&questionnaire, &results));
        let figures = RoomFigures::of(&room, &forms(&questionnaire), &name, Day(day));
        prop_assert_eq!(decode_figures(&encode_figures(&figures)), Ok(figures));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,80}") {
        let _ = Reading::of(&text);
        let _ = decode_figures(&text);
    }

    #[test]
    fn merging_loses_no_room_and_no_result(own in stored(), theirs in stored()) {
        let merged = own.clone().merged(theirs.clone());
        let lines = |rooms: &StoredRooms, name: &str, day: Day| -> BTreeSet<String> {
            let same = rooms.rooms.iter().filter(|room| room.name == name && room.day == day);
            same.flat_map(|room| room.links.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
        };
        for room in own.rooms.iter().chain(theirs.rooms.iter()) {
            let both = &lines(&own, &room.name, room.day) | &lines(&theirs, &room.name, room.day);
            prop_assert_eq!(lines(&merged, &room.name, room.day), both);
        }
        prop_assert_eq!(&merged.rooms[..own.rooms.len()].iter().map(|room| &room.name).collect::<Vec<_>>(),
            &own.rooms.iter().map(|room| &room.name).collect::<Vec<_>>(), "the own rooms stay first");
        prop_assert_eq!(merged.separator, own.separator.or(theirs.separator));
    }

    #[test]
    fn what_is_kept_comes_back(names in vec("[^\\pC]{0,20}", 0..4), separator in separator()) {
        let questionnaire = questionnaire(SMALL);
        let room = |(number, name): (u32, &String)| StoredRoom {
            name: name.clone(), day: Day(number as u16), links: alike(&questionnaire, number),
        };
        let rooms = (0..).zip(&names).map(room).collect();
        let imported = vec![figures(&questionnaire, &alike(&questionnaire, 7))];
        let all = StoredRooms { rooms, imported, separator };
        prop_assert_eq!(decode_rooms(&encode_rooms(&all)), all);
    }
}

#[test]
fn a_damaged_text_of_figures_never_opens() {
    let questionnaire = questionnaire(SMALL);
    let text = encode_figures(&figures(&questionnaire, &alike(&questionnaire, 6)));
    assert!(decode_figures(&text).is_ok());
    for at in 7..text.len() {
        for sign in ['A', 'b', '7', '_', '.'] {
            let mut damaged = text.clone();
            damaged.replace_range(at..=at, &sign.to_string());
            assert!(damaged == text || decode_figures(&damaged).is_err(), "{damaged}");
        }
    }
    assert_eq!(decode_figures(&text.replacen("room.1", "room.2", 1)), Err(FiguresError::Newer));
}

#[test]
pub fn figures_of_fewer_than_five_are_refused_whoever_wrote_them() {
    let questionnaire = questionnaire(SMALL);
    let mut few = figures(&questionnaire, &alike(&questionnaire, 5));
    few.count = 4;
    assert_eq!(decode_figures(&encode_figures(&few)), Err(FiguresError::Damaged));
    few.statistics = None;
    assert_eq!(decode_figures(&encode_figures(&few)), Ok(few));
}

#[test]
fn each_link_that_is_left_out_is_named() {
    let questionnaire = questionnaire(SMALL);
    let other = valid(boussole_core::questionnaire::RawQuestionnaire { id: id("another"), ..draft(SMALL) });
    let member = |number| Member {
        answers: complete(&questionnaire, "0123 4?-"),
        result_id: result_id(number),
        role: None,
        day: None,
    };
    let mut team = Team::default();
    team.join(member(90));
    let good = scores(&questionnaire, 1, 327, [(50, 60); 4]);
    let cases = [
        (good.clone(), EntryError::Twice),
        (scores(&questionnaire, 1, 300, [(10, 60); 4]), EntryError::Earlier),
        (good.replacen("express", "expresS", 1), EntryError::Damaged),
        (good.replacen("1.", "7.", 1), EntryError::Newer),
        (full(&questionnaire, 2, "0123 4?."), EntryError::Unfinished),
        (scores(&other, 3, 327, [(50, 60); 4]), EntryError::OtherQuestionnaire),
        (encode_team(&questionnaire, &team), EntryError::Team),
    ];
    let text: Vec<&str> = cases.iter().map(|(link, _)| &**link).collect();
    let mut room = room(&questionnaire, &good);
    let reading = read(&forms(&questionnaire), &mut room, &text.join("\n"));
    let refused: Vec<_> = reading.refused.into_iter().map(|refused| (refused.link, refused.why)).collect();
    assert_eq!((reading.added, refused), (0, cases.to_vec()));
}

#[test]
fn later_scores_of_the_same_person_stand_and_so_does_a_link_that_tells_more() {
    let questionnaire = questionnaire(SMALL);
    let answers: Complete = complete(&questionnaire, "0123 4?-");
    let summary = ScoreSummary::from(&score(&questionnaire, &answers));
    let content = Content::Scores(summary.clone());
    let alone =
        encode(&questionnaire, &ResultLink { content, result_id: result_id(1), role: None, day: Some(DAY) });
    let with_answers = full(&questionnaire, 1, "0123 4?-");
    for text in [[&*alone, &*with_answers], [&*with_answers, &*alone]] {
        let room = room(&questionnaire, &text.join(" "));
        assert_eq!(room.entries().len(), 1);
        assert!(room.entries()[0].answers.is_some() && room.entries()[0].summary == summary);
    }
    let later = scores(&questionnaire, 1, 328, [(9, 9); 4]);
    let room = room(&questionnaire, &[later, with_answers].join(" "));
    assert_eq!(room.entries()[0].summary.whole, Range::new(9, 9));
}

#[test]
fn full_links_of_another_form_wait_until_it_is_there_and_those_of_none_are_named() {
    let express = questionnaire(SMALL);
    let long = valid(boussole_core::questionnaire::RawQuestionnaire {
        form: id("full"),
        ..draft("1: 1(1) | 1: 1(1) | 1: 1(1)")
    });
    let lost = valid(boussole_core::questionnaire::RawQuestionnaire { version: 9, ..draft(SMALL) });
    let text = [full(&long, 1, "4?4"), full(&lost, 2, "0123 4?-")].join(" ");
    let (mut room, mut forms) = (Room::default(), forms(&express));
    let mut reading = read(&forms, &mut room, &text);
    assert_eq!((room.entries().len(), reading.missing_origins().len()), (0, 2));
    forms.push(Rc::new(long));
    reading.resume(&forms);
    reading.step(&mut room, &forms, 9);
    assert!(reading.is_over() && reading.missing_origins().is_empty());
    assert_eq!(room.entries().len(), 1);
    assert_eq!(reading.refused.iter().map(|one| one.why).collect::<Vec<_>>(), [EntryError::Newer]);
}

#[test]
fn blind_spots_are_those_that_full_links_share() {
    let questionnaire = questionnaire(SMALL);
    let signs = ["0??3 4?-", "0??3 4?-", "0?23 4?-", "0123 4?-", "0123 40-"];
    let links: Vec<String> =
        (0..).zip(signs).map(|(number, signs)| full(&questionnaire, number, signs)).collect();
    let of = |count: usize| {
        let statistics =
            figures(&questionnaire, &(links[..count].join(" ") + &alike(&questionnaire, 99)[..0])).statistics;
        statistics.and_then(|statistics| statistics.blind_spots)
    };
    assert_eq!(of(4), None);
    let shared = |item: &str, unknown| SharedBlindSpot { item: item.to_owned(), asked: 5, unknown };
    let items = vec![shared("item-5", 4), shared("item-1", 3), shared("item-2", 2)];
    assert_eq!(of(5), Some(BlindSpots { of: 5, items }));
    // Links without answers make the room larger, and tell nothing of blind spots.
    let more = (5..20).map(|number| scores(&questionnaire, number, 327, [(50, 60); 4]));
    let text: Vec<String> = links[..4].iter().cloned().chain(more).collect();
    assert_eq!(
        figures(&questionnaire, &text.join(" ")).statistics.and_then(|statistics| statistics.blind_spots),
        None
    );
}

#[test]
fn the_weakest_principle_is_the_one_with_the_lowest_median() {
    let questionnaire = questionnaire(SMALL);
    let points = [[50, 40, 90], [50, 40, 90], [50, 90, 30], [50, 90, 30], [60, 70, 95]];
    let links = (0..).zip(points).map(|(number, [choose, master, build])| {
        scores(&questionnaire, number, 327, [(50, 50), (choose, 99), (master, 99), (build, 99)])
    });
    let statistics =
        figures(&questionnaire, &links.collect::<Vec<_>>().join(" ")).statistics.expect("five are enough");
    assert_eq!(statistics.weakest_principles(), [PrincipleId::Choose]);
    assert_eq!(statistics.weakest, Some([1, 2, 2]));
}

#[test]
fn stored_lines_that_end_in_carriage_returns_are_read_again_as_they_were() {
    let stored = decode_rooms("=1 a\r\r\n1.x\r\r\n=2 b\r\n");
    assert_eq!(stored.rooms.len(), 2);
    assert_eq!(decode_rooms(&encode_rooms(&stored)), stored);
}

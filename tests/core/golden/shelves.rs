//! Shelves of the browser's storage, key by key.

use std::rc::Rc;

use boussole_core::answers::Answers;
use boussole_core::history::History;
use boussole_core::link::{Content, Day, ResultId, decode, decode_team, encode, encode_team};
use boussole_core::plan::{Action, Plan};
use boussole_core::questionnaire::{Questionnaire, Word};
use boussole_core::report::Report;
use boussole_core::room::{Distribution, Reading, Room, RoomFigures, decode_rooms, encode_rooms};
use boussole_core::score::MaturityLevel;
use serde_json::{Value, json};

use super::{day, links, list, questionnaire, result_id, role, team, text};
use crate::made;

const SHELVES: &str = include_str!("../../fixtures/golden/shelves.json");

pub fn golden() -> Value {
    serde_json::from_str(SHELVES).expect("the shelves are JSON")
}

/// Reads every shelf of a kind.
fn each(kind: &str, check: impl Fn(&Value, &str, &Questionnaire)) {
    let golden = golden();
    let shelves: Vec<&Value> =
        list(&golden, "shelves").iter().filter(|shelf| shelf["kind"] == kind).collect();
    assert!(!shelves.is_empty(), "{kind}");
    for shelf in shelves {
        check(shelf, text(shelf, "value"), &questionnaire(shelf));
    }
}

/// The draft that the same browser has of the same form.
fn draft(golden: &Value, shelf: &Value, questionnaire: &Questionnaire) -> (Answers, ResultId) {
    let beside = |other: &&Value| {
        let alike = ["browser", "questionnaire", "form"].iter().all(|key| other[key] == shelf[key]);
        alike && other["kind"] == "draft"
    };
    let draft = list(golden, "shelves").iter().find(beside).expect("there is a draft");
    let link = decode(questionnaire, text(draft, "value")).expect("the draft can be read");
    let Content::Answers(answers) = link.content else { panic!("a draft holds answers") };
    (answers, link.result_id)
}

#[test]
fn drafts() {
    for kind in ["draft", "unreadable"] {
        each(kind, |shelf, value, questionnaire| {
            let link = decode(questionnaire, value).unwrap_or_else(|error| panic!("{value}: {error:?}"));
            assert_eq!(links::result(questionnaire, &link), shelf["expected"], "{value}");
            assert_eq!(encode(questionnaire, &link), value);
        });
    }
}

#[test]
fn expectations() {
    each("expectation", |shelf, value, _| {
        let level = value.parse().ok().and_then(MaturityLevel::new).map(MaturityLevel::index);
        assert_eq!(json!({ "level": level }), shelf["expected"], "{value:?}");
    });
}

/// The meaning of a history: its results, and all its lines as they are stored again.
pub fn history(text: &str) -> Value {
    let history = History::read(text);
    let entries = history.entries().map(|entry| {
        let head = &entry.head;
        json!({
            "link": entry.link, "form": head.origin.form, "version": head.origin.version,
            "result_id": result_id(head.result_id), "role": role(head.role), "day": day(head.day), "scores_only": head.scores_only,
        })
    });
    json!({ "entries": entries.collect::<Vec<_>>(), "stored": history.text() })
}

#[test]
fn histories() {
    each("history", |shelf, value, _| assert_eq!(history(value), shelf["expected"]));
}

/// The meaning of a plan.
pub fn plan(questionnaire: &Questionnaire, plan: &Plan) -> Value {
    let action = |action: &Action| {
        let item = questionnaire.item(action.item).expect("a step is about an item");
        json!([item.id.as_str(), action.owner.word(), action.due.number()])
    };
    let [chosen, others] =
        [plan.chosen(), plan.others()].map(|actions| actions.iter().map(action).collect::<Value>());
    json!({ "chosen": chosen, "others": others })
}

#[test]
fn plans() {
    let golden = golden();
    let today = Day(golden["today"].as_u64().and_then(|day| day.try_into().ok()).expect("a day"));
    each("plan", |shelf, value, questionnaire| {
        let (answers, result_id) = draft(&golden, shelf, questionnaire);
        let answers = answers.complete().expect("a plan is of finished answers");
        let report = Report::new(questionnaire, &answers);
        let read = Plan::decode(questionnaire, &answers, &report, today, result_id, value)
            .expect("the plan can be read");
        assert_eq!(plan(questionnaire, &read), shelf["expected"]);
        assert_eq!(read.encode(questionnaire, result_id), value);
    });
}

/// The meaning of a team's shelf: a team link, and below it the agreed answers as a link of unfinished answers.
pub fn table(questionnaire: &Questionnaire, value: &str) -> Value {
    let (members, agreed) = value.split_once('\n').expect("two lines");
    let members = decode_team(questionnaire, members).expect("the team can be read");
    let agreed = decode(questionnaire, agreed).expect("the agreed answers can be read");
    let Content::Answers(answers) = &agreed.content else { panic!("the second link holds answers") };
    let again = [encode_team(questionnaire, &members), encode(questionnaire, &agreed)].join("\n");
    json!({ "members": team(questionnaire, &members), "agreed": made::signs(answers), "stored": again })
}

#[test]
fn teams() {
    each("team", |shelf, value, questionnaire| assert_eq!(table(questionnaire, value), shelf["expected"]));
}

fn spread(spread: &Option<Distribution>) -> Value {
    spread.as_ref().map_or(Value::Null, |spread| {
        json!({
            "count": spread.count, "bins": spread.bins, "quartiles": spread.quartiles, "possible": spread.possible,
        })
    })
}

fn figures(figures: &RoomFigures) -> Value {
    let statistics = figures.statistics.as_ref().map(|statistics| {
        let spots = statistics.blind_spots.as_ref().map(|spots| {
            let items = spots.items.iter().map(|item| json!([item.item, item.asked, item.unknown]));
            json!({ "of": spots.of, "items": items.collect::<Vec<_>>() })
        });
        json!({
            "whole": spread(&statistics.whole),
            "principles": statistics.principles.iter().map(spread).collect::<Vec<_>>(),
            "levels": statistics.levels, "weakest": statistics.weakest, "blind_spots": spots,
        })
    });
    json!({ "name": figures.name, "day": figures.day.0, "count": figures.count, "statistics": statistics })
}

/// Figures of the stored rooms, and the imported ones.
pub fn collections(questionnaire: &Questionnaire, value: &str) -> (Vec<RoomFigures>, Vec<RoomFigures>) {
    let id = questionnaire.id.as_str();
    // The own questionnaire stands first, and once: figures count the results of each in the list.
    let is_own = |file: &boussole_authoring::PackFile| {
        file.form == questionnaire.form.as_str() && file.version == questionnaire.version
    };
    let known = |file: &&boussole_authoring::PackFile| {
        file.questionnaire == id && file.locale == "fr" && !is_own(file)
    };
    let others = super::BUILT.packs.iter().filter(known);
    let others = others.map(|file| super::pack(id, &file.form, file.version, "fr").questionnaire);
    let all: Vec<Rc<Questionnaire>> = [Rc::new(questionnaire.clone())].into_iter().chain(others).collect();
    let stored = decode_rooms(value);
    assert_eq!(encode_rooms(&stored), value);
    let counted = stored.rooms.iter().map(|one| {
        let (mut results, mut reading) = (Room::default(), Reading::of(&one.links));
        reading.step(&mut results, &all, usize::MAX / 2);
        assert_eq!((reading.is_over(), reading.refused.as_slice()), (true, [].as_slice()), "{}", one.name);
        RoomFigures::of(&results, &all, &one.name, one.day)
    });
    (counted.collect(), stored.imported)
}

/// The meaning of an organiser's shelf.
pub fn room(questionnaire: &Questionnaire, value: &str) -> Value {
    let (rooms, imported) = collections(questionnaire, value);
    let [rooms, imported] = [rooms, imported].map(|all| all.iter().map(figures).collect::<Vec<_>>());
    json!({ "rooms": rooms, "imported": imported })
}

#[test]
fn rooms() {
    each("room", |shelf, value, questionnaire| assert_eq!(room(questionnaire, value), shelf["expected"]));
}

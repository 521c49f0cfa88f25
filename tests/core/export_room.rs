//! The files of a room: what the schema says, read back as it was, and silent of fewer than five.

use boussole_core::export::card::{Shape, slide};
use boussole_core::export::csv::Separator;
use boussole_core::export::room::{RoomsObject, object, table};
use boussole_core::link::find_with;
use boussole_core::room::{Reading, RoomFigures, VOCABULARY};
use boussole_core::texts::{RoomText, Texts};
use proptest::prelude::*;
use serde_json::Value;

use crate::made::{SMALL, questionnaire};
use crate::room::{DAY, figures, forms, room, some, text};
use crate::widget_texts::named;

fn texts() -> Texts<RoomText> {
    named(&[
        (RoomText::Name, "name"),
        (RoomText::Day, "day"),
        (RoomText::Scored, "results"),
        (RoomText::Whole, "whole"),
        (RoomText::First, "first"),
        (RoomText::Median, "median"),
        (RoomText::Third, "third"),
        (RoomText::Possible, "possible"),
        (RoomText::Points, "points"),
        (RoomText::Level, "level"),
        (RoomText::CsvCode, "code"),
        (RoomText::Results, "résultats"),
        (RoomText::Few, "à partir de {fewest}"),
        (RoomText::Weakest, "fragile"),
        (RoomText::Levels, "niveaux"),
        (RoomText::Source, "Boussole"),
    ])
}

fn imported(text: &str) -> Vec<RoomFigures> {
    let mut reading = Reading::of(&find_with(text, VOCABULARY).join("\n"));
    reading.step(&mut Default::default(), &forms(&questionnaire(SMALL)), 99);
    reading.imported
}

proptest! {
    #[test]
    fn json_keeps_to_the_schema_and_comes_back(one in some(), other in some(), name in "[^\\pC]{0,20}") {
        let questionnaire = questionnaire(SMALL);
        let one = RoomFigures::of(&room(&questionnaire, &text(&questionnaire, &one)), &forms(&questionnaire), &name, DAY);
        let other = figures(&questionnaire, &text(&questionnaire, &other));
        let file = object(&questionnaire, &[&one, &other]);
        crate::export::assert_serialized(&file, &RoomsObject::of(&questionnaire, &[&one, &other]));
        let schema: Value = serde_json::from_str(include_str!("../../schemas/room.schema.json")).expect("JSON");
        let validator = jsonschema::draft202012::new(&schema).expect("the schema is one");
        let json: Value = serde_json::from_str(&file).expect("the file is JSON");
        prop_assert!(validator.is_valid(&json), "{:?}", validator.iter_errors(&json).map(|error| error.to_string()).collect::<Vec<_>>());
        let expected = if one == other { vec![one] } else { vec![one, other] };
        prop_assert_eq!(imported(&file), expected);
    }

    #[test]
    fn csv_comes_back_and_has_empty_cells_of_fewer_than_five(results in some()) {
        let questionnaire = questionnaire(SMALL);
        let figures = figures(&questionnaire, &text(&questionnaire, &results));
        let file = table(&questionnaire, &[&figures], &texts(), Separator::Semicolon);
        let file = file.strip_prefix('\u{feff}').expect("it says that it is UTF-8");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(file.as_bytes());
        let heads = reader.headers().expect("there are heads").clone();
        let (start, end): (Vec<&str>, &str) = (heads.iter().take(10).collect(), &heads[heads.len() - 1]);
        let measures = ["results", "first", "median", "third", "possible", "points · 0–9", "points · 10–19"];
        let measures = measures.map(|measure| format!("whole · {measure}"));
        prop_assert_eq!(start, ["name", "day", "results"].into_iter().chain(measures.iter().map(String::as_str)).collect::<Vec<_>>());
        prop_assert_eq!(end, "code");
        let heads = heads.len();
        let row = reader.records().next().expect("there is a row").expect("it is sound");
        prop_assert_eq!((heads, row.len()), (3 + 4 * 15 + 5 + 1, heads));
        let is_told = row.iter().skip(3).take(65).any(|cell| !cell.is_empty());
        prop_assert_eq!(is_told, results.len() >= 5);
        prop_assert_eq!(&row[2], results.len().to_string());
        prop_assert_eq!(imported(file), vec![figures]);
    }

    #[test]
    fn the_slide_stays_within_its_edges_and_has_no_chart_of_fewer_than_five(results in some()) {
        let questionnaire = questionnaire(SMALL);
        let figures = figures(&questionnaire, &text(&questionnaire, &results));
        let shapes = slide::slide(&questionnaire, &figures, "Salle · 24/11/2026", "Choisir", &texts());
        let rects = shapes.iter().filter(|shape| matches!(shape, Shape::Rect { .. })).count();
        prop_assert_eq!(rects > 3, results.len() >= 5);
        for shape in shapes {
            if let Shape::Rect { x, y, width, height, .. } = shape {
                prop_assert!(x >= 0 && y >= 0 && x + width <= 19_200 && y + height <= 10_800);
            }
        }
    }
}

#[test]
fn the_name_of_a_room_is_no_formula_for_either_separator() {
    let questionnaire = questionnaire(SMALL);
    for name in ["=1+1", " =1+1", "Lyon,=1+1", "Lyon;@x", "Lyon,\"=1+1", "="] {
        let figures = RoomFigures { name: name.to_owned(), ..figures(&questionnaire, "") };
        for separator in Separator::ALL {
            let file = table(&questionnaire, &[&figures], &texts(), separator);
            let rows = crate::export_csv::read(&file, separator);
            assert!(crate::export_csv::is_guarded(&rows[1][0], name, true), "{name:?} is {:?}", rows[1][0]);
            assert_eq!(imported(&file), std::slice::from_ref(&figures), "the code brings the name as it was");
        }
    }
}

#[test]
fn the_schema_would_notice_figures_of_four() {
    let questionnaire = questionnaire(SMALL);
    let schema: Value = serde_json::from_str(include_str!("../../schemas/room.schema.json")).expect("JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("the schema is one");
    let file = object(&questionnaire, &[&figures(&questionnaire, &text(&questionnaire, &[[(1, 2); 4]; 5]))]);
    let mut json: Value = serde_json::from_str(&file).expect("the file is JSON");
    assert!(validator.is_valid(&json));
    json["rooms"][0]["whole"]["count"] = 4.into();
    assert!(!validator.is_valid(&json));
}

//! The laws of the JSON export: it keeps to its schema, and says what its link says.

use boussole_core::answers::Response;
use boussole_core::export::json::{ResultObject, ScoresObject, object, scores_alone};
use boussole_core::link::{Content, ResultId, ResultLink, decode, encode};
use boussole_core::questionnaire::Word;
use boussole_core::score::{Range, Score};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::export::{Worded, assert_serialized, worded};
use crate::made::{answers, signs};
use crate::widget_texts::WidgetTexts;

const SCHEMA: &str = include_str!("../../schemas/result.schema.json");

fn link(case: &Worded) -> String {
    let answers = answers(&case.questionnaire, &signs_of(case));
    let content = Content::Answers(answers);
    encode(
        &case.questionnaire,
        &ResultLink { content, result_id: ResultId([1, 2, 3]), role: case.role, day: case.day },
    )
}

fn signs_of(case: &Worded) -> String {
    case.answers.iter().map(|response| crate::made::sign(Some(response))).collect()
}

fn written(case: &Worded) -> (String, Value) {
    let link = link(case);
    let text = object(&case.finished(), &link, &case.plan());
    let value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    (link, value)
}

fn validator() -> jsonschema::Validator {
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is one")
}

fn score(score: Option<Score>) -> Value {
    score.map_or(Value::Null, |score| {
        let range = Range::from(score);
        json!({
            "assured": range.assured(), "possible": range.possible(),
            "known": score.known, "applicable": score.applicable,
        })
    })
}

const SCORES_SCHEMA: &str = include_str!("../../schemas/scores.schema.json");

/// The scores alone, beside the full result of the same answers.
fn scores_written(case: &Worded) -> (Value, Value) {
    let content = Content::Scores(case.finished().report.summary.clone());
    let result = ResultLink { content, result_id: ResultId([1, 2, 3]), role: None, day: case.day };
    let text = scores_alone(&case.finished(), &encode(&case.questionnaire, &result));
    (serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}")), written(case).1)
}

proptest! {
    #[test]
    fn scores_alone_keep_to_their_schema_and_say_what_the_full_result_says(case in worded()) {
        let (alone, full) = scores_written(&case);
        let schema = serde_json::from_str(SCORES_SCHEMA).expect("the schema is JSON");
        let validator = jsonschema::draft202012::new(&schema).expect("the schema is one");
        let faults: Vec<String> = validator.iter_errors(&alone).map(|fault| fault.to_string()).collect();
        prop_assert_eq!(faults, [""; 0]);
        prop_assert_eq!(&alone["level"], &full["level"]);
        prop_assert_eq!(&alone["scores"]["whole"]["assured"], &full["scores"]["whole"]["assured"]);
        for name in ["items", "plan", "role"] {
            prop_assert!(alone.get(name).is_none(), "{} is no score", name);
        }
        let link = alone["link"].as_str().expect("a link");
        let read = decode(&case.questionnaire, link).expect("the link can be read");
        prop_assert!(matches!(read.content, Content::Scores(_)));
    }

    #[test]
    fn a_file_and_a_host_page_have_the_same_result(case in worded()) {
        let link = link(&case);
        let (finished, plan) = (case.finished(), case.plan());
        assert_serialized(&object(&finished, &link, &plan), &ResultObject::of(&finished, &link, &plan));
        assert_serialized(&scores_alone(&finished, &link), &ScoresObject::of(&finished, &link));
    }

    #[test]
    fn every_result_keeps_to_the_schema(case in worded()) {
        let (_, value) = written(&case);
        let faults: Vec<String> = validator().iter_errors(&value).map(|fault| fault.to_string()).collect();
        prop_assert_eq!(faults, [""; 0]);
    }

    #[test]
    fn items_are_the_answers_in_the_link(case in worded()) {
        let (link, value) = written(&case);
        prop_assert_eq!(&value["link"], &link);
        let read = decode(&case.questionnaire, value["link"].as_str().unwrap()).expect("the link opens");
        let Content::Answers(answers) = read.content else { panic!("it has the answers") };
        let said = value["items"].as_array().unwrap().iter().map(|item| match &item["response"] {
            Value::String(sign) => sign.clone(),
            number => number.to_string(),
        });
        prop_assert_eq!(said.collect::<String>(), signs(&answers));
        let ids: Vec<&str> = case.questionnaire.items().map(|item| item.id.as_str()).collect();
        let named: Vec<&str> =
            value["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
        prop_assert_eq!(named, ids);
        prop_assert_eq!(value["role"].as_str(), read.role.map(Word::word));
        prop_assert_eq!(value["day"].is_null(), read.day.is_none());
    }

    #[test]
    fn texts_and_figures_come_through_whole(case in worded()) {
        let (_, value) = written(&case);
        prop_assert_eq!(&value["title"], &case.questionnaire.title);
        let scores = &case.report.scores;
        prop_assert_eq!(&value["scores"]["whole"], &score(scores.whole));
        for (principle, expected) in case.questionnaire.principles.iter().zip(&scores.principles) {
            prop_assert_eq!(&value["scores"]["principles"][principle.id.word()], &score(*expected));
        }
        let dimensions = case.questionnaire.principles.iter().flat_map(|principle| &principle.dimensions);
        for (dimension, expected) in dimensions.zip(&scores.dimensions) {
            prop_assert_eq!(&value["scores"]["dimensions"][dimension.id.as_str()], &score(*expected));
        }
        let level = case.report.summary.maturity_result(&case.questionnaire).map_or(Value::Null, |maturity_result| json!({
            "number": maturity_result.level.index(),
            "name": case.questionnaire.maturity[maturity_result.level.index()].name,
            "at_least": maturity_result.at_least,
            "held_back": maturity_result.held_back,
        }));
        prop_assert_eq!(&value["level"], &level);
        let plan = value["plan"].as_array().unwrap();
        prop_assert_eq!(plan.len(), case.steps.len());
        for (told, step) in plan.iter().zip(case.plan()) {
            prop_assert_eq!(&told["item"], step.item.id.as_str());
            prop_assert_eq!(&told["step"], step.text);
            prop_assert_eq!(&told["owner"], step.owner);
        }
    }
}

#[test]
fn the_schema_would_notice_a_wrong_file() {
    let questionnaire = crate::made::questionnaire(crate::made::SMALL);
    let answers = crate::made::complete(&questionnaire, "0?4 1- 23");
    let report = boussole_core::report::Report::new(&questionnaire, &answers);
    assert!(answers.iter().any(|response| response == Response::DontKnow));
    let (words, texts) = (vec![], WidgetTexts::named(&[], &[]));
    let case = Worded { questionnaire, answers, report, role: None, day: None, words, texts, steps: vec![] };
    let (_, sound) = written(&case);
    assert!(validator().is_valid(&sound));
    let damages: [(&str, Value); 8] = [
        ("/items/0/response", json!(5)),
        ("/items/0/response", json!("0")),
        ("/items/0/id", json!("A")),
        ("/scores/whole/assured", json!(101)),
        ("/scores/principles/choose", json!(50)),
        ("/level/number", json!(5)),
        ("/link", json!("1.a.b")),
        ("/schema", json!("urn:boussole:result:2")),
    ];
    for (place, wrong) in damages {
        let mut value = sound.clone();
        *value.pointer_mut(place).expect("there is something to damage") = wrong.clone();
        assert!(!validator().is_valid(&value), "{place} {wrong}");
    }
    for key in sound.as_object().expect("it is an object").keys() {
        let mut value = sound.clone();
        value.as_object_mut().expect("it is an object").remove(key);
        assert!(!validator().is_valid(&value), "without {key}");
    }
}

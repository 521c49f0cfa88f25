//! The requests of a page of others: what is wrong is named, and is never an answer.

use boussole_core::answers::Answers;
use boussole_core::host::{
    BoussoleError, BoussoleErrorCode, Disclosure, Failure, HostRequest, HostResponse, Progress, Scalar,
    Shown, position, request, with_answers,
};
use boussole_core::questionnaire::Questionnaire;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::made::{SMALL, answers, questionnaire, signs};

fn small() -> Questionnaire {
    questionnaire(SMALL)
}

/// The answers of a page, added to none, as signs; or the code and the message of the refusal.
fn given(entries: Value) -> Result<String, (BoussoleErrorCode, String)> {
    let questionnaire = small();
    let HostRequest::SetAnswers(entries) = request(&json!({ "setAnswers": entries }).to_string())
        .map_err(|error| (error.code, error.message))?
    else {
        panic!("answers");
    };
    with_answers(&questionnaire, &Answers::none(&questionnaire), &entries)
        .map(|answers| signs(&answers))
        .map_err(|error| (error.code, error.message))
}

fn ids() -> Vec<String> {
    small().items().map(|item| item.id.as_str().to_owned()).collect()
}

#[test]
fn every_request_is_read() {
    for (json, expected) in [
        (json!("prepare"), HostRequest::Prepare),
        (json!("reset"), HostRequest::Reset),
        (json!({ "goTo": 3 }), HostRequest::GoTo(Scalar::Number(3.0))),
        (json!({ "goTo": "a" }), HostRequest::GoTo(Scalar::Text("a".to_owned()))),
        (
            json!({ "setAnswers": [["a", null]] }),
            HostRequest::SetAnswers(vec![("a".to_owned(), Scalar::Null)]),
        ),
        (json!({ "getResult": "scores" }), HostRequest::GetResult(Disclosure::Scores)),
        (json!({ "getResult": "answers" }), HostRequest::GetResult(Disclosure::Answers)),
    ] {
        assert_eq!(request(&json.to_string()), Ok(expected), "{json}");
    }
}

#[test]
fn every_answer_is_taken_as_it_is_given() {
    let ids = ids();
    assert_eq!(given(json!([])).unwrap(), ".".repeat(ids.len()));
    for (answer, sign) in
        [(json!(0), "0"), (json!(1), "1"), (json!(4), "4"), (json!("dont-know"), "?"), (json!(null), ".")]
    {
        let expected = format!("{sign}{}", ".".repeat(ids.len() - 1));
        assert_eq!(given(json!([[ids[0], answer]])).unwrap(), expected, "{answer}");
    }
    // The last of two answers to an item counts, and null takes one away.
    assert_eq!(given(json!([[ids[0], 3], [ids[0], null]])).unwrap(), ".".repeat(ids.len()));
}

#[test]
fn an_answer_that_is_none_is_named_and_changes_nothing() {
    let ids = ids();
    for (answer, shown) in [
        (json!(5), "5"),
        (json!(7), "7"),
        (json!(-1), "-1"),
        (json!(2.5), "2.5"),
        (json!("3"), "3"),
        (json!(""), ""),
        (json!("undefined"), "undefined"),
        (json!("NaN"), "NaN"),
        (json!("Dont-know"), "Dont-know"),
    ] {
        let refused = (BoussoleErrorCode::InvalidAnswers, format!("{}: {shown} is no answer", ids[1]));
        assert_eq!(given(json!([[ids[0], 1], [ids[1], answer]])), Err(refused), "{answer}");
    }
    for broken in [json!([[ids[0]]]), json!([[ids[0], [0]]]), json!([[ids[0], { "level": 0 }]]), json!({})] {
        assert_eq!(given(broken.clone()).unwrap_err().0, BoussoleErrorCode::InvalidAnswers, "{broken}");
    }
}

#[test]
fn not_applicable_is_an_answer_where_the_item_allows_it() {
    let questionnaire = small();
    for item in questionnaire.items() {
        let id = item.id.as_str();
        let taken = given(json!([[id, "not-applicable"]]));
        let refused = (
            BoussoleErrorCode::InvalidAnswers,
            format!("{id}: \"not-applicable\" is no answer to this item"),
        );
        match item.not_applicable {
            true => assert!(taken.unwrap().contains('-')),
            false => assert_eq!(taken, Err(refused)),
        }
    }
}

#[test]
fn an_item_that_there_is_not_is_named() {
    let questionnaire = small();
    let ids = ids();
    for item in [
        Scalar::Text("none".to_owned()),
        Scalar::Text("1".to_owned()),
        Scalar::Number(0.0),
        Scalar::Number(1.5),
        Scalar::Number(-1.0),
        Scalar::Number(ids.len() as f64 + 1.0),
        Scalar::Null,
    ] {
        let error = position(&questionnaire, &item).unwrap_err();
        assert_eq!(error.code, BoussoleErrorCode::UnknownItem);
        let all = format!("there is no item {item}; there are 1 to {}: {}", ids.len(), ids.join(", "));
        assert_eq!(error.message, all);
    }
    for (at, id) in ids.iter().enumerate() {
        assert_eq!(position(&questionnaire, &Scalar::Text(id.clone())), Ok(at));
        assert_eq!(position(&questionnaire, &Scalar::Number(at as f64 + 1.0)), Ok(at));
    }
    assert_eq!(given(json!([["none", 1]])).unwrap_err().0, BoussoleErrorCode::UnknownItem);
    // Values that are no answers are refused first, whatever item they are for.
    assert_eq!(given(json!([["none", 7]])).unwrap_err().0, BoussoleErrorCode::InvalidAnswers);
}

#[test]
fn answers_that_are_there_stay() {
    let questionnaire = small();
    let before = answers(&questionnaire, &"1".repeat(questionnaire.len()));
    let entries = vec![(ids()[0].clone(), Scalar::Number(4.0))];
    let after = with_answers(&questionnaire, &before, &entries).unwrap();
    assert_eq!(signs(&after), format!("4{}", "1".repeat(questionnaire.len() - 1)));
}

#[test]
fn a_response_is_a_value_or_an_error() {
    let written = |response: &HostResponse<u8>| serde_json::to_string(response).unwrap();
    assert_eq!(written(&HostResponse::Value(1)), r#"{"value":1}"#);
    let error = BoussoleError { code: BoussoleErrorCode::UnknownItem, message: "none".to_owned() };
    let expected = r#"{"error":{"code":"unknown-item","message":"none"}}"#;
    assert_eq!(written(&HostResponse::Error(error)), expected);
}

/// A detail, read as its type and written again.
fn again<T: DeserializeOwned + Serialize>(detail: &Value) -> Value {
    let read: T = serde_json::from_value(detail.clone()).unwrap_or_else(|error| panic!("{detail}: {error}"));
    serde_json::to_value(read).unwrap()
}

#[test]
fn every_golden_event_has_a_detail_of_its_type() {
    let golden: Value = serde_json::from_str(include_str!("../fixtures/golden/host.json")).unwrap();
    let pages = golden["pages"].as_array().unwrap().iter();
    let steps = pages.flat_map(|page| page["steps"].as_array().unwrap());
    let events: Vec<&Value> = steps.flat_map(|step| step["events"].as_array().unwrap()).collect();
    for event in &events {
        let detail = &event[1];
        match event[0].as_str().unwrap() {
            "boussole:ready" | "boussole:started" => assert_eq!(again::<Shown>(detail), *detail),
            "boussole:progress" => assert_eq!(again::<Progress>(detail), *detail),
            "boussole:error" => assert_eq!(again::<Failure>(detail), *detail),
            "boussole:completed" => {
                let mut shown = detail.clone();
                shown.as_object_mut().unwrap().remove("result");
                assert_eq!(again::<Shown>(&shown), shown);
            }
            name => assert_eq!(*detail, Value::Null, "{name}"),
        }
    }
    let names = ["ready", "started", "progress", "completed", "reset", "error"];
    for name in names.map(|name| format!("boussole:{name}")) {
        assert!(events.iter().any(|event| event[0] == *name), "{name}");
    }
}

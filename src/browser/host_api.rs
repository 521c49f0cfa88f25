//! What a host's page asks of the widget; `www/host/hosted.js` asks, and makes promises and errors of what comes back.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::clock;
use super::element::Snapshot;
use crate::state::{Message, Screen, State};
use boussole_core::answers::{Answers, Level, Response};
use boussole_core::export::{Finished, json};
use boussole_core::link::Content;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::report::Report;

/// Does what is asked and gives what comes of it: `true`, a text, or the code and the words of a refusal.
pub type Answering = fn(&Snapshot, &Array) -> JsValue;

/// A refusal: its code, and what it is about.
type Refusal = (&'static str, String);

/// What is asked stands first, what goes with it after that:
/// - `nothing`: to be there when it counts;
/// - `reset`: a new assessment begins;
/// - `go`, then the id of an item or its number counted from 1;
/// - `set`, then ids and codes by turns: 0 to 4 a level, 5 "I don't know", 6 "not applicable", 7 no answer;
/// - `result`, then `scores` or `answers`: a JSON object of `schemas/scores.schema.json` or
///   `schemas/result.schema.json`.
pub fn answer((state, dispatch): &Snapshot, asked: &Array) -> JsValue {
    let done = match asked.get(0).as_string().unwrap_or_default().as_str() {
        "reset" => Ok(Message::Restart(clock::result_id())),
        "go" => position(&state.pack.questionnaire, &asked.get(1)).map(|at| Message::Go(Screen::Item(at))),
        "set" => filled(state, asked).map(Message::Fill),
        "result" => return given(result(state, asked.get(1) == "answers").map(JsValue::from)),
        _ => return JsValue::TRUE,
    };
    given(done.map(|message| {
        dispatch.emit(message);
        JsValue::TRUE
    }))
}

fn given(outcome: Result<JsValue, Refusal>) -> JsValue {
    outcome.unwrap_or_else(|(code, about)| Array::of2(&code.into(), &about.into()).into())
}

fn position(questionnaire: &Questionnaire, item: &JsValue) -> Result<usize, Refusal> {
    let named = item.as_string();
    let found = match &named {
        Some(id) => questionnaire.items().position(|item| item.id.as_str() == id),
        // A cast from a float saturates, and what is no number at all is not found.
        None => item.as_f64().map(|number| (number as usize).wrapping_sub(1)),
    };
    found.filter(|at| *at < questionnaire.len()).ok_or_else(|| {
        let said = named.or_else(|| item.as_f64().map(|number| number.to_string())).unwrap_or_default();
        let ids: Vec<&str> = questionnaire.items().map(|item| item.id.as_str()).collect();
        ("unknown-item", format!("there is no item {said}; there are 1 to {}: {}", ids.len(), ids.join(", ")))
    })
}

fn filled(state: &State, asked: &Array) -> Result<Answers, Refusal> {
    let questionnaire = &state.pack.questionnaire;
    let mut responses: Vec<Option<Response>> = state.answers.iter().collect();
    for index in (1..asked.length()).step_by(2) {
        let id = asked.get(index);
        let at = position(questionnaire, &id)?;
        let code = asked.get(index + 1).as_f64().unwrap_or_default() as u8;
        let response = match code {
            5 => Some(Response::DontKnow),
            6 => Some(Response::NotApplicable),
            level => Level::new(level).map(Response::Level),
        };
        let allowed = questionnaire.item(at).is_some_and(|item| item.not_applicable);
        if response == Some(Response::NotApplicable) && !allowed {
            let id = id.as_string().unwrap_or_default();
            return Err(("invalid-answers", format!("{id}: \"not-applicable\" is no answer to this item")));
        }
        // `position` gives only those that there are.
        responses[at] = response;
    }
    Answers::from_responses(questionnaire, responses)
        .ok_or_else(|| ("invalid-answers", "these answers do not fit the questionnaire".to_owned()))
}

fn result(state: &State, with_answers: bool) -> Result<String, Refusal> {
    let questionnaire = &state.pack.questionnaire;
    let Some(answers) = state.answers.complete() else {
        let missing = state.answers.missing().count();
        return Err(("incomplete", format!("{missing} items have no answer yet")));
    };
    let report = Report::new(questionnaire, &answers);
    let finished = Finished {
        questionnaire,
        answers: &answers,
        report: &report,
        role: state.role,
        day: Some(state.day),
    };
    Ok(if with_answers {
        json::object(&finished, &state.draft(), &[])
    } else {
        json::scores_alone(&finished, &state.link(Content::Scores(report.summary.clone())))
    })
}

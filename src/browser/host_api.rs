//! The answers to a page of others. `www/host/hosted.js` asks, and makes promises and errors of what comes back.

use serde::Serialize;

use super::clock;
use super::latest::Snapshot;
use crate::state::{Message, Screen, State};
use boussole_core::export::Finished;
use boussole_core::export::json::{ResultObject, ScoresObject};
use boussole_core::host::{self, BoussoleError, Disclosure, HostRequest, HostResponse};
use boussole_core::link::Content;

/// Takes a request as JSON and gives the response as JSON, both of `boussole_core::host`.
pub type HostEntry = fn(&Snapshot, &str) -> String;

/// Does what a request asks for.
pub fn answer((state, dispatch): &Snapshot, request: &str) -> String {
    let questionnaire = &state.pack.questionnaire;
    let message = host::request(request).and_then(|request| match request {
        HostRequest::Prepare => Ok(Outcome::Nothing),
        HostRequest::Reset => Ok(Outcome::Message(Message::Restart(clock::result_id()))),
        HostRequest::GoTo(item) => {
            let at = host::position(questionnaire, &item)?;
            Ok(Outcome::Message(Message::Go(Screen::Item(at))))
        }
        HostRequest::SetAnswers(given) => {
            host::with_answers(questionnaire, &state.answers, &given).map(Message::Fill).map(Outcome::Message)
        }
        HostRequest::GetResult(disclosure) => result(state, disclosure).map(Outcome::Response),
    });
    match message {
        Ok(Outcome::Response(response)) => return response,
        Ok(Outcome::Message(message)) => dispatch.emit(message),
        Ok(Outcome::Nothing) => {}
        Err(error) => return json(&HostResponse::<()>::Error(error)),
    }
    json(&HostResponse::Value(()))
}

/// The effect of a request.
enum Outcome {
    Nothing,
    Message(Message),
    Response(String),
}

/// The result, as far as it is disclosed.
fn result(state: &State, disclosure: Disclosure) -> Result<String, BoussoleError> {
    let questionnaire = &state.pack.questionnaire;
    let answers = state.answers.complete().ok_or_else(|| host::incomplete(&state.answers))?;
    let report = state.report().ok_or_else(|| host::incomplete(&state.answers))?;
    let finished = Finished {
        questionnaire,
        answers: &answers,
        report: &report,
        role: state.role,
        day: Some(state.day),
    };
    Ok(match disclosure {
        Disclosure::Answers => json(&HostResponse::Value(ResultObject::of(&finished, &state.draft(), &[]))),
        Disclosure::Scores => {
            let link = state.link(Content::Scores(report.summary.clone()));
            json(&HostResponse::Value(ScoresObject::of(&finished, &link)))
        }
    })
}

fn json(response: &impl Serialize) -> String {
    // Nothing in a response has keys that are no texts, which alone would fail.
    serde_json::to_string(response).unwrap_or_default()
}

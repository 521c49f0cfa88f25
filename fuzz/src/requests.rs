//! Requests of a host's page.

use boussole_core::answers::Answers;
use boussole_core::host::{HostRequest, position, request, with_answers};
use boussole_core::link::{Content, ResultId, ResultLink, decode, encode};

use crate::fixtures;
use crate::input::FuzzInput;

/// Reads a request, and carries it out.
pub fn run(data: &[u8]) {
    fixtures::with(|fixtures| {
        let mut input = FuzzInput(data);
        let questionnaire = &*fixtures.pack(&mut input).questionnaire;
        match request(&input.rest()) {
            Ok(HostRequest::GoTo(item)) => {
                if let Ok(place) = position(questionnaire, &item) {
                    assert!(questionnaire.item(place).is_some());
                }
            }
            Ok(HostRequest::SetAnswers(given)) => {
                let Ok(answers) = with_answers(questionnaire, &Answers::none(questionnaire), &given) else {
                    return;
                };
                let content = Content::Answers(answers);
                let result = ResultLink { content, result_id: ResultId([0; 3]), role: None, day: None };
                assert_eq!(decode(questionnaire, &encode(questionnaire, &result)), Ok(result));
            }
            _ => {}
        }
    });
}

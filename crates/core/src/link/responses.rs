//! Answers as bytes: one number in mixed radix, with the responses in item order as digits.

use super::radix;
use crate::answers::{Answers, Level, Response};
use crate::questionnaire::{Item, Questionnaire};

/// Number of possible responses: none, five levels, "I don't know", and "not applicable" if allowed.
fn bound(item: &Item) -> u16 {
    if item.not_applicable { 8 } else { 7 }
}

/// Number of bytes for answers to a questionnaire.
pub fn length(questionnaire: &Questionnaire) -> usize {
    let bounds: Vec<u16> = questionnaire.items().map(bound).collect();
    radix::length(bounds.into_iter())
}

/// Answers as bytes.
pub fn pack(questionnaire: &Questionnaire, answers: impl Iterator<Item = Option<Response>>) -> Vec<u8> {
    let digits: Vec<radix::Digit> =
        answers.zip(questionnaire.items()).map(|(response, item)| (digit(response), bound(item))).collect();
    radix::pack(digits.into_iter(), length(questionnaire))
}

/// Answers from bytes; `None` for any spelling but that of `pack`.
pub fn unpack(questionnaire: &Questionnaire, bytes: &[u8]) -> Option<Answers> {
    if bytes.len() != length(questionnaire) {
        return None;
    }
    let digits = radix::unpack(bytes, questionnaire.items().map(bound))?;
    Answers::from_responses(questionnaire, digits.into_iter().map(response).collect())
}

fn digit(response: Option<Response>) -> u8 {
    match response {
        None => 0,
        Some(Response::Level(level)) => 1 + level.number(),
        Some(Response::DontKnow) => 6,
        Some(Response::NotApplicable) => 7,
    }
}

fn response(digit: u8) -> Option<Response> {
    match digit {
        0 => None,
        6 => Some(Response::DontKnow),
        7 => Some(Response::NotApplicable),
        level => Level::new(level - 1).map(Response::Level),
    }
}

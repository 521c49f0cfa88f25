//! Version 1 of the format. It never changes: what must change becomes a version 2 beside it.

use super::{Content, Day, LinkError, Mark, Origin, ResultLink, base64url, crc16, radix};
use crate::answers::{Answers, Level, Response};
use crate::questionnaire::{Item, Questionnaire, Role, Word};
use crate::score::{Range, Standing};

/// The first field of a link.
pub const VERSION: &str = "1";

/// How many characters the checksum takes at the end.
const CHECKSUM: usize = 3;

/// The bits of the first byte of the payload.
const SCORES_ONLY: u8 = 1;
const WITH_ROLE: u8 = 2;
const WITH_DAY: u8 = 4;

/// What stands for a part without a score, in both its bytes.
const NO_SCORE: u8 = 255;

pub fn encode(questionnaire: &Questionnaire, result: &ResultLink) -> String {
    let mut bytes = vec![flags(result), questionnaire.version];
    bytes.extend(result.mark.0);
    bytes.extend(result.role.map(Role::number));
    bytes.extend(result.day.map(|day| day.0.to_be_bytes()).into_iter().flatten());
    bytes.extend(match &result.content {
        Content::Answers(answers) => pack_answers(questionnaire, answers),
        Content::Scores(standing) => pack_scores(standing),
    });
    let body = format!("{}{}", prefix(questionnaire), base64url::encode(&bytes));
    let checksum = crc16::checksum(&body);
    let digits = [12, 6, 0].map(|shift| base64url::character((checksum >> shift) as u8));
    digits.iter().fold(body, |mut text, digit| {
        text.push(*digit);
        text
    })
}

fn prefix(questionnaire: &Questionnaire) -> String {
    format!("{VERSION}.{}.{}.", questionnaire.id.as_str(), questionnaire.form.as_str())
}

fn flags(result: &ResultLink) -> u8 {
    let flag = |set: bool, bit: u8| if set { bit } else { 0 };
    flag(matches!(result.content, Content::Scores(_)), SCORES_ONLY)
        | flag(result.role.is_some(), WITH_ROLE)
        | flag(result.day.is_some(), WITH_DAY)
}

pub fn decode(questionnaire: &Questionnaire, text: &str) -> Result<ResultLink, LinkError> {
    let (origin, bytes) = sound(text).ok_or(LinkError::Damaged)?;
    if origin != Origin::of(questionnaire) {
        return Err(LinkError::Elsewhere(origin));
    }
    payload_of(questionnaire, &bytes).ok_or(LinkError::Damaged)
}

/// What a text was made with, and its payload, if its checksum agrees.
fn sound(text: &str) -> Option<(Origin, Vec<u8>)> {
    let mut fields = checked(text)?.split('.').skip(1).map(str::to_owned);
    let (questionnaire, form, payload) = (fields.next()?, fields.next()?, fields.next()?);
    let bytes = base64url::decode(&payload)?;
    let version = *bytes.get(1)?;
    fields.next().is_none().then_some((Origin { questionnaire, form, version }, bytes))
}

/// The text without its checksum, if that agrees with it.
fn checked(text: &str) -> Option<&str> {
    let (body, digits) =
        text.is_ascii().then(|| text.split_at_checked(text.len().checked_sub(CHECKSUM)?)).flatten()?;
    let mut checksum = 0u32;
    for digit in digits.bytes() {
        checksum = checksum << 6 | u32::from(base64url::bits(digit)?);
    }
    (checksum == u32::from(crc16::checksum(body))).then_some(body)
}

fn payload_of(questionnaire: &Questionnaire, bytes: &[u8]) -> Option<ResultLink> {
    let mut rest = bytes;
    let mut take = |count: usize| -> Option<&[u8]> {
        let (taken, left) = rest.split_at_checked(count)?;
        rest = left;
        Some(taken)
    };
    let flags = take(1)?[0];
    if flags & !(SCORES_ONLY | WITH_ROLE | WITH_DAY) != 0 {
        return None;
    }
    take(1)?;
    let mark = Mark(take(3)?.try_into().ok()?);
    let role = match flags & WITH_ROLE {
        0 => None,
        _ => Some(Role::from_number(take(1)?[0])?),
    };
    let day = match flags & WITH_DAY {
        0 => None,
        _ => Some(Day(u16::from_be_bytes(take(2)?.try_into().ok()?))),
    };
    let content = match flags & SCORES_ONLY {
        0 => Content::Answers(unpack_answers(questionnaire, rest)?),
        _ => Content::Scores(unpack_scores(rest)?),
    };
    Some(ResultLink { content, mark, role, day })
}

/// How many responses an item can have: none, five levels, "I don't know", perhaps "not applicable".
fn bound(item: &Item) -> u16 {
    if item.not_applicable { 8 } else { 7 }
}

fn pack_answers(questionnaire: &Questionnaire, answers: &Answers) -> Vec<u8> {
    let bounds: Vec<u16> = questionnaire.items().map(bound).collect();
    let digits: Vec<u8> = answers.iter().map(digit).collect();
    let length = radix::length(bounds.iter().copied());
    radix::pack(digits.into_iter().zip(bounds), length)
}

fn unpack_answers(questionnaire: &Questionnaire, bytes: &[u8]) -> Option<Answers> {
    let bounds: Vec<u16> = questionnaire.items().map(bound).collect();
    if bytes.len() != radix::length(bounds.iter().copied()) {
        return None;
    }
    let digits = radix::unpack(bytes, bounds.into_iter())?;
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

fn pack_scores(standing: &Standing) -> Vec<u8> {
    let parts = std::iter::once(standing.whole).chain(standing.principles);
    parts.flat_map(|range| range.map_or([NO_SCORE; 2], |range| [range.assured(), range.possible()])).collect()
}

fn unpack_scores(bytes: &[u8]) -> Option<Standing> {
    let [whole, choose, master, build] = bytes.as_chunks::<2>().0 else { return None };
    let range = |pair: &[u8; 2]| match pair {
        [NO_SCORE, NO_SCORE] => Some(None),
        [assured, possible] => Range::new(*assured, *possible).map(Some),
    };
    let standing =
        Standing { whole: range(whole)?, principles: [range(choose)?, range(master)?, range(build)?] };
    (bytes.len() == 8).then_some(standing)
}

//! Formats 1 and 3 of the result link. Formats never change: a change is a new format beside it.
//!
//! Format 3 is that of a result whose role format 1 does not know: see [`Role::is_late`].

use super::model::{Content, Head, LinkError, Origin, ResultLink};
use super::responses;
use super::sealed::{self, Sealed};
use crate::calendar::Day;
use crate::questionnaire::{Questionnaire, Role, Word};
use crate::result_id::ResultId;
use crate::score::{Range, ScoreSummary};

/// First field of a link.
const FORMAT: &str = "1";

/// First field of a link with a late role, and of no other.
const LATE_FORMAT: &str = "3";

/// Bits of the first byte of the payload.
const SCORES_ONLY: u8 = 1;
const WITH_ROLE: u8 = 2;
const WITH_DAY: u8 = 4;

/// Mark of a part without a score, in both its bytes.
const NO_SCORE: u8 = 255;

/// Result as a link, without `#`.
pub fn encode(questionnaire: &Questionnaire, result: &ResultLink) -> String {
    let mut bytes = vec![flags(result), questionnaire.version];
    bytes.extend(result.result_id.0);
    bytes.extend(result.role.map(Role::number));
    bytes.extend(result.day.map(|day| day.0.to_be_bytes()).into_iter().flatten());
    bytes.extend(match &result.content {
        Content::Answers(answers) => responses::pack(questionnaire, answers.iter()),
        Content::Scores(summary) => pack_scores(summary),
    });
    let format = if result.role.is_some_and(Role::is_late) { LATE_FORMAT } else { FORMAT };
    sealed::seal(format, questionnaire, &bytes)
}

fn flags(result: &ResultLink) -> u8 {
    let flag = |set: bool, bit: u8| if set { bit } else { 0 };
    flag(matches!(result.content, Content::Scores(_)), SCORES_ONLY)
        | flag(result.role.is_some(), WITH_ROLE)
        | flag(result.day.is_some(), WITH_DAY)
}

/// Head of a result link, readable without the questionnaire.
pub fn head(text: &str) -> Result<Head, LinkError> {
    let sealed = sealed::open(text).ok_or(LinkError::Damaged)?;
    let (head, _) = opened(&sealed).ok_or(LinkError::Damaged)?;
    Ok(head)
}

/// Head of a result link, with the scores of a score-only one.
pub fn scores(text: &str) -> Result<(Head, Option<ScoreSummary>), LinkError> {
    let sealed = sealed::open(text).ok_or(LinkError::Damaged)?;
    let (head, content) = opened(&sealed).ok_or(LinkError::Damaged)?;
    let scores = match head.scores_only {
        true => Some(unpack_scores(content).ok_or(LinkError::Damaged)?),
        false => None,
    };
    Ok((head, scores))
}

/// Content of a result link that was made with this questionnaire.
pub fn decode(questionnaire: &Questionnaire, text: &str) -> Result<ResultLink, LinkError> {
    let sealed = sealed::open(text).ok_or(LinkError::Damaged)?;
    // The origin comes before other checks: only that version can read the rest.
    let origin = origin(&sealed).ok_or(LinkError::Damaged)?;
    if origin != Origin::of(questionnaire) {
        return Err(LinkError::Elsewhere(origin));
    }
    let (head, content) = opened(&sealed).ok_or(LinkError::Damaged)?;
    let content = match head.scores_only {
        false => responses::unpack(questionnaire, content).map(Content::Answers),
        true => unpack_scores(content).map(Content::Scores),
    };
    let content = content.ok_or(LinkError::Damaged)?;
    Ok(ResultLink { content, result_id: head.result_id, role: head.role, day: head.day })
}

/// True for two result links with the same content but for the day.
pub fn same_but_for_the_day(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (sealed::open(one), sealed::open(other)) else { return false };
    let (Some((one, content)), Some((other, other_content))) = (opened(&one), opened(&other)) else {
        return false;
    };
    Head { day: other.day, ..one } == other && content == other_content
}

fn origin(sealed: &Sealed) -> Option<Origin> {
    Some(sealed.origin(*sealed.payload.get(1)?))
}

/// Head, and the bytes of the content.
fn opened(sealed: &Sealed) -> Option<(Head, &[u8])> {
    let ([flags, _, result_id @ ..], mut rest) = sealed.payload.split_first_chunk::<5>()?;
    if flags & !(SCORES_ONLY | WITH_ROLE | WITH_DAY) != 0 {
        return None;
    }
    let mut role = None;
    if flags & WITH_ROLE != 0 {
        let (number, behind) = rest.split_first()?;
        role = Some(Role::from_number(*number)?);
        rest = behind;
    }
    if role.is_some_and(Role::is_late) != sealed.has_late_role {
        return None;
    }
    let mut day = None;
    if flags & WITH_DAY != 0 {
        let (number, behind) = rest.split_first_chunk()?;
        day = Some(Day(u16::from_be_bytes(*number)));
        rest = behind;
    }
    let scores_only = flags & SCORES_ONLY != 0;
    Some((Head { origin: origin(sealed)?, result_id: ResultId(*result_id), role, day, scores_only }, rest))
}

fn pack_scores(summary: &ScoreSummary) -> Vec<u8> {
    let parts = std::iter::once(summary.whole).chain(summary.principles);
    parts.flat_map(|range| range.map_or([NO_SCORE; 2], |range| [range.assured(), range.possible()])).collect()
}

fn unpack_scores(bytes: &[u8]) -> Option<ScoreSummary> {
    let [whole, choose, master, build] = bytes.as_chunks::<2>().0 else { return None };
    let range = |pair: &[u8; 2]| match pair {
        [NO_SCORE, NO_SCORE] => Some(None),
        [assured, possible] => Range::new(*assured, *possible).map(Some),
    };
    let summary =
        ScoreSummary { whole: range(whole)?, principles: [range(choose)?, range(master)?, range(build)?] };
    (bytes.len() == 8).then_some(summary)
}

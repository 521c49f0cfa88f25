//! Formats 2 and 4: a whole team in one link, described in `docs/team-link.md`. Formats never change.
//!
//! Format 4 is that of a team with a role that format 2 does not know: see [`Role::is_late`].

use super::model::{LinkError, Origin};
use super::{responses, sealed};
use crate::calendar::Day;
use crate::questionnaire::{Questionnaire, Role, Word};
use crate::result_id::ResultId;
use crate::team::{JoinOutcome, Member, Team};

/// First field of a link.
const FORMAT: &str = "2";

/// First field of a link with a late role, and of no other.
const LATE_FORMAT: &str = "4";

/// Bits of a member's first byte: its role, counted from 1, and whether a day follows the `result_id`.
const ROLE: u8 = 0x0F;
const WITH_DAY: u8 = 0x80;

/// Team as a link, without `#`.
pub fn encode(questionnaire: &Questionnaire, team: &Team) -> String {
    let mut bytes = vec![questionnaire.version];
    for member in team.members() {
        let role = member.role.map_or(0, |role| role.number() + 1);
        bytes.push(role | if member.day.is_some() { WITH_DAY } else { 0 });
        bytes.extend(member.result_id.0);
        bytes.extend(member.day.map(|day| day.0.to_be_bytes()).into_iter().flatten());
        bytes.extend(responses::pack(questionnaire, member.answers.iter().map(Some)));
    }
    let has_late_role = team.members().iter().any(|member| member.role.is_some_and(Role::is_late));
    let format = if has_late_role { LATE_FORMAT } else { FORMAT };
    sealed::seal(format, questionnaire, &bytes)
}

/// Origin of a team link, readable without the questionnaire.
pub fn origin(text: &str) -> Result<Origin, LinkError> {
    let sealed = sealed::open(text).ok_or(LinkError::Damaged)?;
    let version = sealed.payload.first().ok_or(LinkError::Damaged)?;
    Ok(sealed.origin(*version))
}

/// Members of a team link that was made with this questionnaire.
pub fn decode(questionnaire: &Questionnaire, text: &str) -> Result<Team, LinkError> {
    let sealed = sealed::open(text).ok_or(LinkError::Damaged)?;
    let (version, members) = sealed.payload.split_first().ok_or(LinkError::Damaged)?;
    let origin = sealed.origin(*version);
    if origin != Origin::of(questionnaire) {
        return Err(LinkError::Elsewhere(origin));
    }
    team_of(questionnaire, members, sealed.has_late_role).ok_or(LinkError::Damaged)
}

/// Team of the bytes of its members, one of which has a late role, or none.
fn team_of(questionnaire: &Questionnaire, mut bytes: &[u8], has_late_role: bool) -> Option<Team> {
    let length = responses::length(questionnaire);
    let mut team = Team::default();
    let mut found_late_role = false;
    while let Some(([first, result_id @ ..], mut rest)) = bytes.split_first_chunk::<4>() {
        if first & !(ROLE | WITH_DAY) != 0 {
            return None;
        }
        let role = match first & ROLE {
            0 => None,
            number => Some(Role::from_number(number - 1)?),
        };
        found_late_role |= role.is_some_and(Role::is_late);
        let mut day = None;
        if first & WITH_DAY != 0 {
            let (number, behind) = rest.split_first_chunk()?;
            day = Some(Day(u16::from_be_bytes(*number)));
            rest = behind;
        }
        let (answers, behind) = rest.split_at_checked(length)?;
        let answers = responses::unpack(questionnaire, answers)?.complete()?;
        if team.join(Member { answers, result_id: ResultId(*result_id), role, day }) != JoinOutcome::Added {
            return None;
        }
        bytes = behind;
    }
    (bytes.is_empty() && found_late_role == has_late_role).then_some(team)
}

//! Result links and team links: URL fragments that hold answers, or scores alone.
//!
//! Their form is `<format>.<questionnaire>.<form>.<payload>`, described in `docs/result-link.md` and
//! `docs/team-link.md`. Drafts in a browser's storage are the same texts. A damaged text never opens as another
//! result: see `crc16`.

mod address;
pub(crate) mod base64url;
mod crc16;
mod find;
mod invitation;
mod model;
mod radix;
mod responses;
mod result;
pub(crate) mod sealed;
mod team;

pub use crate::calendar::Day;
pub use crate::result_id::ResultId;
pub use address::address;
pub use find::{RESULTS, Vocabulary, exact_in, find, find_with, mend};
pub use invitation::{Invitation, encode_invitation, read_invitation};
pub use model::{Content, Head, Kind, LinkError, Origin, ResultLink};

use crate::questionnaire::Questionnaire;
use crate::score::ScoreSummary;
use crate::team::Team;
use sealed::bare;

/// Fragment of a result, without `#`.
pub fn encode(questionnaire: &Questionnaire, result: &ResultLink) -> String {
    result::encode(questionnaire, result)
}

/// Prefix of an event link, which names an event and holds no result. `www/page/event.js` reads it.
const EVENT: &str = "event=";

/// True if a fragment, with or without `#`, looks like a result link, sound or damaged.
///
/// One lost dot leaves two. Invitations and event links are excluded, for any name of an event.
pub fn is_meant_as_one(fragment: &str) -> bool {
    let text = bare(fragment);
    text.matches('.').count() >= 2 && !text.starts_with(EVENT) && !invitation::is_meant_as_one(text)
}

/// True if a fragment, with or without `#`, is spelled as links and invitations are; its content may be unreadable.
pub fn is_exact(fragment: &str) -> bool {
    let text = bare(fragment);
    read_invitation(text).is_some() || is_meant_as_one(text) && sealed::open(text).is_some()
}

/// True if a fragment, with or without `#`, looks like an invitation, sound or damaged.
pub fn is_meant_as_invitation(fragment: &str) -> bool {
    invitation::is_meant_as_one(bare(fragment))
}

/// Kind of a fragment, with or without `#`; its payload may be damaged.
///
/// # Errors
/// [`LinkError::NotALink`], [`LinkError::Newer`], or [`LinkError::Damaged`] for an unreadable format.
pub fn kind(fragment: &str) -> Result<Kind, LinkError> {
    let text = bare(fragment);
    if !is_meant_as_one(text) {
        return Err(LinkError::NotALink);
    }
    let format = text.split('.').next().unwrap_or_default();
    match format.as_bytes() {
        [b'1' | b'3'] => Ok(Kind::Result),
        [b'2' | b'4'] => Ok(Kind::Team),
        _ if format.parse::<u32>().is_ok_and(|number| number > 4) => Err(LinkError::Newer),
        _ => Err(LinkError::Damaged),
    }
}

/// Reads the head of a fragment, with or without `#`, without the questionnaire.
///
/// Answers or scores behind the head are not checked.
///
/// # Errors
/// Any [`LinkError`] but [`LinkError::Elsewhere`]. No text makes it panic.
pub fn head(fragment: &str) -> Result<Head, LinkError> {
    result::head(of_kind(Kind::Result, fragment)?)
}

/// Reads the head of a fragment, with or without `#`, and its scores if it has no answers.
///
/// # Errors
/// Any [`LinkError`] but [`LinkError::Elsewhere`]. No text makes it panic.
pub fn scores(fragment: &str) -> Result<(Head, Option<ScoreSummary>), LinkError> {
    result::scores(of_kind(Kind::Result, fragment)?)
}

/// True if two fragments, with or without `#`, differ at most in the day. False for unreadable ones.
pub fn same_but_for_the_day(one: &str, other: &str) -> bool {
    let read = |text| of_kind(Kind::Result, text);
    read(one).is_ok_and(|one| read(other).is_ok_and(|other| result::same_but_for_the_day(one, other)))
}

/// Reads the origin of a team's fragment, with or without `#`, without the questionnaire.
///
/// # Errors
/// Any [`LinkError`] but [`LinkError::Elsewhere`]. No text makes it panic.
pub fn team_origin(fragment: &str) -> Result<Origin, LinkError> {
    team::origin(of_kind(Kind::Team, fragment)?)
}

/// Reads a fragment, with or without `#`, as a result of this questionnaire and form.
///
/// # Errors
/// Any [`LinkError`]. No text makes it panic.
pub fn decode(questionnaire: &Questionnaire, fragment: &str) -> Result<ResultLink, LinkError> {
    result::decode(questionnaire, of_kind(Kind::Result, fragment)?)
}

/// Fragment of a team, without `#`. The order of the members is part of it.
pub fn encode_team(questionnaire: &Questionnaire, team: &Team) -> String {
    team::encode(questionnaire, team)
}

/// Reads a fragment, with or without `#`, as a team of this questionnaire and form.
///
/// # Errors
/// Any [`LinkError`]. No text makes it panic.
pub fn decode_team(questionnaire: &Questionnaire, fragment: &str) -> Result<Team, LinkError> {
    team::decode(questionnaire, of_kind(Kind::Team, fragment)?)
}

/// Text of a fragment of the expected kind.
fn of_kind(expected: Kind, fragment: &str) -> Result<&str, LinkError> {
    let text = bare(fragment);
    if kind(fragment)? == expected {
        Ok(text)
    } else if sealed::open(text).is_some() {
        Err(LinkError::OtherKind)
    } else {
        Err(LinkError::Damaged)
    }
}

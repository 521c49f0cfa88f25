//! Result links and team links: URL fragments that hold answers, or scores alone.
//!
//! Their form is `<format>.<questionnaire>.<form>.<payload>`, described in `docs/result-link.md` and
//! `docs/team-link.md`. Drafts in a browser's storage are the same texts. A damaged text never opens as another
//! result: see `crc16`.

pub(crate) mod base64url;
mod crc16;
mod invitation;
mod radix;
mod responses;
mod result;
pub(crate) mod sealed;
mod team;

pub use invitation::{Invitation, encode_invitation, read_invitation};

use crate::answers::Answers;
use crate::questionnaire::{Questionnaire, Role};
use crate::score::ScoreSummary;
use crate::team::Team;

/// A result as it travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultLink {
    /// Answers, or scores alone.
    pub content: Content,
    /// Identity of the result: equal results of two persons differ in it.
    pub result_id: ResultId,
    /// Role of the respondent.
    pub role: Option<Role>,
    /// Day of the result.
    pub day: Option<Day>,
}

/// Facts of a result link that need no questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Questionnaire, form and version.
    pub origin: Origin,
    /// Identity of the result.
    pub result_id: ResultId,
    /// Role of the respondent.
    pub role: Option<Role>,
    /// Day of the result.
    pub day: Option<Day>,
    /// True for scores without answers.
    pub scores_only: bool,
}

/// Content of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Every response; a draft may be unfinished.
    Answers(Answers),
    /// Rounded scores of the whole and of the principles, without answers.
    Scores(ScoreSummary),
}

/// 24 random bits, drawn once a result, outside of the core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResultId(pub [u8; 3]);

/// Day as a count from 1 January 2026, up to the year 2205.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u16);

/// Kind of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Result of one person.
    Result,
    /// Results of several people.
    Team,
}

/// Error of a text that is not a readable result or team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// No result link: an anchor of the page.
    NotALink,
    /// A link with lost or changed characters.
    Damaged,
    /// A link in a later format than this program reads.
    Newer,
    /// A sound link of the other kind, result or team: see [`kind`].
    OtherKind,
    /// A sound link of another questionnaire, form or version.
    Elsewhere(Origin),
}

/// Questionnaire, form and version of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Id of the form.
    pub form: String,
    /// Version of the questionnaire.
    pub version: u8,
}

impl Origin {
    /// Origin of the results of a questionnaire.
    pub fn of(questionnaire: &Questionnaire) -> Self {
        Self {
            questionnaire: questionnaire.id.to_string(),
            form: questionnaire.form.to_string(),
            version: questionnaire.version,
        }
    }

    /// True if only the version differs.
    pub fn is_version_of(&self, questionnaire: &Questionnaire) -> bool {
        let now = Self::of(questionnaire);
        Self { version: now.version, ..self.clone() } == now
    }
}

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
    match format.parse::<u32>() {
        Ok(1) if format == result::FORMAT => Ok(Kind::Result),
        Ok(2) if format == team::FORMAT => Ok(Kind::Team),
        Ok(3..) => Err(LinkError::Newer),
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

/// Fragment without `#`.
fn bare(fragment: &str) -> &str {
    fragment.strip_prefix('#').unwrap_or(fragment)
}

//! The result link: a URL fragment that holds the answers, or the scores alone; and the team link, which
//! holds the answers of several people.
//!
//! `<format>.<questionnaire>.<form>.<payload>`, written down for other programs in
//! `docs/result-link.md` and `docs/team-link.md`. The draft that a browser keeps is the same text. A text that was damaged on
//! its way never opens as another result: see `crc16`.

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
    pub content: Content,
    /// Tells two equal results from one that is read twice.
    pub result_id: ResultId,
    /// Who answered.
    pub role: Option<Role>,
    /// When the result was made.
    pub day: Option<Day>,
}

/// What can be read of a result link without its questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub origin: Origin,
    pub result_id: ResultId,
    pub role: Option<Role>,
    pub day: Option<Day>,
    /// Whether it holds scores and no answer.
    pub scores_only: bool,
}

/// What a link reveals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Every response; unfinished answers too, for a draft.
    Answers(Answers),
    /// The rounded scores of the whole and of the principles, and no answer.
    Scores(ScoreSummary),
}

/// 24 random bits, made once a result by whoever has a source of randomness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResultId(pub [u8; 3]);

/// A day as a count from 1 January 2026, up to the year 2205.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u16);

/// What a link is meant to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One person's result.
    Result,
    /// The results of several people.
    Team,
}

/// Why a text is not a result, or a team, that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Not meant as a result link at all: an anchor of the page.
    NotALink,
    /// Meant as one, but something was lost or changed on the way.
    Damaged,
    /// Made in a later format than this program reads.
    Newer,
    /// A sound link, but of a team where one result is asked for, or the other way about: see [`kind`].
    OtherKind,
    /// A sound link of another questionnaire, form or version: of the one that can read it.
    Elsewhere(Origin),
}

/// What a result was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub questionnaire: String,
    pub form: String,
    pub version: u8,
}

impl Origin {
    /// Of the results that are made with this questionnaire.
    pub fn of(questionnaire: &Questionnaire) -> Self {
        Self {
            questionnaire: questionnaire.id.to_string(),
            form: questionnaire.form.to_string(),
            version: questionnaire.version,
        }
    }

    /// Whether only the version differs.
    pub fn is_version_of(&self, questionnaire: &Questionnaire) -> bool {
        let now = Self::of(questionnaire);
        Self { version: now.version, ..self.clone() } == now
    }
}

/// The fragment for a result, without `#`.
pub fn encode(questionnaire: &Questionnaire, result: &ResultLink) -> String {
    result::encode(questionnaire, result)
}

/// How the fragment of an event link begins: it names an event, and holds no result. `www/page/event.js` reads it.
const EVENT: &str = "event=";

/// Whether a fragment, with or without `#`, is meant as a result link, sound or damaged: one lost dot
/// still leaves two. An invitation is none, and neither is an event link, whatever the event is called.
pub fn is_meant_as_one(fragment: &str) -> bool {
    let text = bare(fragment);
    text.matches('.').count() >= 2 && !text.starts_with(EVENT) && !invitation::is_meant_as_one(text)
}

/// Whether a fragment, with or without `#`, is meant as an invitation, sound or damaged.
pub fn is_meant_as_invitation(fragment: &str) -> bool {
    invitation::is_meant_as_one(bare(fragment))
}

/// Of what a fragment, with or without `#`, is meant as a link, which may still be damaged.
///
/// # Errors
/// [`LinkError::NotALink`], [`LinkError::Newer`], or [`LinkError::Damaged`] where no format can be told.
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

/// Reads what a fragment, with or without `#`, tells of its result without the questionnaire. The answers
/// or scores behind it are not looked at: they may still not fit.
///
/// # Errors
/// Any [`LinkError`] but [`LinkError::Elsewhere`]. No text makes it panic.
pub fn head(fragment: &str) -> Result<Head, LinkError> {
    result::head(of_kind(Kind::Result, fragment)?)
}

/// Reads what a fragment, with or without `#`, tells of its result without the questionnaire, and its scores where it
/// holds nothing else.
///
/// # Errors
/// Any [`LinkError`] but [`LinkError::Elsewhere`]. No text makes it panic.
pub fn scores(fragment: &str) -> Result<(Head, Option<ScoreSummary>), LinkError> {
    result::scores(of_kind(Kind::Result, fragment)?)
}

/// Whether two fragments, with or without `#`, hold the same result but perhaps for its day: the same result_id,
/// person and content. Never where one can't be read.
pub fn same_but_for_the_day(one: &str, other: &str) -> bool {
    let read = |text| of_kind(Kind::Result, text);
    read(one).is_ok_and(|one| read(other).is_ok_and(|other| result::same_but_for_the_day(one, other)))
}

/// Reads what a fragment, with or without `#`, tells of a team without the questionnaire: what it answered.
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

/// The fragment for a team, without `#`. Its members stay in their order.
pub fn encode_team(questionnaire: &Questionnaire, team: &Team) -> String {
    team::encode(questionnaire, team)
}

/// Reads a fragment, with or without `#`, as a team that answered this questionnaire and form.
///
/// # Errors
/// Any [`LinkError`]. No text makes it panic.
pub fn decode_team(questionnaire: &Questionnaire, fragment: &str) -> Result<Team, LinkError> {
    team::decode(questionnaire, of_kind(Kind::Team, fragment)?)
}

/// The text of a fragment that is meant as a link of this kind.
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

/// The fragment without `#`.
fn bare(fragment: &str) -> &str {
    fragment.strip_prefix('#').unwrap_or(fragment)
}

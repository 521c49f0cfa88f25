//! Takes the results that are found in a text into a team.

use crate::link::{self, Content, Kind, LinkError, Origin, ResultLink};
use crate::questionnaire::Questionnaire;

use super::{JoinOutcome, Member, Team, links_in};

/// What came of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    pub team: Team,
    /// How many members are new.
    pub added: usize,
    /// How many members answered again, and stand with their later answers.
    pub renewed: usize,
    /// What was left out, in the order of the text; each link once for each reason.
    pub refused: Vec<RejectedLink>,
}

/// A link that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedLink {
    /// As it stands in the text.
    pub link: String,
    pub why: MemberError,
}

/// Why a link was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MemberError {
    /// The team has it already; for a team link: every one of its results.
    Twice,
    /// The team has later answers of the same person.
    Earlier,
    /// Something was lost or changed on the way.
    Damaged,
    /// Made in a later format than this program reads.
    Newer,
    /// Not every item has a response.
    Unfinished,
    /// It holds scores alone: nothing to compare item by item.
    ScoresOnly,
    OtherQuestionnaire,
    /// Of this questionnaire, but in the form that is named.
    OtherForm(String),
    /// Of this questionnaire and form, but made with this version of it.
    OtherVersion(u8),
    /// The team has as many members as it may; for a team link: some of its results had no room.
    Full,
}

/// The team with all results of a text that fit the questionnaire. Whatever is wrong with some links, the
/// rest stands.
pub fn gather(questionnaire: &Questionnaire, team: &Team, text: &str) -> Gathered {
    let mut gathered = Gathered { team: team.clone(), added: 0, renewed: 0, refused: vec![] };
    for link in links_in(text) {
        let Err(why) = gathered.take(questionnaire, link) else { continue };
        let known = |refused: &RejectedLink| refused.why == why && refused.link == link;
        if !gathered.refused.iter().any(known) {
            gathered.refused.push(RejectedLink { link: link.to_owned(), why });
        }
    }
    gathered
}

impl Gathered {
    fn take(&mut self, questionnaire: &Questionnaire, link: &str) -> Result<(), MemberError> {
        let refusal = |error| refusal(questionnaire, error);
        match link::kind(link).map_err(refusal)? {
            Kind::Result => self.join(member(link::decode(questionnaire, link).map_err(refusal)?)?),
            Kind::Team => {
                let mut outcome = Err(MemberError::Twice);
                for member in link::decode_team(questionnaire, link).map_err(refusal)?.members() {
                    match self.join(member.clone()) {
                        Ok(()) if outcome != Err(MemberError::Full) => outcome = Ok(()),
                        Err(MemberError::Full) => outcome = Err(MemberError::Full),
                        _ => {}
                    }
                }
                outcome
            }
        }
    }

    fn join(&mut self, member: Member) -> Result<(), MemberError> {
        match self.team.join(member) {
            JoinOutcome::Added => self.added += 1,
            JoinOutcome::Renewed => self.renewed += 1,
            JoinOutcome::Twice => return Err(MemberError::Twice),
            JoinOutcome::Earlier => return Err(MemberError::Earlier),
            JoinOutcome::Full => return Err(MemberError::Full),
        }
        Ok(())
    }
}

fn member(result: ResultLink) -> Result<Member, MemberError> {
    let ResultLink { content, result_id, role, day } = result;
    match content {
        Content::Scores(_) => Err(MemberError::ScoresOnly),
        Content::Answers(answers) => {
            let answers = answers.complete().ok_or(MemberError::Unfinished)?;
            Ok(Member { answers, result_id, role, day })
        }
    }
}

fn refusal(questionnaire: &Questionnaire, error: LinkError) -> MemberError {
    match error {
        LinkError::Newer => MemberError::Newer,
        LinkError::Elsewhere(origin) if origin.is_version_of(questionnaire) => {
            MemberError::OtherVersion(origin.version)
        }
        LinkError::Elsewhere(origin) if origin.questionnaire == Origin::of(questionnaire).questionnaire => {
            MemberError::OtherForm(origin.form)
        }
        LinkError::Elsewhere(_) => MemberError::OtherQuestionnaire,
        LinkError::Damaged | LinkError::NotALink | LinkError::OtherKind => MemberError::Damaged,
    }
}

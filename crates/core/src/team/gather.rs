//! Collection of the results of links into a team.

use crate::link::{self, Content, Kind, LinkError, Origin, ResultLink};
use crate::questionnaire::Questionnaire;

use super::{JoinOutcome, Member, Team};

/// Outcome of links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// Team with the new results.
    pub team: Team,
    /// Number of new members.
    pub added: usize,
    /// Number of members whose later answers replace earlier ones.
    pub renewed: usize,
    /// Rejected links, in their order.
    pub refused: Vec<RejectedLink>,
}

/// Rejected link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedLink {
    /// Link; a damaged one as in the text.
    pub link: String,
    /// Reason of the rejection.
    pub why: MemberError,
}

/// Reason of a rejected link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MemberError {
    /// Present in the team; of a team link, all of its results.
    Twice,
    /// Later answers of the same person are present.
    Earlier,
    /// Lost or changed characters.
    Damaged,
    /// A later format than this program reads.
    Newer,
    /// Items without a response.
    Unfinished,
    /// Scores without answers, which do not compare item by item.
    ScoresOnly,
    /// A result of another questionnaire.
    OtherQuestionnaire,
    /// The form of the result, another one of this questionnaire.
    OtherForm(String),
    /// The version of the result, another one of this questionnaire and form.
    OtherVersion(u8),
    /// The team is full; of a team link, some results did not fit.
    Full,
}

/// Team with all readable results of links, which [`link::find`] found, with white space between them.
///
/// Faulty links do not affect the others.
pub fn gather(questionnaire: &Questionnaire, team: &Team, links: &str) -> Gathered {
    let mut gathered = Gathered { team: team.clone(), added: 0, renewed: 0, refused: vec![] };
    for link in links.split_whitespace() {
        if let Err(why) = gathered.take(questionnaire, link) {
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

//! Results of one questionnaire, read side by side: agreements, disagreements, and blind spots that others resolve.
//!
//! `docs/team.md` has the rules. Every function takes the questionnaire of the team. The order of the members
//! only matters for their names.

mod agreement;
mod blind_spots;
mod disagreement;
mod gather;
mod view;

pub use agreement::{Agreement, AgreementFigures, Spread, agreement, figures};
pub use blind_spots::{Resolved, resolved};
pub use disagreement::{Disagreement, RoleView, disagreements};
pub use gather::{Gathered, MemberError, RejectedLink, gather};
pub use view::{ItemView, consolidated, settled, views};

use crate::answers::Complete;
use crate::calendar::Day;
use crate::questionnaire::{Role, Word};
use crate::result_id::ResultId;

/// Maximum of members in a team.
pub const MAX_MEMBERS: usize = 1000;

/// Result of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Complete answers.
    pub answers: Complete,
    /// Identity of the result: equal results of two persons differ in it.
    pub result_id: ResultId,
    /// Role of the person.
    pub role: Option<Role>,
    /// Day of the result.
    pub day: Option<Day>,
}

/// Results of one questionnaire in one form and version, in the order of their arrival.
///
/// At most [`MAX_MEMBERS`], with distinct `result_id`s.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team(Vec<Member>);

pub use crate::join::JoinOutcome;

impl Team {
    /// Members in the order of their arrival.
    pub fn members(&self) -> &[Member] {
        &self.0
    }

    /// Adds a member.
    ///
    /// Equal `result_id`s are the same person. Equal answers and roles are the same result. Otherwise the later
    /// day replaces the earlier one, and on equal days the later arrival. A result without a day is the earliest.
    pub fn join(&mut self, member: Member) -> JoinOutcome {
        let Some(known) = self.0.iter_mut().find(|known| known.result_id == member.result_id) else {
            return self.add(member);
        };
        if known.answers == member.answers && known.role == member.role {
            JoinOutcome::Twice
        } else if member.day < known.day {
            JoinOutcome::Earlier
        } else {
            *known = member;
            JoinOutcome::Renewed
        }
    }

    fn add(&mut self, member: Member) -> JoinOutcome {
        if self.0.len() == MAX_MEMBERS {
            return JoinOutcome::Full;
        }
        self.0.push(member);
        JoinOutcome::Added
    }

    /// Team without the members of some results.
    pub fn without(&self, results: &[ResultId]) -> Self {
        Self(self.0.iter().filter(|member| !results.contains(&member.result_id)).cloned().collect())
    }

    /// Team with another role of the member of a result.
    pub fn with_role(&self, result_id: ResultId, role: Option<Role>) -> Self {
        let mut members = self.0.clone();
        if let Some(member) = members.iter_mut().find(|member| member.result_id == result_id) {
            member.role = role;
        }
        Self(members)
    }

    /// Roles of the members in the order of roles; `None` at the end for members without a role.
    pub fn roles(&self) -> Vec<Option<Role>> {
        let all = Role::WORDS.iter().map(|(_, role)| Some(*role)).chain([None]);
        all.filter(|role| self.0.iter().any(|member| member.role == *role)).collect()
    }

    /// Members of one role, or those without a role.
    pub fn of_role(&self, role: Option<Role>) -> Self {
        Self(self.0.iter().filter(|member| member.role == role).cloned().collect())
    }
}

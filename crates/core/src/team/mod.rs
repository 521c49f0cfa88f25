//! Several results of one questionnaire, read side by side: what a team agrees on, where it does not, and
//! what some know that others don't. `docs/team.md` tells the rules.
//!
//! Every function takes the questionnaire that the team answered. None looks at the order in which the
//! members stand, except to name them.

mod agreement;
mod blind_spots;
mod disagreement;
mod gather;
mod links;
mod view;

pub use agreement::{Agreement, AgreementFigures, Spread, agreement, figures};
pub use blind_spots::{Resolved, resolved};
pub use disagreement::{Disagreement, RoleView, disagreements};
pub use gather::{Gathered, MemberError, RejectedLink, gather};
pub use links::is_of_a_link;
pub use links::links_in;
pub use view::{ItemView, consolidated, settled, views};

use crate::answers::Complete;
use crate::link::{Day, ResultId};
use crate::questionnaire::{Role, Word};

/// The most members that a team may have.
pub const MAX_MEMBERS: usize = 1000;

/// One person's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub answers: Complete,
    /// Tells this person's result from an equal one of somebody else.
    pub result_id: ResultId,
    pub role: Option<Role>,
    pub day: Option<Day>,
}

/// Results of one questionnaire in one form and version, in the order in which they came: at most
/// [`MAX_MEMBERS`], no two with the same result_id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team(Vec<Member>);

pub use crate::join::JoinOutcome;

impl Team {
    /// In the order in which they came.
    pub fn members(&self) -> &[Member] {
        &self.0
    }

    /// Takes a member in.
    ///
    /// The same result_id is the same person. With the same answers and role it is the same result; otherwise
    /// the one of the later day stands, and on equal days the one that comes later. A result without a day
    /// is earlier than any other.
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

    /// The team without the member at a position.
    pub fn without(&self, position: usize) -> Self {
        let others = self.0.iter().enumerate().filter(|(at, _)| *at != position);
        Self(others.map(|(_, member)| member.clone()).collect())
    }

    /// The team with the role of the member at a position given or changed.
    pub fn with_role(&self, position: usize, role: Option<Role>) -> Self {
        let mut members = self.0.clone();
        if let Some(member) = members.get_mut(position) {
            member.role = role;
        }
        Self(members)
    }

    /// The roles that members have, in the order of roles; last `None`, if somebody has none.
    pub fn roles(&self) -> Vec<Option<Role>> {
        let all = Role::WORDS.iter().map(|(_, role)| Some(*role)).chain([None]);
        all.filter(|role| self.0.iter().any(|member| member.role == *role)).collect()
    }

    /// The members of one role, or those without any.
    pub fn of_role(&self, role: Option<Role>) -> Self {
        Self(self.0.iter().filter(|member| member.role == role).cloned().collect())
    }
}

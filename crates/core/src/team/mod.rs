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

pub use agreement::{Agreement, Figures, Spread, agreement, figures};
pub use blind_spots::{Resolved, resolved};
pub use disagreement::{Disagreement, Voice, disagreements};
pub use gather::{Gathered, Refusal, Refused, gather};
pub use links::is_of_a_link;
pub use links::links_in;
pub use view::{ItemView, consolidated, settled, views};

use crate::answers::Complete;
use crate::link::{Day, Mark};
use crate::questionnaire::{Role, Word};

/// The most members that a team may have.
pub const MAX_MEMBERS: usize = 1000;

/// One person's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub answers: Complete,
    /// Tells this person's result from an equal one of somebody else.
    pub mark: Mark,
    pub role: Option<Role>,
    pub day: Option<Day>,
}

/// Results of one questionnaire in one form and version, in the order in which they came: at most
/// [`MAX_MEMBERS`], no two with the same mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team(Vec<Member>);

/// What came of a member that joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// Somebody new.
    Added,
    /// Somebody who was there answered again: the later answers stand in the place of the earlier ones.
    Renewed,
    /// The same result was there.
    Twice,
    /// Later answers of the same person were there.
    Earlier,
    /// The team has as many members as it may.
    Full,
}

impl Team {
    /// In the order in which they came.
    pub fn members(&self) -> &[Member] {
        &self.0
    }

    /// Takes a member in.
    ///
    /// The same mark is the same person. With the same answers and role it is the same result; otherwise
    /// the one of the later day stands, and on equal days the one that comes later. A result without a day
    /// is earlier than any other.
    pub fn join(&mut self, member: Member) -> Joined {
        let Some(known) = self.0.iter_mut().find(|known| known.mark == member.mark) else {
            return self.add(member);
        };
        if known.answers == member.answers && known.role == member.role {
            Joined::Twice
        } else if member.day < known.day {
            Joined::Earlier
        } else {
            *known = member;
            Joined::Renewed
        }
    }

    fn add(&mut self, member: Member) -> Joined {
        if self.0.len() == MAX_MEMBERS {
            return Joined::Full;
        }
        self.0.push(member);
        Joined::Added
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

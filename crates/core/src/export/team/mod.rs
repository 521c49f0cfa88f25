//! What a team takes away: the formats of a single result, with everybody's answers side by side.

pub mod csv;
pub mod json;
pub mod markdown;

use super::sign;
use crate::answers::{Answers, Complete, Level, Response};
use crate::questionnaire::Questionnaire;
use crate::team::{Team, settled};

/// A team and what it came to, as the exports read it.
#[derive(Clone, Copy, Debug)]
pub struct TeamExport<'a> {
    pub questionnaire: &'a Questionnaire,
    /// Of this questionnaire.
    pub team: &'a Team,
    /// What the team settled on, item by item, where it did.
    pub agreed: &'a Answers,
    /// What each member is called, in the order of the members: "Legal 1". Who has no name is left unnamed.
    pub names: &'a [String],
}

impl<'a> TeamExport<'a> {
    /// The answers of the team as one; none without a member.
    fn settled(&self) -> Option<Complete> {
        settled(self.questionnaire, self.team, self.agreed)
    }

    fn name(&self, member: usize) -> &'a str {
        self.names.get(member).map_or("", String::as_str)
    }
}

/// The sign of a response, and what stands where there is none.
fn sign_or(response: Option<Response>, nothing: &str) -> &str {
    match response {
        Some(response) => sign(response),
        None => nothing,
    }
}

fn level_response(level: Option<Level>) -> Option<Response> {
    level.map(Response::Level)
}

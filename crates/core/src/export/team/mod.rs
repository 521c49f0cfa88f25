//! Exports of a team: the formats of a single result, with the answers of all members side by side.

pub mod csv;
pub mod json;
pub mod markdown;

use super::sign;
use crate::answers::{Answers, Complete, Level, Response};
use crate::questionnaire::Questionnaire;
use crate::team::{Team, settled};

/// Team and its agreements, the input of exports.
#[derive(Clone, Copy, Debug)]
pub struct TeamExport<'a> {
    /// Questionnaire of the team.
    pub questionnaire: &'a Questionnaire,
    /// Members with their answers.
    pub team: &'a Team,
    /// Responses that the team agreed on, by item.
    pub agreed: &'a Answers,
    /// Names of the members in their order: "Legal 1". Missing names are left empty.
    pub names: &'a [String],
}

impl<'a> TeamExport<'a> {
    /// Consolidated answers of the team; none without a member.
    fn settled(&self) -> Option<Complete> {
        settled(self.questionnaire, self.team, self.agreed)
    }

    fn name(&self, member: usize) -> &'a str {
        self.names.get(member).map_or("", String::as_str)
    }
}

/// Sign of a response, or a replacement.
fn sign_or(response: Option<Response>, nothing: &str) -> &str {
    match response {
        Some(response) => sign(response),
        None => nothing,
    }
}

fn level_response(level: Option<Level>) -> Option<Response> {
    level.map(Response::Level)
}

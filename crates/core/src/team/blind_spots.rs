//! Blind spots of some members that others resolve.

use crate::answers::Response;
use crate::questionnaire::Questionnaire;

use super::Team;

/// An item that some don't know and others do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// Its position.
    pub item: usize,
    /// The positions of the members who don't know.
    pub ask: Vec<usize>,
    /// The positions of the members who gave a level or say that it does not apply.
    pub know: Vec<usize>,
}

/// Every blind spot of a member that a colleague resolves, in item order. What nobody knows stays a blind
/// spot of the consolidated answers.
pub fn resolved(questionnaire: &Questionnaire, team: &Team) -> Vec<Resolved> {
    let of_item = |item: usize| {
        let mut resolved = Resolved { item, ask: vec![], know: vec![] };
        for (position, member) in team.members().iter().enumerate() {
            match member.answers.iter().nth(item) {
                Some(Response::DontKnow) => resolved.ask.push(position),
                Some(_) => resolved.know.push(position),
                None => {}
            }
        }
        resolved
    };
    let items = (0..questionnaire.len()).map(of_item);
    items.filter(|resolved| !resolved.ask.is_empty() && !resolved.know.is_empty()).collect()
}

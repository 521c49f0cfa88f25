//! Blind spots of some members that others resolve.

use crate::answers::Response;
use crate::questionnaire::Questionnaire;

use super::Team;

/// Item that some members don't know and others do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// Position of the item.
    pub item: usize,
    /// Positions of the members who don't know.
    pub ask: Vec<usize>,
    /// Positions of the members with a level or "not applicable".
    pub know: Vec<usize>,
}

/// Blind spots of members that a colleague resolves, in item order.
///
/// Blind spots of all members remain in the consolidated answers.
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

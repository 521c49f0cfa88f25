//! Invitation link to a colleague: it opens a form for a role, without answers.

use super::sealed::bare;
use crate::questionnaire::{FormId, Questionnaire, QuestionnaireId, Role, Word};

/// First field, which distinguishes an invitation from a result link.
pub(super) const ASK: &str = "ask";

/// Form and role of an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Id of the questionnaire.
    pub questionnaire: QuestionnaireId,
    /// Id of the form.
    pub form: FormId,
    /// Role of the colleague.
    pub role: Role,
}

impl Invitation {
    /// Invitation to the form of a questionnaire.
    pub fn to(questionnaire: &Questionnaire, role: Role) -> Self {
        Self { questionnaire: questionnaire.id.clone(), form: questionnaire.form.clone(), role }
    }
}

/// Fragment of an invitation, without `#`.
pub fn encode_invitation(invitation: &Invitation) -> String {
    let Invitation { questionnaire, form, role } = invitation;
    [ASK, questionnaire.as_str(), form.as_str(), role.word()].join(".")
}

/// Reads a fragment, with or without `#`; `None` for any spelling but that of [`encode_invitation`].
pub fn read_invitation(fragment: &str) -> Option<Invitation> {
    let mut fields = bare(fragment).split('.');
    let (ask, questionnaire, form, role) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    if ask != ASK || fields.next().is_some() {
        return None;
    }
    Some(Invitation {
        questionnaire: questionnaire.to_owned().try_into().ok()?,
        form: form.to_owned().try_into().ok()?,
        role: Role::from_word(role)?,
    })
}

/// True if a text begins like an invitation, complete or not.
pub fn is_meant_as_one(text: &str) -> bool {
    text.split_once('.').is_some_and(|(first, _)| first == ASK)
}

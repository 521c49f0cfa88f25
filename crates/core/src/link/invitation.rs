//! A link that asks a colleague: it opens a form for a role and holds no answer.

use crate::questionnaire::{FormId, Questionnaire, QuestionnaireId, Role, Word};

/// The first field, by which an invitation is told from a result link.
const ASK: &str = "ask";

/// Who is asked to answer what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub questionnaire: QuestionnaireId,
    pub form: FormId,
    pub role: Role,
}

impl Invitation {
    /// To answer the form at hand.
    pub fn to(questionnaire: &Questionnaire, role: Role) -> Self {
        Self { questionnaire: questionnaire.id.clone(), form: questionnaire.form.clone(), role }
    }
}

/// The fragment for an invitation, without `#`.
pub fn encode_invitation(invitation: &Invitation) -> String {
    let Invitation { questionnaire, form, role } = invitation;
    [ASK, questionnaire.as_str(), form.as_str(), role.word()].join(".")
}

/// Reads a fragment, with or without `#`; `None` unless it is one that [`encode_invitation`] writes.
pub fn read_invitation(fragment: &str) -> Option<Invitation> {
    let mut fields = super::bare(fragment).split('.');
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

/// Whether a text begins like an invitation, whole or not.
pub fn is_meant_as_one(text: &str) -> bool {
    text.split_once('.').is_some_and(|(first, _)| first == ASK)
}

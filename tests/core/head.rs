//! The laws of what is read of a link without its questionnaire, and of invitations.

use boussole_core::link::{
    Content, Head, Invitation, LinkError, Origin, decode, encode, encode_invitation, head, is_meant_as_one,
    read_invitation,
};
use boussole_core::questionnaire::{RawQuestionnaire, Role, Word};
use proptest::prelude::*;

use crate::foreign::{base64url, seal};
use crate::link::result;
use crate::made::{SMALL, id, questionnaire, valid};

proptest! {
    #[test]
    fn the_head_tells_what_the_whole_link_tells((questionnaire, result) in result()) {
        let text = encode(&questionnaire, &result);
        let told = Head {
            origin: Origin::of(&questionnaire),
            result_id: result.result_id,
            role: result.role,
            day: result.day,
            scores_only: matches!(result.content, Content::Scores(_)),
        };
        prop_assert_eq!(head(&format!("#{text}")), Ok(told.clone()));
        prop_assert_eq!(head(&text), Ok(told));
    }

    #[test]
    fn what_opens_has_a_head_and_what_has_none_does_not_open(
        kind in 0u8..9,
        rest in proptest::collection::vec(any::<u8>(), 0..16),
    ) {
        let text = seal(&format!("1.made.express.{}", base64url(&[&[kind, 1], &rest[..]].concat())));
        let opened = decode(&questionnaire(SMALL), &text);
        match (head(&text), opened) {
            (Ok(head), Ok(result)) => prop_assert_eq!((head.result_id, head.role, head.day), (result.result_id, result.role, result.day)),
            // Only the content can still be wrong.
            (Ok(_), Err(error)) => prop_assert_eq!(error, LinkError::Damaged),
            (Err(error), opened) => prop_assert_eq!(opened, Err(error)),
        }
    }

    #[test]
    fn no_text_makes_reading_a_head_or_an_invitation_panic(text in "(#?(1|ask)[.]a[.]b[.])?\\PC{0,30}") {
        let _ = (head(&text), read_invitation(&text));
    }

    #[test]
    fn an_invitation_opens_as_it_was_written(
        name in "[a-z0-9-]{1,40}",
        form in "[a-z0-9-]{1,40}",
        role in 0u8..7,
    ) {
        let role = Role::from_number(role).expect("there are seven");
        let questionnaire = valid(RawQuestionnaire { id: id(&name), form: id(&form), ..RawQuestionnaire::clone(&questionnaire(SMALL)) });
        let invitation = Invitation::to(&questionnaire, role);
        let text = encode_invitation(&invitation);
        prop_assert_eq!(read_invitation(&format!("#{text}")), Some(invitation.clone()));
        prop_assert_eq!(read_invitation(&text), Some(invitation));
        prop_assert!(!is_meant_as_one(&text));
        prop_assert_eq!(decode(&questionnaire, &text), Err(LinkError::NotALink));
        prop_assert_eq!(head(&text), Err(LinkError::NotALink));
    }
}

#[test]
fn an_invitation_is_written_as_the_document_says() {
    let text = "ask.liberte-numerique.express.legal";
    let invitation = read_invitation(text).expect("it is one");
    assert_eq!(
        (invitation.questionnaire.as_str(), invitation.form.as_str()),
        ("liberte-numerique", "express")
    );
    assert_eq!(invitation.role, Role::Legal);
    assert_eq!(encode_invitation(&invitation), text);
    assert!(include_str!("../../docs/result-link.md").contains(text));
}

#[test]
fn what_is_no_invitation_is_not_read_as_one() {
    for text in [
        "",
        "ask",
        "ask.",
        "ask.a.b",
        "ask.a.b.",
        "ask.a.b.nobody",
        "ask.a.b.legal.",
        "ask.A.b.legal",
        "ask.a..legal",
        "ASK.a.b.legal",
        "asks.a.b.legal",
        "##ask.a.b.legal",
        "1.a.b.legal",
    ] {
        assert_eq!(read_invitation(text), None, "{text}");
    }
}

#[test]
fn a_result_link_is_no_invitation_and_keeps_its_errors() {
    for (text, error) in [
        ("section-2", LinkError::NotALink),
        ("ask.a.b.nobody", LinkError::NotALink),
        ("asks.a.b.legal", LinkError::Damaged),
        ("65535.a.b", LinkError::Newer),
        ("1.made.express.AAEAAAAAAAAAAAANen", LinkError::Damaged),
    ] {
        assert_eq!(head(text), Err(error.clone()), "{text}");
        assert_eq!(decode(&questionnaire(SMALL), text), Err(error), "{text}");
    }
}

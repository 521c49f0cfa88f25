//! The laws of the team link, and its vectors in `tests/fixtures/team-links.json`.

use boussole_core::link::{
    Day, Kind, LinkError, Origin, ResultId, decode, decode_team, encode_team, head, is_meant_as_one, kind,
};
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire, Role};
use boussole_core::team::{Member, Team};
use proptest::prelude::*;
use serde_json::Value;

use crate::damage::{cuts, deletions, substitutions, swaps};
use crate::foreign::{base64url, seal};
use crate::made::{SMALL, complete, draft, id, questionnaire, valid};
use crate::team::{members, team_of};
use crate::vectors::{self, list, text, who, word};

const DOCUMENT: &str = include_str!("../../docs/team-link.md");

fn vectors() -> Value {
    serde_json::from_str(include_str!("../fixtures/team-links.json")).expect("the vectors are JSON")
}

/// The form, the text and the team of every vector that opens.
fn sound() -> Vec<(Questionnaire, String, Team)> {
    let vectors = vectors();
    let read = |vector: &Value| {
        let questionnaire = vectors::form(&vectors, vector);
        let member = |member: &Value| {
            let (mark, role, day) = who(member);
            Member { answers: complete(&questionnaire, &text(member, "answers")), result_id: mark, role, day }
        };
        let team = team_of(list(vector, "members").iter().map(member));
        (questionnaire, text(vector, "text"), team)
    };
    list(&vectors, "sound").iter().map(read).collect()
}

proptest! {
    #[test]
    fn a_team_link_opens_as_the_team_that_it_was_made_of((questionnaire, there) in members(0, 6)) {
        let team = team_of(there);
        let text = encode_team(&questionnaire, &team);
        prop_assert_eq!(decode_team(&questionnaire, &text), Ok(team.clone()));
        prop_assert_eq!(decode_team(&questionnaire, &format!("#{text}")), Ok(team));
        prop_assert!(is_meant_as_one(&text));
        prop_assert_eq!(kind(&text), Ok(Kind::Team));
    }

    #[test]
    fn a_team_is_no_result_and_a_result_is_no_team(
        (questionnaire, there) in members(0, 3),
        (other, result) in crate::link::result(),
    ) {
        let text = encode_team(&questionnaire, &team_of(there));
        prop_assert_eq!(decode(&questionnaire, &text), Err(LinkError::OtherKind));
        prop_assert_eq!(head(&text), Err(LinkError::OtherKind));
        let text = boussole_core::link::encode(&other, &result);
        prop_assert_eq!(decode_team(&other, &text), Err(LinkError::OtherKind));
        prop_assert_eq!(kind(&text), Ok(Kind::Result));
    }

    #[test]
    fn a_team_link_of_something_else_says_of_what((questionnaire, there) in members(0, 3), version in 1u8..) {
        prop_assume!(version != questionnaire.version);
        let text = encode_team(&questionnaire, &team_of(there));
        let told = Err(LinkError::Elsewhere(Origin::of(&questionnaire)));
        let now = || RawQuestionnaire::clone(&questionnaire);
        for other in
            [RawQuestionnaire { version, ..now() }, RawQuestionnaire { id: id("other"), ..now() }, RawQuestionnaire { form: id("full"), ..now() }]
        {
            prop_assert_eq!(&decode_team(&valid(other), &text), &told);
        }
    }

    #[test]
    fn a_team_text_that_opens_is_the_one_that_would_be_written(
        format in prop::sample::select(vec![2, 4]),
        firsts in proptest::collection::vec((0u8..9, any::<bool>(), 0u8..3, 0u64..600), 0..4),
        spare in 0usize..3,
    ) {
        let questionnaire = questionnaire("1: 1(1) | 1: 1(1-) | 1: 1(1)");
        let mut payload = vec![1];
        for (role, day, mark, number) in firsts {
            payload.extend([role + if day { 128 } else { 0 }, 0, 0, mark]);
            payload.extend(day.then_some([1, 71]).into_iter().flatten());
            payload.extend(&number.to_be_bytes()[6..]);
        }
        payload.extend(std::iter::repeat_n(0, spare));
        let text = seal(&format!("{format}.made.express.{}", base64url(&payload)));
        match decode_team(&questionnaire, &text) {
            Ok(team) => prop_assert_eq!(encode_team(&questionnaire, &team), text),
            Err(error) => prop_assert_eq!(error, LinkError::Damaged),
        }
    }

    #[test]
    fn no_text_makes_reading_a_team_panic(text in "(#?2[.]made[.]express[.])?\\PC{0,40}") {
        let _ = (decode_team(&questionnaire(SMALL), &text), kind(&text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn every_substitution_and_swap_in_any_team_link_is_detected((questionnaire, there) in members(0, 4)) {
        let text = encode_team(&questionnaire, &team_of(there));
        for damaged in substitutions(&text).chain(swaps(&text)) {
            let told = decode_team(&questionnaire, &damaged);
            prop_assert!(matches!(told, Err(LinkError::Damaged | LinkError::Newer)), "{} {:?}", damaged, told);
            prop_assert!(decode(&questionnaire, &damaged).is_err());
        }
    }
}

#[test]
fn twelve_people_who_answered_28_items_stay_within_300_characters() {
    let weights = format!("1: 1({0}) | 1: 1({0}) | 1: 1({0} 1)", "1- 1 1 1 1 1 1 1 1");
    let questionnaire =
        valid(RawQuestionnaire { id: id("liberte-numerique"), form: id("full"), ..draft(&weights) });
    let member = |number: u8| Member {
        answers: complete(&questionnaire, &"4".repeat(28)),
        result_id: ResultId([255, 255, number]),
        role: Some(Role::Business),
        day: Some(Day(u16::MAX)),
    };
    let text = encode_team(&questionnaire, &team_of((0..12).map(member)));
    assert_eq!(text.len(), 286);
}

#[test]
fn a_team_without_a_member_has_a_link() {
    let text = encode_team(&questionnaire(SMALL), &Team::default());
    assert_eq!(decode_team(&questionnaire(SMALL), &text), Ok(Team::default()));
}

#[test]
fn sound_vectors_are_read_and_written() {
    for (questionnaire, text, team) in sound() {
        assert_eq!(decode_team(&questionnaire, &text).as_ref(), Ok(&team), "{text}");
        assert_eq!(encode_team(&questionnaire, &team), text);
    }
}

#[test]
fn refused_vectors_tell_their_error() {
    let vectors = vectors();
    for vector in list(&vectors, "refused") {
        let form = vectors::form(&vectors, &vector);
        let told = decode_team(&form, &text(&vector, "text")).map_err(|error| word(&form, &error));
        assert_eq!(told.err(), Some(&*text(&vector, "error")), "{}", text(&vector, "name"));
    }
}

#[test]
fn every_loss_and_cut_is_detected_in_the_vectors() {
    for (questionnaire, text, _) in sound() {
        for damaged in deletions(&text).chain(cuts(&text)) {
            assert!(decode_team(&questionnaire, &damaged).is_err(), "{damaged}");
        }
    }
}

#[test]
fn the_document_explains_every_vector() {
    let headings = [("sound", "### Teams that open"), ("refused", "### Teams that are refused")];
    vectors::explains_every_vector(&vectors(), DOCUMENT, headings);
}

#[test]
fn the_document_works_through_the_first_vector() {
    assert!(DOCUMENT.contains(&format!("    {}\n", sound()[0].1)));
}

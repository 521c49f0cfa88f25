//! The laws of the result link: it opens as what was put in, and as nothing else.

use boussole_core::link::{
    Content, Day, LinkError, Origin, ResultId, ResultLink, decode, encode, is_meant_as_one,
};
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire, Role, Word};
use boussole_core::score::ScoreSummary;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::{Case, finished, unfinished};
use crate::foreign::{base64url, seal};
use crate::made::{SMALL, answers, draft, id, questionnaire, valid};
use crate::score::scores;

pub fn any_role() -> impl Strategy<Value = Option<Role>> {
    (0u8..=7).prop_map(Role::from_number)
}

/// A result around the content, with or without all that is optional.
fn around(content: Content) -> impl Strategy<Value = ResultLink> {
    (any::<[u8; 3]>(), any_role(), any::<Option<u16>>()).prop_map(move |(result_id, role, day)| ResultLink {
        content: content.clone(),
        result_id: ResultId(result_id),
        role,
        day: day.map(Day),
    })
}

/// Any result of any questionnaire: answers, also unfinished ones, or scores.
pub fn result() -> impl Strategy<Value = (Questionnaire, ResultLink)> {
    let full = unfinished().prop_map(|case| (case.questionnaire, Content::Answers(case.answers)));
    let scores_only = finished().prop_map(|case| {
        let summary = ScoreSummary::from(&scores(&case));
        (case.questionnaire, Content::Scores(summary))
    });
    prop_oneof![full, scores_only]
        .prop_flat_map(|(questionnaire, content)| (Just(questionnaire), around(content)))
}

proptest! {
    #[test]
    fn a_link_opens_as_the_result_that_it_was_made_of((questionnaire, result) in result()) {
        let text = encode(&questionnaire, &result);
        prop_assert_eq!(decode(&questionnaire, &text), Ok(result.clone()));
        prop_assert_eq!(decode(&questionnaire, &format!("#{text}")), Ok(result));
    }

    #[test]
    fn a_link_of_scores_shows_what_the_whole_report_shows(case in finished()) {
        let shown = ScoreSummary::from(&scores(&case));
        let content = Content::Scores(shown.clone());
        let text = encode(&case.questionnaire, &ResultLink { content, result_id: ResultId([0; 3]), role: None, day: None });
        let opened = decode(&case.questionnaire, &text).map(|result| result.content);
        prop_assert_eq!(opened, Ok(Content::Scores(shown)));
    }

    #[test]
    fn a_link_needs_no_escape_in_a_url((questionnaire, result) in result()) {
        let text = encode(&questionnaire, &result);
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
        prop_assert!(text.chars().all(plain), "{}", text);
        prop_assert!(is_meant_as_one(&text));
    }

    #[test]
    fn no_text_makes_reading_panic(text: String) {
        let _ = decode(&questionnaire(SMALL), &text);
    }

    #[test]
    fn no_text_that_begins_like_a_link_makes_reading_panic(text in "#?[12][.]made[.]express[.]\\PC{0,30}") {
        let _ = decode(&questionnaire(SMALL), &text);
    }

    #[test]
    fn a_text_that_opens_is_the_one_that_would_be_written(
        kind in 0u8..8,
        rest in vec(any::<u8>(), 3..16),
        case in unfinished(),
    ) {
        let questionnaire = named(&case, "made");
        let payload = [&[kind, questionnaire.version], &rest[..]].concat();
        let text = seal(&format!("1.made.express.{}", base64url(&payload)));
        match decode(&questionnaire, &text) {
            Ok(result) => prop_assert_eq!(encode(&questionnaire, &result), text),
            Err(error) => prop_assert_eq!(error, LinkError::Damaged),
        }
    }

    #[test]
    fn a_link_of_another_version_says_so((questionnaire, result) in result(), version in 1u8..) {
        prop_assume!(version != questionnaire.version);
        let other = valid(RawQuestionnaire { version, ..RawQuestionnaire::clone(&questionnaire) });
        let origin = Origin::of(&questionnaire);
        prop_assert!(origin.is_version_of(&other));
        let found = decode(&other, &encode(&questionnaire, &result));
        prop_assert_eq!(found, Err(LinkError::Elsewhere(origin)));
    }

    #[test]
    fn a_link_of_another_questionnaire_or_form_says_so((questionnaire, result) in result()) {
        let text = encode(&questionnaire, &result);
        for (name, form) in [("other", "express"), ("made", "full"), ("mad", "express"), ("made-", "express")] {
            let other = RawQuestionnaire { id: id(name), form: id(form), ..RawQuestionnaire::clone(&questionnaire) };
            let (other, origin) = (valid(other), Origin::of(&questionnaire));
            prop_assert!(!origin.is_version_of(&other));
            prop_assert_eq!(decode(&other, &text), Err(LinkError::Elsewhere(origin)));
        }
    }

    #[test]
    fn a_form_of_thirty_items_stays_within_64_characters(
        signs in "[0-4?-]{30}",
        form in prop_oneof![Just("express"), Just("full")],
        day: u16,
    ) {
        let weights = format!("1: 1({0}) | 1: 1({0}) | 1: 1({0})", "1- ".repeat(10));
        let questionnaire =
            valid(RawQuestionnaire { id: id("liberte-numerique"), form: id(form), ..draft(&weights) });
        let content = Content::Answers(answers(&questionnaire, &signs));
        let result =
            ResultLink { content, result_id: ResultId([255; 3]), role: Some(Role::Business), day: Some(Day(day)) };
        let text = encode(&questionnaire, &result);
        prop_assert!(text.len() <= 64, "{} characters: {}", text.len(), text);
    }
}

fn named(case: &Case, name: &str) -> Questionnaire {
    valid(RawQuestionnaire { id: id(name), ..RawQuestionnaire::clone(&case.questionnaire) })
}

#[test]
fn anchors_of_a_page_are_no_links() {
    let questionnaire = questionnaire(SMALL);
    for anchor in
        ["", "#", "#section-2", "#a.b", "section-2", "#é", "#.", "#:~:text=score", "#event=Tech.Day.2026"]
    {
        assert_eq!(decode(&questionnaire, anchor), Err(LinkError::NotALink), "{anchor}");
        assert!(!is_meant_as_one(anchor), "{anchor}");
    }
}

#[test]
fn a_later_format_is_told_from_a_damaged_one() {
    let questionnaire = questionnaire(SMALL);
    for (text, error) in [
        ("5.made.express.AAAA", LinkError::Newer),
        ("#5.made.express.AAAA", LinkError::Newer),
        ("3.made.express.AAAA", LinkError::Damaged),
        ("03.made.express.AAAA", LinkError::Damaged),
        ("2.made.express.AAAA", LinkError::Damaged),
        ("02.made.express.AAAA", LinkError::Damaged),
        ("65535.a.b", LinkError::Newer),
        ("0.made.express.AAAA", LinkError::Damaged),
        ("-2.made.express.AAAA", LinkError::Damaged),
        ("x.made.express.AAAA", LinkError::Damaged),
        ("..", LinkError::Damaged),
        ("##5.made.express.AAAA", LinkError::Damaged),
    ] {
        assert_eq!(decode(&questionnaire, text), Err(error), "{text}");
    }
}

#[test]
fn one_lost_dot_still_leaves_a_link_that_can_be_called_damaged() {
    let text = "1.made.express.AAEAAAAAAAAAAAANem";
    for (place, _) in text.match_indices('.') {
        assert!(is_meant_as_one(&format!("{}{}", &text[..place], &text[place + 1..])));
    }
}

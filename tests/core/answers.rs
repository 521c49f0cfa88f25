//! The laws of answers: what they hold, and what they refuse.

use boussole_core::answers::{Answers, Level};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::arbitrary::unfinished;
use crate::made::{self, SMALL, questionnaire, response, signs};

proptest! {
    #[test]
    fn giving_a_response_changes_that_response_alone(case in unfinished(), at: Index, sign in "[0-4?-]") {
        let position = at.index(case.questionnaire.len());
        let given = response(sign.chars().next().unwrap()).unwrap();
        let allowed = sign != "-" || case.questionnaire.item(position).unwrap().not_applicable;
        let after = case.answers.with(&case.questionnaire, position, given);
        for other in 0..case.questionnaire.len() {
            let expected =
                if other == position && allowed { Some(given) } else { case.answers.get(other) };
            prop_assert_eq!(after.get(other), expected);
        }
    }

    #[test]
    fn what_is_missing_is_found_from_anywhere(case in unfinished(), from in 0usize..61) {
        let missing: Vec<usize> = case.answers.missing().collect();
        let behind = missing.iter().find(|position| **position > from);
        prop_assert_eq!(case.answers.next_missing(from), behind.or(missing.first()).copied());
    }
}

/// The answers after one response more.
fn check(before: &str, (position, sign): (usize, char), after: &str) {
    let questionnaire = questionnaire(SMALL);
    let answers = made::answers(&questionnaire, before);
    let answers = answers.with(&questionnaire, position, response(sign).expect("a response"));
    assert_eq!(signs(&answers), after);
}

#[test]
fn responses_are_given_changed_or_refused() {
    check(".......", (0, '3'), "3......");
    check("3......", (0, '?'), "?......");
    check(".......", (4, '-'), "....-..");
    // Not applicable is no answer to the first item, and there is no eighth.
    check("3......", (0, '-'), "3......");
    check("3......", (7, '0'), "3......");
}

#[test]
fn answers_that_do_not_fit_a_questionnaire_are_refused() {
    let questionnaire = questionnaire(SMALL);
    let fits = |signs: &str| {
        Answers::from_responses(&questionnaire, signs.chars().map(response).collect()).is_some()
    };
    let expected = [("0123-?-", true), (".......", true), ("-......", false), ("......", false), ("", false)];
    for (signs, expected) in expected {
        assert_eq!(fits(signs), expected, "{signs}");
    }
    assert!(!fits("........"));
    assert_eq!(Answers::none(&questionnaire), made::answers(&questionnaire, "......."));
}

#[test]
fn the_next_item_without_a_response_is_looked_for_behind_then_from_the_start() {
    let questionnaire = questionnaire(SMALL);
    for (signs, from, next) in [
        (".......", 0, Some(1)),
        ("0000..0", 0, Some(4)),
        ("0000..0", 4, Some(5)),
        ("0.00000", 3, Some(1)),
        ("000000.", 6, Some(6)),
        ("0000000", 3, None),
    ] {
        assert_eq!(made::answers(&questionnaire, signs).next_missing(from), next, "{signs} from {from}");
    }
}

#[test]
fn there_are_five_levels() {
    let all: Vec<u8> = Level::all().map(Level::number).collect();
    assert_eq!(all, [0, 1, 2, 3, 4]);
    assert_eq!((0..=u8::MAX).filter_map(Level::new).collect::<Vec<_>>(), Level::all().collect::<Vec<_>>());
    assert_eq!((Level::LOWEST.index(), Level::HIGHEST.index()), (0, 4));
}

//! The laws of a score: what answers may and may not do to it.

use boussole_core::answers::Response;
use boussole_core::score::{Ratio, Score, Scores, score};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::arbitrary::{Case, finished, unfinished};
use crate::made::{complete, level, questionnaire};

/// Dimensions whose weight sums have almost no common factor (8, 9, 5, 7, 11, 13... 59), so that the
/// denominators multiply: to about 2^95, which no 64 bits would hold.
const COPRIME: &str = "9: 4(8) 9(9) 8(5) 9(7) 5(5 6) 9(6 7) 9(8 9) 9(9 9 1) 9(9 9 5) 9(9 9 9 2) 9(9 9 9 4) \
    | 8: 9(9 9 9 9 1) 9(9 9 9 9 5) 8(9 9 9 9 7) 9(9 9 9 9 9 2) | 9: 9(9 9 9 9 9 8) 8(9 9 9 9 9 9 5) 6(1 2)";

pub fn scores(case: &Case) -> Scores {
    score(&case.questionnaire, &case.complete())
}

/// The scores of the whole, of the principles and of the dimensions.
fn every_part(scores: &Scores) -> Vec<Option<Score>> {
    [&[scores.whole], &scores.principles[..], &scores.dimensions[..]].concat()
}

/// The scores before and after a change, of each part that has one both times.
fn before_and_after(before: &Case, after: &Case) -> Vec<(Score, Score)> {
    let pairs = every_part(&scores(before)).into_iter().zip(every_part(&scores(after)));
    pairs.filter_map(|(before, after)| Some((before?, after?))).collect()
}

/// Two different levels, the lower first.
fn two_levels() -> impl Strategy<Value = (Response, Response)> {
    (0u8..4).prop_flat_map(|low| {
        (low + 1..=4).prop_map(move |high| (Response::Level(level(low)), Response::Level(level(high))))
    })
}

fn any_level() -> impl Strategy<Value = Response> {
    (0u8..=4).prop_map(|number| Response::Level(level(number)))
}

proptest! {
    #[test]
    fn a_better_answer_never_lowers_a_score(case in finished(), at: Index, (low, high) in two_levels()) {
        let position = at.index(case.questionnaire.len());
        let (low, high) = (case.with(position, low), case.with(position, high));
        for (before, after) in before_and_after(&low, &high) {
            prop_assert!(before.assured <= after.assured && before.possible <= after.possible);
        }
        prop_assert!(scores(&low).whole.unwrap().assured < scores(&high).whole.unwrap().assured);
    }

    #[test]
    fn finding_out_never_lowers_a_score(case in finished(), at: Index, found in any_level()) {
        let position = at.index(case.questionnaire.len());
        let blind = case.with(position, Response::DontKnow);
        let known = case.with(position, found);
        for (before, after) in before_and_after(&blind, &known) {
            prop_assert!(before.assured <= after.assured);
        }
    }

    #[test]
    fn finding_out_only_narrows_a_range(case in finished(), at: Index, found in any_level()) {
        let position = at.index(case.questionnaire.len());
        let blind = case.with(position, Response::DontKnow);
        let known = case.with(position, found);
        for (before, after) in before_and_after(&blind, &known) {
            prop_assert!(before.assured <= after.assured && after.possible <= before.possible);
        }
    }

    #[test]
    fn finding_out_that_an_item_does_not_apply_only_narrows_a_range(case in finished(), at: Index) {
        let position = at.index(case.questionnaire.len());
        let blind = case.with(position, Response::DontKnow);
        let known = blind.with(position, Response::NotApplicable);
        for (before, after) in before_and_after(&blind, &known) {
            prop_assert!(before.assured <= after.assured && after.possible <= before.possible);
        }
    }

    #[test]
    fn the_assured_part_is_never_above_the_possible_one_nor_that_above_100(case in finished()) {
        for part in every_part(&scores(&case)).into_iter().flatten() {
            prop_assert!(part.assured <= part.possible && part.possible <= Ratio::whole(100));
        }
    }

    #[test]
    fn without_a_blind_spot_the_range_is_a_point(case in finished(), found in any_level()) {
        let blind = |position: &usize| case.answers.get(*position) == Some(Response::DontKnow);
        let spots: Vec<usize> = (0..case.questionnaire.len()).filter(blind).collect();
        let known = spots.iter().fold(case, |case, position| case.with(*position, found));
        for part in every_part(&scores(&known)).into_iter().flatten() {
            prop_assert_eq!(part.assured, part.possible);
            prop_assert_eq!(part.known, part.applicable);
        }
    }

    #[test]
    fn the_same_response_to_all_gives_its_worth_everywhere(case in finished(), number in 0u8..=4) {
        let same = Response::Level(level(number));
        let case = (0..case.questionnaire.len()).fold(case, |case, position| case.with(position, same));
        let worth = Ratio::whole(25 * u32::from(number));
        for part in every_part(&scores(&case)) {
            let part = part.expect("every part has an answer");
            prop_assert!(part.assured == worth && part.possible == worth);
        }
    }

    #[test]
    fn coverage_counts_the_known_and_the_applicable_items(case in finished()) {
        let responses: Vec<Response> = case.complete().iter().collect();
        let is_level = |response: &&Response| matches!(response, Response::Level(_));
        let known = responses.iter().filter(is_level).count();
        let applicable = responses.iter().filter(|response| **response != Response::NotApplicable).count();
        let scores = scores(&case);
        let sum = |parts: &[Option<Score>]| {
            let counts = parts.iter().flatten().map(|part| (part.known, part.applicable));
            counts.fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1))
        };
        for parts in [&[scores.whole], &scores.principles[..], &scores.dimensions[..]] {
            prop_assert_eq!(sum(parts), (known, applicable));
        }
    }

    #[test]
    fn a_lift_is_what_one_step_up_adds_to_the_whole(case in finished()) {
        check_lifts(&case)?;
    }

    #[test]
    fn unfinished_answers_have_no_score(case in unfinished()) {
        let given = case.answers.answered();
        let missing = case.answers.missing().count();
        prop_assert_eq!(given + missing, case.questionnaire.len());
        prop_assert_eq!(case.answers.complete().is_some(), missing == 0);
    }
}

proptest! {
    // Sixty scores of sixty items a case.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_largest_denominators_stay_exact(signs in "[0-4?]{60}") {
        let questionnaire = questionnaire(COPRIME);
        let answers = crate::made::answers(&questionnaire, &signs);
        check_lifts(&Case { questionnaire, answers })?;
    }
}

/// Response one step up, if there is one left; from a blind spot to level 1.
fn one_step_up(response: Response) -> Option<Response> {
    match response {
        Response::DontKnow => Some(Response::Level(level(1))),
        Response::Level(now) if now.number() < 4 => Some(Response::Level(level(now.number() + 1))),
        Response::Level(_) | Response::NotApplicable => None,
    }
}

fn check_lifts(case: &Case) -> Result<(), TestCaseError> {
    let scores_now = scores(case);
    for (position, response) in case.complete().iter().enumerate() {
        let after = one_step_up(response).map(|better| scores(&case.with(position, better)));
        let sum = scores_now.lifts[position]
            .map(|lift| scores_now.whole.expect("an item with a step left applies").assured.plus(lift));
        prop_assert_eq!(sum, after.map(|after| after.whole.expect("the item applies").assured));
    }
    Ok(())
}

#[test]
fn the_largest_questionnaires_reach_both_ends() {
    let one_item_a_dimension = vec![format!("9: {}", "9(9) ".repeat(20)); 3].join(" | ");
    let one_dimension = format!("9: 9({}) | 1: 1(1) | 8: 1(1)", "9 ".repeat(58));
    for notation in [COPRIME, &one_item_a_dimension, &one_dimension] {
        let questionnaire = questionnaire(notation);
        assert_eq!(questionnaire.len(), 60);
        for (sign, assured, possible) in [("0", 0, 0), ("2", 50, 50), ("4", 100, 100), ("?", 0, 100)] {
            let answers = complete(&questionnaire, &sign.repeat(60));
            let whole = score(&questionnaire, &answers).whole.unwrap();
            assert_eq!(whole.assured, Ratio::whole(assured), "{notation}, all {sign}");
            assert_eq!(whole.possible, Ratio::whole(possible), "{notation}, all {sign}");
        }
    }
}

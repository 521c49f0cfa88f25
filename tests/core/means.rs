//! The laws of the weighted means: order, scale of the weights, and what does not apply.

use boussole_core::answers::Response;
use boussole_core::questionnaire::{RawQuestionnaire, Weight};
use boussole_core::score::{Ratio, Score, score};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::{Case, finished, lightly_weighted};
use crate::made::{complete, points, questionnaire, weight_of};
use crate::score::scores;

fn draft(case: &Case) -> RawQuestionnaire {
    RawQuestionnaire::clone(&case.questionnaire)
}

/// Lift of each item, by id.
fn lifts_by_id(case: &Case) -> Vec<(String, Option<Ratio>)> {
    let ids = case.questionnaire.items().map(|item| item.id.to_string());
    let mut lifts: Vec<_> = ids.zip(scores(case).lifts).collect();
    lifts.sort_by(|a, b| a.0.cmp(&b.0));
    lifts
}

fn multiply(weight: &mut Weight, factor: u8) {
    *weight = weight_of(u8::from(*weight) * factor);
}

/// The draft with every item left out that was answered "not applicable", and every dimension that this
/// leaves empty.
fn without_what_does_not_apply(case: &Case) -> RawQuestionnaire {
    let mut draft = draft(case);
    let responses = case.complete();
    let mut applies = responses.iter().map(|response| response != Response::NotApplicable);
    for principle in &mut draft.principles {
        for dimension in &mut principle.dimensions {
            dimension.items.retain(|_| applies.next() == Some(true));
        }
        principle.dimensions.retain(|dimension| !dimension.items.is_empty());
    }
    draft
}

proptest! {
    #[test]
    fn the_order_of_items_and_dimensions_never_matters(case in finished(), keys in vec(any::<u8>(), 75)) {
        let mut keys = keys.into_iter();
        let mut next = || keys.next().expect("a key for each of 60 items and 15 dimensions");
        let mut shuffled = draft(&case);
        for principle in &mut shuffled.principles {
            for dimension in &mut principle.dimensions {
                dimension.items.sort_by_cached_key(|_| next());
            }
            principle.dimensions.sort_by_cached_key(|_| next());
        }
        let shuffled = case.moved_to(shuffled);
        prop_assert_eq!(scores(&shuffled).whole, scores(&case).whole);
        prop_assert_eq!(scores(&shuffled).principles, scores(&case).principles);
        prop_assert_eq!(lifts_by_id(&shuffled), lifts_by_id(&case));
    }

    #[test]
    fn multiplying_the_weights_of_all_siblings_changes_nothing(
        case in lightly_weighted(),
        factors in vec(1u8..=3, 19),
    ) {
        let mut factors = factors.into_iter();
        let mut next = || factors.next().expect("a factor for each of 19 groups of siblings");
        let mut scaled = draft(&case);
        let of_principles = next();
        for principle in &mut scaled.principles {
            multiply(&mut principle.weight, of_principles);
            let of_dimensions = next();
            for dimension in &mut principle.dimensions {
                multiply(&mut dimension.weight, of_dimensions);
                let of_items = next();
                dimension.items.iter_mut().for_each(|item| multiply(&mut item.weight, of_items));
            }
        }
        prop_assert_eq!(scores(&case.moved_to(scaled)), scores(&case));
    }

    #[test]
    fn an_item_that_does_not_apply_counts_as_if_it_were_not_there(case in finished()) {
        let fewer = without_what_does_not_apply(&case);
        prop_assume!(fewer.principles.iter().all(|principle| !principle.dimensions.is_empty()));
        let fewer = case.moved_to(fewer);
        prop_assert_eq!(scores(&fewer).whole, scores(&case).whole);
        prop_assert_eq!(scores(&fewer).principles, scores(&case).principles);
        let applicable: Vec<Score> = scores(&case).dimensions.into_iter().flatten().collect();
        prop_assert_eq!(scores(&fewer).dimensions.into_iter().flatten().collect::<Vec<_>>(), applicable);
    }

    #[test]
    fn the_whole_is_the_weighted_mean_of_the_principles_that_have_a_score(case in finished()) {
        let weights = case.questionnaire.principles.iter().map(|principle| principle.weight);
        let parts: Vec<(u32, Score)> = weights
            .zip(scores(&case).principles)
            .filter_map(|(weight, score)| Some((u32::from(u8::from(weight)), score?)))
            .collect();
        let sum: u32 = parts.iter().map(|(weight, _)| weight).sum();
        let total = |of: fn(&Score) -> Ratio| {
            parts.iter().fold(Ratio::ZERO, |total, (weight, part)| total.plus(of(part).times(*weight)))
        };
        let whole = scores(&case).whole;
        prop_assert_eq!(whole.is_some(), sum > 0);
        if let Some(whole) = whole {
            prop_assert_eq!(whole.assured.times(sum), total(|part| part.assured));
            prop_assert_eq!(whole.possible.times(sum), total(|part| part.possible));
        }
    }
}

/// The questionnaire of most tests, with every item allowed not to apply.
const ALL_MAY_NOT_APPLY: &str = "1: 1(1- 1-) 2(1-) | 1: 1(1- 2-) | 2: 1(1-) 3(1-)";

/// The assured points of the three principles and of the whole; a hyphen where there is no score.
fn check(signs: &str, expected: [&str; 4]) {
    let questionnaire = questionnaire(ALL_MAY_NOT_APPLY);
    let scores = score(&questionnaire, &complete(&questionnaire, signs));
    let parts = [&scores.principles[..], &[scores.whole]].concat();
    let assured: Vec<Option<Ratio>> = parts.iter().map(|part| part.map(|part| part.assured)).collect();
    assert_eq!(assured, expected.map(|text| (text != "-").then(|| points(text))), "{signs}");
}

#[test]
fn a_part_without_an_applicable_item_leaves_the_mean_above_it() {
    // An item, a dimension, a principle, two principles, all.
    check("4-0 00 00", ["100/3", "0", "0", "100/12"]);
    check("--2 00 00", ["50", "0", "0", "50/4"]);
    check("444 -- 00", ["100", "-", "0", "100/3"]);
    check("--- -- 04", ["-", "-", "75", "75"]);
    check("--- -- --", ["-", "-", "-", "-"]);
}

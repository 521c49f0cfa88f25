//! The laws of comparing two results.

use boussole_core::answers::Answers;
use boussole_core::history::{Comparison, ItemChange, Turn, compare};
use boussole_core::link::Content;
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire};
use boussole_core::score::{Range, ScoreSummary, score};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::{Case, finished, unfinished};
use crate::carry::form;
use crate::made::{SMALL, answers, draft, id, questionnaire, response, sign, valid};

/// Changes from one set of answers to another.
fn compared(from: &Case, to: &Case) -> Comparison {
    let (before, after) = (Content::Answers(from.answers.clone()), Content::Answers(to.answers.clone()));
    compare((&from.questionnaire, &before), (&to.questionnaire, &after)).expect("it is one questionnaire")
}

/// The case with other answers, as far as the signs fit.
fn answered_again(case: &Case, signs: &str) -> Case {
    let again = |case: Case, (position, sign): (usize, char)| match response(sign) {
        Some(response) => case.with(position, response),
        None => case,
    };
    signs.chars().take(case.questionnaire.len()).enumerate().fold(case.clone(), again)
}

fn ranges(summary: &Option<ScoreSummary>) -> Vec<Option<Range>> {
    summary.iter().flat_map(|summary| [&[summary.whole], &summary.principles[..]].concat()).collect()
}

/// A change the other way round.
fn back(turn: Turn) -> Turn {
    match turn {
        Turn::Rose => Turn::Fell,
        Turn::Fell => Turn::Rose,
        Turn::FoundOut => Turn::LostSight,
        Turn::LostSight => Turn::FoundOut,
        Turn::Applies => Turn::NoLongerApplies,
        Turn::NoLongerApplies => Turn::Applies,
    }
}

/// The questionnaire in a later version, in which answers to some items mean something else.
fn later(questionnaire: &Questionnaire, changed: &[bool]) -> Questionnaire {
    let mut draft = RawQuestionnaire {
        version: questionnaire.version.saturating_add(1),
        ..RawQuestionnaire::clone(questionnaire)
    };
    let version = draft.version;
    let dimensions = draft.principles.iter_mut().flat_map(|principle| &mut principle.dimensions);
    let items = dimensions.flat_map(|dimension| &mut dimension.items);
    for (item, changed) in items.zip(changed.iter().cycle()) {
        item.since = if *changed { version } else { 1 };
    }
    valid(draft)
}

proptest! {
    #[test]
    fn a_result_compared_with_itself_has_not_changed(case in unfinished()) {
        let same = compared(&case, &case);
        prop_assert!(same.like_for_like && same.items.is_empty());
        prop_assert_eq!(&same.before, &same.after);
        prop_assert!(same.dimensions.iter().all(|dimension| dimension.before == dimension.after));
        prop_assert_eq!(same.shared, case.answers.answered());
    }

    #[test]
    fn what_rose_has_fallen_the_other_way_round(case in unfinished(), signs in "[0-4?.-]{60}") {
        let again = answered_again(&case, &signs);
        let (there, back_again) = (compared(&case, &again), compared(&again, &case));
        let swapped: Vec<ItemChange> = back_again
            .items
            .iter()
            .map(|change| ItemChange { before: change.after, after: change.before, ..*change })
            .collect();
        prop_assert_eq!(&there.items, &swapped);
        for (change, other) in there.items.iter().zip(&back_again.items) {
            prop_assert_eq!(change.turn().map(back), other.turn());
        }
        prop_assert_eq!((&there.before, &there.after), (&back_again.after, &back_again.before));
        prop_assert_eq!(there.dimensions.len(), back_again.dimensions.len());
        for (one, other) in there.dimensions.iter().zip(&back_again.dimensions) {
            prop_assert_eq!((one.dimension, one.before, one.after), (other.dimension, other.after, other.before));
        }
    }

    #[test]
    fn the_items_that_changed_are_all_that_were_answered_otherwise(case in finished(), signs in "[0-4?.-]{60}") {
        let again = answered_again(&case, &signs);
        let changes = compared(&case, &again).items;
        let mut changes = changes.iter();
        for item in 0..case.questionnaire.len() {
            let (before, after) = (case.answers.get(item).unwrap(), again.answers.get(item).unwrap());
            if before != after {
                prop_assert_eq!(changes.next(), Some(&ItemChange { item, before, after }));
            }
        }
        prop_assert_eq!(changes.next(), None);
    }

    #[test]
    fn of_one_form_and_version_each_part_is_compared_as_it_was_shown(case in finished(), signs in "[0-4?.-]{60}") {
        let again = answered_again(&case, &signs);
        let found = compared(&case, &again);
        let (before, after) = (score(&case.questionnaire, &case.complete()), score(&again.questionnaire, &again.complete()));
        prop_assert_eq!(ranges(&found.before), ranges(&Some(ScoreSummary::from(&before))));
        prop_assert_eq!(ranges(&found.after), ranges(&Some(ScoreSummary::from(&after))));
        let mut dimensions = found.dimensions.iter();
        for (position, scores) in before.dimensions.into_iter().zip(after.dimensions).enumerate() {
            if let (Some(before), Some(after)) = scores {
                let found = dimensions.next().expect("both have the dimension");
                let expected = (position, Range::from(before), Range::from(after));
                prop_assert_eq!((found.dimension, found.before, found.after), expected);
            }
        }
        prop_assert_eq!(dimensions.next(), None);
    }

    #[test]
    fn what_means_something_else_in_a_later_version_is_not_compared(
        case in finished(), signs in "[0-4?-]{60}", changed in vec(any::<bool>(), 1..9),
    ) {
        prop_assume!(case.questionnaire.version < u8::MAX);
        let questionnaire = later(&case.questionnaire, &changed);
        let again = answered_again(&case.moved_to(RawQuestionnaire::clone(&questionnaire)), &signs);
        let expected = case.answers.carried(&case.questionnaire, &questionnaire);
        for (from, to) in [(&case, &again), (&again, &case)] {
            let found = compared(from, to);
            prop_assert!(!found.like_for_like);
            prop_assert_eq!(found.shared, expected.answered());
            let shared: usize = found.dimensions.iter().map(|dimension| dimension.shared).sum();
            prop_assert!(shared <= found.shared);
            for change in found.items {
                prop_assert!(expected.get(change.item).is_some());
            }
        }
    }

    #[test]
    fn a_longer_form_changes_nothing_of_what_both_ask(case in finished(), keep in vec(any::<bool>(), 1..9)) {
        let Some(part) = form(&case.questionnaire, &keep) else { return Ok(()) };
        let short = Case { answers: case.answers.carried(&case.questionnaire, &part), questionnaire: part };
        for (from, to) in [(&short, &case), (&case, &short)] {
            let found = compared(from, to);
            prop_assert!(!found.like_for_like && found.items.is_empty());
            prop_assert_eq!(found.shared, short.questionnaire.len());
            prop_assert!(found.dimensions.iter().all(|dimension| dimension.before == dimension.after));
        }
    }

    #[test]
    fn of_scores_alone_only_the_standings_compare(case in finished(), signs in "[0-4?.-]{60}") {
        let again = answered_again(&case, &signs);
        let scores = |case: &Case| Content::Scores(ScoreSummary::from(&score(&case.questionnaire, &case.complete())));
        let questionnaire = &case.questionnaire;
        let found = compare((questionnaire, &scores(&case)), (questionnaire, &Content::Answers(again.answers.clone())))
            .expect("it is one questionnaire");
        let full = compared(&case, &again);
        prop_assert_eq!((&found.before, &found.after), (&full.before, &full.after));
        prop_assert_eq!((found.items, found.dimensions, found.shared), (vec![], vec![], 0));
    }
}

#[test]
fn a_change_has_a_turn() {
    let turns = [
        ("01", Some(Turn::Rose)),
        ("31", Some(Turn::Fell)),
        ("?0", Some(Turn::FoundOut)),
        ("4?", Some(Turn::LostSight)),
        ("-0", Some(Turn::Applies)),
        ("-?", Some(Turn::Applies)),
        ("2-", Some(Turn::NoLongerApplies)),
        ("?-", Some(Turn::NoLongerApplies)),
        ("22", None),
        ("??", None),
        ("--", None),
    ];
    for (signs, turn) in turns {
        let mut responses = signs.chars().filter_map(response);
        let (before, after) = (responses.next().unwrap(), responses.next().unwrap());
        assert_eq!(ItemChange { item: 0, before, after }.turn(), turn, "{signs}");
    }
}

#[test]
fn a_dimension_is_compared_by_what_stands_in_it_in_both_versions() {
    let before = questionnaire("1: 1(1 3) 1(1) | 1: 1(1) | 1: 1(1)");
    // The second item moves to the second dimension; the third one weighs more there than it did.
    let mut draft = draft("1: 1(1) 1(1 2) | 1: 1(1) | 1: 1(1)");
    draft.version = 2;
    let after = valid(draft);
    let (from, to) = (answers(&before, "111 1 1"), answers(&after, "223 1 1"));
    let found = compare((&before, &Content::Answers(from)), (&after, &Content::Answers(to))).unwrap();
    let told: Vec<_> = found
        .dimensions
        .iter()
        .map(|one| (one.dimension, one.before.assured(), one.after.assured(), one.shared))
        .collect();
    assert_eq!(told, [(0, 25, 50, 1), (1, 25, 75, 1), (2, 25, 25, 1), (3, 25, 25, 1)]);
    let items: String = found
        .items
        .iter()
        .map(|one| format!("{}{}{} ", one.item, sign(Some(one.before)), sign(Some(one.after))))
        .collect();
    assert_eq!((items.as_str(), found.shared), ("012 112 213 ", 5));
}

#[test]
fn two_questionnaires_do_not_compare() {
    let (one, other) = (questionnaire(SMALL), valid(RawQuestionnaire { id: id("other"), ..draft(SMALL) }));
    let none = |questionnaire| Content::Answers(Answers::none(questionnaire));
    assert_eq!(compare((&one, &none(&one)), (&other, &none(&other))), None);
}

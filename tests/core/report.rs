//! The laws of a report: what is named first, and what to do about it.

use boussole_core::answers::Response;
use boussole_core::questionnaire::{
    Bound, Condition, PrincipleId, Profile, ProfileScope, RawQuestionnaire, Role,
};
use boussole_core::report::{NextStep, Report, next_step};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::{Case, finished};
use crate::made::{SMALL, complete, draft, item_of, questionnaire, response, signs, valid};

fn report(case: &Case) -> Report {
    Report::new(&case.questionnaire, &case.complete())
}

proptest! {
    #[test]
    fn priorities_come_by_lift_then_blind_spots_then_lower_levels_then_order(case in finished()) {
        let report = report(&case);
        let key = |position: usize| {
            let response = case.answers.get(position).expect("the case is finished");
            let level = match response {
                Response::Level(level) => Some(level),
                Response::DontKnow | Response::NotApplicable => None,
            };
            (std::cmp::Reverse(report.scores.lifts[position]), level, position)
        };
        let has_lift = |position: &usize| report.scores.lifts[*position].is_some();
        let mut expected: Vec<usize> = (0..case.questionnaire.len()).filter(has_lift).collect();
        expected.sort_by_key(|position| key(*position));
        prop_assert_eq!(report.priorities, expected);
    }

    #[test]
    fn priorities_are_the_items_with_a_next_step(case in finished()) {
        let mut priorities = report(&case).priorities;
        priorities.sort_unstable();
        let with_step: Vec<usize> = case
            .questionnaire
            .items()
            .zip(case.complete().iter())
            .enumerate()
            .filter(|(_, (item, response))| next_step(item, *response).is_some())
            .map(|(position, _)| position)
            .collect();
        prop_assert_eq!(priorities, with_step);
    }

    #[test]
    fn strengths_are_the_three_best_of_levels_three_and_four(case in finished()) {
        let at_level = |sign: char| {
            let answers = &case.answers;
            (0..case.questionnaire.len()).filter(move |position| answers.get(*position) == response(sign))
        };
        let expected: Vec<usize> = at_level('4').chain(at_level('3')).take(3).collect();
        prop_assert_eq!(report(&case).strengths, expected);
    }

    #[test]
    fn blind_spots_are_the_items_nobody_knows(case in finished()) {
        let report = report(&case);
        for position in 0..case.questionnaire.len() {
            let blind = case.answers.get(position) == Some(Response::DontKnow);
            prop_assert_eq!(report.blind_spots.contains(&position), blind);
        }
        prop_assert!(report.blind_spots.is_sorted());
        let known = report.scores.whole.map_or(0, |whole| whole.applicable - whole.known);
        prop_assert_eq!(report.blind_spots.len(), known);
    }

    #[test]
    fn every_item_stands_at_a_level_or_is_blind_or_does_not_apply(case in finished()) {
        let report = report(&case);
        let count = |sign: char| signs(&case.answers).matches(sign).count();
        prop_assert_eq!(report.spread, ['0', '1', '2', '3', '4'].map(count));
        prop_assert_eq!((report.blind_spots.len(), report.not_applicable), (count('?'), count('-')));
    }
}

/// Conditions that fit any questionnaire: on a principle, the first dimension and the first item.
fn condition() -> impl Strategy<Value = Condition> {
    let part = prop_oneof![
        (0usize..3).prop_map(|index| ProfileScope::Principle(PrincipleId::ALL[index])),
        Just(ProfileScope::Dimension(0)),
        Just(ProfileScope::Item(0)),
    ];
    let bound = prop_oneof![(0u8..=100).prop_map(Bound::AtLeast), (0u8..=100).prop_map(Bound::AtMost)];
    (part, bound).prop_map(|(part, bound)| Condition { part, bound })
}

proptest! {
    #[test]
    fn a_profile_that_holds_still_holds_whatever_the_blind_spots_turn_out_to_be(
        case in finished(), when in vec(condition(), 1..3), found in vec("[0-4]", 1..5),
    ) {
        let profile = Profile { text: String::new(), when };
        let draft = RawQuestionnaire { profiles: vec![profile], ..RawQuestionnaire::clone(&case.questionnaire) };
        let before = case.moved_to(draft);
        let mut after = before.clone();
        for (position, sign) in report(&before).blind_spots.into_iter().zip(found.iter().cycle()) {
            after = after.with(position, response(sign.chars().next().unwrap()).unwrap());
        }
        if report(&before).profiles == [0] {
            prop_assert_eq!(report(&after).profiles, [0]);
        }
    }
}

/// Whether a condition on the made answers holds.
fn holds(signs: &str, part: ProfileScope, bound: Bound) -> bool {
    let profile = Profile { text: String::new(), when: vec![Condition { part, bound }] };
    let questionnaire = valid(RawQuestionnaire { profiles: vec![profile], ..draft(SMALL) });
    !Report::new(&questionnaire, &complete(&questionnaire, signs)).profiles.is_empty()
}

#[test]
fn bounds_are_on_exact_points_themselves_included() {
    let (choose, first) = (ProfileScope::Principle(PrincipleId::Choose), ProfileScope::Dimension(0));
    // The first dimension has two items of equal weight: 25 and 50 points make 37.5.
    assert!(holds("120 00 00", first, Bound::AtLeast(37)));
    assert!(!holds("120 00 00", first, Bound::AtLeast(38)));
    assert!(holds("120 00 00", first, Bound::AtMost(38)));
    assert!(!holds("120 00 00", first, Bound::AtMost(37)));
    assert!(holds("222 00 00", choose, Bound::AtLeast(50)) && holds("222 00 00", choose, Bound::AtMost(50)));
    assert!(holds("120 00 00", ProfileScope::Item(1), Bound::AtLeast(50)));
    // A blind spot may be anything, and what does not apply is nothing.
    assert!(
        !holds("1?0 00 00", ProfileScope::Item(1), Bound::AtMost(99))
            && holds("1?0 00 00", ProfileScope::Item(1), Bound::AtMost(100))
    );
    assert!(
        !holds("1?0 00 00", ProfileScope::Item(1), Bound::AtLeast(1))
            && holds("1?0 00 00", ProfileScope::Item(1), Bound::AtLeast(0))
    );
    assert!(
        !holds("120 0- 00", ProfileScope::Item(4), Bound::AtLeast(0))
            && !holds("120 0- 00", ProfileScope::Item(4), Bound::AtMost(100))
    );
}

/// The positions of the report on the made answers.
fn check(signs: &str, priorities: &[usize], strengths: &[usize], blind_spots: &[usize]) {
    let questionnaire = questionnaire(SMALL);
    let report = Report::new(&questionnaire, &complete(&questionnaire, signs));
    let found = (&report.priorities[..], &report.strengths[..], &report.blind_spots[..]);
    assert_eq!(found, (priorities, strengths, blind_spots), "{signs}");
}

#[test]
fn a_report_names_positions_in_their_order() {
    // In twenty-fourths of 25 points, one step up on the seven items lifts the whole by 1, 1, 4, 2, 4, 3
    // and 9: the item's share of its dimension, times that of the principle, times that of the whole.
    check("000 00 00", &[6, 2, 4, 5, 3, 0, 1], &[], &[]);
    check("444 44 44", &[], &[0, 1, 2], &[]);
    check("343 43 34", &[2, 4, 5, 0], &[1, 3, 6], &[]);
    check("0?0 00 00", &[6, 2, 4, 5, 3, 1, 0], &[], &[1]);
    // Items that do not apply leave their share to their neighbours.
    check("1?0 3- ?-", &[5, 3, 2, 1, 0], &[3], &[1, 5]);
}

#[test]
fn a_next_step_is_to_ask_or_to_climb_to_the_level_above() {
    let item = item_of(1, true);
    let told = |sign: char| match next_step(&item, response(sign).expect("a response")) {
        None => "nothing".to_owned(),
        Some(NextStep::FindOut(Role::Legal)) => "ask".to_owned(),
        Some(NextStep::FindOut(_)) => "ask somebody else".to_owned(),
        Some(NextStep::Take(step)) => step.text.clone(),
    };
    for (sign, expected) in [
        ('0', "from 0 to 1"),
        ('1', "from 1 to 2"),
        ('2', "from 2 to 3"),
        ('3', "from 3 to 4"),
        ('4', "nothing"),
        ('?', "ask"),
        ('-', "nothing"),
    ] {
        assert_eq!(told(sign), expected, "{sign}");
    }
}

//! The laws of an action plan, and of the text that keeps it.

use std::collections::BTreeSet;

use boussole_core::answers::Answers;
use boussole_core::link::{Day, ResultId};
use boussole_core::plan::{Action, Direction, PROPOSED, Plan, Quarter, Revision};
use boussole_core::questionnaire::{Effort, Questionnaire, RawQuestionnaire, Role, Word};
use boussole_core::report::Report;
use boussole_core::score::score;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::arbitrary::{Case, finished};
use crate::carry::form;
use crate::made::{SMALL, answers, draft, questionnaire, valid};

const TODAY: Day = Day(100);
const RESULT_ID: ResultId = ResultId([1, 2, 3]);

fn report(case: &Case) -> Report {
    Report::new(&case.questionnaire, &case.complete())
}

fn proposed(case: &Case) -> Plan {
    Plan::proposed(&case.questionnaire, &case.complete(), &report(case), TODAY)
}

fn decode(case: &Case, result_id: ResultId, text: &str) -> Option<Plan> {
    Plan::decode(&case.questionnaire, &case.complete(), &report(case), TODAY, result_id, text)
}

fn items(actions: &[Action]) -> Vec<usize> {
    actions.iter().map(|action| action.item).collect()
}

fn all_items(plan: &Plan) -> Vec<usize> {
    let mut all = [items(plan.chosen()), items(plan.others())].concat();
    all.sort_unstable();
    all
}

fn action(plan: &Plan, item: usize) -> Option<Action> {
    plan.chosen().iter().chain(plan.others()).find(|action| action.item == item).copied()
}

/// Change of a plan by a reader.
#[derive(Clone, Copy, Debug)]
enum Move {
    Keep,
    Drop,
    Own(Role),
    Due(Quarter),
    Shift(Direction),
}

impl Move {
    fn made(self, plan: Plan, item: usize) -> Plan {
        match self {
            Self::Keep => plan.keeping(item),
            Self::Drop => plan.dropping(item),
            Self::Own(role) => plan.owned(item, role),
            Self::Due(quarter) => plan.due(item, quarter),
            Self::Shift(direction) => plan.moved(item, direction),
        }
    }
}

fn direction() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::Earlier), Just(Direction::Later)]
}

fn quarter() -> impl Strategy<Value = Quarter> {
    (0..=Quarter::LAST.number()).prop_map(|number| Quarter::from_number(number).expect("it is there"))
}

fn role() -> impl Strategy<Value = Role> {
    (0u8..7).prop_map(|number| Role::from_number(number).expect("there are seven roles"))
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        Just(Move::Keep),
        Just(Move::Drop),
        role().prop_map(Move::Own),
        quarter().prop_map(Move::Due),
        direction().prop_map(Move::Shift),
    ]
}

/// Any finished case with any plan for it.
fn planned() -> impl Strategy<Value = (Case, Plan)> {
    (finished(), vec((any_move(), any::<Index>()), 0..20)).prop_map(|(case, moves)| {
        let plan = moves
            .into_iter()
            .fold(proposed(&case), |plan, (made, at)| made.made(plan, at.index(case.questionnaire.len())));
        (case, plan)
    })
}

proptest! {
    #[test]
    fn a_plan_proposes_every_priority_in_order_and_keeps_the_first_six(case in finished()) {
        let (plan, priorities) = (proposed(&case), report(&case).priorities);
        let (kept, others) = priorities.split_at(PROPOSED.min(priorities.len()));
        prop_assert_eq!((items(plan.chosen()), items(plan.others())), (kept.to_vec(), others.to_vec()));
    }

    #[test]
    fn whatever_is_done_to_a_plan_it_has_each_priority_once((case, plan) in planned()) {
        let mut priorities = report(&case).priorities;
        priorities.sort_unstable();
        prop_assert_eq!(all_items(&plan), priorities);
    }

    #[test]
    fn what_is_kept_comes_last_and_what_is_dropped_first((case, plan) in planned(), at: Index) {
        let item = at.index(case.questionnaire.len());
        let (kept, dropped) = (plan.clone().keeping(item), plan.clone().dropping(item));
        if items(plan.others()).contains(&item) {
            prop_assert_eq!(kept.chosen().last().copied(), action(&plan, item));
            prop_assert_eq!(dropped, plan.clone());
            // And back again.
            let place = items(plan.others()).iter().position(|other| *other == item);
            if place == Some(0) {
                prop_assert_eq!(kept.dropping(item), plan);
            }
        } else {
            prop_assert_eq!(&kept, &plan);
            prop_assert_eq!(dropped.others().first().copied().filter(|_| dropped != plan), action(&plan, item));
        }
    }

    #[test]
    fn a_move_swaps_two_neighbours_and_the_way_back_undoes_it((case, plan) in planned(), at: Index, to in direction()) {
        let item = at.index(case.questionnaire.len());
        let moved = plan.clone().moved(item, to);
        prop_assert_eq!(items(moved.others()), items(plan.others()));
        let place = items(plan.chosen()).iter().position(|kept| *kept == item);
        let other = place.and_then(|place| match to {
            Direction::Earlier => place.checked_sub(1),
            Direction::Later => (place + 1 < plan.chosen().len()).then_some(place + 1),
        });
        let mut expected = plan.chosen().to_vec();
        if let (Some(place), Some(other)) = (place, other) {
            expected.swap(place, other);
            let back = if to == Direction::Earlier { Direction::Later } else { Direction::Earlier };
            prop_assert_eq!(moved.clone().moved(item, back), plan);
        }
        prop_assert_eq!(moved.chosen(), expected);
    }

    #[test]
    fn an_owner_or_a_quarter_is_changed_where_it_is_meant_and_nowhere_else(
        (case, plan) in planned(), at: Index, owner in role(), due in quarter(),
    ) {
        let item = at.index(case.questionnaire.len());
        let changed = plan.clone().owned(item, owner).due(item, due);
        prop_assert_eq!(items(changed.chosen()), items(plan.chosen()));
        for other in 0..case.questionnaire.len() {
            let before = action(&plan, other);
            let expected = before.map(|before| if other == item { Action { item, owner, due } } else { before });
            prop_assert_eq!(action(&changed, other), expected);
        }
    }

    #[test]
    fn a_plan_brings_what_its_steps_lift((case, plan) in planned()) {
        let now = report(&case).scores;
        let after = score(&case.questionnaire, &plan.carried_out(&case.questionnaire, &case.complete()));
        let lifts = plan.chosen().iter().filter_map(|action| now.lifts[action.item]);
        let expected = now.whole.map(|whole| lifts.fold(whole.assured, |sum, lift| sum.plus(lift)));
        prop_assert_eq!(after.whole.map(|whole| whole.assured), expected);
    }

    #[test]
    fn a_plan_is_kept_as_it_is((case, plan) in planned(), result_id: [u8; 3]) {
        let text = plan.encode(&case.questionnaire, ResultId(result_id));
        prop_assert_eq!(decode(&case, ResultId(result_id), &text), Some(plan));
    }

    #[test]
    fn a_plan_belongs_to_one_result_of_one_questionnaire((case, plan) in planned(), other: [u8; 3]) {
        let text = plan.encode(&case.questionnaire, RESULT_ID);
        prop_assert_eq!(decode(&case, ResultId(other), &text).is_some(), ResultId(other) == RESULT_ID);
        let elsewhere = case.moved_to(RawQuestionnaire { id: crate::made::id("other"), ..RawQuestionnaire::clone(&case.questionnaire) });
        prop_assert_eq!(decode(&elsewhere, RESULT_ID, &text), None);
    }

    #[test]
    fn a_damaged_text_is_no_plan_or_one_of_these_answers(
        (case, plan) in planned(), at: Index, with in "(?s).{0,3}", length in 0usize..9,
    ) {
        let text: Vec<char> = plan.encode(&case.questionnaire, RESULT_ID).chars().collect();
        let (start, mut end) = (at.index(text.len()), text.len());
        end = end.min(start + length);
        let damaged: String =
            text[..start].iter().copied().chain(with.chars()).chain(text[end..].iter().copied()).collect();
        if let Some(found) = decode(&case, RESULT_ID, &damaged) {
            prop_assert_eq!(all_items(&found), all_items(&plan));
        }
    }

    #[test]
    fn no_text_makes_reading_a_plan_panic(case in finished(), text in "(?s)(plan1 made 66051)?.{0,80}") {
        let found = decode(&case, RESULT_ID, &text);
        prop_assert!(text.starts_with("plan1 made 66051") || found.is_none());
    }

    #[test]
    fn a_plan_outlives_a_longer_form((case, _) in planned(), keep in vec(any::<bool>(), 1..9), at: Index, due in quarter()) {
        let Some(part) = form(&case.questionnaire, &keep) else { return Ok(()) };
        let express = Case { answers: case.answers.carried(&case.questionnaire, &part), questionnaire: part };
        let at = at.index(express.questionnaire.len());
        let before = proposed(&express).due(at, due).moved(at, Direction::Earlier);
        let after = decode(&case, RESULT_ID, &before.encode(&express.questionnaire, RESULT_ID)).expect("it is the same plan");

        let id = |questionnaire: &Questionnaire, action: &Action| {
            (questionnaire.item(action.item).expect("it is there").id.clone(), action.owner, action.due)
        };
        let kept = |case: &Case, plan: &Plan| -> Vec<_> {
            plan.chosen().iter().map(|action| id(&case.questionnaire, action)).collect()
        };
        prop_assert_eq!(kept(&case, &after), kept(&express, &before));
        prop_assert_eq!(all_items(&after), all_items(&proposed(&case)));
    }

    #[test]
    fn a_step_that_is_taken_leaves_the_plan((case, plan) in planned(), at: Index) {
        let item = at.index(case.questionnaire.len());
        let done = case.with(item, crate::made::response('4').expect("a response"));
        let text = plan.encode(&case.questionnaire, RESULT_ID);
        let after = decode(&done, RESULT_ID, &text).expect("it is the same plan");
        let rest = |actions: &[Action]| -> Vec<Action> {
            actions.iter().filter(|action| action.item != item).copied().collect()
        };
        prop_assert_eq!((after.chosen(), after.others()), (&rest(plan.chosen())[..], &rest(plan.others())[..]));
    }
}

proptest! {
    #[test]
    fn a_calendar_is_told_of_each_step_that_it_had((case, plan) in planned(), days in vec(any::<u16>(), 1..5), changes in vec((any::<Index>(), any::<bool>()), 0..6)) {
        let mut plan = plan;
        let (mut had, mut last) = (BTreeSet::new(), None::<Revision>);
        let mut changes = changes.into_iter();
        for day in days {
            let revision = plan.next_revision(Day(day));
            // Newer than the last file, whatever the clock of the machine says.
            if let Some(last) = last {
                prop_assert!(revision.number > last.number && revision.day >= last.day);
            }
            prop_assert!(revision.day >= Day(day));
            last = Some(revision);
            let chosen: BTreeSet<usize> = plan.chosen().iter().map(|action| action.item).collect();
            had.extend(chosen.iter().copied());
            let cancelled: BTreeSet<usize> =
                plan.cancelled(&case.questionnaire, Day(day)).iter().map(|action| action.item).collect();
            plan = plan.with_calendar_file(Day(day));
            prop_assert_eq!(&cancelled, &(&had - &chosen));
            prop_assert!(cancelled.is_disjoint(&chosen));
            let text = plan.encode(&case.questionnaire, RESULT_ID);
            prop_assert_eq!(decode(&case, RESULT_ID, &text), Some(plan.clone()));
            if let Some((at, keeps)) = changes.next() {
                let item = at.index(case.questionnaire.len());
                plan = if keeps { plan.keeping(item) } else { plan.dropping(item) };
            }
        }
    }

    #[test]
    fn a_step_that_is_taken_is_cancelled_in_calendars((case, plan) in planned(), at: Index) {
        let item = at.index(case.questionnaire.len());
        let text = plan.keeping(item).with_calendar_file(TODAY).encode(&case.questionnaire, RESULT_ID);
        let done = case.with(item, crate::made::response('4').expect("a response"));
        let after = decode(&done, RESULT_ID, &text).expect("it is the same plan");
        let chosen = after.chosen().iter().any(|action| action.item == item);
        let cancelled = after.cancelled(&done.questionnaire, TODAY).iter().any(|action| action.item == item);
        prop_assert!(!chosen);
        let word = format!("~{}", done.questionnaire.item(item).expect("an item").id);
        prop_assert_eq!(cancelled, text.split(' ').any(|one| one == word));
    }
}

#[test]
fn calendar_files_are_a_few_words_of_the_text() {
    let plan = proposed(&small("4?4 44 04")).dropping(1).with_calendar_file(TODAY);
    let again = plan.dropping(5).keeping(1).with_calendar_file(Day(TODAY.0 + 1));
    let text = again.encode(&questionnaire(SMALL), RESULT_ID);
    let words = format!(" #2:{} ~item-5 ~item-1", TODAY.0 + 1);
    assert_eq!(text, format!("plan1 made 66051 +item-1:3:2 -item-5:1:2{words}"));
    for (words, number) in
        [("#2", 0), ("#x:1", 0), ("#70000:1", 0), ("#7:1:1", 0), ("#7:1 ~item-1 ~item-99 ~", 7)]
    {
        let text = format!("plan1 made 66051 {words}");
        let plan = decode(&small("4?4 44 04"), RESULT_ID, &text).expect("it is a plan");
        assert_eq!(plan.next_revision(TODAY).number, number, "{words}");
    }
}

/// The small questionnaire with these answers.
fn small(signs: &str) -> Case {
    let questionnaire = questionnaire(SMALL);
    Case { answers: answers(&questionnaire, signs), questionnaire }
}

#[test]
fn a_plan_proposes_who_usually_leads_a_step_and_a_quarter_by_its_effort() {
    let mut made = draft("1: 1(4 3 2 1) | 1: 1(1) | 1: 1(1)");
    let steps = made.principles[0].dimensions[0].items.iter_mut().map(|item| &mut item.steps[0]);
    for (step, effort) in steps.zip([Effort::Meeting, Effort::Weeks, Effort::Quarter]) {
        step.effort = effort;
        step.owner = Role::Procurement;
    }
    let questionnaire = valid(made);
    let case = Case { answers: answers(&questionnaire, "000? 4 4"), questionnaire };
    let told = |action: &Action| (action.item, action.owner, action.due.year(), action.due.of_year());
    let kept: Vec<_> = proposed(&case).chosen().iter().map(told).collect();
    // Today lies in the second quarter of 2026.
    assert_eq!(
        kept,
        [
            (0, Role::Procurement, 2026, 3),
            (1, Role::Procurement, 2026, 3),
            (2, Role::Procurement, 2026, 4),
            (3, Role::Legal, 2026, 3),
        ]
    );
}

#[test]
fn a_plan_is_a_short_text() {
    let plan = proposed(&small("4?4 44 04")).dropping(1);
    let text = plan.encode(&questionnaire(SMALL), RESULT_ID);
    assert_eq!(text, "plan1 made 66051 +item-5:1:2 -item-1:3:2");
}

#[test]
fn what_cannot_be_read_in_a_plan_is_proposed_again() {
    let case = small("4?4 44 04");
    for (text, kept, others) in [
        ("plan1 made 66051", &[][..], &[5, 1][..]),
        ("plan1 made 66051 +item-1:3:2", &[1], &[5]),
        ("plan1 made 66051 +item-1:3:2 +item-1:3:2 -item-1:3:2", &[1], &[5]),
        ("plan1 made 66051 +item-1:9:2 +item-5:3:999", &[], &[5, 1]),
        ("plan1 made 66051 +item-1 +item-5:3 *item-5:3:2", &[], &[5, 1]),
        ("plan1 made 66051 +item-1:3:2:1 + :: -", &[], &[5, 1]),
        ("plan1 made 66051 +item-0:3:2 +item-99:3:2 -item-1:0:0", &[], &[1, 5]),
    ] {
        let plan = decode(&case, RESULT_ID, text).expect("it is a plan");
        assert_eq!((&items(plan.chosen())[..], &items(plan.others())[..]), (kept, others), "{text}");
    }
    for text in
        ["", "plan1", "plan2 made 66051", "plan1 made 6605", "plan1 made 660511", "plan1 made 66051\n"]
    {
        assert_eq!(decode(&case, RESULT_ID, text), None, "{text}");
    }
}

#[test]
fn nothing_is_planned_where_nothing_is_left_to_do() {
    let case = small("444 4- 44");
    assert_eq!(proposed(&case), Plan::default());
    assert_eq!(
        Answers::complete(&case.answers),
        Some(Plan::default().carried_out(&case.questionnaire, &case.complete()))
    );
}

#[test]
fn items_of_a_calendar_file_that_was_never_made_are_left_out() {
    let case = small("4?4 44 04");
    let plan = decode(&case, RESULT_ID, "plan1 made 66051 +item-1:3:2 ~item-5").expect("it is a plan");
    let written = plan.encode(&case.questionnaire, RESULT_ID);
    assert!(!written.contains('~'), "{written}");
    assert_eq!(decode(&case, RESULT_ID, &written), Some(plan));
}

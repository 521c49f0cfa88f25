//! The laws of answers that go along to another form or a later version.

use boussole_core::answers::Answers;
use boussole_core::questionnaire::{Dimension, Principle, Questionnaire, RawQuestionnaire};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::unfinished;
use crate::made::{SMALL, answers, draft, id, questionnaire, response, signs, valid};

/// The questionnaire with the items of some positions only, or `None` if a principle would be left empty.
pub fn form(questionnaire: &Questionnaire, keep: &[bool]) -> Option<Questionnaire> {
    let mut draft = RawQuestionnaire { form: id("part"), ..RawQuestionnaire::clone(questionnaire) };
    let mut kept = keep.iter().copied().cycle();
    let dimensions = |principle: &mut Principle| {
        let mut items = |dimension: &mut Dimension| {
            dimension.items.retain(|_| kept.next().unwrap_or(true));
            !dimension.items.is_empty()
        };
        principle.dimensions.retain_mut(&mut items);
    };
    draft.principles.iter_mut().for_each(dimensions);
    Questionnaire::try_from(draft).ok()
}

proptest! {
    #[test]
    fn nothing_changes_on_the_way_to_the_same_questionnaire(case in unfinished()) {
        let carried = case.answers.carried(&case.questionnaire, &case.questionnaire);
        prop_assert_eq!(carried, case.answers);
    }

    #[test]
    fn what_a_form_asks_goes_along_and_the_rest_is_not_lost(case in unfinished(), keep in vec(any::<bool>(), 1..9)) {
        let Some(part) = form(&case.questionnaire, &keep) else { return Ok(()) };
        let there = case.answers.carried(&case.questionnaire, &part);
        for (item, response) in part.items().zip(there.iter()) {
            let position = case.questionnaire.items().position(|known| known.id == item.id).unwrap();
            prop_assert_eq!(response, case.answers.get(position));
        }
        let back = there.carried(&part, &case.questionnaire).or(&case.answers);
        prop_assert_eq!(back, case.answers);
    }

    #[test]
    fn an_answer_goes_along_only_since_the_version_from_which_it_means_the_same(
        case in unfinished(), since in vec(1u8..=255, 1..9),
    ) {
        let mut later = RawQuestionnaire { version: u8::MAX, ..RawQuestionnaire::clone(&case.questionnaire) };
        let items = later.principles.iter_mut().flat_map(|one| &mut one.dimensions).flat_map(|one| &mut one.items);
        for (item, since) in items.zip(since.iter().cycle()) {
            item.since = *since;
        }
        let later = valid(later);
        let carried = case.answers.carried(&case.questionnaire, &later);
        for ((item, response), before) in later.items().zip(carried.iter()).zip(case.answers.iter()) {
            let means_the_same = item.since <= case.questionnaire.version;
            prop_assert_eq!(response, before.filter(|_| means_the_same));
        }
    }

    #[test]
    fn answers_are_completed_and_never_changed(case in unfinished(), others in "[0-4?.]{60}") {
        let responses = others.chars().take(case.questionnaire.len()).map(response).collect();
        let others = Answers::from_responses(&case.questionnaire, responses).unwrap();
        let both = case.answers.or(&others);
        for position in 0..case.questionnaire.len() {
            prop_assert_eq!(both.get(position), case.answers.get(position).or(others.get(position)));
        }
    }
}

#[test]
fn not_applicable_stays_behind_where_it_is_no_answer_any_more() {
    let before = questionnaire(SMALL);
    let after = questionnaire(&SMALL.replace('-', ""));
    let carried = answers(&before, "0123-4-").carried(&before, &after);
    assert_eq!(signs(&carried), "0123.4.");
}

#[test]
fn nothing_goes_along_to_another_questionnaire() {
    let before = questionnaire(SMALL);
    let other = valid(RawQuestionnaire { id: id("other"), ..draft(SMALL) });
    assert_eq!(answers(&before, "0123444").carried(&before, &other), Answers::none(&other));
}

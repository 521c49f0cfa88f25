//! The laws of a questionnaire: what makes a draft valid, and where its items stand.

use boussole_core::questionnaire::{
    DimensionId, FormId, Item, MAX_ITEMS, PrincipleId, Questionnaire, RawQuestionnaire, Weight,
};
use proptest::prelude::*;

use crate::arbitrary::unfinished;
use crate::made::{SMALL, draft, id, notation, number_items, questionnaire};

proptest! {
    #[test]
    fn items_stand_in_the_order_of_the_questionnaire(case in unfinished()) {
        let questionnaire = &case.questionnaire;
        let ids: Vec<String> = questionnaire.items().map(|item| item.id.to_string()).collect();
        let expected: Vec<String> = (0..questionnaire.len()).map(|index| format!("item-{index}")).collect();
        prop_assert_eq!(&ids, &expected);
        for position in 0..questionnaire.len() {
            let principle = questionnaire.principle_of(position).expect("each item has a principle");
            let mut items = principle.dimensions.iter().flat_map(|dimension| &dimension.items);
            prop_assert!(items.any(|item| Some(item) == questionnaire.item(position)));
            prop_assert_eq!(questionnaire.principle(principle.id), principle);
        }
        prop_assert!(questionnaire.item(questionnaire.len()).is_none());
        prop_assert!(questionnaire.principle_of(questionnaire.len()).is_none());
    }
}

/// Faults of the small questionnaire after a change.
fn check(change: impl Fn(&mut RawQuestionnaire), expected: &[&str]) {
    let mut changed = draft(SMALL);
    change(&mut changed);
    let found: Vec<String> = changed.faults().iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
    assert_eq!(Questionnaire::try_from(changed).is_ok(), expected.is_empty());
}

#[test]
fn each_rule_of_the_structure_is_kept() {
    let principles = "the principles must be choose, master and build, each once and in this order";
    let thresholds = "the thresholds must rise strictly between 0 and 100";
    check(|_| (), &[]);
    check(|draft| draft.version = 0, &["versions count from 1"]);
    check(|draft| draft.principles.swap(0, 1), &[principles]);
    check(|draft| drop(draft.principles.pop()), &[principles]);
    check(|draft| draft.thresholds = [20, 40, 40, 80], &[thresholds]);
    check(|draft| draft.thresholds = [0, 40, 60, 80], &[thresholds]);
    check(|draft| draft.thresholds = [20, 40, 60, 100], &[thresholds]);
    check(|draft| draft.principles[0].dimensions.clear(), &["the principle choose has no dimension"]);
    check(|draft| draft.principles[0].dimensions[1].items.clear(), &["the dimension choose/1 has no item"]);
    check(
        |draft| draft.principles[0].dimensions[0].id = id("master/9"),
        &["the dimension master/9 stands under another principle"],
    );
    check(
        |draft| draft.principles[0].dimensions[1].id = id("choose/0"),
        &["the dimension choose/0 stands twice"],
    );
    check(|draft| item(draft, 0).id = id("item-4"), &["the item item-4 stands twice"]);
}

fn item(draft: &mut RawQuestionnaire, position: usize) -> &mut Item {
    let dimensions = draft.principles.iter_mut().flat_map(|principle| &mut principle.dimensions);
    dimensions.flat_map(|dimension| &mut dimension.items).nth(position).expect("there is such an item")
}

#[test]
fn a_form_has_at_most_sixty_items() {
    let draft_with = |count: usize| {
        let mut draft = draft(SMALL);
        let last = draft.principles[2].dimensions[1].items[0].clone();
        draft.principles[2].dimensions[1].items.extend(vec![last; count - 7]);
        number_items(&mut draft.principles);
        draft
    };
    assert_eq!(Questionnaire::try_from(draft_with(MAX_ITEMS)).map(|most| most.len()), Ok(60));
    let faults: Vec<String> = draft_with(61).faults().iter().map(ToString::to_string).collect();
    assert_eq!(faults, ["the form has 61 items, more than 60"]);
}

#[test]
fn the_notation_of_the_tests_reads_what_it_writes() {
    assert_eq!(notation(&draft(SMALL)), SMALL);
    assert_eq!(questionnaire(SMALL).len(), 7);
    assert!(!questionnaire(SMALL).is_empty());
}

#[test]
fn ids_and_weights_hold_only_right_values() {
    let longest = "a".repeat(40);
    let too_long = "a".repeat(41);
    for (text, fits) in [
        ("express", true),
        ("a-1", true),
        (longest.as_str(), true),
        (too_long.as_str(), false),
        ("", false),
        ("Express", false),
        ("a.b", false),
        ("é", false),
    ] {
        assert_eq!(FormId::try_from(text.to_owned()).is_ok(), fits, "{text}");
    }
    for (text, principle) in [
        ("choose/visibility", Some(PrincipleId::Choose)),
        ("build/a-1", Some(PrincipleId::Build)),
        ("choose", None),
        ("choose/", None),
        ("choose/a/b", None),
        ("other/visibility", None),
    ] {
        let found = DimensionId::try_from(text.to_owned()).map(|id| id.principle());
        assert_eq!(found.ok(), principle, "{text}");
    }
    let weights: Vec<u8> = (0..=u8::MAX).filter(|value| Weight::try_from(*value).is_ok()).collect();
    assert_eq!(weights, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
}

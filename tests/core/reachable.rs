//! Nothing is written that nobody can read: each maturity level, each interpretation and each profile is told
//! of some answers. The search that finds them is held to trying all.

use std::collections::BTreeMap;

use boussole_authoring::reachable;
use boussole_core::answers::{Answers, Complete, Level, Response};
use boussole_core::questionnaire::{
    Bound, Condition, MATURITY_LEVELS, PrincipleId, Profile, ProfileScope, Questionnaire, RawQuestionnaire,
};
use boussole_core::report::Report;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::made;
use crate::project::questionnaires;

/// Levels that answers reach.
struct Reached {
    level: Option<usize>,
    /// The maturity level of each principle.
    principles: [Option<usize>; 3],
    /// Whether the first profile is told.
    profile: bool,
}

fn reached(questionnaire: &Questionnaire, answers: &Complete) -> Reached {
    let Report { summary, profiles, .. } = Report::new(questionnaire, answers);
    let of = |id| summary.level_of(questionnaire, id).map(|level| level.index());
    Reached {
        level: summary.maturity_result(questionnaire).map(|maturity_result| maturity_result.level.index()),
        principles: PrincipleId::ALL.map(of),
        profile: profiles.contains(&0),
    }
}

fn level(questionnaire: &Questionnaire, answers: &Complete) -> Option<usize> {
    reached(questionnaire, answers).level
}

fn level_of(questionnaire: &Questionnaire, answers: &Complete, id: PrincipleId) -> Option<usize> {
    reached(questionnaire, answers).principles[id as usize]
}

fn has_profile(questionnaire: &Questionnaire, answers: &Complete, position: usize) -> bool {
    Report::new(questionnaire, answers).profiles.contains(&position)
}

#[test]
fn every_maturity_level_and_every_interpretation_is_reached_in_every_form() {
    for questionnaire in questionnaires() {
        let named = format!("{} {} {}", questionnaire.id, questionnaire.version, questionnaire.form);
        for wanted in 0..MATURITY_LEVELS {
            let answers = reachable::of_level(&questionnaire, wanted);
            let answers = answers.unwrap_or_else(|| panic!("{named}: level {wanted}"));
            assert_eq!(level(&questionnaire, &answers), Some(wanted), "{named}");
            for id in PrincipleId::ALL {
                let answers = reachable::of_interpretation(&questionnaire, id, wanted);
                let answers = answers.unwrap_or_else(|| panic!("{named}: {id} at level {wanted}"));
                assert_eq!(level_of(&questionnaire, &answers, id), Some(wanted), "{named}: {id}");
            }
        }
    }
}

#[test]
fn every_profile_is_told_of_some_answers() {
    // Whether some form tells it, by questionnaire, version, language and sentence.
    let mut told = BTreeMap::new();
    for questionnaire in questionnaires() {
        for (position, profile) in questionnaire.profiles.iter().enumerate() {
            let id = (questionnaire.id.to_string(), questionnaire.version, questionnaire.locale.clone());
            let is_told = told.entry((id, profile.text.clone())).or_insert(false);
            if let Some(answers) = reachable::of_profile(&questionnaire, position) {
                assert!(has_profile(&questionnaire, &answers, position), "{}", profile.text);
                *is_told = true;
            }
        }
    }
    assert!(!told.is_empty());
    let silent: Vec<_> = told.iter().filter(|(_, is_told)| !**is_told).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn every_profile_of_a_structure_is_in_some_form() {
    let instruments = boussole_authoring::instruments(&crate::project::sources());
    let all = questionnaires();
    for instrument in instruments.unwrap_or_else(|faults| panic!("{faults:?}")) {
        for words in &instrument.texts {
            for text in words.profiles.values() {
                let is_there = all.iter().any(|one| one.profiles.iter().any(|profile| profile.text == *text));
                assert!(is_there, "{text}");
            }
        }
    }
}

#[test]
fn a_level_between_two_points_is_reached_where_equal_answers_do_not() {
    // Equal answers give 0, 25, 50, 75 or 100 points.
    let mut draft = made::draft("1: 1(1 1) 1(1 2-) | 1: 1(1 1) | 2: 1(1 3)");
    draft.thresholds = [27, 49, 51, 76];
    let questionnaire = made::valid(draft);
    let found = |wanted| {
        let answers = reachable::of_level(&questionnaire, wanted)?;
        assert_eq!(level(&questionnaire, &answers), Some(wanted));
        Some(made::signs(&Answers::from_responses(&questionnaire, answers.iter().map(Some).collect())?))
    };
    assert!((0..MATURITY_LEVELS).all(|wanted| found(wanted).is_some()));
}

#[test]
fn a_principle_that_does_not_apply_holds_nothing_back() {
    // 11 to 20 points: only with the heavy third principle out, which would have to be at 10 at least.
    let mut draft = made::draft("1: 1(1-) 3(2) | 1: 1(1) | 5: 1(1-)");
    draft.thresholds = [10, 11, 21, 30];
    let questionnaire = made::valid(draft);
    let found = reachable::of_level(&questionnaire, 2).expect("some answers");
    assert_eq!(level(&questionnaire, &found), Some(2));
}

/// Every set of answers to a questionnaire.
fn every_answers(questionnaire: &Questionnaire) -> Vec<Complete> {
    let mut all: Vec<Vec<Option<Response>>> = vec![vec![]];
    for item in questionnaire.items() {
        let levels = Level::all().map(Response::Level).chain([Response::DontKnow]);
        let responses: Vec<_> =
            levels.chain(item.not_applicable.then_some(Response::NotApplicable)).collect();
        let longer = |given: Vec<Option<Response>>| {
            responses.clone().into_iter().map(move |next| [&given[..], &[Some(next)]].concat())
        };
        all = all.into_iter().flat_map(longer).collect();
    }
    let answers = |responses| Answers::from_responses(questionnaire, responses)?.complete();
    all.into_iter().filter_map(answers).collect()
}

/// A questionnaire so small that all answers can be tried, with a profile of any conditions.
fn tiny() -> impl Strategy<Value = Questionnaire> {
    let weights = [
        "1: 1(1) | 1: 1(1) | 1: 1(1)",
        "1: 1(1 2-) | 2: 1(1-) | 1: 1(3)",
        "1: 1(1-) 3(2) | 1: 1(1) | 5: 1(1-)",
    ];
    let thresholds = subsequence((1..100).collect::<Vec<u8>>(), 4);
    let part = prop_oneof![
        select(PrincipleId::ALL.to_vec()).prop_map(ProfileScope::Principle),
        (0usize..3).prop_map(ProfileScope::Dimension),
        (0usize..3).prop_map(ProfileScope::Item),
    ];
    let bound = prop_oneof![(0u8..=100).prop_map(Bound::AtLeast), (0u8..=100).prop_map(Bound::AtMost)];
    let condition = (part, bound).prop_map(|(part, bound)| Condition { part, bound });
    (select(weights.to_vec()), thresholds, vec(condition, 1..=4)).prop_map(|(weights, thresholds, when)| {
        let thresholds = thresholds.try_into().expect("there are four thresholds");
        let profiles = vec![Profile { text: String::new(), when }];
        made::valid(RawQuestionnaire { thresholds, profiles, ..made::draft(weights) })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_search_finds_answers_exactly_where_there_are_some(questionnaire in tiny()) {
        let reached: Vec<Reached> =
            every_answers(&questionnaire).iter().map(|answers| reached(&questionnaire, answers)).collect();
        for wanted in 0..MATURITY_LEVELS {
            let found = reachable::of_level(&questionnaire, wanted);
            let is_there = reached.iter().any(|one| one.level == Some(wanted));
            prop_assert_eq!(found.is_some(), is_there, "level {}", wanted);
            if let Some(answers) = found {
                prop_assert_eq!(level(&questionnaire, &answers), Some(wanted));
            }
            for id in PrincipleId::ALL {
                let found = reachable::of_interpretation(&questionnaire, id, wanted);
                let is_there = reached.iter().any(|one| one.principles[id as usize] == Some(wanted));
                prop_assert_eq!(found.is_some(), is_there, "{} at level {}", id, wanted);
                if let Some(answers) = found {
                    prop_assert_eq!(level_of(&questionnaire, &answers, id), Some(wanted));
                }
            }
        }
        let found = reachable::of_profile(&questionnaire, 0);
        prop_assert_eq!(found.is_some(), reached.iter().any(|one| one.profile), "the profile");
        prop_assert!(found.is_none_or(|answers| has_profile(&questionnaire, &answers, 0)));
    }

    #[test]
    fn where_any_answers_lead_the_search_gets_too(case in crate::arbitrary::finished()) {
        let answers = case.complete();
        // Thresholds as far apart as an author sets them: see the limits of the search.
        let questionnaire = made::valid(RawQuestionnaire { thresholds: [20, 40, 60, 80], ..(*case.questionnaire).clone() });
        if let Some(wanted) = level(&questionnaire, &answers) {
            let found = reachable::of_level(&questionnaire, wanted).expect("some answers");
            prop_assert_eq!(level(&questionnaire, &found), Some(wanted));
        }
        let scores = Report::new(&questionnaire, &answers).scores;
        let around = |part, score: boussole_core::score::Score| {
            let (low, high) = (score.assured.rounded().saturating_sub(1), score.possible.rounded() + 1);
            [Bound::AtLeast(low), Bound::AtMost(high.min(100))].map(|bound| Condition { part, bound })
        };
        let dimensions = scores.dimensions.iter().enumerate();
        let dimensions = dimensions.filter_map(|(at, score)| Some(around(ProfileScope::Dimension(at), (*score)?)));
        let principles = PrincipleId::ALL.into_iter().zip(&scores.principles);
        let principles = principles.filter_map(|(id, score)| Some(around(ProfileScope::Principle(id), (*score)?)));
        let when: Vec<Condition> = dimensions.chain(principles).flatten().collect();
        if !when.is_empty() {
            let profiles = vec![Profile { text: String::new(), when }];
            let questionnaire = made::valid(RawQuestionnaire { profiles, ..(*questionnaire).clone() });
            let found = reachable::of_profile(&questionnaire, 0).expect("some answers");
            prop_assert!(has_profile(&questionnaire, &found, 0));
        }
    }
}

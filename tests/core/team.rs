//! The laws of a team: what is made of several results, whoever comes first.

use std::cmp::Reverse;

use boussole_core::answers::{Answers, Complete, Level, Response};
use boussole_core::link::{Day, ResultId};
use boussole_core::questionnaire::{Item, Questionnaire, Role};
use boussole_core::score::ScoreSummary;
use boussole_core::team::{
    Disagreement, ItemView, JoinOutcome, MAX_MEMBERS, Member, Spread, Team, agreement, consolidated,
    disagreements, figures, resolved, settled, views,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::finished;
use crate::link::any_role;
use crate::made::{SMALL, answers, complete, level, questionnaire, response};
use crate::markdown::table;

/// Everything that is said of a team.
type Said = (Option<Complete>, Vec<ItemView>, Vec<Disagreement>, [Option<Spread>; 3], Vec<Option<Spread>>);

fn said(questionnaire: &Questionnaire, team: &Team) -> Said {
    let agreement = agreement(questionnaire, team);
    (
        consolidated(questionnaire, team),
        views(questionnaire, team),
        disagreements(questionnaire, team),
        agreement.principles,
        agreement.dimensions,
    )
}

pub fn team_of(members: impl IntoIterator<Item = Member>) -> Team {
    let mut team = Team::default();
    for member in members {
        assert_eq!(team.join(member), JoinOutcome::Added);
    }
    team
}

/// A member of these signs, with a result_id of its own for each number.
pub fn member(questionnaire: &Questionnaire, number: u8, role: Option<Role>, signs: &str) -> Member {
    Member { answers: complete(questionnaire, signs), result_id: ResultId([0, 0, number]), role, day: None }
}

/// A finished response to an item, from a seed.
pub fn response_to(item: &Item, seed: u8) -> Response {
    let signs = if item.not_applicable { "01234?-" } else { "01234?" };
    let sign = signs.as_bytes()[usize::from(seed) % signs.len()];
    response(char::from(sign)).expect("every sign is a response")
}

pub fn any_member(questionnaire: Questionnaire, number: usize) -> impl Strategy<Value = Member> {
    let seeds = vec(any::<u8>(), questionnaire.len());
    (seeds, any_role(), any::<Option<u16>>(), any::<u8>()).prop_map(move |(seeds, role, day, noise)| {
        let responses = questionnaire.items().zip(seeds).map(|(item, seed)| Some(response_to(item, seed)));
        let answers = Answers::from_responses(&questionnaire, responses.collect()).expect("they fit");
        let [.., high, low] = number.to_be_bytes();
        let answers = answers.complete().expect("each item has a response");
        Member { answers, result_id: ResultId([noise, high, low]), role, day: day.map(Day) }
    })
}

/// Any questionnaire and so many members at most who answered it.
pub fn members(least: usize, most: usize) -> impl Strategy<Value = (Questionnaire, Vec<Member>)> {
    (finished(), least..=most).prop_flat_map(|(case, count)| {
        let members: Vec<_> =
            (0..count).map(|number| any_member(case.questionnaire.clone(), number)).collect();
        (Just(case.questionnaire), members)
    })
}

fn changed(questionnaire: &Questionnaire, answers: &Complete, position: usize, to: Response) -> Complete {
    let answers = Answers::from_responses(questionnaire, answers.iter().map(Some).collect());
    answers.expect("they fit").with(questionnaire, position, to).complete().expect("they are complete")
}

proptest! {
    #[test]
    fn the_order_of_members_never_matters(
        (questionnaire, there) in members(0, 6),
        by in any::<prop::sample::Index>(),
        backwards: bool,
    ) {
        let mut moved = there.clone();
        if !moved.is_empty() {
            let places = by.index(moved.len());
            moved.rotate_left(places);
        }
        if backwards {
            moved.reverse();
        }
        prop_assert_eq!(said(&questionnaire, &team_of(there)), said(&questionnaire, &team_of(moved)));
    }

    #[test]
    fn who_joins_twice_changes_nothing((_, there) in members(1, 6), who in any::<prop::sample::Index>()) {
        let team = team_of(there.clone());
        let mut again = team.clone();
        prop_assert_eq!(again.join(there[who.index(there.len())].clone()), JoinOutcome::Twice);
        prop_assert_eq!(again, team);
    }

    #[test]
    fn of_one_person_the_later_day_stands_in_the_same_place(
        (_, there) in members(2, 4),
        day in any::<Option<u16>>(),
    ) {
        let mut team = team_of(there.clone());
        let again = Member { answers: there[1].answers.clone(), day: day.map(Day), ..there[0].clone() };
        prop_assume!(again.answers != there[0].answers);
        let later = again.day >= there[0].day;
        let stands = if later { &again } else { &there[0] };
        prop_assert_eq!(team.join(again.clone()), if later { JoinOutcome::Renewed } else { JoinOutcome::Earlier });
        prop_assert_eq!(team.members().len(), there.len());
        prop_assert_eq!(&team.members()[0], stands);
    }

    #[test]
    fn a_team_of_one_consolidates_to_its_answers((questionnaire, there) in members(1, 1)) {
        let team = team_of(there.clone());
        prop_assert_eq!(consolidated(&questionnaire, &team), Some(there[0].answers.clone()));
        prop_assert_eq!(resolved(&questionnaire, &team), []);
        prop_assert_eq!(disagreements(&questionnaire, &team), []);
        let own = figures(&questionnaire, &there[0].answers);
        let agreement = agreement(&questionnaire, &team);
        let whole = |range| Spread { lowest: range, highest: range, apart: 0 };
        prop_assert_eq!(agreement.whole, own.summary.whole.map(whole));
        prop_assert_eq!(agreement.dimensions, own.dimensions.iter().map(|it| it.map(whole)).collect::<Vec<_>>());
        prop_assert_eq!(agreement.members, [own]);
    }

    #[test]
    fn each_view_counts_every_member_once((questionnaire, there) in members(0, 6)) {
        let count = there.len();
        for view in views(&questionnaire, &team_of(there)) {
            prop_assert_eq!(view.knew() + view.dont_know + view.not_applicable, count);
        }
    }

    #[test]
    fn the_consolidated_response_lies_within_the_range_of_the_levels(
        (questionnaire, there) in members(1, 7),
    ) {
        let team = team_of(there.clone());
        let all = consolidated(&questionnaire, &team).expect("the team has members");
        for (position, response) in all.iter().enumerate() {
            let given: Vec<Response> =
                there.iter().filter_map(|member| member.answers.iter().nth(position)).collect();
            let mut levels: Vec<Level> = given
                .iter()
                .filter_map(|response| match response {
                    Response::Level(level) => Some(*level),
                    _ => None,
                })
                .collect();
            levels.sort();
            let view = views(&questionnaire, &team)[position];
            prop_assert_eq!(view.lowest(), levels.first().copied());
            prop_assert_eq!(view.highest(), levels.last().copied());
            match response {
                Response::Level(level) => {
                    let reach = levels.iter().filter(|given| **given >= level).count();
                    let above = levels.iter().filter(|given| **given > level).count();
                    prop_assert!(levels.contains(&level));
                    prop_assert!(2 * reach > levels.len(), "half of those who knew deny it");
                    prop_assert!(2 * above <= levels.len(), "more could be claimed");
                }
                Response::NotApplicable => prop_assert!(levels.is_empty() && given.contains(&response)),
                Response::DontKnow => prop_assert!(given.iter().all(|given| *given == response)),
            }
        }
    }

    #[test]
    fn finding_out_never_lowers_how_many_know(
        (questionnaire, there) in members(1, 6),
        who in any::<prop::sample::Index>(),
        item in any::<prop::sample::Index>(),
        to in 0u8..5,
    ) {
        let (who, item) = (who.index(there.len()), item.index(questionnaire.len()));
        let mut before = there.clone();
        before[who].answers = changed(&questionnaire, &there[who].answers, item, Response::DontKnow);
        let mut after = before.clone();
        after[who].answers = changed(&questionnaire, &before[who].answers, item, Response::Level(level(to)));
        let (before, after) = (team_of(before), team_of(after));
        prop_assert_eq!(views(&questionnaire, &after)[item].knew(), views(&questionnaire, &before)[item].knew() + 1);
        let open = |team: &Team| {
            let all = consolidated(&questionnaire, team).expect("the team has members");
            all.iter().filter(|response| *response == Response::DontKnow).count()
        };
        prop_assert!(open(&after) <= open(&before));
    }

    #[test]
    fn disagreements_are_all_there_and_the_furthest_come_first((questionnaire, there) in members(0, 6)) {
        let team = team_of(there);
        let found = disagreements(&questionnaire, &team);
        let views = views(&questionnaire, &team);
        let mut items: Vec<usize> = found.iter().map(|it| it.item).collect();
        let pairs = |view: &ItemView| {
            let pair = |low: usize, high: usize| view.levels[low] * view.levels[high];
            pair(0, 2) + pair(0, 3) + pair(0, 4) + pair(1, 3) + pair(1, 4) + pair(2, 4)
        };
        let key = |it: &Disagreement| (Reverse(it.view.distance()), Reverse(pairs(&it.view)), it.item);
        prop_assert!(found.is_sorted_by_key(key));
        items.sort_unstable();
        let expected: Vec<usize> = (0..views.len())
            .filter(|at| views[*at].distance() >= 2 || views[*at].is_disputed())
            .collect();
        prop_assert_eq!(items, expected);
        for Disagreement { item, view, role_views: voices, opposed_roles: worlds } in found {
            prop_assert_eq!(view, views[item]);
            let heard: usize = voices.iter().map(|voice| voice.view.knew()).sum();
            prop_assert_eq!(heard, view.knew());
            let median = |role: Role| {
                let voice = voices.iter().find(|voice| voice.role == Some(role));
                voice.and_then(|voice| voice.view.median()).map(Level::number)
            };
            let medians = || voices.iter().filter_map(|voice| median(voice.role?));
            let furthest = medians().max().unwrap_or(0) - medians().min().unwrap_or(0);
            match worlds {
                Some((low, high)) => prop_assert_eq!(median(high).zip(median(low)).map(|(h, l)| h - l), Some(furthest)),
                None => prop_assert!(furthest < 2),
            }
        }
    }

    #[test]
    fn what_is_resolved_is_no_blind_spot_of_the_team((questionnaire, there) in members(1, 6)) {
        let team = team_of(there.clone());
        let all: Vec<Response> =
            consolidated(&questionnaire, &team).expect("the team has members").iter().collect();
        let found = resolved(&questionnaire, &team);
        for (item, response) in all.into_iter().enumerate() {
            let asks = there.iter().any(|it| it.answers.iter().nth(item) == Some(Response::DontKnow));
            let is_resolved = found.iter().any(|resolved| resolved.item == item);
            prop_assert_eq!(is_resolved, asks && response != Response::DontKnow);
        }
        prop_assert!(found.iter().all(|it| it.ask.len() + it.know.len() == there.len()));
    }

    #[test]
    fn a_spread_reaches_from_the_lowest_member_to_the_highest((questionnaire, there) in members(0, 5)) {
        let agreement = agreement(&questionnaire, &team_of(there.clone()));
        prop_assert_eq!(agreement.members.len(), there.len());
        let mut parts: Vec<(Option<Spread>, Vec<_>)> = vec![];
        for (at, spread) in agreement.principles.iter().enumerate() {
            parts.push((*spread, agreement.members.iter().filter_map(|it| it.summary.principles[at]).collect()));
        }
        for (at, spread) in agreement.dimensions.iter().enumerate() {
            parts.push((*spread, agreement.members.iter().filter_map(|it| it.dimensions[at]).collect()));
        }
        for (spread, ranges) in parts {
            let assured = || ranges.iter().map(|range| range.assured());
            let pairs = ranges.iter().flat_map(|a| ranges.iter().map(|b| a.assured().saturating_sub(b.possible())));
            prop_assert_eq!(spread.map(|it| it.lowest.assured()), assured().min());
            prop_assert_eq!(spread.map(|it| it.highest.assured()), assured().max());
            prop_assert_eq!(spread.map(|it| it.apart), pairs.max());
        }
    }

    #[test]
    fn the_figures_of_a_member_are_those_of_the_report((questionnaire, there) in members(1, 1)) {
        let scores = boussole_core::score::score(&questionnaire, &there[0].answers);
        prop_assert_eq!(figures(&questionnaire, &there[0].answers).summary, ScoreSummary::from(&scores));
    }

    #[test]
    fn roles_part_the_team((_, there) in members(0, 6)) {
        let team = team_of(there);
        let parts: Vec<Team> = team.roles().into_iter().map(|role| team.of_role(role)).collect();
        prop_assert!(parts.iter().all(|part| !part.members().is_empty()));
        let count: usize = parts.iter().map(|part| part.members().len()).sum();
        prop_assert_eq!(count, team.members().len());
    }
}

/// The view of an item that members answered with these signs.
fn view(signs: &str) -> ItemView {
    let questionnaire = questionnaire("1: 1(1-) | 1: 1(1) | 1: 1(1)");
    let members = signs.chars().zip(0..);
    let of = |(sign, number)| member(&questionnaire, number, None, &format!("{sign}00"));
    views(&questionnaire, &team_of(members.map(of)))[0]
}

#[test]
fn one_response_is_made_of_many_as_the_document_says() {
    let rows = table(include_str!("../../docs/team.md"), "## One item");
    for row in rows {
        let (given, all) = (row[0].replace(' ', ""), row[1].chars().next().and_then(response));
        assert_eq!(Some(view(&given).consolidated()), all, "{given}");
    }
    assert_eq!(Some(view("0134").consolidated()), response('1'));
    assert_eq!(Some(view("????0").consolidated()), response('0'));
}

#[test]
fn nobody_who_rates_is_no_range() {
    let view = view("?-");
    assert_eq!((view.lowest(), view.highest(), view.median(), view.distance()), (None, None, None, 0));
    assert!(!view.is_disputed());
}

#[test]
fn a_team_without_a_member_has_no_answers() {
    let questionnaire = questionnaire(SMALL);
    assert_eq!(consolidated(&questionnaire, &Team::default()), None);
    assert_eq!(disagreements(&questionnaire, &Team::default()), []);
}

#[test]
fn what_the_team_agreed_on_takes_the_place_of_the_median() {
    let questionnaire = questionnaire(SMALL);
    let team =
        team_of([member(&questionnaire, 1, None, "0000000"), member(&questionnaire, 2, None, "4444444")]);
    let agreed = answers(&questionnaire, ".3...?.");
    let all = settled(&questionnaire, &team, &agreed);
    assert_eq!(all, Some(complete(&questionnaire, "03000?0")));
}

#[test]
fn two_roles_see_different_worlds() {
    let questionnaire = questionnaire("1: 1(1-) | 1: 1(1 1) | 1: 1(1)");
    let team = team_of([
        member(&questionnaire, 1, Some(Role::Legal), "1 30 2"),
        member(&questionnaire, 2, Some(Role::It), "4 30 2"),
        member(&questionnaire, 3, Some(Role::It), "3 3? 3"),
        member(&questionnaire, 4, None, "- 14 3"),
    ]);
    let found = disagreements(&questionnaire, &team);
    let told: Vec<_> = found.iter().map(|it| (it.item, it.view.distance(), it.opposed_roles)).collect();
    // Those without a role are heard, but are no role that another could talk to.
    assert_eq!(told, [(2, 4, None), (0, 3, Some((Role::Legal, Role::It))), (1, 2, None)]);
    assert!(found[1].view.is_disputed());
    let voices: Vec<_> =
        found[1].role_views.iter().map(|it| (it.role, it.view.median().map(Level::number))).collect();
    assert_eq!(voices, [(Some(Role::It), Some(3)), (Some(Role::Legal), Some(1)), (None, None)]);
}

#[test]
fn of_equal_distances_the_one_that_divides_more_people_comes_first() {
    let questionnaire = questionnaire("1: 1(1) | 1: 1(1) | 1: 1(1)");
    let signs = ["010", "222", "202", "222"];
    let team = team_of(signs.iter().zip(0..).map(|(signs, at)| member(&questionnaire, at, None, signs)));
    let items: Vec<usize> = disagreements(&questionnaire, &team).iter().map(|it| it.item).collect();
    // Item 0: three pairs; item 1: two; item 2: three, and behind item 0 in the form.
    assert_eq!(items, [0, 2, 1]);
}

#[test]
fn whether_it_applies_is_told_even_if_the_levels_agree() {
    let questionnaire = questionnaire("1: 1(1-) | 1: 1(1) | 1: 1(1)");
    let team = team_of([member(&questionnaire, 1, None, "-00"), member(&questionnaire, 2, None, "200")]);
    let items: Vec<usize> = disagreements(&questionnaire, &team).iter().map(|it| it.item).collect();
    assert_eq!(items, [0]);
}

#[test]
fn a_full_team_takes_nobody_in() {
    let questionnaire = questionnaire("1: 1(1) | 1: 1(1) | 1: 1(1)");
    let numbered = |number: usize| {
        let [.., high, low] = number.to_be_bytes();
        Member { result_id: ResultId([1, high, low]), ..member(&questionnaire, 0, None, "012") }
    };
    let mut team = team_of((0..MAX_MEMBERS).map(numbered));
    assert_eq!(team.join(numbered(MAX_MEMBERS)), JoinOutcome::Full);
    assert_eq!(team.join(numbered(3)), JoinOutcome::Twice);
    let id = |number| numbered(number).result_id;
    assert_eq!(team.without(&[id(3)]).members().len(), MAX_MEMBERS - 1);
    assert_eq!(team.without(&[id(3)]).members()[3], numbered(4));
    assert_eq!(team.without(&[id(3), id(0)]).members()[2], numbered(4));
    assert_eq!(team.with_role(id(2), Some(Role::It)).members()[2].role, Some(Role::It));
    assert_eq!(team.with_role(id(MAX_MEMBERS), None), team);
}

//! The laws of what one step up brings, and of the shortest way to a maturity level.

use boussole_core::answers::{Complete, Level, Response};
use boussole_core::plan::{Climb, one_up, shortest_way, what_if};
use boussole_core::questionnaire::{Effort, PrincipleId, Questionnaire, RawQuestionnaire, Word};
use boussole_core::score::{MaturityLevel, ScoreSummary, score};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::arbitrary::finished;
use crate::made::{SMALL, complete, draft, level, points, questionnaire, sign, valid};
use crate::markdown::table;

fn maturity(index: usize) -> MaturityLevel {
    MaturityLevel::all().nth(index).expect("a maturity level is 0 to 4")
}

/// The shortest way of a principle to a maturity level.
fn way(
    questionnaire: &Questionnaire,
    answers: &Complete,
    principle: PrincipleId,
    target: usize,
) -> Option<Vec<Climb>> {
    shortest_way(questionnaire, answers, &score(questionnaire, answers), principle, maturity(target))
}

fn climbed(questionnaire: &Questionnaire, answers: &Complete, way: &[Climb]) -> Complete {
    let changes: Vec<(usize, Response)> =
        way.iter().map(|climb| (climb.item, Response::Level(climb.to))).collect();
    what_if(questionnaire, answers, &changes)
}

/// Whether the level that is shown for a principle is the target or a higher one.
fn reaches(questionnaire: &Questionnaire, answers: &Complete, principle: PrincipleId, target: usize) -> bool {
    let summary = ScoreSummary::from(&score(questionnaire, answers));
    summary.level_of(questionnaire, principle).is_some_and(|level| level >= maturity(target))
}

fn steps(way: &[Climb]) -> usize {
    way.iter().map(Climb::steps).sum()
}

fn number(response: Response) -> u8 {
    match response {
        Response::Level(level) => level.number(),
        Response::DontKnow | Response::NotApplicable => 0,
    }
}

/// Whether any choice of this many steps at most reaches the target: each is tried, item after item.
fn any_reaches(
    questionnaire: &Questionnaire,
    answers: &Complete,
    principle: PrincipleId,
    target: usize,
    (item, steps): (usize, u8),
) -> bool {
    let Some(response) = answers.get(item) else {
        return reaches(questionnaire, answers, principle, target);
    };
    let of_it = questionnaire.principle_of(item).is_some_and(|found| found.id == principle);
    let now = number(response);
    let left = if of_it && response != Response::NotApplicable { steps.min(4 - now) } else { 0 };
    (0..=left).any(|taken| {
        let answers = match taken {
            0 => answers.clone(),
            _ => answers.with(questionnaire, item, Response::Level(level(now + taken))),
        };
        any_reaches(questionnaire, &answers, principle, target, (item + 1, steps - taken))
    })
}

/// A principle of at most four items, with answers: few enough to try every way.
fn small() -> impl Strategy<Value = (String, String)> {
    let dimension = (1u8..=9, vec((1u8..=9, "[01234?-]"), 1..=2));
    vec(dimension, 1..=2).prop_map(|dimensions| {
        let (mut notation, mut signs) = ("3:".to_owned(), String::new());
        for (weight, items) in dimensions {
            let weights: Vec<String> = items.iter().map(|(weight, _)| format!("{weight}-")).collect();
            notation += &format!(" {weight}({})", weights.join(" "));
            signs.extend(items.into_iter().map(|(_, sign)| sign));
        }
        (format!("{notation} | 1: 1(1) | 2: 1(1-)"), format!("{signs}1-"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_way_is_shorter_than_the_shortest((notation, signs) in small(), target in 0usize..5) {
        let questionnaire = questionnaire(&notation);
        let answers = complete(&questionnaire, &signs);
        if let Some(way) = way(&questionnaire, &answers, PrincipleId::Choose, target) {
            let fewer = steps(&way).checked_sub(1).map(|fewer| u8::try_from(fewer).expect("16 at most"));
            let try_all = |fewer| any_reaches(&questionnaire, &answers, PrincipleId::Choose, target, (0, fewer));
            prop_assert!(!fewer.is_some_and(try_all), "{:?}", way);
        }
    }
}

proptest! {
    #[test]
    fn the_shortest_way_reaches_its_target_and_needs_every_step(
        case in finished(), principle in 0usize..3, target in 0usize..5,
    ) {
        let (questionnaire, answers, id) = (&case.questionnaire, case.complete(), PrincipleId::ALL[principle]);
        let found = way(questionnaire, &answers, id, target);
        let applies = score(questionnaire, &answers).principles[principle].is_some();
        prop_assert_eq!(found.is_some(), applies);
        let Some(way) = found else { return Ok(()) };
        prop_assert!(reaches(questionnaire, &climbed(questionnaire, &answers, &way), id, target));
        for short in 0..way.len() {
            let mut way = way.clone();
            let lower = Level::new(way[short].to.number() - 1).expect("a climb leads above a level");
            way[short].to = lower;
            prop_assert!(!reaches(questionnaire, &climbed(questionnaire, &answers, &way), id, target));
        }
    }

    #[test]
    fn a_way_climbs_each_item_of_the_principle_once_and_from_where_it_stands(
        case in finished(), principle in 0usize..3, target in 0usize..5,
    ) {
        let id = PrincipleId::ALL[principle];
        let way = way(&case.questionnaire, &case.complete(), id, target).unwrap_or_default();
        for (place, climb) in way.iter().enumerate() {
            prop_assert_eq!(case.answers.get(climb.item), Some(climb.from));
            prop_assert_eq!(case.questionnaire.principle_of(climb.item).map(|found| found.id), Some(id));
            prop_assert_eq!(usize::from(number(climb.from)) + climb.steps(), climb.to.index());
            prop_assert!(climb.steps() > 0);
            prop_assert!(way[..place].iter().all(|other| other.item != climb.item));
        }
    }

    #[test]
    fn what_if_changes_what_it_is_asked_and_nothing_else(case in finished(), at: Index, to in 0u8..=4, beyond: usize) {
        let (questionnaire, answers) = (&case.questionnaire, case.complete());
        let (position, response) = (at.index(questionnaire.len()), Response::Level(level(to)));
        let after = what_if(questionnaire, &answers, &[(position, response)]);
        prop_assert_eq!(&after, &case.with(position, response).complete());
        prop_assert_eq!(after.get(position), Some(response));
        let beyond = beyond.max(questionnaire.len());
        prop_assert_eq!(what_if(questionnaire, &answers, &[(beyond, response)]), answers);
    }

    #[test]
    fn what_does_not_apply_is_no_answer_where_the_item_does_not_allow_it(case in finished(), at: Index) {
        let position = at.index(case.questionnaire.len());
        let after = what_if(&case.questionnaire, &case.complete(), &[(position, Response::NotApplicable)]);
        let allowed = case.questionnaire.item(position).is_some_and(|item| item.not_applicable);
        prop_assert_eq!(after == case.complete(), !allowed || case.answers.get(position) == after.get(position));
    }
}

#[test]
fn one_up_leads_to_the_next_level_and_out_of_a_blind_spot_to_the_first() {
    for (from, to) in [("0", "1"), ("1", "2"), ("2", "3"), ("3", "4"), ("4", "."), ("?", "1"), ("-", ".")] {
        let response = crate::made::response(from.chars().next().unwrap()).expect("a response");
        assert_eq!(sign(one_up(response).map(Response::Level)).to_string(), to, "{from}");
    }
}

/// The way of the first principle to a maturity level, told as `item:from>to`.
fn told(questionnaire: &Questionnaire, signs: &str, target: usize) -> String {
    let way = way(questionnaire, &complete(questionnaire, signs), PrincipleId::Choose, target);
    let tell = |climb: &Climb| format!("{}:{}>{}", climb.item, sign(Some(climb.from)), climb.to.number());
    way.map_or("nothing applies".to_owned(), |way| way.iter().map(tell).collect::<Vec<_>>().join(" "))
}

#[test]
fn a_way_takes_what_lifts_most_then_the_lower_level_then_the_first() {
    // Of the principle the three items are a sixth, a sixth and two thirds.
    let small = questionnaire(SMALL);
    for (signs, target, expected) in [
        ("000 00 00", 0, ""),
        ("000 00 00", 1, "2:0>2"),
        ("000 00 00", 2, "2:0>3"),
        ("000 00 00", 3, "2:0>4"),
        ("000 00 00", 4, "2:0>4 0:0>2 1:0>2"),
        ("?1? 00 00", 2, "2:?>3"),
        ("1?4 00 00", 4, "1:?>2 0:1>2"),
        ("444 00 00", 4, ""),
    ] {
        assert_eq!(told(&small, signs, target), expected, "{signs} to {target}");
    }
    // What does not apply leaves its share to its neighbour, for which one step is then enough.
    let may_not_apply = questionnaire("1: 1(1 1-) 2(1) | 1: 1(1) | 1: 1(1)");
    assert_eq!(told(&may_not_apply, "114 0 0", 4), "0:1>2 1:1>2");
    assert_eq!(told(&may_not_apply, "1-4 0 0", 4), "0:1>2");
}

#[test]
fn of_steps_that_lift_alike_the_one_of_less_effort_comes_first() {
    let mut draft: RawQuestionnaire = draft("1: 1(1 1 1) | 1: 1(1) | 1: 1(1)");
    let items = &mut draft.principles[0].dimensions[0].items;
    items[0].steps[0].effort = Effort::Quarter;
    items[2].steps[0].effort = Effort::Meeting;
    let made = valid(draft);
    assert_eq!(told(&made, "000 0 0", 1), "2:0>1 1:0>2");
    // To find out takes a meeting as well.
    assert_eq!(told(&made, "?00 0 0", 1), "0:?>1 2:0>1 1:0>1");
}

#[test]
fn where_nothing_applies_there_is_no_way() {
    assert_eq!(told(&questionnaire("1: 1(1-) | 1: 1(1) | 1: 1(1)"), "- 0 0", 4), "nothing applies");
}

const DOCUMENT: &str = include_str!("../../docs/scoring.md");

#[test]
fn the_ways_of_the_document() {
    let small = questionnaire(SMALL);
    for row in table(DOCUMENT, "### Examples of the shortest way") {
        let [signs, principle, now, target, told, then] = row[..] else {
            panic!("a row has six cells: {row:?}")
        };
        let id = PrincipleId::from_word(principle).expect("it is a principle");
        let answers = complete(&small, signs.trim_matches('`'));
        let way = way(&small, &answers, id, target.parse().expect("a level")).expect("the principle applies");
        let tell = |climb: &Climb| {
            let name = char::from(b'A' + u8::try_from(climb.item).expect("there are seven items"));
            format!("{name} {} to {}", sign(Some(climb.from)), climb.to.number())
        };
        let found: Vec<String> = way.iter().map(tell).collect();
        assert_eq!(found.join(", "), told.replace("none", ""), "{row:?}");
        let assured =
            |answers: &Complete| score(&small, answers).principles[id as usize].expect("it applies").assured;
        let found = (assured(&answers), assured(&climbed(&small, &answers, &way)));
        assert_eq!(found, (points(now), points(then)), "{row:?}");
    }
}

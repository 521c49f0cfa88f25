//! The laws of results over time.

use boussole_core::answers::Answers;
use boussole_core::history::{Comparison, History, ItemChange, MOST, Turn, compare};
use boussole_core::link::{
    Content, Day, LinkError, ResultId, ResultLink, encode, head, same_but_for_the_day,
};
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire};
use boussole_core::score::{Range, ScoreSummary, score};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::{Case, finished, unfinished};
use crate::carry::form;
use crate::made::{SMALL, answers, draft, id, questionnaire, response, sign, valid};

/// What changed from one set of answers to another.
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

/// A link of the small questionnaire.
fn link(signs: &str, result_id: u8, day: u16) -> String {
    let questionnaire = questionnaire(SMALL);
    let content = Content::Answers(answers(&questionnaire, signs));
    encode(
        &questionnaire,
        &ResultLink { content, result_id: ResultId([0, 0, result_id]), role: None, day: Some(Day(day)) },
    )
}

fn scores_only(signs: &str, result_id: u8, day: u16) -> String {
    let questionnaire = questionnaire(SMALL);
    let summary = ScoreSummary::from(&score(&questionnaire, &crate::made::complete(&questionnaire, signs)));
    let result = ResultLink {
        content: Content::Scores(summary),
        result_id: ResultId([0, 0, result_id]),
        role: None,
        day: Some(Day(day)),
    };
    encode(&questionnaire, &result)
}

fn links(history: &History) -> Vec<&str> {
    history.entries().map(|entry| entry.link.as_str()).collect()
}

fn added(history: &History, link: &str) -> History {
    history.with(link).expect("it is a link")
}

/// Links of few marks, days and answers, so that many meet.
fn some_link() -> impl Strategy<Value = String> {
    (any::<bool>(), "[01]444444", 0u8..3, 0u16..4).prop_map(|(full, signs, result_id, day)| match full {
        true => link(&signs, result_id, day),
        false => scores_only(&signs, result_id, day),
    })
}

/// A line that is no sound link, as a later program or a fault of the disk may leave it.
fn strange_line() -> impl Strategy<Value = String> {
    let of_later = Just("7.made.express.AAAA".to_owned());
    prop_oneof![of_later, "[^\n]{1,20}".prop_filter("no link", |line| head(line.trim()).is_err())]
}

/// Any history: results and strange lines among them.
fn history() -> impl Strategy<Value = History> {
    (vec(some_link(), 0..12), vec((any::<proptest::sample::Index>(), strange_line()), 0..3)).prop_map(
        |(links, strange)| {
            let history = links.iter().fold(History::default(), |history, link| added(&history, link));
            let text = history.text();
            let mut lines: Vec<&str> = text.split('\n').collect();
            for (at, line) in &strange {
                lines.insert(at.index(lines.len() + 1), line);
            }
            History::read(&lines.join("\n"))
        },
    )
}

/// The lines that are no results.
fn strange_lines(history: &History) -> Vec<String> {
    let text = history.text();
    let lines = text.split('\n').filter(|line| !line.is_empty() && head(line.trim()).is_err());
    lines.map(str::to_owned).collect()
}

fn is_by_day(history: &History) -> bool {
    history.entries().is_sorted_by_key(|entry| entry.head.day)
}

proptest! {
    #[test]
    fn a_history_is_kept_as_it_is(history in history()) {
        prop_assert_eq!(History::read(&history.text()), history);
    }

    #[test]
    fn any_text_is_read_and_loses_no_line(text in "(?s).{0,80}") {
        let lines = |text: &str| -> Vec<String> {
            text.split('\n').filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        prop_assert_eq!(lines(&History::read(&text).text()), lines(&text));
    }

    #[test]
    fn results_stand_by_day_and_once(history in history()) {
        prop_assert!(is_by_day(&history));
        let entries: Vec<_> = history.entries().collect();
        for (place, entry) in entries.iter().enumerate() {
            for other in &entries[..place] {
                prop_assert!((entry.head.result_id, entry.head.day) != (other.head.result_id, other.head.day));
            }
        }
    }

    #[test]
    fn adding_keeps_every_other_line(history in history(), link in some_link()) {
        let after = added(&history, &link);
        prop_assert_eq!(strange_lines(&after), strange_lines(&history));
        let new = head(&link).expect("it is a link");
        let others = |history: &History| -> Vec<String> {
            let is_other = |one: &&boussole_core::history::HistoryEntry| (one.head.result_id, one.head.day) != (new.result_id, new.day);
            history.entries().filter(is_other).map(|entry| entry.link.clone()).collect()
        };
        prop_assert_eq!(others(&after), others(&history));
        prop_assert_eq!(&added(&after, &link), &after);
    }

    #[test]
    fn after_adding_the_latest_of_the_mark_up_to_that_day_says_what_was_added(history in history(), link in some_link()) {
        let after = added(&history, &link);
        let new = head(&link).expect("it is a link");
        let latest = after.entries().rfind(|entry| entry.head.result_id == new.result_id && entry.head.day <= new.day);
        let latest = latest.expect("there is one");
        let kept_answers = new.scores_only && !latest.head.scores_only && latest.head.day == new.day;
        prop_assert!(same_but_for_the_day(&latest.link, &link) || kept_answers);
    }

    #[test]
    fn what_is_taken_out_is_gone_and_nothing_else(history in history(), at: proptest::sample::Index) {
        let before = links(&history);
        prop_assume!(!before.is_empty());
        let link = before[at.index(before.len())];
        let after = history.without(link);
        let expected: Vec<&str> = before.iter().copied().filter(|other| *other != link).collect();
        prop_assert_eq!(links(&after), expected);
        prop_assert_eq!(strange_lines(&after), strange_lines(&history));
        prop_assert_eq!(history.without("7.made.express.AAAA"), history);
    }
}

#[test]
fn a_history_holds_results_by_day_each_assessment_once_a_day() {
    let first = link("1111111", 1, 10);
    for (more, expected) in [
        // Gone over again on the same day.
        (vec![link("2111111", 1, 10)], vec![link("2111111", 1, 10)]),
        // The same answers on a later day, and back to them after others.
        (vec![link("1111111", 1, 12)], vec![first.clone()]),
        (
            vec![link("2111111", 1, 11), link("1111111", 1, 12)],
            vec![first.clone(), link("2111111", 1, 11), link("1111111", 1, 12)],
        ),
        // Somebody else with the same answers, and an older result that is opened later.
        (vec![link("1111111", 2, 10)], vec![first.clone(), link("1111111", 2, 10)]),
        (vec![link("0111111", 3, 4)], vec![link("0111111", 3, 4), first.clone()]),
        // Scores alone, of the same day and of another one; and answers in the place of scores.
        (vec![scores_only("1111111", 1, 10)], vec![first.clone()]),
        (vec![scores_only("1111111", 1, 11)], vec![first.clone(), scores_only("1111111", 1, 11)]),
        (
            vec![scores_only("1111111", 2, 10), link("1111111", 2, 10)],
            vec![first.clone(), link("1111111", 2, 10)],
        ),
    ] {
        let history = added(&History::default(), &format!(" #{first}\r"));
        let after = more.iter().fold(history, |history, link| added(&history, link));
        assert_eq!(links(&after), expected, "{more:?}");
    }
}

#[test]
fn the_first_results_go_where_there_are_too_many() {
    let strange = "7.made.express.AAAA";
    let many = u16::try_from(MOST).unwrap() + 3;
    let mut history = History::read(strange);
    for day in 0..many {
        // Answers that differ from day to day.
        history = added(&history, &link(if day % 2 == 0 { "1111111" } else { "2222222" }, 1, day));
    }
    let days: Vec<u16> = history.entries().filter_map(|entry| entry.head.day).map(|day| day.0).collect();
    assert_eq!(days, (3..many).collect::<Vec<u16>>());
    assert_eq!(strange_lines(&history), [strange]);
}

#[test]
fn what_is_no_link_is_not_added() {
    let damaged = link("1111111", 1, 10).replace("made", "mode");
    for (text, error) in
        [("", LinkError::NotALink), (&damaged, LinkError::Damaged), ("7.made.express.AAAA", LinkError::Newer)]
    {
        assert_eq!(History::default().with(text), Err(error), "{text}");
    }
}

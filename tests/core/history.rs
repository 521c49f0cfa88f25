//! The laws of results over time.

use boussole_core::history::{History, MOST};
use boussole_core::link::{
    Content, Day, LinkError, ResultId, ResultLink, encode, head, same_but_for_the_day,
};
use boussole_core::score::{ScoreSummary, score};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::made::{SMALL, answers, questionnaire};

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
        // Another person with the same answers, and an older result that is opened later.
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

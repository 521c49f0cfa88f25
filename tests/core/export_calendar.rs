//! The laws of the calendar file: unfolded and unescaped, it is what was written.

use std::collections::BTreeSet;

use boussole_core::export::PlanStep;
use boussole_core::export::calendar::file;
use boussole_core::link::{Day, ResultId};
use boussole_core::plan::Revision;
use boussole_core::texts::LazyText;
use proptest::prelude::*;

use crate::export::{Worded, text, worded};
use crate::made::{SMALL, questionnaire};
use crate::widget_texts::named;

const FIRST: Revision = Revision { number: 0, day: Day(327) };

fn written(case: &Worded) -> String {
    file(&case.questionnaire, ResultId([1, 2, 3]), FIRST, [&case.plan(), &[]], &case.texts.lazy)
}

/// The lines as RFC 5545, 3.1 has them unfolded, each as its name and its value.
fn properties(file: &str) -> Vec<(String, String)> {
    let unfolded = file.replace("\r\n ", "");
    let lines = unfolded.strip_suffix("\r\n").expect("the last line has an end").split("\r\n");
    let properties = lines.map(|line| line.split_once(':').expect("a line has a name and a value"));
    properties.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// A value as RFC 5545, 3.3.11 reads it.
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next().expect("a backslash stands before something") {
                'n' => text.push('\n'),
                escaped => {
                    assert!("\\;,".contains(escaped), "{escaped:?} is never escaped");
                    text.push(escaped);
                }
            },
            ';' | ',' => panic!("{character} is a sign of the format"),
            _ => text.push(character),
        }
    }
    text
}

/// A text without what the format can't hold: other ends of line, and control characters.
fn held(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_ascii_control()).collect()
}

fn values(case: &Worded, name: &str) -> Vec<String> {
    let properties = properties(&written(case));
    properties.into_iter().filter(|(known, _)| known == name).map(|(_, value)| unescaped(&value)).collect()
}

proptest! {
    #[test]
    fn every_text_comes_through(case in worded()) {
        let summaries: Vec<String> = case.plan().iter().map(|step| held(step.text)).collect();
        prop_assert_eq!(values(&case, "SUMMARY"), summaries);
        let texts = &case.texts.lazy;
        let label = [("label", texts.get(LazyText::SharedOwner)), ("level", "")];
        let label = texts.fill(LazyText::ExportLevel, &label);
        let described = |step: &PlanStep<'_>| match step.owner {
            "" => held(&step.item.short),
            owner => held(&format!("{}\n{}{owner}", step.item.short, label)),
        };
        let descriptions: Vec<String> = case.plan().iter().map(described).collect();
        prop_assert_eq!(values(&case, "DESCRIPTION"), descriptions);
        prop_assert_eq!(values(&case, "X-WR-CALNAME"), [held(texts.get(LazyText::SharedPlan))]);
    }

    #[test]
    fn no_line_is_longer_than_75_octets_or_holds_a_control_character(case in worded()) {
        let file = written(&case);
        for line in file.strip_suffix("\r\n").expect("the last line has an end").split("\r\n") {
            prop_assert!((1..=75).contains(&line.len()), "{line:?}");
            prop_assert!(line.chars().all(|c| c == '\t' || !c.is_ascii_control()), "{line:?}");
        }
    }

    #[test]
    fn a_long_line_is_folded_only_where_it_has_to_be(title in text()) {
        let texts = named(&[(LazyText::SharedPlan, &title)]);
        let file = file(&questionnaire(SMALL), ResultId([0; 3]), FIRST, [&[], &[]], &texts);
        let lines: Vec<&str> = file.split("\r\n").collect();
        for pair in lines.windows(2).filter(|pair| pair[1].starts_with(' ')) {
            let next = pair[1].chars().nth(1).expect("a fold carries something");
            prop_assert!(pair[0].len() + next.len_utf8() > 75);
        }
    }

    #[test]
    fn the_same_step_of_the_same_result_is_the_same_event(case in worded(), later in any::<u16>()) {
        let uids = values(&case, "UID");
        let again = case.plan().into_iter().map(|step| PlanStep { text: "other", due: Day(later), ..step });
        let texts = &case.texts.lazy;
        let plan: Vec<PlanStep<'_>> = again.collect();
        let again = Revision { number: later, day: Day(later) };
        let other_day = properties(&file(&case.questionnaire, ResultId([1, 2, 3]), again, [&plan, &[]], texts));
        let other_result = properties(&file(&case.questionnaire, ResultId([1, 2, 4]), again, [&[], &plan], texts));
        let uid = |all: Vec<(String, String)>| -> Vec<String> {
            all.into_iter().filter(|(name, _)| name == "UID").map(|(_, value)| value).collect()
        };
        prop_assert_eq!(&uid(other_day), &uids);
        prop_assert!(uid(other_result).iter().all(|other| !uids.contains(other)));
        let items: BTreeSet<usize> = case.steps.iter().map(|(position, ..)| *position).collect();
        prop_assert_eq!(uids.iter().collect::<BTreeSet<_>>().len(), items.len());
    }
}

#[test]
fn a_plan_is_what_a_calendar_opens() {
    let questionnaire = questionnaire(SMALL);
    let item = questionnaire.item(2).expect("the third item");
    let plan = [PlanStep {
        item,
        text: "Relire le contrat, article par article ; noter ce qui empêche d’en sortir à l’échéance",
        owner: "juridique",
        when: "T1 2027",
        due: Day(454),
    }];
    let texts = named(&[
        (LazyText::SharedPlan, "Plan d’action"),
        (LazyText::SharedOwner, "Pilote"),
        (LazyText::ExportLevel, "{label}\u{202f}: {level}"),
    ]);
    let expected = "BEGIN:VCALENDAR\r\n\
        VERSION:2.0\r\n\
        PRODID:-//Boussole//Boussole//EN\r\n\
        CALSCALE:GREGORIAN\r\n\
        X-WR-CALNAME:Plan d’action\r\n\
        BEGIN:VEVENT\r\n\
        UID:66051-made-item-2@boussole\r\n\
        DTSTAMP:20261124T000000Z\r\n\
        DTSTART;VALUE=DATE:20270331\r\n\
        DURATION:P1D\r\n\
        TRANSP:TRANSPARENT\r\n\
        SUMMARY:Relire le contrat\\, article par article \\; noter ce qui empêche d\r\n \
        ’en sortir à l’échéance\r\n\
        DESCRIPTION:\\nPilote\u{202f}: juridique\r\n\
        END:VEVENT\r\n\
        END:VCALENDAR\r\n";
    assert_eq!(file(&questionnaire, ResultId([1, 2, 3]), FIRST, [&plan, &[]], &texts), expected);
    // Lines that a later file has besides, of a step that stays and of one that was dropped.
    let again = Revision { number: 3661, day: Day(327) };
    for (plans, status) in [([&plan[..], &[]], "CONFIRMED"), ([&[], &plan[..]], "CANCELLED")] {
        let lines = format!("DTSTAMP:20261124T010101Z\r\nSEQUENCE:3661\r\nSTATUS:{status}\r\n");
        let expected = expected.replace("DTSTAMP:20261124T000000Z\r\n", &lines);
        assert_eq!(file(&questionnaire, ResultId([1, 2, 3]), again, plans, &texts), expected);
    }
}

#[test]
fn a_later_file_is_newer_to_every_calendar() {
    let times = |number: u16, day: u16| {
        let questionnaire = questionnaire(SMALL);
        let item = questionnaire.item(0).expect("an item");
        let step = PlanStep { item, text: "x", owner: "", when: "", due: Day(500) };
        let revision = Revision { number, day: Day(day) };
        let file = file(&questionnaire, ResultId([0; 3]), revision, [&[step], &[]], &named(&[]));
        properties(&file).into_iter().find(|(name, _)| name == "DTSTAMP").expect("a time").1
    };
    for number in [0, 58, 59, 60, 3599, 3600, u16::MAX - 1] {
        assert!(times(number, 10) < times(number + 1, 10));
        assert!(times(number, 10) < times(0, 11));
    }
}

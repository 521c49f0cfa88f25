//! `docs/scoring.md` says what the program does: its tables are computed again.

use boussole_core::questionnaire::{PrincipleId, Questionnaire, Word};
use boussole_core::report::Report;
use boussole_core::score::{Range, Score, ScoreSummary};

use crate::made::{SMALL, complete, points, questionnaire};
use crate::markdown::table;
use crate::project::form;

const DOCUMENT: &str = include_str!("../../docs/scoring.md");

/// A row of a table of examples.
struct Example<'a> {
    answers: &'a str,
    /// Of the three principles and the whole.
    exact: &'a [&'a str],
    shown: &'a str,
    known: &'a str,
    level: &'a str,
    weakest: &'a str,
    priorities: &'a str,
}

impl<'a> Example<'a> {
    fn of(cells: &'a [&'a str]) -> Self {
        let [answers, exact @ .., shown, known, level, weakest, priorities] = cells else {
            panic!("a row has ten cells: {cells:?}")
        };
        Self { answers: answers.trim_matches('`'), exact, shown, known, level, weakest, priorities }
    }

    fn check(&self, questionnaire: &Questionnaire, name: impl Fn(usize) -> String) {
        let report = Report::new(questionnaire, &complete(questionnaire, self.answers));
        let parts = [&report.scores.principles[..], &[report.scores.whole]].concat();
        assert_eq!(parts.len(), self.exact.len());
        for (part, exact) in parts.into_iter().zip(self.exact) {
            check_exact(part.expect("each part has a score"), exact, self.answers);
        }
        let whole = report.scores.whole.expect("the whole has a score");
        assert_eq!(shown(Range::from(whole)), self.shown, "{}", self.answers);
        assert_eq!(format!("{} of {}", whole.known, whole.applicable), self.known, "{}", self.answers);
        assert_eq!(level(questionnaire, &report.summary), self.level, "{}", self.answers);
        let weakest: Vec<&str> = report.summary.weakest().into_iter().map(PrincipleId::word).collect();
        assert_eq!(weakest.join(", "), self.weakest, "{}", self.answers);
        let first: Vec<String> = report.priorities.into_iter().take(3).map(name).collect();
        assert_eq!(first.join(" "), self.priorities.replace("none", ""), "{}", self.answers);
    }
}

fn check_exact(score: Score, cell: &str, answers: &str) {
    let (assured, possible) = cell.split_once(" to ").unwrap_or((cell, cell));
    assert_eq!((score.assured, score.possible), (points(assured), points(possible)), "{answers}: {cell}");
}

fn shown(range: Range) -> String {
    match range.is_open() {
        true => format!("{} to {}", range.assured(), range.possible()),
        false => range.assured().to_string(),
    }
}

fn level(questionnaire: &Questionnaire, summary: &ScoreSummary) -> String {
    let maturity_result = summary.maturity_result(questionnaire).expect("the whole has a score");
    let before = if maturity_result.at_least { "at least " } else { "" };
    let after = if maturity_result.held_back { ", held back" } else { "" };
    format!("{before}{}{after}", maturity_result.level.index())
}

/// The weights of a table of items in the notation of `made`.
fn weights(rows: &[Vec<&str>]) -> String {
    let mut principles: Vec<(&str, String)> = Vec::new();
    let mut last = ("", "");
    for row in rows {
        let [principle, principle_weight, dimension, dimension_weight, _, item, may_not_apply, _] = row[..]
        else {
            panic!("a row has eight cells: {row:?}")
        };
        let item = format!("{item}{}", if may_not_apply == "yes" { "-" } else { "" });
        if last.0 != principle {
            principles.push((principle, format!("{principle_weight}: {dimension_weight}({item})")));
        } else if let Some((_, notation)) = principles.last_mut() {
            let same_dimension = last.1 == dimension;
            let open = if same_dimension { notation.trim_end_matches(')') } else { notation.as_str() };
            let between = if same_dimension { " " } else { &format!(" {dimension_weight}(") };
            *notation = format!("{open}{between}{item})");
        }
        last = (principle, dimension);
    }
    principles.into_iter().map(|(_, notation)| notation).collect::<Vec<_>>().join(" | ")
}

#[test]
fn the_small_questionnaire_is_the_one_of_the_tests() {
    assert_eq!(weights(&table(DOCUMENT, "## A small questionnaire")), SMALL);
}

#[test]
fn shares_of_the_whole_are_what_a_step_lifts() {
    let questionnaire = questionnaire(SMALL);
    let report = Report::new(&questionnaire, &complete(&questionnaire, "000 00 00"));
    let rows = table(DOCUMENT, "## A small questionnaire");
    assert_eq!(rows.len(), questionnaire.len());
    for (row, lift) in rows.iter().zip(report.scores.lifts) {
        assert_eq!(lift, Some(points(row[7]).times(25)), "{}", row[4]);
    }
}

#[test]
fn examples_with_the_small_questionnaire() {
    let rows = table(DOCUMENT, "## A small questionnaire");
    let name = |position: usize| rows[position][4].to_owned();
    for row in table(DOCUMENT, "### Examples with the small questionnaire") {
        Example::of(&row).check(&questionnaire(SMALL), name);
    }
}

#[test]
fn examples_with_the_express_form() {
    let express = form("liberte-numerique", "express");
    for row in table(DOCUMENT, "### Examples with the express form") {
        Example::of(&row).check(&express, |position| (position + 1).to_string());
    }
}

#[test]
fn the_maturity_levels_are_those_of_the_project() {
    let express = form("liberte-numerique", "express");
    let rows = table(DOCUMENT, "## The maturity level");
    let from = [&[0], &express.thresholds[..]].concat();
    let expected: Vec<Vec<String>> = express
        .maturity
        .iter()
        .zip(from)
        .enumerate()
        .map(|(level, (maturity, from))| vec![level.to_string(), from.to_string(), maturity.name.clone()])
        .collect();
    assert_eq!(rows, expected);
}

//! Exports of a result: files as texts, and a picture as a list of shapes.
//!
//! Files reach a disk or a screen through the widget's `browser` modules. Every text in them comes from the
//! questionnaire or from the widget's texts. `docs/exports.md` describes each.

pub mod calendar;
pub mod card;
pub mod csv;
pub mod json;
pub mod markdown;
pub mod room;
pub mod rose;
pub mod team;

use crate::answers::{Complete, Level, Response};
use crate::calendar::Day;
use crate::phrases;
use crate::questionnaire::{Item, Questionnaire, Role};
use crate::report::Report;
use crate::score::ScoreSummary;
use crate::texts::{LazyText, Text, Texts};

/// Texts of the widget in the locale of an export.
#[derive(Clone, Copy, Debug)]
pub struct ExportTexts<'a> {
    /// Texts that come with the questionnaire.
    pub first: &'a Texts,
    /// Texts that come with the first lazy part.
    pub lazy: &'a Texts<LazyText>,
}

impl<'a> ExportTexts<'a> {
    /// Response in words: the given text for a level, else its name.
    fn response(self, response: Response, level: impl FnOnce(Level) -> &'a str) -> &'a str {
        match response {
            Response::Level(value) => level(value),
            Response::DontKnow => self.first.get(Text::ItemDontKnow),
            Response::NotApplicable => self.first.get(Text::ItemNotApplicable),
        }
    }

    /// Points of the whole: "Between 42 and 58 out of 100"; a sentence of its own where nothing applies.
    pub fn headline(self, summary: &ScoreSummary) -> String {
        match summary.whole {
            Some(range) => phrases::out_of(self.first, range),
            None => self.first.get(Text::ReportNothing).to_owned(),
        }
    }

    /// Maturity level: "Level, at least: Mastered"; empty where nothing applies.
    fn level(self, questionnaire: &Questionnaire, summary: &ScoreSummary) -> String {
        let Some(result) = summary.maturity_result(questionnaire) else { return String::new() };
        let label = self.first.get(phrases::level_label(result));
        let level = &*questionnaire.maturity[result.level.index()].name;
        self.lazy.fill(LazyText::ExportLevel, &[("label", label), ("level", level)])
    }
}

/// Finished assessment, the input of exports.
#[derive(Clone, Copy, Debug)]
pub struct Finished<'a> {
    /// Questionnaire of the answers.
    pub questionnaire: &'a Questionnaire,
    /// Answers to export.
    pub answers: &'a Complete,
    /// Report of these answers.
    pub report: &'a Report,
    /// Role of the respondent.
    pub role: Option<Role>,
    /// Day of the result.
    pub day: Option<Day>,
}

/// Step of the action plan.
#[derive(Clone, Copy, Debug)]
pub struct PlanStep<'a> {
    /// Item of the step.
    pub item: &'a Item,
    /// Measure in a sentence.
    pub text: &'a str,
    /// Role that leads the step, in words; may be empty.
    pub owner: &'a str,
    /// Name of the quarter by which the step is due; may be empty.
    pub when: &'a str,
    /// Last day of that quarter.
    pub due: Day,
}

/// Response in one sign: the number of the level, `?` for a blind spot, `-` for "not applicable".
fn sign(response: Response) -> &'static str {
    match response {
        Response::Level(level) => ["0", "1", "2", "3", "4"][level.index()],
        Response::DontKnow => "?",
        Response::NotApplicable => "-",
    }
}

/// Text in one line: runs of spaces, ends of line and control characters become one space, none at the ends.
///
/// The spaces of French typography are unchanged.
fn one_line(text: &str) -> String {
    let mut line = String::new();
    for word in text.split(|c: char| c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        if !word.is_empty() && !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line.trim().to_owned()
}

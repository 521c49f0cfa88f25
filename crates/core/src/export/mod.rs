//! What somebody takes away from a result: files as texts, and a picture as a list of shapes.
//!
//! How they reach a disk or a screen is the business of `edge`. Every word in them comes from the
//! questionnaire or is handed in. `docs/exports.md` tells what each holds.

pub mod calendar;
pub mod card;
pub mod csv;
pub mod json;
pub mod markdown;
pub mod room;
pub mod rose;
pub mod team;

use crate::answers::{Complete, Level, Response};
use crate::link::Day;
use crate::phrases;
use crate::questionnaire::{Item, Questionnaire, Role};
use crate::report::Report;
use crate::score::ScoreSummary;
use crate::texts::{LazyText, Text, Texts};

/// The texts of the widget in the locale of an export.
#[derive(Clone, Copy, Debug)]
pub struct ExportTexts<'a> {
    /// Texts that come with the questionnaire.
    pub first: &'a Texts,
    /// Texts that come with the first lazy part.
    pub lazy: &'a Texts<LazyText>,
}

impl<'a> ExportTexts<'a> {
    /// A response: the given text for a level, else its name.
    fn response(self, response: Response, level: impl FnOnce(Level) -> &'a str) -> &'a str {
        match response {
            Response::Level(value) => level(value),
            Response::DontKnow => self.first.get(Text::ItemDontKnow),
            Response::NotApplicable => self.first.get(Text::ItemNotApplicable),
        }
    }

    /// The points of the whole: "Between 42 and 58 out of 100"; a sentence of its own where nothing applies.
    pub fn headline(self, summary: &ScoreSummary) -> String {
        match summary.whole {
            Some(range) => phrases::out_of(self.first, range),
            None => self.first.get(Text::ReportNothing).to_owned(),
        }
    }

    /// The maturity level: "Level, at least: Mastered"; empty where nothing applies.
    fn level(self, questionnaire: &Questionnaire, summary: &ScoreSummary) -> String {
        let Some(result) = summary.maturity_result(questionnaire) else { return String::new() };
        let label = self.first.get(phrases::level_label(result));
        let level = &*questionnaire.maturity[result.level.index()].name;
        self.lazy.fill(LazyText::ExportLevel, &[("label", label), ("level", level)])
    }
}

/// A finished assessment, as the exports read it.
#[derive(Clone, Copy, Debug)]
pub struct Finished<'a> {
    pub questionnaire: &'a Questionnaire,
    pub answers: &'a Complete,
    /// Of these answers.
    pub report: &'a Report,
    /// Who answered.
    pub role: Option<Role>,
    /// When the result was made.
    pub day: Option<Day>,
}

/// A step that somebody keeps in the action plan.
#[derive(Clone, Copy, Debug)]
pub struct PlanStep<'a> {
    /// What it is about.
    pub item: &'a Item,
    /// What is to be done.
    pub text: &'a str,
    /// Who leads it, in words; may be empty.
    pub owner: &'a str,
    /// By when, in words: the name of a quarter; may be empty.
    pub when: &'a str,
    /// The last day of that quarter.
    pub due: Day,
}

/// A response in one sign: the number of the level, `?` for a blind spot, `-` where nothing applies.
fn sign(response: Response) -> &'static str {
    match response {
        Response::Level(level) => ["0", "1", "2", "3", "4"][level.index()],
        Response::DontKnow => "?",
        Response::NotApplicable => "-",
    }
}

/// A text in one line: each run of spaces, ends of line and control characters is one space, none at the
/// ends. The spaces of French typography stay what they are.
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

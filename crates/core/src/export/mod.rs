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

use crate::answers::{Complete, Response};
use crate::link::Day;
use crate::questionnaire::{Item, Questionnaire, Role};
use crate::report::Report;

/// How many functions there are to answer an item or to lead a step.
const ROLES: usize = 5;

/// The words for [`Role`]s, in the order of their numbers.
pub type RoleWords<'a> = [&'a str; ROLES];

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

/// The word for a role.
fn role_word<'a>(words: &RoleWords<'a>, role: Role) -> &'a str {
    // There are as many words as roles.
    words[role as usize]
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

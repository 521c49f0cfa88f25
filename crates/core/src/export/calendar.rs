//! The action plan for a calendar: RFC 5545, one all-day event a step, on the last day of its quarter.
//!
//! Events instead of to-dos: usual calendars at work do not open to-dos.

use super::PlanStep;
use crate::calendar::{iso, two_digits};
use crate::plan::Revision;
use crate::questionnaire::Questionnaire;
use crate::result_id::ResultId;
use crate::texts::{LazyText, Texts};

/// Maximum of octets in a line, its end excluded.
const LINE: usize = 75;

/// Plan of a result as an iCalendar file: its steps, and those that an earlier file had and that were dropped since.
///
/// A step of a result has a stable identifier: a plan that is opened again moves its events, and cancels the dropped
/// ones. Calendars keep the event with the higher `SEQUENCE`, then with the later `DTSTAMP`.
pub fn file(
    questionnaire: &Questionnaire,
    result_id: ResultId,
    revision: Revision,
    [plan, dropped]: [&[PlanStep<'_>]; 2],
    texts: &Texts<LazyText>,
) -> String {
    let mut file = String::new();
    let mut property = |name: &str, value: &str| fold(&mut file, &[name, ":", value].concat());
    property("BEGIN", "VCALENDAR");
    property("VERSION", "2.0");
    property("PRODID", "-//Boussole//Boussole//EN");
    property("CALSCALE", "GREGORIAN");
    property("X-WR-CALNAME", &escaped(texts.get(LazyText::SharedPlan)));
    // Label of the owner, with the separator of the language: "Led by: ".
    let label =
        texts.fill(LazyText::ExportLevel, &[("label", texts.get(LazyText::SharedOwner)), ("level", "")]);
    let stamp = stamp(revision);
    let steps = plan.iter().map(|step| (step, "CONFIRMED"));
    for (step, status) in steps.chain(dropped.iter().map(|step| (step, "CANCELLED"))) {
        property("BEGIN", "VEVENT");
        property("UID", &identifier(questionnaire, result_id, step));
        property("DTSTAMP", &stamp);
        if revision.number > 0 {
            property("SEQUENCE", &revision.number.to_string());
            property("STATUS", status);
        }
        property("DTSTART;VALUE=DATE", &iso(step.due, ""));
        property("DURATION", "P1D");
        property("TRANSP", "TRANSPARENT");
        property("SUMMARY", &escaped(step.text));
        property("DESCRIPTION", &escaped(&description(step, &label)));
        property("END", "VEVENT");
    }
    property("END", "VCALENDAR");
    file
}

/// Time of a file without a clock: a second after midnight for each earlier file, so that a later file is newer.
fn stamp(Revision { number, day }: Revision) -> String {
    // Below the 86,400 seconds of a day.
    let parts = [number / 3600, number / 60 % 60, number % 60].map(two_digits);
    [&*iso(day, ""), "T", &parts.concat(), "Z"].concat()
}

fn identifier(questionnaire: &Questionnaire, ResultId(result_id): ResultId, step: &PlanStep<'_>) -> String {
    // Three bytes as one number: below 2^24, unsigned, the same for the same `result_id`.
    let [high, middle, low] = result_id.map(u32::from);
    let result_id = (high << 16 | middle << 8 | low).to_string();
    [&*result_id, "-", questionnaire.id.as_str(), "-", step.item.id.as_str(), "@boussole"].concat()
}

fn description(step: &PlanStep<'_>, label: &str) -> String {
    let mut description = step.item.short.clone();
    if !step.owner.is_empty() {
        description.push('\n');
        description.push_str(label);
        description.push_str(step.owner);
    }
    description
}

/// Text as a value of the format.
///
/// Marks of the format get a backslash, ends of line become `\n`, other control characters are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let mut last = ' ';
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            // Second half of an end of line.
            '\n' if last == '\r' => {}
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(character),
            '\0'..' ' | '\u{7f}' => {}
            _ => escaped.push(character),
        }
        last = character;
    }
    escaped
}

/// Writes a line, folded at the limit: a continuation begins with a space, and no character is split.
fn fold(file: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(character);
        length += character.len_utf8();
    }
    file.push_str("\r\n");
}

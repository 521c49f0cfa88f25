//! The action plan for a calendar: RFC 5545, one all-day event a step, on the last day of its quarter.
//!
//! Events and not to-dos, which the calendars that people have at work do not open.

use super::PlanStep;
use crate::calendar::iso;
use crate::link::{Day, ResultId};
use crate::questionnaire::Questionnaire;
use crate::texts::{LazyText, Texts};

/// The most octets in a line, its end not counted.
const LINE: usize = 75;

/// The plan of a result as an iCalendar file. The same step of the same result has the same identifier, so
/// that a plan which is opened again moves its events instead of doubling them.
pub fn file(
    questionnaire: &Questionnaire,
    result_id: ResultId,
    today: Day,
    plan: &[PlanStep<'_>],
    texts: &Texts<LazyText>,
) -> String {
    let mut file = String::new();
    let mut property = |name: &str, value: &str| fold(&mut file, &[name, ":", value].concat());
    property("BEGIN", "VCALENDAR");
    property("VERSION", "2.0");
    property("PRODID", "-//Boussole//Boussole//EN");
    property("CALSCALE", "GREGORIAN");
    property("X-WR-CALNAME", &escaped(texts.get(LazyText::PlanTitle)));
    // The label of the owner, with the separator of the language: "Led by: ".
    let label =
        texts.fill(LazyText::ExportLevel, &[("label", texts.get(LazyText::PlanOwner)), ("level", "")]);
    let stamp = [&*iso(today, ""), "T000000Z"].concat();
    for step in plan {
        property("BEGIN", "VEVENT");
        property("UID", &identifier(questionnaire, result_id, step));
        property("DTSTAMP", &stamp);
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

fn identifier(questionnaire: &Questionnaire, ResultId(result_id): ResultId, step: &PlanStep<'_>) -> String {
    // Three bytes as one number: below 2^24, without a sign, and the same for the same result_id.
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

/// A text as a value: marks of the format get a backslash, an end of line is written as `\n`, and control
/// characters, which have no place in the format, go.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let mut last = ' ';
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            // The second half of a line end that is told already.
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

/// Writes a line, cut where it is too long: what follows begins with a space, and no character is torn.
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

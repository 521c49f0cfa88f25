//! Report as a document for a mail or a wiki: CommonMark with a table, without HTML.

use super::{ExportTexts, Finished, PlanStep, one_line};
use crate::phrases;
use crate::questionnaire::{Role, Word};
use crate::score::Range;
use crate::texts::{LazyText, Text};

/// Heads of the table of the principles.
const COLUMNS: [Text; 3] = [Text::ReportPrinciple, Text::ReportAssured, Text::ReportPossible];

/// Report as Markdown. An empty plan is left out.
pub fn document(finished: &Finished<'_>, plan: &[PlanStep<'_>], texts: ExportTexts<'_>) -> String {
    let Finished { questionnaire, report, day, .. } = *finished;
    let byline = day.map(|day| phrases::day(texts.first, day)).unwrap_or_default();
    let mut document = String::new();
    block(&mut document, "# ", &escaped(&questionnaire.title));
    block(&mut document, "", &strong("*", &byline));
    block(&mut document, "", &strong("**", &texts.headline(&report.summary)));
    block(&mut document, "", &strong("**", &texts.level(questionnaire, &report.summary)));
    if let Some(maturity_result) = report.summary.maturity_result(questionnaire) {
        block(&mut document, "", &escaped(&questionnaire.maturity[maturity_result.level.index()].meaning));
    }
    block(&mut document, "## ", &escaped(texts.first.get(Text::ReportPrinciples)));
    document.push_str(&table(finished, texts));
    if !plan.is_empty() {
        block(&mut document, "## ", &escaped(texts.lazy.get(LazyText::SharedPlan)));
        steps(&mut document, plan);
    }
    block(&mut document, "## ", &escaped(texts.first.get(Text::ReportBlindSpots)));
    blind_spots(&mut document, finished, texts);
    last(&mut document, &questionnaire.notice);
    document
}

/// Writes the last paragraph, with one end of line.
pub(super) fn last(document: &mut String, notice: &str) {
    block(document, "", &strong("*", notice));
    document.truncate(document.trim_end().len());
    document.push('\n');
}

/// Writes a heading or a paragraph, with an empty line after it; nothing for an empty text.
pub(super) fn block(document: &mut String, before: &str, text: &str) {
    if !text.is_empty() {
        document.push_str(before);
        document.push_str(text);
        document.push_str("\n\n");
    }
}

fn table(finished: &Finished<'_>, texts: ExportTexts<'_>) -> String {
    let summary = &finished.report.summary;
    let mut table = String::new();
    head(&mut table, &COLUMNS.map(|column| escaped(texts.first.get(column))));
    let points = |range: Option<Range>, of: fn(Range) -> u8| {
        range.map_or_else(|| escaped(texts.first.get(Text::ReportDash)), |range| of(range).to_string())
    };
    let mut ranges = |name: String, range| {
        row(&mut table, &[name, points(range, Range::assured), points(range, Range::possible)]);
    };
    for (principle, range) in finished.questionnaire.principles.iter().zip(summary.principles) {
        ranges(escaped(&principle.name), range);
    }
    ranges(strong("**", texts.first.get(Text::ReportWhole)), summary.whole);
    table.push('\n');
    table
}

/// Writes the head of a table, of escaped texts: words in the first column, figures in the others.
pub(super) fn head(table: &mut String, cells: &[String]) {
    row(table, cells);
    for at in 0..cells.len() {
        table.push_str(if at == 0 { "| :--- " } else { "| ---: " });
    }
    table.push_str("|\n");
}

/// Writes a row of a table, of escaped texts.
pub(super) fn row(table: &mut String, cells: &[String]) {
    for cell in cells {
        table.push_str("| ");
        table.push_str(cell);
        table.push(' ');
    }
    table.push_str("|\n");
}

fn steps(document: &mut String, plan: &[PlanStep<'_>]) {
    for (step, number) in plan.iter().zip(1u32..) {
        document.push_str(&number.to_string());
        document.push_str(". ");
        let parts = [strong("**", &step.item.short), escaped(step.text)];
        joined(document, &parts, " – ");
        let parts = [escaped(step.owner), escaped(step.when)];
        if parts.iter().any(|part| !part.is_empty()) {
            document.push_str(" (");
            joined(document, &parts, ", ");
            document.push(')');
        }
        document.push('\n');
    }
    document.push('\n');
}

/// Writes two escaped texts, with a separator if both have content.
pub(super) fn joined(document: &mut String, parts: &[String; 2], between: &str) {
    let [first, second] = parts;
    document.push_str(first);
    if !first.is_empty() && !second.is_empty() {
        document.push_str(between);
    }
    document.push_str(second);
}

/// Writes the questions with an unknown answer, grouped by role.
fn blind_spots(document: &mut String, finished: &Finished<'_>, texts: ExportTexts<'_>) {
    let blind = &finished.report.blind_spots;
    if blind.is_empty() {
        return block(document, "", &escaped(texts.first.get(Text::ReportBlindSpotsNone)));
    }
    for (_, role) in Role::WORDS {
        let items = finished.questionnaire.items().enumerate();
        let mut questions =
            items.filter(|(at, item)| item.respondent == *role && blind.contains(at)).peekable();
        if questions.peek().is_some() {
            let ask = texts.first.fill(Text::ReportAsk, &[("role", phrases::role(texts.first, *role))]);
            block(document, "### ", &escaped(&ask));
            for (_, item) in questions {
                document.push_str("- ");
                document.push_str(&escaped(&item.prompt));
                document.push('\n');
            }
            document.push('\n');
        }
    }
}

/// Text between marks of emphasis; an empty text has none, as these alone would draw a line.
pub(super) fn strong(mark: &str, text: &str) -> String {
    let text = escaped(text);
    if text.is_empty() { text } else { [mark, &text, mark].concat() }
}

/// Text in one line, literal: a backslash precedes each character with a meaning in Markdown or on GitHub.
pub(super) fn escaped(text: &str) -> String {
    let line = one_line(text);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut escaped = String::new();
    for (at, character) in line.char_indices() {
        let is_special = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '$' => true,
            '&' => is_entity(&line[at + 1..]),
            '-' | '+' | '=' | ':' => at == 0,
            '.' | ')' => at == digits && digits > 0,
            _ => false,
        };
        if is_special {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// True if the text after an ampersand makes it the name or number of a character.
fn is_entity(rest: &str) -> bool {
    let name = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    name > 0 && rest[name..].starts_with(';')
}

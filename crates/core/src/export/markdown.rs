//! The report as a document for a mail or a wiki: CommonMark with a table, and no HTML.

use super::{Finished, PlanStep, one_line};
use crate::questionnaire::{Role, Word};
use crate::score::Range;

/// The words of the document that are not the questionnaire's. Sentences are handed in with their values.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Under the title: the day, who answered; may be empty.
    pub byline: &'a str,
    /// "Between 42 and 58 out of 100".
    pub headline: &'a str,
    /// "Level, at least: Mastered".
    pub level: &'a str,
    /// Above the table of the principles.
    pub principles: &'a str,
    /// The heads of its columns: principle, assured points, possible points.
    pub columns: [&'a str; 3],
    /// The row for all three together.
    pub whole: &'a str,
    /// What stands where nothing applies.
    pub dash: &'a str,
    /// Above the action plan.
    pub plan: &'a str,
    /// Above the blind spots.
    pub blind_spots: &'a str,
    /// What is said where there is none.
    pub no_blind_spots: &'a str,
    /// Above the questions to each role, in the order of the roles' numbers: "To ask: legal".
    pub ask: [&'a str; super::ROLES],
}

/// The report as Markdown. An empty plan is left out.
pub fn document(finished: &Finished<'_>, plan: &[PlanStep<'_>], words: &Words<'_>) -> String {
    let questionnaire = finished.questionnaire;
    let mut document = String::new();
    block(&mut document, "# ", &escaped(&questionnaire.title));
    block(&mut document, "", &strong("*", words.byline));
    block(&mut document, "", &strong("**", words.headline));
    block(&mut document, "", &strong("**", words.level));
    if let Some(maturity_result) = finished.report.summary.maturity_result(questionnaire) {
        block(&mut document, "", &escaped(&questionnaire.maturity[maturity_result.level.index()].meaning));
    }
    block(&mut document, "## ", &escaped(words.principles));
    document.push_str(&table(finished, words));
    if !plan.is_empty() {
        block(&mut document, "## ", &escaped(words.plan));
        steps(&mut document, plan);
    }
    block(&mut document, "## ", &escaped(words.blind_spots));
    blind_spots(&mut document, finished, words);
    last(&mut document, &questionnaire.notice);
    document
}

/// The last paragraph, with one end of line behind it.
pub(super) fn last(document: &mut String, notice: &str) {
    block(document, "", &strong("*", notice));
    document.truncate(document.trim_end().len());
    document.push('\n');
}

/// A heading or a paragraph, with the empty line behind it; nothing where there is no text.
pub(super) fn block(document: &mut String, before: &str, text: &str) {
    if !text.is_empty() {
        document.push_str(before);
        document.push_str(text);
        document.push_str("\n\n");
    }
}

fn table(finished: &Finished<'_>, words: &Words<'_>) -> String {
    let summary = &finished.report.summary;
    let mut table = String::new();
    head(&mut table, &words.columns.map(escaped));
    let points = |range: Option<Range>, of: fn(Range) -> u8| {
        range.map_or_else(|| escaped(words.dash), |range| of(range).to_string())
    };
    let mut ranges = |name: String, range| {
        row(&mut table, &[name, points(range, Range::assured), points(range, Range::possible)]);
    };
    for (principle, range) in finished.questionnaire.principles.iter().zip(summary.principles) {
        ranges(escaped(&principle.name), range);
    }
    ranges(strong("**", words.whole), summary.whole);
    table.push('\n');
    table
}

/// The head of a table, of escaped texts: the first column holds words, the others figures.
pub(super) fn head(table: &mut String, cells: &[String]) {
    row(table, cells);
    for at in 0..cells.len() {
        table.push_str(if at == 0 { "| :--- " } else { "| ---: " });
    }
    table.push_str("|\n");
}

/// A row of a table, of escaped texts.
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

/// Two escaped texts with what stands between them, where both are there.
pub(super) fn joined(document: &mut String, parts: &[String; 2], between: &str) {
    let [first, second] = parts;
    document.push_str(first);
    if !first.is_empty() && !second.is_empty() {
        document.push_str(between);
    }
    document.push_str(second);
}

/// The questions that nobody knows the answer to, those for one role together.
fn blind_spots(document: &mut String, finished: &Finished<'_>, words: &Words<'_>) {
    let blind = &finished.report.blind_spots;
    if blind.is_empty() {
        return block(document, "", &escaped(words.no_blind_spots));
    }
    for ((_, role), ask) in Role::WORDS.iter().zip(words.ask) {
        let items = finished.questionnaire.items().enumerate();
        let mut questions =
            items.filter(|(at, item)| item.respondent == *role && blind.contains(at)).peekable();
        if questions.peek().is_some() {
            block(document, "### ", &escaped(ask));
            for (_, item) in questions {
                document.push_str("- ");
                document.push_str(&escaped(&item.prompt));
                document.push('\n');
            }
            document.push('\n');
        }
    }
}

/// A text between marks of emphasis; an empty one has none, as these alone would draw a line.
pub(super) fn strong(mark: &str, text: &str) -> String {
    let text = escaped(text);
    if text.is_empty() { text } else { [mark, &text, mark].concat() }
}

/// A text in one line, read as it is: what has a meaning in Markdown or for GitHub, anywhere or at the beginning of a line,
/// gets a backslash.
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

/// Whether what follows an ampersand makes it the name or number of a character.
fn is_entity(rest: &str) -> bool {
    let name = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    name > 0 && rest[name..].starts_with(';')
}

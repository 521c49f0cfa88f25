//! The answers as a table for a spreadsheet: RFC 4180, one row an item.

use super::{ExportTexts, Finished, sign};
use crate::answers::Response;
use crate::phrases;
use crate::score::of_item;
use crate::texts::LazyText;

/// The heads of the columns.
const COLUMNS: [LazyText; 9] = [
    LazyText::ExportColumnNumber,
    LazyText::ExportColumnItem,
    LazyText::ExportColumnPrinciple,
    LazyText::ExportColumnDimension,
    LazyText::ExportColumnQuestion,
    LazyText::ExportColumnLevel,
    LazyText::ExportColumnAnswer,
    LazyText::ExportColumnPoints,
    LazyText::ExportColumnRespondent,
];

/// Told before the text, so that spreadsheets read it as UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// What stands between two cells: spreadsheets follow the decimal sign of the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// Where numbers have a decimal point.
    Comma,
    /// Where they have a decimal comma, as in French.
    Semicolon,
}

impl Separator {
    /// The character itself.
    pub fn character(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
        }
    }
}

/// The answers as CSV. Points are left out where they are not known or do not apply.
pub fn table(finished: &Finished<'_>, texts: ExportTexts<'_>, separator: Separator) -> String {
    let mut table = String::from(BYTE_ORDER_MARK);
    row(&mut table, separator, &COLUMNS.map(|column| texts.lazy.get(column)));
    let mut responses = finished.answers.iter();
    let mut position = 0u32;
    for principle in &finished.questionnaire.principles {
        for dimension in &principle.dimensions {
            // There is a response to each item in its turn.
            for (item, response) in dimension.items.iter().zip(responses.by_ref()) {
                position += 1;
                let cells = [
                    &*position.to_string(),
                    item.id.as_str(),
                    &principle.name,
                    &dimension.name,
                    &item.prompt,
                    sign(response),
                    texts.response(response, |level| &item.levels[level.index()]),
                    &points(response),
                    phrases::role(texts.first, item.respondent),
                ];
                row(&mut table, separator, &cells);
            }
        }
    }
    table
}

fn points(response: Response) -> String {
    let known = of_item(response).filter(|score| score.known > 0);
    known.map_or_else(String::new, |score| score.assured.rounded().to_string())
}

/// A row of a table, each cell in the hands of [`cell`].
pub(super) fn row(table: &mut String, separator: Separator, cells: &[&str]) {
    for (index, text) in cells.iter().enumerate() {
        if index > 0 {
            table.push(separator.character());
        }
        cell(table, text);
    }
    table.push_str("\r\n");
}

/// A cell, in quotes where it has to be: for either separator, so that a table read with the other one
/// still has its texts whole.
fn cell(table: &mut String, text: &str) {
    let guard = if is_formula(text) { "'" } else { "" };
    if text.contains(['"', ',', ';', '\r', '\n', '\t']) || text.starts_with(' ') || text.ends_with(' ') {
        table.push('"');
        table.push_str(guard);
        table.push_str(&text.replace('"', "\"\""));
        table.push('"');
    } else {
        table.push_str(guard);
        table.push_str(text);
    }
}

/// Whether a spreadsheet would run the text: a formula behind one of these signs, half or full width. It
/// gets the apostrophe by which people, too, tell a spreadsheet to take a text as it is. A sign by itself,
/// such as the one for "not applicable", is no formula.
fn is_formula(text: &str) -> bool {
    let mut characters = text.chars();
    let first = characters.next().unwrap_or(' ');
    "=+-@\t\r\n＝＋－＠".contains(first) && characters.next().is_some()
}

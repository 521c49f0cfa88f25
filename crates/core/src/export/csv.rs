//! Answers as a table for a spreadsheet: RFC 4180, one row an item.

use super::{ExportTexts, Finished, sign};
use crate::answers::Response;
use crate::phrases;
use crate::score::of_item;
use crate::texts::LazyText;

/// Heads of the columns.
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

/// First character of a file, so that spreadsheets read it as UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Separator of cells: spreadsheets expect that of the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// Separator where numbers have a decimal point.
    Comma,
    /// Separator where numbers have a decimal comma, as in French.
    Semicolon,
}

impl Separator {
    /// Separator that the texts of a language name.
    pub fn of(text: &str) -> Self {
        if text == ";" { Self::Semicolon } else { Self::Comma }
    }

    /// Character of the separator.
    pub fn character(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
        }
    }
}

/// Answers as CSV. Points are empty without a level.
pub fn table(finished: &Finished<'_>, texts: ExportTexts<'_>, separator: Separator) -> String {
    let mut table = String::from(BYTE_ORDER_MARK);
    row(&mut table, separator, &COLUMNS.map(|column| texts.lazy.get(column)));
    let mut responses = finished.answers.iter();
    let mut position = 0u32;
    for principle in &finished.questionnaire.principles {
        for dimension in &principle.dimensions {
            // There is one response an item.
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

/// Writes a row, each cell by [`cell`].
pub(super) fn row(table: &mut String, separator: Separator, cells: &[&str]) {
    for (index, text) in cells.iter().enumerate() {
        if index > 0 {
            table.push(separator.character());
        }
        cell(table, text);
    }
    table.push_str("\r\n");
}

/// Writes a cell, in quotes where either separator needs them: each of the two reads texts whole.
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

/// True if a spreadsheet would run the text as a formula: it begins with one of these signs, half or full width.
///
/// Such a text gets an apostrophe, the mark of a literal text in spreadsheets. A single sign, such as that of
/// "not applicable", is no formula.
fn is_formula(text: &str) -> bool {
    let mut characters = text.chars();
    let first = characters.next().unwrap_or(' ');
    "=+-@\t\r\n＝＋－＠".contains(first) && characters.next().is_some()
}

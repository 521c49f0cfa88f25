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

/// Separator of cells: spreadsheets expect that of the machine, which the language of the texts does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// Separator where numbers have a decimal point.
    Comma,
    /// Separator where numbers have a decimal comma, as in French.
    Semicolon,
}

impl Separator {
    /// All separators.
    pub const ALL: [Self; 2] = [Self::Comma, Self::Semicolon];

    /// Separator of a text that holds nothing else.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.text() == text)
    }

    /// Separator that a reader chose, else the usual one of a language.
    pub fn chosen(choice: Option<Self>, usual: &str) -> Self {
        choice.or_else(|| Self::read(usual)).unwrap_or(Self::Comma)
    }

    /// Separator as a text of one ASCII character.
    pub fn text(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Semicolon => ";",
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
            table.push_str(separator.text());
        }
        cell(table, text, index == 0);
    }
    table.push_str("\r\n");
}

/// Signs that end a cell for one program or another.
const ENDS: [char; 5] = [',', ';', '\t', '\r', '\n'];

/// Signs at the beginning of a formula, half or full width.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Writes a cell, in quotes where either separator needs them: each of the two reads texts whole.
fn cell(table: &mut String, text: &str, is_first: bool) {
    let guarded = guarded(text, is_first);
    if text.contains('"') || text.contains(ENDS) || text.starts_with(' ') || text.ends_with(' ') {
        table.push('"');
        table.push_str(&guarded.replace('"', "\"\""));
        table.push('"');
    } else {
        table.push_str(&guarded);
    }
}

/// Text that no spreadsheet runs as a formula: an apostrophe is the mark of a literal text there.
///
/// A program that expects the other separator does not see the quotes, and begins a cell within the text. A single
/// sign, such as that of "not applicable", is no formula, but in the first cell: such a program reads the whole row as one.
fn guarded(text: &str, is_first: bool) -> String {
    let mut guarded = String::new();
    if text.len() > 1 && text.starts_with(['\t', '\r', '\n']) {
        guarded.push('\'');
    }
    for (index, piece) in text.split_inclusive(ENDS).enumerate() {
        // Behind a sign that ends the text, a quote may follow.
        let is_sign = index == 0 && !is_first && visible(text).chars().nth(1).is_none();
        if visible(piece).starts_with(SIGNS) && !is_sign {
            guarded.push('\'');
        }
        guarded.push_str(piece);
    }
    guarded
}

/// Text without what spreadsheets drop at its beginning: white space, invisible characters and quotes.
fn visible(text: &str) -> &str {
    let is_dropped = |sign: char| {
        sign.is_whitespace() || matches!(sign, '"' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    text.trim_start_matches(is_dropped)
}

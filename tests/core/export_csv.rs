//! The laws of the table for spreadsheets: another program reads from it what was written.

use boussole_core::answers::Response;
use boussole_core::export::csv::{Separator, table};
use boussole_core::texts::{LazyText, Text};
use proptest::prelude::*;

use crate::export::{Worded, worded};
use crate::made::{SMALL, complete, questionnaire, sign};
use crate::widget_texts::WidgetTexts;

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

/// The cells as the `csv` crate reads them.
pub fn read(table: &str, separator: Separator) -> Vec<Vec<String>> {
    // The reader drops the mark.
    assert!(table.starts_with('\u{feff}'), "a table begins with the byte order mark");
    let delimiter = u8::try_from(separator.character()).expect("it is ASCII");
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(table.as_bytes());
    let rows = reader.records().map(|row| row.expect("each row has as many cells as the first"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// The cells that are meant.
fn meant(case: &Worded) -> Vec<Vec<String>> {
    let mut responses = case.answers.iter();
    let mut rows = vec![COLUMNS.map(|column| case.texts.lazy.get(column).to_owned()).to_vec()];
    for principle in &case.questionnaire.principles {
        for dimension in &principle.dimensions {
            for item in &dimension.items {
                let response = responses.next().expect("every item has one");
                let (text, points) = match response {
                    Response::Level(level) => {
                        (&*item.levels[level.index()], (25 * level.number()).to_string())
                    }
                    Response::DontKnow => (case.texts.first.get(Text::ItemDontKnow), String::new()),
                    Response::NotApplicable => (case.texts.first.get(Text::ItemNotApplicable), String::new()),
                };
                let (position, sign) = (rows.len().to_string(), sign(Some(response)).to_string());
                let role = case.role(item.respondent);
                let cells = [&position, item.id.as_str(), &principle.name, &dimension.name, &item.prompt];
                let cells = cells.into_iter().chain([&*sign, text, &*points, role]);
                rows.push(cells.map(str::to_owned).collect());
            }
        }
    }
    rows
}

/// Whether a spreadsheet would take a cell for a formula.
pub fn runs(cell: &str) -> bool {
    cell.chars().count() > 1
        && cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

proptest! {
    #[test]
    fn every_cell_is_read_as_it_is_meant_and_none_is_run(case in worded(), comma in any::<bool>()) {
        let separator = if comma { Separator::Comma } else { Separator::Semicolon };
        let rows = read(&table(&case.finished(), case.texts.export(), separator), separator);
        let guarded = |cell: String| if runs(&cell) { format!("'{cell}") } else { cell };
        let expected: Vec<Vec<String>> =
            meant(&case).into_iter().map(|row| row.into_iter().map(guarded).collect()).collect();
        prop_assert!(rows.iter().flatten().all(|cell| !runs(cell)));
        prop_assert_eq!(rows, expected);
    }

    #[test]
    fn lines_end_as_the_standard_says(case in worded()) {
        let table = table(&case.finished(), case.texts.export(), Separator::Comma);
        prop_assert!(table.ends_with("\r\n"));
    }
}

#[test]
fn a_table_is_what_a_spreadsheet_in_french_opens() {
    let questionnaire = questionnaire(SMALL);
    let answers = complete(&questionnaire, "0?4 1- 23");
    let report = boussole_core::report::Report::new(&questionnaire, &answers);
    let finished = boussole_core::export::Finished {
        questionnaire: &questionnaire,
        answers: &answers,
        report: &report,
        role: None,
        day: None,
    };
    let heads =
        ["N°", "Repère", "Principe", "Dimension", "Question", "Réponse", "En clair", "Points", "Fonction"];
    let columns: Vec<(LazyText, &str)> = COLUMNS.into_iter().zip(heads).collect();
    let texts = WidgetTexts::named(
        &[
            (Text::ItemDontKnow, "Je ne sais pas"),
            (Text::ItemNotApplicable, "Sans objet ; « non »"),
            (Text::RoleLegal, "=juridique"),
        ],
        &columns,
    );
    let expected = "\u{feff}N°;Repère;Principe;Dimension;Question;Réponse;En clair;Points;Fonction\r\n\
        1;item-0;choose;;;0;level 0;0;'=juridique\r\n\
        2;item-1;choose;;;?;Je ne sais pas;;'=juridique\r\n\
        3;item-2;choose;;;4;level 4;100;'=juridique\r\n\
        4;item-3;master;;;1;level 1;25;'=juridique\r\n\
        5;item-4;master;;;-;\"Sans objet ; « non »\";;'=juridique\r\n\
        6;item-5;build;;;2;level 2;50;'=juridique\r\n\
        7;item-6;build;;;3;level 3;75;'=juridique\r\n";
    assert_eq!(table(&finished, texts.export(), Separator::Semicolon), expected);
}

//! The laws of the table for spreadsheets: another program reads from it what was written.

use boussole_core::answers::Response;
use boussole_core::export::csv::{Separator, Words, table};
use proptest::prelude::*;

use crate::export::{Worded, worded};
use crate::made::{SMALL, complete, questionnaire, sign};

fn words(case: &Worded) -> Words<'_> {
    Words {
        columns: std::array::from_fn(|column| case.word(column)),
        dont_know: case.word(1),
        not_applicable: case.word(2),
        roles: case.roles(),
    }
}

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
fn meant(case: &Worded, words: &Words<'_>) -> Vec<Vec<String>> {
    let mut responses = case.answers.iter();
    let mut rows = vec![words.columns.map(str::to_owned).to_vec()];
    for principle in &case.questionnaire.principles {
        for dimension in &principle.dimensions {
            for item in &dimension.items {
                let response = responses.next().expect("every item has one");
                let (said, points) = match response {
                    Response::Level(level) => {
                        (&*item.levels[level.index()], (25 * level.number()).to_string())
                    }
                    Response::DontKnow => (words.dont_know, String::new()),
                    Response::NotApplicable => (words.not_applicable, String::new()),
                };
                let (position, sign) = (rows.len().to_string(), sign(Some(response)).to_string());
                let role = words.roles[item.respondent as usize];
                let cells = [&position, item.id.as_str(), &principle.name, &dimension.name, &item.prompt];
                let cells = cells.into_iter().chain([&*sign, said, &*points, role]);
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
        let words = words(&case);
        let rows = read(&table(&case.finished(), &words, separator), separator);
        let guarded = |cell: String| if runs(&cell) { format!("'{cell}") } else { cell };
        let expected: Vec<Vec<String>> =
            meant(&case, &words).into_iter().map(|row| row.into_iter().map(guarded).collect()).collect();
        prop_assert!(rows.iter().flatten().all(|cell| !runs(cell)));
        prop_assert_eq!(rows, expected);
    }

    #[test]
    fn lines_end_as_the_standard_says(case in worded()) {
        let table = table(&case.finished(), &words(&case), Separator::Comma);
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
    let words = Words {
        columns: [
            "N°",
            "Repère",
            "Principe",
            "Dimension",
            "Question",
            "Réponse",
            "En clair",
            "Points",
            "Fonction",
        ],
        dont_know: "Je ne sais pas",
        not_applicable: "Sans objet ; « non »",
        roles: ["direction", "DSI", "achats", "=juridique", "métiers"],
    };
    let expected = "\u{feff}N°;Repère;Principe;Dimension;Question;Réponse;En clair;Points;Fonction\r\n\
        1;item-0;choose;;;0;level 0;0;'=juridique\r\n\
        2;item-1;choose;;;?;Je ne sais pas;;'=juridique\r\n\
        3;item-2;choose;;;4;level 4;100;'=juridique\r\n\
        4;item-3;master;;;1;level 1;25;'=juridique\r\n\
        5;item-4;master;;;-;\"Sans objet ; « non »\";;'=juridique\r\n\
        6;item-5;build;;;2;level 2;50;'=juridique\r\n\
        7;item-6;build;;;3;level 3;75;'=juridique\r\n";
    assert_eq!(table(&finished, &words, Separator::Semicolon), expected);
}

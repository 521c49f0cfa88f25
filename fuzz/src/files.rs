//! Files for other programs, with any texts in them.

use boussole_core::answers::Complete;
use boussole_core::calendar::Day;
use boussole_core::export::card::{Attribution, Format, alternative, card, svg};
use boussole_core::export::csv::{Separator, table};
use boussole_core::export::{ExportTexts, Finished, PlanStep, calendar, json, markdown, room};
use boussole_core::link::ResultId;
use boussole_core::plan::Plan;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::report::Report;
use boussole_core::room::RoomFigures;
use boussole_core::score::{ScoreSummary, score};

use crate::fixtures::{self, Fixtures};
use crate::input::FuzzInput;

/// Octets of a line of a calendar file (RFC 5545).
const CALENDAR_LINE: usize = 75;

/// Characters at the beginning of a formula.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Writes the files of a result whose texts are those of the input, and reads them as other programs do.
pub fn run(data: &[u8]) {
    fixtures::with(|fixtures| {
        let mut input = FuzzInput(data);
        let kind = input.byte() % 3;
        let pack = fixtures.pack(&mut input);
        let mut draft = (**pack.questionnaire).clone();
        draft.title = input.text().into_owned();
        for principle in &mut draft.principles {
            principle.name = input.text().into_owned();
            for item in principle.dimensions.iter_mut().flat_map(|dimension| &mut dimension.items).take(2) {
                item.prompt = input.text().into_owned();
                item.short = input.text().into_owned();
                item.levels[0] = input.text().into_owned();
                item.steps[0].text = input.text().into_owned();
            }
        }
        let Ok(questionnaire) = Questionnaire::try_from(draft) else { return };
        let texts = ExportTexts { first: &pack.texts, lazy: &fixtures.lazy };
        let (event, organisation) = (input.text(), input.text());
        let answers = fixtures::complete(&questionnaire, &mut input);
        // One kind of file for each input: a law of another kind is tried by another input.
        match kind {
            0 => {
                let attribution = Attribution { event: &event, organisation: &organisation };
                drawing(&questionnaire, &answers, attribution, texts);
            }
            1 => documents(&questionnaire, &answers, texts, &event),
            _ => rooms(fixtures, &questionnaire, &event),
        }
    });
}

/// The picture is XML with the texts that it should have.
fn drawing(
    questionnaire: &Questionnaire,
    answers: &Complete,
    attribution: Attribution<'_>,
    texts: ExportTexts<'_>,
) {
    let summary = ScoreSummary::from(&score(questionnaire, answers));
    let words = alternative(questionnaire, &summary, attribution, texts);
    for format in [Format::Wide, Format::Square] {
        let shapes = card(questionnaire, &summary, attribution, texts, format);
        let picture = svg(format, &shapes, &questionnaire.title, &words);
        let document =
            roxmltree::Document::parse(&picture).unwrap_or_else(|error| panic!("{error}: {picture}"));
        let described = document.descendants().find(|node| node.has_tag_name("desc"));
        assert!(described.is_some_and(|node| node.children().all(|child| child.is_text())), "{picture}");
        let known = ["svg", "title", "desc", "rect", "path", "text"];
        let is_known = |node: &roxmltree::Node<'_, '_>| known.contains(&node.tag_name().name());
        assert!(
            document.descendants().filter(|node| node.is_element()).all(|node| is_known(&node)),
            "{picture}"
        );
    }
}

fn documents(questionnaire: &Questionnaire, answers: &Complete, texts: ExportTexts<'_>, words: &str) {
    let report = Report::new(questionnaire, answers);
    let finished = Finished { questionnaire, answers, report: &report, role: None, day: Some(Day(1)) };
    let plan = Plan::proposed(questionnaire, answers, &report, Day(1));
    let step = |item| PlanStep { item, text: words, owner: words, when: words, due: Day(90) };
    let steps: Vec<PlanStep<'_>> =
        plan.chosen().iter().filter_map(|action| questionnaire.item(action.item)).map(step).collect();
    for separator in Separator::ALL {
        let written = table(&finished, texts, separator);
        read_table(&written, separator);
    }
    let object = json::object(&finished, words, &steps);
    let object: serde_json::Value =
        serde_json::from_str(&object).unwrap_or_else(|error| panic!("{error}: {object}"));
    assert!(object.is_object());
    let file = calendar::file(
        questionnaire,
        ResultId([0; 3]),
        plan.next_revision(Day(1)),
        [&steps, &[]],
        texts.lazy,
    );
    let events = file.split("\r\n").filter(|line| *line == "BEGIN:VEVENT").count();
    assert_eq!(events, steps.len(), "{file}");
    for line in file.split("\r\n") {
        assert!(line.len() <= CALENDAR_LINE && !line.contains(['\r', '\n']), "{line:?} of {file}");
    }
    markdown::document(&finished, &steps, texts);
}

/// A table has equal rows, and no program takes a cell for a formula, whichever separator it expects.
fn read_table(table: &str, separator: Separator) {
    for delimiter in [b',', b';', b'\t'] {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).delimiter(delimiter);
        let mut lengths = vec![];
        for row in reader.from_reader(table.as_bytes()).records() {
            let row = row.unwrap_or_else(|error| panic!("{error}: {table}"));
            for cell in &row {
                let visible = cell.trim_start_matches(|sign: char| {
                    sign.is_whitespace()
                        || matches!(sign, '"' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
                });
                let runs = visible.starts_with(SIGNS) && visible.chars().nth(1).is_some();
                assert!(!runs, "{cell:?} by {:?} in {table:?}", char::from(delimiter));
            }
            lengths.push(row.len());
        }
        let is_own = separator.text().as_bytes() == [delimiter];
        assert!(!is_own || lengths.iter().all(|length| *length == lengths[0]), "{table}");
    }
}

fn rooms(fixtures: &Fixtures, questionnaire: &Questionnaire, name: &str) {
    let figures = RoomFigures {
        questionnaire: questionnaire.id.to_string(),
        name: name.to_owned(),
        day: Day(1),
        count: 7,
        statistics: None,
    };
    for separator in Separator::ALL {
        read_table(&room::table(questionnaire, &[&figures], &fixtures.room, separator), separator);
    }
    let object = room::object(questionnaire, &[&figures]);
    assert!(serde_json::from_str::<serde_json::Value>(&object).is_ok(), "{object}");
}

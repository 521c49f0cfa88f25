//! Rooms for other programs: a CSV table with one row a room, or one JSON object.
//!
//! Import reads the line of text in either, see `room::figures_text`. No file names a person.

mod json;

pub use json::{
    BlindSpotObject, BlindSpotsObject, LevelCountObject, RoomObject, RoomsObject, SpreadObject, object,
};

use super::csv::{BYTE_ORDER_MARK, Separator, row};
use crate::calendar::iso;
use crate::questionnaire::Questionnaire;
use crate::room::{Distribution, RoomFigures, RoomStatistics, encode_figures};
use crate::texts::{RoomText, Texts};

/// Heads of the columns for a whole room.
const ROOM: [RoomText; 3] = [RoomText::Name, RoomText::Day, RoomText::Scored];

/// Heads of the columns for the whole and for each principle, before those of the bins.
const MEASURES: [RoomText; 5] =
    [RoomText::Scored, RoomText::First, RoomText::Median, RoomText::Third, RoomText::Possible];

/// Rooms as CSV. Cells are empty where there are too few results.
pub fn table(
    questionnaire: &Questionnaire,
    rooms: &[&RoomFigures],
    texts: &Texts<RoomText>,
    separator: Separator,
) -> String {
    let mut table = String::from(BYTE_ORDER_MARK);
    let cells: Vec<String> = heads(questionnaire, texts);
    push(&mut table, separator, &cells);
    for figures in rooms {
        let mut cells = vec![figures.name.clone(), iso(figures.day, "-"), figures.count.to_string()];
        for part in parts(figures.statistics.as_ref()) {
            match part {
                Some(spread) => cells.extend(measures(&spread).map(|measure| measure.to_string())),
                None => cells.extend([""; 15].map(str::to_owned)),
            }
        }
        match figures.statistics.as_ref().and_then(|statistics| statistics.levels) {
            Some(levels) => cells.extend(levels.map(|count| count.to_string())),
            None => cells.extend([""; 5].map(str::to_owned)),
        }
        cells.push(encode_figures(figures));
        push(&mut table, separator, &cells);
    }
    table
}

fn push(table: &mut String, separator: Separator, cells: &[String]) {
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    row(table, separator, &cells);
}

fn heads(questionnaire: &Questionnaire, texts: &Texts<RoomText>) -> Vec<String> {
    let mut heads = ROOM.map(|text| texts.get(text).to_owned()).to_vec();
    let (measures, points) = (MEASURES.map(|text| texts.get(text)), texts.get(RoomText::Points));
    let names = questionnaire.principles.iter().map(|principle| principle.name.as_str());
    for name in [texts.get(RoomText::Whole)].into_iter().chain(names) {
        heads.extend(measures.map(|measure| [name, measure].join(" · ")));
        heads.extend((0..10).map(|bin| [name, points, &bin_name(bin)].join(" · ")));
    }
    let label = texts.get(RoomText::Level);
    heads.extend(questionnaire.maturity.iter().map(|level| [label, &level.name].join(" · ")));
    heads.push(texts.get(RoomText::CsvCode).to_owned());
    heads
}

/// Bin in figures: "0–9", "90–100".
pub fn bin_name(bin: usize) -> String {
    let last = if bin == 9 { 100 } else { bin * 10 + 9 };
    [&*(bin * 10).to_string(), "–", &last.to_string()].concat()
}

/// The whole, then the principles.
fn parts(statistics: Option<&RoomStatistics>) -> [Option<Distribution>; 4] {
    statistics.map_or([None; 4], |statistics| {
        let [choose, master, build] = statistics.principles;
        [statistics.whole, choose, master, build]
    })
}

fn measures(spread: &Distribution) -> [u32; 15] {
    let [first, median, third] = spread.quartiles.map(u32::from);
    let mut all = [spread.count, first, median, third, spread.possible.into(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    all[5..].copy_from_slice(&spread.bins);
    all
}

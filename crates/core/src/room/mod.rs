//! Results that people hand over to the organiser of an event, read together: how many, how they spread, and
//! nothing of any one of them. `docs/index.md` tells the rules, and what may be said of the figures.
//!
//! On the screen a room is called a room; in the code that word is taken by the rooms behind a report.

mod figures;
mod figures_text;
mod reading;
mod stored;

pub use figures::{BLIND_SPOTS, BlindSpots, Distribution, RoomFigures, RoomStatistics, SharedBlindSpot};
pub use figures_text::{FiguresError, decode_figures, encode_figures, is_meant_as_summary};
pub use reading::{EntryError, Reading, RejectedEntry};
pub use stored::{StoredRoom, StoredRooms, decode_rooms, encode_rooms};

use crate::answers::Complete;
use crate::link::{Day, Origin, ResultId};
use crate::score::ScoreSummary;

/// Of fewer results nothing is told but how many there are, anywhere.
pub const FEWEST: usize = 5;

/// The most results that a room may have.
pub const MOST: usize = 10_000;

/// How many characters the name of a room may have.
pub const LONGEST_NAME: usize = 60;

/// A result that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomEntry {
    /// The link as it came.
    pub link: String,
    pub result_id: ResultId,
    pub day: Option<Day>,
    pub summary: ScoreSummary,
    /// From a full link: what was answered, and to what.
    pub answers: Option<(Origin, Complete)>,
}

/// Results of one questionnaire, no two with the same result_id, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    entries: Vec<RoomEntry>,
    /// Where the entry of each result_id is, by result_id: thousands are looked for one by one.
    places: Vec<(u32, usize)>,
}

pub use crate::join::JoinOutcome;

impl Room {
    /// In the order in which they came.
    pub fn entries(&self) -> &[RoomEntry] {
        &self.entries
    }

    /// Takes a result in.
    ///
    /// The same result_id is the same person. With the same scores it is the same result; otherwise the one of the later
    /// day stands, and on equal days the one that comes later. A result without a day is earlier than any other.
    pub fn join(&mut self, entry: RoomEntry) -> JoinOutcome {
        let [high, middle, low] = entry.result_id.0;
        let result_id = u32::from_be_bytes([0, high, middle, low]);
        let place = match self.places.binary_search_by_key(&result_id, |(result_id, _)| *result_id) {
            Ok(found) => self.places[found].1,
            Err(_) if self.entries.len() == MOST => return JoinOutcome::Full,
            Err(place) => {
                self.places.insert(place, (result_id, self.entries.len()));
                self.entries.push(entry);
                return JoinOutcome::Added;
            }
        };
        let Some(known) = self.entries.get_mut(place) else { return JoinOutcome::Twice };
        let tells_more = entry.answers.is_some() && known.answers.is_none();
        if entry.summary == known.summary && !tells_more {
            return JoinOutcome::Twice;
        }
        if entry.summary != known.summary && entry.day < known.day {
            return JoinOutcome::Earlier;
        }
        *known = entry;
        JoinOutcome::Renewed
    }
}

//! Results that people hand over to the organiser of an event, read together: their number and distribution.
//!
//! No figure is of a single result. `docs/trust-index.md` has the rules, and the allowed statements on the figures.

mod figures;
mod figures_text;
mod reading;
mod stored;

pub use figures::{BLIND_SPOTS, BlindSpots, Distribution, RoomFigures, RoomStatistics, SharedBlindSpot};
pub use figures_text::{FiguresError, decode_figures, encode_figures, is_meant_as_summary};
pub use reading::{EntryError, Reading, RejectedEntry, VOCABULARY};
pub use stored::{StoredRoom, StoredRooms, decode_rooms, encode_rooms};

use crate::answers::Complete;
use crate::calendar::Day;
use crate::link::Origin;
use crate::result_id::ResultId;
use crate::score::ScoreSummary;

/// Minimum of results for any figure but their number.
pub const FEWEST: usize = 5;

/// Maximum of results in a room.
pub const MOST: usize = 10_000;

/// Maximum of characters in the name of a room.
pub const LONGEST_NAME: usize = 60;

/// Result in a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomEntry {
    /// Link as received.
    pub link: String,
    /// Identity of the result.
    pub result_id: ResultId,
    /// Day of the result.
    pub day: Option<Day>,
    /// Rounded scores.
    pub summary: ScoreSummary,
    /// Origin and answers of a full link.
    pub answers: Option<(Origin, Complete)>,
}

/// Results of one questionnaire, with distinct `result_id`s, in the order of their arrival.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    entries: Vec<RoomEntry>,
    /// Index of each entry, sorted by `result_id`: a binary search serves thousands of results.
    places: Vec<(u32, usize)>,
}

pub use crate::join::JoinOutcome;

impl Room {
    /// Results in the order of their arrival.
    pub fn entries(&self) -> &[RoomEntry] {
        &self.entries
    }

    /// Adds a result.
    ///
    /// Equal `result_id`s are the same person. Equal scores are the same result. Otherwise the later day replaces
    /// the earlier one, and on equal days the later arrival. A result without a day is the earliest.
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

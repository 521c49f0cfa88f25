//! Results that people hand over to the organiser of an event, read together: how many, how they spread, and
//! nothing of any one of them. `docs/index.md` tells the rules, and what may be said of the figures.
//!
//! On the screen a room is called a room; in the code that word is taken by the rooms behind a report.

mod figures;
mod reading;
mod stored;
mod summary;

pub use figures::{BLIND_SPOTS, BlindSpots, Figures, Shared, Spread, Told};
pub use reading::{Reading, Refusal, Refused};
pub use stored::{Kept, StoredRoom, keep, kept};
pub use summary::{SummaryFault, decode_summary, encode_summary, is_meant_as_summary};

use crate::answers::Complete;
use crate::link::{Day, Mark, Origin};
use crate::score::Standing;

/// Of fewer results nothing is told but how many there are, anywhere.
pub const FEWEST: usize = 5;

/// The most results that a room may have.
pub const MOST: usize = 10_000;

/// How many characters the name of a room may have.
pub const LONGEST_NAME: usize = 60;

/// A result that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The link as it came.
    pub link: String,
    pub mark: Mark,
    pub day: Option<Day>,
    pub standing: Standing,
    /// From a full link: what was answered, and to what.
    pub answers: Option<(Origin, Complete)>,
}

/// Results of one questionnaire, no two with the same mark, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    entries: Vec<Entry>,
    /// Where the entry of each mark is, by mark: thousands are looked for one by one.
    places: Vec<(u32, usize)>,
}

/// What came of a result that joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// A new one.
    Added,
    /// One that was there is replaced by later scores of the same person, or by a link that tells more of it.
    Renewed,
    /// The same result was there.
    Twice,
    /// A later result of the same person was there.
    Earlier,
    /// The room has as many results as it may.
    Full,
}

impl Room {
    /// In the order in which they came.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Takes a result in.
    ///
    /// The same mark is the same person. With the same scores it is the same result; otherwise the one of the later
    /// day stands, and on equal days the one that comes later. A result without a day is earlier than any other.
    pub fn join(&mut self, entry: Entry) -> Joined {
        let [high, middle, low] = entry.mark.0;
        let mark = u32::from_be_bytes([0, high, middle, low]);
        let place = match self.places.binary_search_by_key(&mark, |(mark, _)| *mark) {
            Ok(found) => self.places[found].1,
            Err(_) if self.entries.len() == MOST => return Joined::Full,
            Err(place) => {
                self.places.insert(place, (mark, self.entries.len()));
                self.entries.push(entry);
                return Joined::Added;
            }
        };
        let Some(known) = self.entries.get_mut(place) else { return Joined::Twice };
        let tells_more = entry.answers.is_some() && known.answers.is_none();
        if entry.standing == known.standing && !tells_more {
            return Joined::Twice;
        }
        if entry.standing != known.standing && entry.day < known.day {
            return Joined::Earlier;
        }
        *known = entry;
        Joined::Renewed
    }
}

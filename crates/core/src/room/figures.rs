//! Figures of a room: counts and distributions, none of fewer than [`FEWEST`] results.
//!
//! Numbers are of assured points unless stated otherwise. Medians and quartiles are points of a result, the lower
//! of two middle ones, as in `docs/team.md`.

use std::rc::Rc;

use super::{FEWEST, Room, RoomEntry};
use crate::answers::Response;
use crate::calendar::Day;
use crate::questionnaire::{MATURITY_LEVELS, PrincipleId, Questionnaire};
use crate::score::{Range, ScoreSummary};

/// Maximum of blind spots in the figures, the most shared.
pub const BLIND_SPOTS: usize = 5;

/// Minimum of people who share a blind spot.
const SHARED: u32 = 2;

/// Ten-point bins: 0 to 9, 10 to 19... 90 to 100.
const BINS: usize = 10;

/// Room in figures without names: only these and the links leave the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomFigures {
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Name by the organiser; may be empty.
    pub name: String,
    /// Day of the room.
    pub day: Day,
    /// Number of results.
    pub count: u32,
    /// Statistics of [`FEWEST`] results or more.
    pub statistics: Option<RoomStatistics>,
}

/// Statistics of at least [`FEWEST`] results. Parts with a score of fewer results are `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomStatistics {
    /// Distribution of the whole.
    pub whole: Option<Distribution>,
    /// Distributions in the order of [`PrincipleId::ALL`].
    pub principles: [Option<Distribution>; 3],
    /// Number of results at each maturity level, the lowest first.
    pub levels: Option<[u32; MATURITY_LEVELS]>,
    /// Number of results with each principle as the weakest; ties count for each of them.
    pub weakest: Option<[u32; 3]>,
    /// Most shared blind spots.
    pub blind_spots: Option<BlindSpots>,
}

/// Distribution of the results on one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// Number of results with a score on the part, [`FEWEST`] or more.
    pub count: u32,
    /// Number of results in each bin: 0 to 9, 10 to 19... 90 to 100.
    pub bins: [u32; BINS],
    /// First quartile, median and third quartile.
    pub quartiles: [u8; 3],
    /// Median of the possible points.
    pub possible: u8,
}

/// Blind spots in full links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlindSpots {
    /// Number of full links of the current version, [`FEWEST`] or more.
    pub of: u32,
    /// Most shared blind spots first, at most [`BLIND_SPOTS`].
    pub items: Vec<SharedBlindSpot>,
}

/// Blind spot of several people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedBlindSpot {
    /// Id of the item.
    pub item: String,
    /// Number of people to whom the item applies, [`FEWEST`] or more.
    pub asked: u32,
    /// Number of people who don't know.
    pub unknown: u32,
}

impl RoomFigures {
    /// Figures of a room.
    ///
    /// The first questionnaire is that of the room, whose thresholds give the levels. The others are its forms or
    /// versions; those of its version name items.
    pub fn of(room: &Room, questionnaires: &[Rc<Questionnaire>], name: &str, day: Day) -> Self {
        let entries = room.entries();
        let id = questionnaires.first().map(|one| one.id.to_string());
        let statistics = (entries.len() >= FEWEST).then(|| statistics(entries, questionnaires));
        // A room has at most 10,000 results.
        let count = entries.len() as u32;
        Self { questionnaire: id.unwrap_or_default(), name: name.to_owned(), day, count, statistics }
    }
}

impl RoomStatistics {
    /// Weakest principles of the room: those with the lowest median.
    pub fn weakest_principles(&self) -> Vec<PrincipleId> {
        let median = |id: PrincipleId| self.principles[id as usize].map(|spread| spread.quartiles[1]);
        let lowest = PrincipleId::ALL.into_iter().filter_map(median).min();
        PrincipleId::ALL.into_iter().filter(|id| lowest.is_some() && median(*id) == lowest).collect()
    }
}

/// True if a number of results is large enough to publish figures of them.
fn enough(count: u32) -> bool {
    count as usize >= FEWEST
}

fn statistics(entries: &[RoomEntry], questionnaires: &[Rc<Questionnaire>]) -> RoomStatistics {
    let summaries = || entries.iter().map(|entry| &entry.summary);
    let mut levels = [0; MATURITY_LEVELS];
    let mut weakest = [0; 3];
    let mut with_principles = 0;
    for summary in summaries() {
        let maturity_result = questionnaires.first().and_then(|one| summary.maturity_result(one));
        if let Some(maturity_result) = maturity_result {
            levels[maturity_result.level.index()] += 1;
        }
        let ids = summary.weakest();
        with_principles += u32::from(!ids.is_empty());
        ids.into_iter().for_each(|id| weakest[id as usize] += 1);
    }
    let spread = |range: &dyn Fn(&ScoreSummary) -> Option<Range>| spread(&mut summaries().filter_map(range));
    RoomStatistics {
        whole: spread(&|summary| summary.whole),
        principles: [0, 1, 2].map(|at| spread(&|summary| summary.principles[at])),
        levels: enough(levels.iter().sum()).then_some(levels),
        weakest: enough(with_principles).then_some(weakest),
        blind_spots: blind_spots(entries, questionnaires),
    }
}

fn spread(ranges: &mut dyn Iterator<Item = Range>) -> Option<Distribution> {
    // Number of results at each number of points: sorting is not necessary.
    let (mut assured, mut possible) = ([0u32; 101], [0u32; 101]);
    let mut count = 0;
    for range in ranges {
        // A range ends at 100.
        assured[usize::from(range.assured())] += 1;
        possible[usize::from(range.possible())] += 1;
        count += 1;
    }
    if !enough(count) {
        return None;
    }
    let mut bins = [0; BINS];
    for (points, results) in assured.iter().enumerate() {
        bins[(points / 10).min(BINS - 1)] += results;
    }
    let quartiles = [1, 2, 3].map(|quarter| at_quarter(&assured, count, quarter));
    Some(Distribution { count, bins, quartiles, possible: at_quarter(&possible, count, 2) })
}

/// Fewest points that so many quarters of the results do not exceed.
fn at_quarter(results: &[u32; 101], count: u32, quarters: u32) -> u8 {
    let mut up_to = 0;
    for (points, of_points) in (0u8..).zip(results) {
        up_to += of_points;
        if up_to * 4 >= count * quarters {
            return points;
        }
    }
    100
}

/// Blind spots of the answers to the version of the first questionnaire, in any of its forms.
fn blind_spots(entries: &[RoomEntry], questionnaires: &[Rc<Questionnaire>]) -> Option<BlindSpots> {
    let version = questionnaires.first()?.version;
    let mut of = 0;
    let mut items: Vec<SharedBlindSpot> = vec![];
    for form in questionnaires.iter().filter(|one| one.version == version) {
        let origin = crate::link::Origin::of(form);
        let ids: Vec<usize> = form.items().map(|item| place_of(&mut items, item.id.as_str())).collect();
        for (_, answers) in
            entries.iter().filter_map(|entry| entry.answers.as_ref()).filter(|(made, _)| *made == origin)
        {
            of += 1;
            for (place, response) in ids.iter().zip(answers.iter()) {
                let item = &mut items[*place];
                item.asked += u32::from(response != Response::NotApplicable);
                item.unknown += u32::from(response == Response::DontKnow);
            }
        }
    }
    if !enough(of) {
        return None;
    }
    let mut most: Vec<SharedBlindSpot> = vec![];
    for item in items.into_iter().filter(|item| enough(item.asked) && item.unknown >= SHARED) {
        let is_as_shared = |other: &SharedBlindSpot| other.unknown * item.asked >= item.unknown * other.asked;
        let place = most.iter().position(|other| !is_as_shared(other)).unwrap_or(most.len());
        most.insert(place, item);
        most.truncate(BLIND_SPOTS);
    }
    Some(BlindSpots { of, items: most })
}

/// Index of an item's counts.
fn place_of(items: &mut Vec<SharedBlindSpot>, id: &str) -> usize {
    items.iter().position(|known| known.item == id).unwrap_or_else(|| {
        items.push(SharedBlindSpot { item: id.to_owned(), asked: 0, unknown: 0 });
        items.len() - 1
    })
}

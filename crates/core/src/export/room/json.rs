//! Rooms for other programs as one JSON object, described by `schemas/room.schema.json`.

use std::array::from_fn;

use super::parts;
use crate::export::json::fields::{ByPrinciple, Count, Id, IsoDay, Points};
use crate::export::json::{file, json_object};
use crate::questionnaire::{MATURITY_LEVELS, Questionnaire};
use crate::room::{BlindSpots, Distribution, RoomFigures, SharedBlindSpot, encode_figures};

/// Names the format, and its version: the `$id` of its schema.
const ROOM: &str = "urn:boussole:room:1";

json_object! {
    /// JSON of the organiser's page. `code` is what is read back; the rest is for programs that don't
    /// know its format. Nothing is told of fewer than five results. See docs/trust-index.md.
    #[schema(title = "The results of rooms, in figures that name nobody", extend("$id" = ROOM))]
    pub struct RoomsObject<'a> {
        /// The format, and its version.
        #[schema(extend("const" = ROOM))]
        pub schema: &'static str,
        /// Names the questionnaire.
        pub questionnaire: Id<'a>,
        /// The language of the texts in this file.
        #[schema(length(min = 2))]
        pub locale: &'a str,
        /// Title of the questionnaire.
        pub title: &'a str,
        /// The rooms, in the order in which they are shown.
        pub rooms: Vec<RoomObject<'a>>,
    }

    /// A room in figures.
    #[schema(rename = "Room")]
    pub struct RoomObject<'a> {
        /// Name that the organiser gave; may be empty.
        #[schema(length(max = 60))]
        pub name: &'a str,
        /// When it was.
        pub day: IsoDay,
        /// Number of results.
        #[schema(range(max = 10_000))]
        pub count: u32,
        /// The same as one line of text, which is read back.
        #[schema(regex(pattern = r"^room\.1\.[a-z0-9-]+\.[A-Za-z0-9_-]+$"))]
        pub code: String,
        /// Spread of the results on the whole, in assured points; null of fewer than five.
        pub whole: Option<SpreadObject>,
        /// Spread of the results on each principle; null of fewer than five.
        pub principles: ByPrinciple<Option<SpreadObject>>,
        /// Number of results at each maturity level, the lowest first; null of fewer than five.
        pub levels: Option<[LevelCountObject<'a>; MATURITY_LEVELS]>,
        /// For how many results each principle is the weakest; where several are, for each of them.
        pub weakest: Option<ByPrinciple<Count>>,
        /// The blind spots most shared, from full links alone; null of fewer than five of those.
        pub blind_spots: Option<BlindSpotsObject<'a>>,
    }

    /// Spread of the results on a part, in assured points.
    #[schema(rename = "Spread")]
    pub struct SpreadObject {
        /// Number of results with a score on it.
        #[schema(range(min = 5, max = 10_000))]
        pub count: u32,
        /// First quartile.
        pub first_quartile: Points,
        /// Median.
        pub median: Points,
        /// Third quartile.
        pub third_quartile: Points,
        /// Of the points if every blind spot turned out well.
        pub median_possible: Points,
        /// Number of results in 0 to 9, 10 to 19... 90 to 100.
        pub bins: [Count; 10],
    }

    /// Number of results at a maturity level.
    #[schema(rename = "LevelCount")]
    pub struct LevelCountObject<'a> {
        /// Name of the level.
        pub name: &'a str,
        /// Number of results at it.
        pub count: Count,
    }

    /// The blind spots most shared.
    #[schema(rename = "BlindSpots")]
    pub struct BlindSpotsObject<'a> {
        /// Number of full links.
        #[schema(range(min = 5, max = 10_000))]
        pub of: u32,
        /// The most shared first.
        #[schema(length(max = 5))]
        pub items: Vec<BlindSpotObject<'a>>,
    }

    /// A blind spot that several share.
    #[schema(rename = "BlindSpot")]
    pub struct BlindSpotObject<'a> {
        /// Names the item.
        pub id: &'a str,
        /// Number of people who were asked.
        #[schema(range(min = 5, max = 10_000))]
        pub asked: u32,
        /// Number of them who don't know.
        #[schema(range(max = 10_000))]
        pub unknown: u32,
    }
}

/// The rooms as a JSON object.
pub fn object(questionnaire: &Questionnaire, rooms: &[&RoomFigures]) -> String {
    file(&RoomsObject::of(questionnaire, rooms))
}

impl<'a> RoomsObject<'a> {
    /// The rooms of one questionnaire.
    pub fn of(questionnaire: &'a Questionnaire, rooms: &[&'a RoomFigures]) -> Self {
        Self {
            schema: ROOM,
            questionnaire: questionnaire.id.as_str().into(),
            locale: &questionnaire.locale,
            title: &questionnaire.title,
            rooms: rooms.iter().map(|figures| RoomObject::of(questionnaire, figures)).collect(),
        }
    }
}

impl<'a> RoomObject<'a> {
    fn of(questionnaire: &'a Questionnaire, figures: &'a RoomFigures) -> Self {
        let statistics = figures.statistics.as_ref();
        let [whole, principles @ ..] = parts(statistics);
        let levels = statistics.and_then(|statistics| statistics.levels);
        let weakest = statistics.and_then(|statistics| statistics.weakest);
        let blind_spots = statistics.and_then(|statistics| statistics.blind_spots.as_ref());
        Self {
            name: &figures.name,
            day: figures.day.into(),
            count: figures.count,
            code: encode_figures(figures),
            whole: whole.map(SpreadObject::from),
            principles: principles.map(|spread| spread.map(SpreadObject::from)).into(),
            levels: levels.map(|counts| {
                from_fn(|index| LevelCountObject {
                    name: &questionnaire.maturity[index].name,
                    count: counts[index].into(),
                })
            }),
            weakest: weakest.map(|weakest| weakest.map(Count::from).into()),
            blind_spots: blind_spots.map(BlindSpotsObject::of),
        }
    }
}

impl From<Distribution> for SpreadObject {
    fn from(spread: Distribution) -> Self {
        let [first_quartile, median, third_quartile] = spread.quartiles.map(Points::from);
        Self {
            count: spread.count,
            first_quartile,
            median,
            third_quartile,
            median_possible: spread.possible.into(),
            bins: spread.bins.map(Count::from),
        }
    }
}

impl<'a> BlindSpotsObject<'a> {
    fn of(spots: &'a BlindSpots) -> Self {
        let spot = |spot: &'a SharedBlindSpot| BlindSpotObject {
            id: &spot.item,
            asked: spot.asked,
            unknown: spot.unknown,
        };
        Self { of: spots.of, items: spots.items.iter().map(spot).collect() }
    }
}

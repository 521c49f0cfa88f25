//! Figures of a room as one line of text, readable within any file: `docs/trust-index.md` has the format.
//!
//! `room.1.<questionnaire>.<payload>`, with the checksum of the result link at the end.

use super::{
    BlindSpots, Distribution, FEWEST, LONGEST_NAME, MOST, RoomFigures, RoomStatistics, SharedBlindSpot,
};
use crate::calendar::Day;
use crate::link::{base64url, sealed};
use crate::questionnaire::{ItemId, QuestionnaireId};

/// Prefix of the text.
pub(super) const NAME: &str = "room";

/// Current format.
const FORMAT: &str = "1";

/// Error of a text that is no readable figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiguresError {
    /// Lost or changed characters.
    Damaged,
    /// A later format than this program reads.
    Newer,
}

/// True if a text looks like the figures of a room, sound or damaged.
pub fn is_meant_as_summary(text: &str) -> bool {
    let mut fields = text.split('.');
    let format = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    fields.next() == Some(NAME) && fields.next().is_some_and(format) && fields.next().is_some()
}

/// Figures as a text.
pub fn encode_figures(figures: &RoomFigures) -> String {
    let mut bytes = vec![];
    text(&mut bytes, &figures.name);
    number(&mut bytes, figures.day.0.into());
    number(&mut bytes, figures.count);
    option(&mut bytes, figures.statistics.as_ref(), statistics);
    let payload = base64url::encode(&bytes);
    sealed::with_checksum([NAME, FORMAT, &figures.questionnaire, &payload].join("."))
}

fn statistics(bytes: &mut Vec<u8>, statistics: &RoomStatistics) {
    for part in [statistics.whole].iter().chain(&statistics.principles) {
        option(bytes, part.as_ref(), |bytes, spread| {
            numbers(bytes, &spread.bins);
            bytes.extend(spread.quartiles);
            bytes.push(spread.possible);
        });
    }
    option(bytes, statistics.levels.as_ref(), |bytes, levels| numbers(bytes, levels));
    option(bytes, statistics.weakest.as_ref(), |bytes, weakest| numbers(bytes, weakest));
    option(bytes, statistics.blind_spots.as_ref(), |bytes, spots| {
        // At most five items.
        numbers(bytes, &[spots.of, spots.items.len() as u32]);
        for item in &spots.items {
            text(bytes, &item.item);
            numbers(bytes, &[item.asked, item.unknown]);
        }
    });
}

/// Writes seven bits a byte, the low ones first, with the high bit set in each byte but the last.
fn number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn numbers(bytes: &mut Vec<u8>, all: &[u32]) {
    all.iter().for_each(|one| number(bytes, *one));
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    number(bytes, text.len() as u32);
    bytes.extend(text.as_bytes());
}

fn option<T>(bytes: &mut Vec<u8>, value: Option<&T>, write: impl Fn(&mut Vec<u8>, &T)) {
    bytes.push(value.is_some().into());
    if let Some(value) = value {
        write(bytes, value);
    }
}

/// Reads such a text.
///
/// Impossible figures are refused, so that none of fewer than [`FEWEST`] results are shown.
///
/// # Errors
/// A [`FiguresError`]. No text makes it panic.
pub fn decode_figures(text: &str) -> Result<RoomFigures, FiguresError> {
    let format = text.split_once('.').and_then(|(_, rest)| rest.split('.').next()?.parse::<u32>().ok());
    if format.is_some_and(|format| format > 1) {
        return Err(FiguresError::Newer);
    }
    read(text).filter(is_possible).ok_or(FiguresError::Damaged)
}

fn read(text: &str) -> Option<RoomFigures> {
    let mut fields = sealed::checked(text)?.split('.');
    let (name, format, questionnaire) = (fields.next()?, fields.next()?, fields.next()?);
    let payload = base64url::decode(fields.next()?)?;
    if name != NAME || format != FORMAT || fields.next().is_some() {
        return None;
    }
    let questionnaire = QuestionnaireId::try_from(questionnaire.to_owned()).ok()?.to_string();
    let mut reader = FiguresReader(&payload);
    let name = reader.text()?;
    let day = Day(reader.number()?.try_into().ok()?);
    let count = reader.number()?;
    let statistics = reader.option(FiguresReader::statistics)?;
    reader.0.is_empty().then_some(RoomFigures { questionnaire, name, day, count, statistics })
}

/// Bytes still to read.
struct FiguresReader<'a>(&'a [u8]);

impl FiguresReader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// Number below 2²⁸, in its only spelling.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return (byte != 0 || shift == 0).then_some(number);
            }
        }
        None
    }

    fn numbers<const N: usize>(&mut self) -> Option<[u32; N]> {
        let mut numbers = [0; N];
        for place in &mut numbers {
            *place = self.number()?;
        }
        Some(numbers)
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()? as usize;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    fn option<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.byte()? {
            0 => Some(None),
            1 => read(self).map(Some),
            _ => None,
        }
    }

    fn statistics(&mut self) -> Option<RoomStatistics> {
        let whole = self.option(Self::spread)?;
        let mut principles = [None; 3];
        for principle in &mut principles {
            *principle = self.option(Self::spread)?;
        }
        let (levels, weakest) = (self.option(Self::numbers)?, self.option(Self::numbers)?);
        Some(RoomStatistics {
            whole,
            principles,
            levels,
            weakest,
            blind_spots: self.option(Self::blind_spots)?,
        })
    }

    fn spread(&mut self) -> Option<Distribution> {
        let bins: [u32; 10] = self.numbers()?;
        let quartiles = [self.byte()?, self.byte()?, self.byte()?];
        Some(Distribution { count: bins.iter().sum(), bins, quartiles, possible: self.byte()? })
    }

    fn blind_spots(&mut self) -> Option<BlindSpots> {
        let [of, length] = self.numbers()?;
        let mut items = vec![];
        for _ in 0..length {
            let item = ItemId::try_from(self.text()?).ok()?.to_string();
            let [asked, unknown] = self.numbers()?;
            items.push(SharedBlindSpot { item, asked, unknown });
        }
        Some(BlindSpots { of, items })
    }
}

/// True if a room can have these figures.
fn is_possible(figures: &RoomFigures) -> bool {
    let RoomFigures { name, count, statistics, .. } = figures;
    let is_enough = |results: u32| results as usize >= FEWEST && results <= *count;
    let is_name = name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control);
    let Some(statistics) = statistics else { return is_name && *count as usize <= MOST };
    let spread = |spread: &Distribution| {
        let [first, median, third] = spread.quartiles;
        let rises = first <= median && median <= third && third <= 100;
        is_enough(spread.count) && rises && (median..=100).contains(&spread.possible)
    };
    let shared = |shared: &SharedBlindSpot, of: u32| {
        is_enough(shared.asked) && shared.asked <= of && shared.unknown <= shared.asked
    };
    let spots = |spots: &BlindSpots| {
        let items = &spots.items;
        is_enough(spots.of)
            && items.len() <= super::BLIND_SPOTS
            && items.iter().all(|item| shared(item, spots.of))
    };
    is_name
        && is_enough(*count)
        && *count as usize <= MOST
        && statistics.whole.iter().chain(statistics.principles.iter().flatten()).all(spread)
        && statistics.levels.is_none_or(|levels| is_enough(levels.iter().sum()))
        && statistics.weakest.is_none_or(|weakest| weakest.iter().all(|results| results <= count))
        && statistics.blind_spots.as_ref().is_none_or(spots)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A valid checksum does not imply a valid payload.
    #[test]
    fn any_payload_under_a_right_checksum_is_read_or_refused() {
        let mut seed = 1u32;
        for length in (0..90).cycle().take(20_000) {
            let bytes: Vec<u8> = (0..length)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    // Small numbers are frequent, as they reach further into the reader.
                    (seed >> 24) as u8 >> (seed & 7)
                })
                .collect();
            let text = sealed::with_checksum([NAME, FORMAT, "made", &base64url::encode(&bytes)].join("."));
            if let Ok(figures) = decode_figures(&text) {
                assert_eq!(encode_figures(&figures), text);
            }
        }
    }
}

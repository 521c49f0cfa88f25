//! The readings of a text that may be a link in pieces. The checksum decides between them.

use super::characters::{EM_DASH, EN_DASH};
use crate::link::{base64url, crc16, sealed::CHECKSUM};

/// Most characters of an id, and of the number of a format.
const LONGEST_ID: usize = 40;
const LONGEST_NUMBER: usize = 10;

/// Most line breaks, and most spaces, within a link.
const MOST_LINES: usize = 1000;
const MOST_SPACES: usize = 8;

/// Most hyphens and underscores behind a link that are none of it: marks of emphasis.
const MOST_MARKS: usize = 3;

/// Characters that a linker takes for the end of a sentence, or for a mark of emphasis.
const DROPPED: [u8; 2] = [b'_', b'-'];

/// Number of fields of a link.
const FIELDS: usize = 4;

/// Meaning of the dashes in a text, all alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dashes {
    /// One hyphen each.
    Single,
    /// Two hyphens each.
    Double,
    /// Em dashes alone are two.
    Typographic,
    /// One hyphen each, and none at the end of a line: a word was broken there.
    Hyphenated,
}

/// Pieces of a text put together, and where each of them ends.
struct Joined {
    text: Vec<u8>,
    ends: Vec<usize>,
    /// True if dashes make a difference.
    has_choice: bool,
}

/// Sound links among the readings of the start of a text, each once. `word` is the first field of those that begin with none
/// of digits.
pub fn sound(text: &[u8], word: &str, is_sound: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    let mut add = |candidate: &[u8]| {
        let Ok(candidate) = std::str::from_utf8(candidate) else { return };
        if is_sound(candidate) && !found.iter().any(|known| known == candidate) {
            found.push(candidate.to_owned());
        }
    };
    for dashes in [Dashes::Single, Dashes::Double, Dashes::Typographic, Dashes::Hyphenated] {
        let Some(Joined { text, ends, has_choice }) = joined(text, word, dashes) else { break };
        readings(&text, &ends, &mut add);
        if !has_choice {
            break;
        }
    }
    found
}

/// True for every text but an invitation.
pub fn has_checksum(text: &[u8]) -> bool {
    !text.starts_with(b"ask")
}

/// Calls for each reading that agrees with its checksum, and for each one that has none.
fn readings(text: &[u8], ends: &[usize], add: &mut impl FnMut(&[u8])) {
    let has_checksum = has_checksum(text);
    let mut sums = vec![crc16::START];
    sums.extend(text.iter().scan(crc16::START, |sum, byte| {
        *sum = crc16::next(*sum, *byte);
        Some(*sum)
    }));
    let agrees = |end: usize, digits: &[u8]| {
        let number =
            digits.iter().try_fold(0, |sum, digit| Some(sum << 6 | u32::from(base64url::bits(*digit)?)));
        number == Some(u32::from(sums[end]))
    };
    for end in ends {
        for end in (0..=MOST_MARKS).map_while(|marks| end.checked_sub(marks)) {
            let candidate = &text[..end];
            let body = end.saturating_sub(CHECKSUM);
            if !has_checksum || agrees(body, &candidate[body..]) {
                add(candidate);
            }
            if !candidate.last().is_some_and(|last| DROPPED.contains(last)) {
                break;
            }
        }
        // Linkers drop one character, and leave two of the checksum.
        for dropped in DROPPED {
            let body = (*end + 1).saturating_sub(CHECKSUM);
            if has_checksum && agrees(body, &[&text[body..*end], &[dropped]].concat()) {
                add(&[&text[..*end], &[dropped]].concat());
            }
        }
    }
}

/// The pieces at the start of a text, if they have the fields of a link.
fn joined(bytes: &[u8], word: &str, dashes: Dashes) -> Option<Joined> {
    let mut joined = Joined { text: vec![], ends: vec![], has_choice: false };
    let (mut field, mut width, mut lines, mut spaces) = (0, 0, 0, 0);
    for (place, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' | b' ' => {
                let count = if *byte == b'\n' { &mut lines } else { &mut spaces };
                *count += 1;
                if lines > MOST_LINES || spaces > MOST_SPACES {
                    break;
                }
                if *byte == b'\n' && joined.text.last() == Some(&b'-') {
                    joined.has_choice = true;
                    if dashes == Dashes::Hyphenated {
                        joined.text.pop();
                    }
                }
                joined.end(field);
                continue;
            }
            b'.' if width == 0 => return None,
            b'.' => {
                field += 1;
                if field == FIELDS {
                    // No checksum tells a fifth field from the text behind an invitation.
                    let goes_on = bytes.get(place + 1).is_some_and(u8::is_ascii_alphanumeric);
                    if goes_on && !has_checksum(&joined.text) {
                        return None;
                    }
                    break;
                }
                width = 0;
                joined.text.push(b'.');
                continue;
            }
            &EN_DASH | &EM_DASH => {
                let is_double = dashes == Dashes::Double || dashes == Dashes::Typographic && *byte == EM_DASH;
                joined.has_choice = true;
                joined.text.extend(if is_double { &b"--"[..] } else { b"-" });
            }
            _ if fits(*byte, field, width, word) => joined.text.push(*byte),
            _ => break,
        }
        width += 1;
        if field < FIELDS - 1 && width > LONGEST_ID {
            return None;
        }
    }
    joined.end(field);
    (field >= FIELDS - 1).then_some(joined)
}

impl Joined {
    /// Notes that a piece ends, where the link may.
    fn end(&mut self, field: usize) {
        let end = self.text.len();
        if field >= FIELDS - 1 && self.ends.last() != Some(&end) {
            self.ends.push(end);
        }
    }
}

/// True for a character that the field may have at this place.
fn fits(byte: u8, field: usize, width: usize, word: &str) -> bool {
    let is_id = byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    match field {
        0 if width < word.len() && word.as_bytes()[width] == byte => true,
        0 => byte.is_ascii_digit() && width < LONGEST_NUMBER,
        3 => byte.is_ascii_alphanumeric() || DROPPED.contains(&byte),
        _ => is_id,
    }
}

//! How wide a text will be, without a font to measure it: as in the widest of the usual fonts.

use super::FontWeight;

/// The mark of what was cut.
const ELLIPSIS: char = '…';

/// More characters are never read: a name that somebody typed may be of any length.
const LONGEST: usize = 120;

/// The width of a character in hundredths of the size, as in DejaVu or wider.
fn width_of(character: char, weight: FontWeight) -> i32 {
    let regular = match character {
        ' ' | '\u{a0}' | '\u{202f}' | 'f' | 'i' | 'j' | 'l' | 'r' | 't' | '’' | '.' | ',' | ':' | ';'
        | '·' => 48,
        'm' | 'w' | 'M' | 'W' => 103,
        'A'..='Z' | 'À'..='Þ' => 80,
        // Dashes, and the scripts whose characters are square.
        '—' | ELLIPSIS | '\u{1100}'..='\u{11ff}' | '\u{2e80}'.. => 100,
        _ => 64,
    };
    match weight {
        FontWeight::Regular => regular,
        FontWeight::Bold => regular + 8,
    }
}

/// A text as it fits a room: in letters of the wanted size, or smaller ones down to two thirds of it, and cut
/// where even these are too wide. With the size of the letters.
pub fn fitting(text: &str, max_width: i32, size: i32, weight: FontWeight) -> (String, i32) {
    let widths = text.chars().take(LONGEST).map(|character| width_of(character, weight));
    // At most 120 characters of 1.11 times the size: no overflow below a size of 100,000.
    let natural: i32 = widths.sum();
    if text.chars().count() <= LONGEST && natural * size <= max_width * 100 {
        return (text.to_owned(), size);
    }
    let least = size * 2 / 3;
    if text.chars().count() <= LONGEST && natural * least <= max_width * 100 {
        // Something is wanted, since it does not fit at the full size.
        return (text.to_owned(), max_width * 100 / natural.max(1));
    }
    let mut left = max_width * 100 - width_of(ELLIPSIS, weight) * least;
    let mut cut = String::new();
    for character in text.chars().take(LONGEST) {
        left -= width_of(character, weight) * least;
        if left < 0 {
            break;
        }
        cut.push(character);
    }
    cut.truncate(cut.trim_end().len());
    cut.push(ELLIPSIS);
    (cut, least)
}

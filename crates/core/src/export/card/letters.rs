//! Estimated width of a text, without a font: that of the widest usual fonts.

use super::shape::FontWeight;

/// Mark of a cut.
const ELLIPSIS: char = '…';

/// Maximum of characters: names that a reader enters have any length.
const LONGEST: usize = 120;

/// Width of a character in hundredths of the size, as in DejaVu or wider.
fn width_of(character: char, weight: FontWeight) -> i32 {
    let regular = match character {
        ' ' | '\u{a0}' | '\u{202f}' | 'f' | 'i' | 'j' | 'l' | 'r' | 't' | '’' | '.' | ',' | ':' | ';'
        | '·' => 48,
        'm' | 'w' | 'M' | 'W' => 103,
        'A'..='Z' | 'À'..='Þ' => 80,
        // Dashes, and scripts with square characters.
        '—' | ELLIPSIS | '\u{1100}'..='\u{11ff}' | '\u{2e80}'.. => 100,
        _ => 64,
    };
    match weight {
        FontWeight::Regular => regular,
        FontWeight::Bold => regular + 8,
    }
}

/// Natural width of a text of at most 120 characters, in hundredths of the size.
fn natural(text: &str, weight: FontWeight) -> i32 {
    text.chars().take(LONGEST).map(|character| width_of(character, weight)).sum()
}

/// Width of a text at a size, rounded up.
pub fn width(text: &str, size: i32, weight: FontWeight) -> i32 {
    (natural(text, weight) * size + 99) / 100
}

/// Text that fits a width, with the size of its letters.
///
/// Sizes shrink to two thirds at most; a text that is still too wide is cut.
pub fn fitting(text: &str, max_width: i32, size: i32, weight: FontWeight) -> (String, i32) {
    // At most 120 characters of 1.11 times the size: no overflow below a size of 100,000.
    let natural = natural(text, weight);
    if text.chars().count() <= LONGEST && natural * size <= max_width * 100 {
        return (text.to_owned(), size);
    }
    let least = size * 2 / 3;
    if text.chars().count() <= LONGEST && natural * least <= max_width * 100 {
        // The width is above 0, since the text does not fit at the full size.
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

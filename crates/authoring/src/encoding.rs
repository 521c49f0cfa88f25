//! Files that are no UTF-8. Readers of files put U+FFFD in the place of what they can't read.

use super::{Fault, Rule, SourceFile};

/// Stands in the place of a character that could not be read.
pub const LOST: char = '\u{FFFD}';

const MEND: &str = "save the file as UTF-8: in most editors under “Save as”, “Encoding”";

/// Fault of a file in another encoding. Every accent would be lost, so nothing else is told of it.
pub fn fault(file: &SourceFile) -> Option<Fault> {
    let text = &file.text;
    let note = |place: usize, what: &str| Fault::at(Rule::Encoding, file, place..place, what, MEND);
    // In UTF-16 every second byte of a plain letter is 0, which no text has.
    if text.contains('\0') {
        return Some(note(0, "the file is in UTF-16"));
    }
    // Where a text names the character itself, it is written `\uFFFD`.
    let place = text.find(LOST)?;
    Some(note(place, "the file is not in UTF-8: a character is lost here"))
}

/// True if a text shows UTF-8 that was read as Windows-1252: “Ã©” for “é”.
pub fn is_misread(text: &str) -> bool {
    let follows = |first: char| {
        let mut rest = text.match_indices(first).map(|(at, found)| text[at + found.len()..].chars().next());
        rest.any(|next| {
            next.is_some_and(|next| ('\u{80}'..='\u{BF}').contains(&next) || "€‚™œ“”".contains(next))
        })
    };
    follows('Ã') || follows('Â') || text.contains("â€")
}

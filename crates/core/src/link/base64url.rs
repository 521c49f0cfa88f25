//! base64url without padding (RFC 4648, section 5), in its one canonical spelling.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Character of six bits.
pub fn character(bits: u8) -> char {
    char::from(ALPHABET[usize::from(bits & 0x3F)])
}

/// Six bits of a character.
pub fn bits(character: u8) -> Option<u8> {
    // The alphabet has 64 characters, so a position fits.
    ALPHABET.iter().position(|known| *known == character).map(|position| position as u8)
}

/// Bytes as text.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let word =
            chunk.iter().fold(0u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            text.push(character((word >> (18 - 6 * place)) as u8));
        }
    }
    text
}

/// Text as bytes; `None` for any spelling but that of `encode`.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for chunk in text.as_bytes().chunks(4) {
        let mut word = 0u32;
        for character in chunk {
            word = word << 6 | u32::from(bits(*character)?);
        }
        word <<= 6 * (4 - chunk.len());
        bytes.extend((0..chunk.len() - 1).map(|place| (word >> (16 - 8 * place)) as u8));
    }
    // A lone character, or spare bits other than 0, would be a second spelling of the same bytes.
    (encode(&bytes) == text).then_some(bytes)
}

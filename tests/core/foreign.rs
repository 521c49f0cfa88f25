//! What another program would do that writes links by `docs/result-link.md` alone: it shares no code
//! with the core, so that it can also write what the core never would.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The 64 characters of base64url.
pub fn alphabet() -> impl Iterator<Item = char> {
    ALPHABET.iter().map(|byte| char::from(*byte))
}

/// A body with the right checksum behind it.
pub fn seal(body: &str) -> String {
    let bits: String = body.bytes().map(|byte| format!("{byte:08b}")).collect();
    let checksum = remainder(&bits);
    let digits = [checksum >> 12, checksum >> 6 & 63, checksum & 63];
    format!("{body}{}", digits.map(|digit| char::from(ALPHABET[digit as usize])).iter().collect::<String>())
}

/// CRC-16/IBM-3740 as the long division that it is: the message with its first 16 bits inverted and 16
/// zeros behind it, divided by x^16 + x^12 + x^5 + 1.
fn remainder(message: &str) -> u32 {
    let inverted = message.char_indices().map(|(place, bit)| (bit == '1') != (place < 16));
    let zeros = std::iter::repeat_n(false, 16);
    inverted.chain(zeros).fold(0, |remainder, bit| {
        let next = remainder << 1 | u32::from(bit);
        if next & 0x1_0000 == 0 { next } else { next ^ 0x1_1021 }
    })
}

/// Bytes in base64url without padding, by their bits.
pub fn base64url(bytes: &[u8]) -> String {
    let mut bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    while !bits.len().is_multiple_of(6) {
        bits.push('0');
    }
    let sixes = bits
        .as_bytes()
        .chunks(6)
        .map(|six| six.iter().fold(0, |value, bit| value * 2 + usize::from(*bit == b'1')));
    sixes.map(|value| char::from(ALPHABET[value])).collect()
}

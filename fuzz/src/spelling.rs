//! Spelling of links by the description in `docs/result-link.md`, apart from that of the core: no chance finds a checksum.

use boussole_core::questionnaire::Questionnaire;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn character(bits: u32) -> char {
    char::from(ALPHABET[(bits & 0x3F) as usize])
}

/// Text with the checksum that it needs.
pub fn sealed(text: &str) -> String {
    let mut checksum = 0xFFFF_u32;
    for byte in text.bytes() {
        checksum ^= u32::from(byte) << 8;
        for _ in 0..8 {
            checksum = (checksum << 1) ^ if checksum & 0x8000 == 0 { 0 } else { 0x1_1021 };
        }
    }
    let digits = [12, 6, 0].map(|shift| character(checksum >> shift));
    text.chars().chain(digits).collect()
}

/// Bytes as base64url.
pub fn base64url(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        (bits, count) = ((bits << 8) | u32::from(*byte), count + 8);
        while count >= 6 {
            count -= 6;
            text.push(character(bits >> count));
        }
        bits &= (1 << count) - 1;
    }
    if count > 0 {
        text.push(character(bits << (6 - count)));
    }
    text
}

/// Link of a questionnaire with any payload, under a valid checksum.
pub fn link(format: &str, questionnaire: &Questionnaire, payload: &[u8]) -> String {
    let (id, form) = (questionnaire.id.as_str(), questionnaire.form.as_str());
    sealed(&[format, id, form, &base64url(payload)].join("."))
}

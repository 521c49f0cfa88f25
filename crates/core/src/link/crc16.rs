//! CRC-16/IBM-3740 (polynomial 0x1021, initial value 0xFFFF, nothing reflected).
//!
//! A CRC of 16 bits detects every error that lies within 16 neighbouring bits (Peterson and Brown,
//! "Cyclic Codes for Error Detection", 1961). Over the very characters of a link that covers every
//! single substitution (8 bits) and every swap of two neighbours (16 bits).

/// Checksum of no text.
pub const START: u16 = 0xFFFF;

/// Checksum of a text.
pub fn checksum(text: &str) -> u16 {
    text.bytes().fold(START, next)
}

/// Checksum of a text with one more character.
pub fn next(checksum: u16, byte: u8) -> u16 {
    (0..8).fold(checksum ^ (u16::from(byte) << 8), |crc, _| {
        if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 }
    })
}

#[cfg(test)]
mod tests {
    /// Check value of the published catalogue of CRC parameters.
    #[test]
    fn agrees_with_the_catalogue() {
        assert_eq!(super::checksum("123456789"), 0x29B1);
    }
}

//! Bytes of the fuzzer as choices and texts.

use std::borrow::Cow;

/// Bytes that are still to be used. Where there are none, numbers are 0 and texts are empty.
pub struct FuzzInput<'a>(pub &'a [u8]);

impl<'a> FuzzInput<'a> {
    /// Next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// Choice between two.
    pub fn flag(&mut self) -> bool {
        self.byte() & 1 == 1
    }

    /// Number below `end`, which is 1 or more.
    pub fn below(&mut self, end: usize) -> usize {
        let number = u32::from_be_bytes([0, 0, self.byte(), self.byte()]);
        number as usize % end
    }

    /// One of these.
    pub fn one<'b, T>(&mut self, all: &'b [T]) -> &'b T {
        &all[self.below(all.len())]
    }

    /// The next bytes up to a byte that no UTF-8 has, as a text.
    pub fn text(&mut self) -> Cow<'a, str> {
        let end = self.0.iter().position(|byte| *byte == 0xFF).unwrap_or(self.0.len());
        let (text, rest) = self.0.split_at(end);
        self.0 = rest.get(1..).unwrap_or_default();
        String::from_utf8_lossy(text)
    }

    /// All other bytes as a text.
    pub fn rest(self) -> Cow<'a, str> {
        String::from_utf8_lossy(self.0)
    }
}

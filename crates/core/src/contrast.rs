//! Contrast of a colour on the paper of an assessment, and the nearest colour that has enough.

use crate::colours::{DARK_PAPER, LIGHT_PAPER};

/// Least contrast of text: WCAG 2.2, criterion 1.4.3.
pub const LEAST_CONTRAST: f64 = 4.5;

/// Steps from a colour to black or white, 2 % each.
const STEPS: u8 = 50;

/// Red, green and blue, 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rgb(pub [f64; 3]);

/// Scheme of colours of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColourScheme {
    /// Dark text on light paper.
    Light,
    /// Light text on dark paper.
    Dark,
}

impl ColourScheme {
    /// Paper of the scheme.
    fn paper(self) -> &'static str {
        match self {
            Self::Light => LIGHT_PAPER,
            Self::Dark => DARK_PAPER,
        }
    }

    /// Channel value that an accent is mixed with until its contrast suffices.
    fn towards(self) -> f64 {
        match self {
            Self::Light => 0.0,
            Self::Dark => 255.0,
        }
    }

    /// Contrast of a colour on the paper.
    pub fn contrast(self, colour: Rgb) -> f64 {
        // The constants are colours, see the tests: without one, nothing would have contrast.
        Rgb::read(self.paper()).map_or(1.0, |paper| contrast(colour, paper))
    }

    /// Mixes a colour with black or white, in steps of 2 %, until its contrast on the paper suffices.
    pub fn readable(self, colour: Rgb) -> Rgb {
        let mixed = |step: u8| {
            let share = f64::from(step) / f64::from(STEPS);
            Rgb(colour.0.map(|part| part + (self.towards() - part) * share))
        };
        let suffices = |mixed: &Rgb| self.contrast(*mixed) >= LEAST_CONTRAST;
        (0..STEPS).map(mixed).find(suffices).unwrap_or_else(|| mixed(STEPS))
    }
}

impl Rgb {
    /// Reads `#rrggbb`, with or without its first sign, in any case and between spaces.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text.strip_prefix('#').unwrap_or(text);
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |start: usize| u8::from_str_radix(&digits[start..start + 2], 16).ok().map(f64::from);
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// The colour as `#rrggbb`.
    pub fn hex(self) -> String {
        let [red, green, blue] = self.0.map(|part| part.round() as u8);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Relative luminance, as WCAG 2.2 defines it.
    fn luminance(self) -> f64 {
        let linear = |part: f64| {
            let part = part / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// Contrast of two colours, 1 to 21.
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Rounds a contrast down, so that one that falls short never shows the needed value.
pub fn to_tenths(ratio: f64) -> f64 {
    (ratio * 10.0).floor() / 10.0
}

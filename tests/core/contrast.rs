//! Contrast of accents: WCAG 2.2, and the correction of a colour that falls short.

use boussole_core::colours::{DARK_PAPER, LIGHT_ACCENT, LIGHT_PAPER};
use boussole_core::contrast::{ColourScheme, LEAST_CONTRAST, Rgb, contrast, to_tenths};
use proptest::prelude::*;

fn read(text: &str) -> Rgb {
    Rgb::read(text).expect(text)
}

#[test]
fn contrast_is_21_between_black_and_white_and_1_between_equal_colours() {
    assert_eq!(contrast(read("#000000"), read("#ffffff")), 21.0);
    assert_eq!(contrast(read("#ffffff"), read("#000000")), 21.0);
    assert_eq!(contrast(read("#1f3a5f"), read("#1f3a5f")), 1.0);
}

#[test]
fn a_contrast_that_falls_short_never_shows_the_needed_value() {
    assert_eq!(to_tenths(4.499), 4.4);
    assert_eq!(to_tenths(4.5), 4.5);
}

/// Colour, contrast on the light paper, colour in the light scheme and in the dark one: the values that hosts see
/// (`www/host/contrast.js`).
const KNOWN: [(&str, f64, &str, &str); 6] = [
    ("#1f3a5f", 11.1, "#1f3a5f", "#74859c"),
    ("#ffd700", 1.3, "#857000", "#ffd700"),
    (LIGHT_ACCENT, 6.5, "#a13a1b", "#b96d56"),
    ("#ffffff", 1.0, "#707070", "#ffffff"),
    ("#000000", 20.4, "#000000", "#858585"),
    ("#777777", 4.3, "#757575", "#828282"),
];

#[test]
fn known_colours_become_the_known_ones() {
    for (colour, ratio, light, dark) in KNOWN {
        let wanted = read(colour);
        assert_eq!(to_tenths(ColourScheme::Light.contrast(wanted)), ratio, "{colour}");
        assert_eq!(ColourScheme::Light.readable(wanted).hex(), light, "{colour}");
        assert_eq!(ColourScheme::Dark.readable(wanted).hex(), dark, "{colour}");
    }
}

#[test]
fn a_colour_is_read_as_people_type_it() {
    for text in ["#1f3a5f", "1f3a5f", " #1F3A5F "] {
        assert_eq!(read(text).hex(), "#1f3a5f");
    }
    for text in ["", "#", "#12345", "#1234567", "rouge", "##1f3a5", "#1f3é5", "+f3a5f"] {
        assert_eq!(Rgb::read(text), None, "{text}");
    }
    assert!([LIGHT_PAPER, DARK_PAPER].iter().all(|paper| Rgb::read(paper).is_some()));
}

proptest! {
    #[test]
    fn hex_and_read_are_inverse(parts: [u8; 3]) {
        let colour = Rgb(parts.map(f64::from));
        prop_assert_eq!(Rgb::read(&colour.hex()), Some(colour));
    }

    #[test]
    fn a_corrected_colour_suffices_and_one_that_does_already_stays(parts: [u8; 3]) {
        let colour = Rgb(parts.map(f64::from));
        for scheme in [ColourScheme::Light, ColourScheme::Dark] {
            let found = scheme.readable(colour);
            prop_assert!(scheme.contrast(found) >= LEAST_CONTRAST);
            if scheme.contrast(colour) >= LEAST_CONTRAST {
                prop_assert_eq!(found, colour);
            }
        }
    }

    #[test]
    fn contrast_is_symmetric_and_from_1_to_21(one: [u8; 3], other: [u8; 3]) {
        let [one, other] = [one, other].map(|parts| Rgb(parts.map(f64::from)));
        let ratio = contrast(one, other);
        prop_assert_eq!(ratio, contrast(other, one));
        prop_assert!((1.0..=21.000_001).contains(&ratio));
    }
}

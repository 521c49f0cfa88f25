//! Figures of a room as a line of text.

use boussole_core::room::{decode_figures, encode_figures, is_meant_as_summary};

use crate::fixtures;
use crate::input::FuzzInput;
use crate::spelling;

/// Reads a text as it is, with a checksum, or as the payload of figures with one.
pub fn run(data: &[u8]) {
    let mut input = FuzzInput(data);
    let text = match input.byte() % 4 {
        0 => input.rest().into_owned(),
        1 => spelling::sealed(&input.rest()),
        _ => fixtures::with(|fixtures| {
            let id = &fixtures.pack(&mut input).questionnaire.id;
            spelling::sealed(&["room", "1", id.as_str(), &spelling::base64url(input.0)].join("."))
        }),
    };
    if let Ok(figures) = decode_figures(&text) {
        assert_eq!(encode_figures(&figures), text);
        assert!(is_meant_as_summary(&text), "{text}");
    }
}

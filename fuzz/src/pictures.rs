//! Pictures of a camera, in which a code is looked for.

use crate::input::FuzzInput;

/// Looks for codes in a picture of any width.
pub fn run(data: &[u8]) {
    let mut input = FuzzInput(data);
    let width = usize::from(input.byte());
    boussole_qr_decode::texts(width, &mut input.0.to_vec());
}

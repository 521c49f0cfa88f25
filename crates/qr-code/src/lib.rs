//! A text as a QR code: a link on a projector, scanned from the last row.

use qrcodegen::{QrCode, QrCodeEcc};

use boussole_core::export::rose;

/// The white modules that a reader needs around the code.
const QUIET: i32 = 4;

/// A QR code as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// How many modules it is wide and high, the quiet zone with it.
    pub size: i32,
    /// The dark modules as the data of an SVG path, a unit a module; the rest has to be light.
    pub path: String,
}

/// The smallest code that carries a text and can be read with 15 % of it covered; `None` where a text is too
/// long for any, from 2332 bytes on.
pub fn qr(text: &str) -> Option<Qr> {
    drawn(text, QrCodeEcc::Medium)
}

/// The same with 25 % (level Q): for paper on a wall, which is torn, folded and written on; from 1664 bytes on there
/// is none.
pub fn sturdy(text: &str) -> Option<Qr> {
    drawn(text, QrCodeEcc::Quartile)
}

fn drawn(text: &str, correction: QrCodeEcc) -> Option<Qr> {
    let code = QrCode::encode_text(text, correction).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            // What is beyond the code is light.
            let length = (x..).take_while(|x| code.get_module(*x, y)).count() as i32;
            if length > 0 {
                rose::push(&mut path, 'M', (x + QUIET, y + QUIET));
                for (command, side) in [("h", length), ("v", 1), ("h", -length)] {
                    path.push_str(command);
                    path.push_str(&side.to_string());
                }
                path.push('z');
            }
            x += length + 1;
        }
    }
    Some(Qr { size: code.size() + 2 * QUIET, path })
}

//! QR codes of texts, drawn as SVG paths.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment};

use boussole_core::export::rose;

/// Width of the quiet zone around the code, in modules (ISO/IEC 18004).
const QUIET: i32 = 4;

/// A QR code as a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Width and height in modules, quiet zone included.
    pub size: i32,
    /// Data of the SVG path that draws the dark modules, one unit a module. The background must be light.
    pub path: String,
}

/// Most bytes of a text whose code has 41 modules or fewer at level M (version 6).
const SMALL: usize = 106;

/// Smallest code of a text for screens: readable with 15 % of it covered (level M), or with 7 % where it is large (level L).
///
/// No dirt is on a screen; pictures of it are turned, blurred and noisy. Of pictures of a team of eight, 280 pixels wide, 69 % are
/// read at level L, 45 % at M and 19 % at Q: its modules are larger. `None` for a text of 2954 bytes or more.
pub fn qr(text: &str) -> Option<Qr> {
    drawn(text, if text.len() > SMALL { QrCodeEcc::Low } else { QrCodeEcc::Medium })
}

/// Smallest code of a text that is readable with 25 % of it covered (level Q): for posters.
///
/// `None` for a text of 1664 bytes or more.
pub fn sturdy(text: &str) -> Option<Qr> {
    drawn(text, QrCodeEcc::Quartile)
}

fn drawn(text: &str, correction: QrCodeEcc) -> Option<Qr> {
    // Addresses have small letters, which neither of the denser modes has: their code would only be carried along.
    let code = QrCode::encode_segments(&[QrSegment::make_bytes(text.as_bytes())], correction).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            // Modules beyond the code are light.
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

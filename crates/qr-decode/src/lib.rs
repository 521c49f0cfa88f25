//! QR codes in a picture, as a module of WebAssembly by itself, for browsers without a reader: `www/room/qr-decode.js` loads it.

use quircs::Quirc;

/// Texts of the codes in a picture, whose brightness is a byte a pixel, row by row. Light codes on dark are tried last, for which
/// the picture is inverted.
pub fn texts(width: usize, grey: &mut [u8]) -> Vec<String> {
    let found = read(width, grey);
    if !found.is_empty() {
        return found;
    }
    grey.iter_mut().for_each(|pixel| *pixel = !*pixel);
    read(width, grey)
}

fn read(width: usize, grey: &[u8]) -> Vec<String> {
    let mut reader = Quirc::default();
    let codes = reader.identify(width, grey.len() / width.max(1), grey).flatten();
    codes.filter_map(|code| String::from_utf8(code.decode().ok()?.payload).ok()).collect()
}

#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, reason = "names of exported functions")]
mod exports;

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
    // Pixels behind the last whole row are of no picture.
    let height = grey.len().checked_div(width).unwrap_or(0);
    let mut reader = Quirc::default();
    let codes = reader.identify(width, height, &grey[..width * height]).flatten();
    codes.filter_map(|code| String::from_utf8(code.decode().ok()?.payload).ok()).collect()
}

#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, reason = "names of exported functions")]
mod exports;

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn a_picture_without_a_whole_row_or_with_a_part_of_one_has_no_text() {
        for (width, pixels) in [(0, 0), (0, 5), (3, 0), (3, 2), (3, 10), (usize::MAX, 4)] {
            assert_eq!(texts(width, &mut vec![0; pixels]), [""; 0], "{width}, {pixels}");
        }
    }
}

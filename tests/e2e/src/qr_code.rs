//! QR codes, read from pictures of the screen.

use crate::picture;
use crate::widget::WidgetPage;

/// A QR code that was read.
pub struct DecodedCode {
    /// The text of the code.
    pub text: String,
    /// The two bits of its error correction level, ISO/IEC 18004, table 12.
    pub level: u16,
}

/// Reads the code that the widget shows.
pub async fn read_from(widget: WidgetPage<'_>) -> String {
    let place = "const { left, top, width, height } = find('svg.code').getBoundingClientRect();
        return { x: left + scrollX, y: top + scrollY, width, height, scale: 1 }";
    decode(&widget.browser.picture_of(widget.read(place).await).await).text
}

/// Decodes a PNG with exactly one code.
pub fn decode(png: &[u8]) -> DecodedCode {
    let (width, height, grey) = picture::grey(png);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "there is one code on {width} × {height} pixels");
    let (metadata, text) = grids[0].decode().expect("the code can be read");
    DecodedCode { text, level: metadata.ecc_level }
}

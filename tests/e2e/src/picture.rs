//! Size, colours and brightness of PNG pictures.

use std::collections::HashSet;
use std::io::Cursor;

/// Number of colours of a PNG: one on a blank page, many with text.
pub fn colours(png: &[u8]) -> usize {
    pixels(png).into_iter().collect::<HashSet<_>>().len()
}

/// Mean brightness of a PNG, 0 to 255.
pub fn brightness(png: &[u8]) -> u64 {
    let pixels = pixels(png);
    let sum: u64 = pixels.iter().flatten().map(|channel| u64::from(*channel)).sum();
    sum / (3 * pixels.len() as u64)
}

/// Width and height of a PNG.
pub fn size(png: &[u8]) -> (u32, u32) {
    let (width, height, _) = decoded(png);
    (width, height)
}

/// Width and height of a PNG, and the brightness of its pixels, row by row.
pub fn grey(png: &[u8]) -> (usize, usize, Vec<u8>) {
    let (width, height, pixels) = decoded(png);
    let mean =
        |[red, green, blue]: [u8; 3]| ((u16::from(red) + u16::from(green) + u16::from(blue)) / 3) as u8;
    (width as usize, height as usize, pixels.into_iter().map(mean).collect())
}

fn pixels(png: &[u8]) -> Vec<[u8; 3]> {
    decoded(png).2
}

fn decoded(png: &[u8]) -> (u32, u32, Vec<[u8; 3]>) {
    let mut reader = png::Decoder::new(Cursor::new(png)).read_info().expect("a picture is a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a picture fits into memory")];
    let frame = reader.next_frame(&mut bytes).expect("a picture is whole");
    let step = frame.color_type.samples();
    assert!(step >= 3 && frame.bit_depth == png::BitDepth::Eight, "a picture has colours of 8 bits");
    let pixels = bytes[..frame.buffer_size()].chunks_exact(step).map(|pixel| [pixel[0], pixel[1], pixel[2]]);
    (frame.width, frame.height, pixels.collect())
}

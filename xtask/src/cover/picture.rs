//! PNG files: cut to size, with a palette and a note of their source.

use std::collections::HashMap;
use std::io::Cursor;

use anyhow::{Context, Result, ensure};
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Transformations};

use super::page::{HEIGHT, WIDTH};

/// The keyword of the note in a picture.
const NOTE: &str = "Source";

/// Largest palette: as many colours as a byte can name.
const COLOURS: usize = 256;

type Rgb = [u8; 3];

/// Screenshot, cut to its upper edge and written with its most frequent colours. The few others, at the edges of
/// letters, become the nearest of them.
pub fn reduced(screenshot: &[u8], made_of: &str) -> Result<Vec<u8>> {
    let pixels = pixels(screenshot)?;
    let mut counts = HashMap::<Rgb, usize>::new();
    for pixel in &pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut palette: Vec<_> = counts.into_iter().collect();
    // Equally frequent colours have a fixed order.
    palette.sort_by_key(|(colour, count)| (usize::MAX - count, *colour));
    let rest = palette.split_off(palette.len().min(COLOURS));
    let palette: Vec<_> = palette.into_iter().map(|(colour, _)| colour).collect();
    let own = palette.iter().enumerate().map(|(index, colour)| (*colour, index));
    let near = rest.into_iter().map(|(colour, _)| (colour, nearest(&palette, colour)));
    let indices: HashMap<_, _> = own.chain(near).collect();
    let bytes: Vec<_> = pixels.iter().map(|pixel| indices[pixel] as u8).collect();

    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, WIDTH, HEIGHT);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(Compression::High);
    encoder.add_text_chunk(NOTE.to_owned(), made_of.to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    Ok(file)
}

/// Note in a picture, if there is one.
pub fn made_of(png: &[u8]) -> Option<String> {
    let reader = Decoder::new(Cursor::new(png)).read_info().ok()?;
    let notes = &reader.info().uncompressed_latin1_text;
    notes.iter().find(|note| note.keyword == NOTE).map(|note| note.text.clone())
}

/// Width and height.
#[cfg(test)]
pub fn size(png: &[u8]) -> Option<(u32, u32)> {
    Decoder::new(Cursor::new(png)).read_info().ok().map(|reader| reader.info().size())
}

/// Pixels of the upper left part, which becomes the picture.
fn pixels(screenshot: &[u8]) -> Result<Vec<Rgb>> {
    let mut decoder = Decoder::new(Cursor::new(screenshot));
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().context("the browser wrote no PNG")?;
    let mut bytes = vec![0; reader.output_buffer_size().context("the picture is too large")?];
    let frame = reader.next_frame(&mut bytes)?;
    ensure!(frame.width >= WIDTH && frame.height >= HEIGHT, "{} × {}", frame.width, frame.height);
    let samples = frame.color_type.samples();
    ensure!(samples >= 3, "the picture has no colours");
    let rows = bytes.chunks_exact(frame.line_size).take(HEIGHT as usize);
    let row = |row: &[u8]| -> Vec<Rgb> {
        let pixels = row.chunks_exact(samples).take(WIDTH as usize);
        pixels.map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
    };
    Ok(rows.flat_map(row).collect())
}

fn nearest(palette: &[Rgb], colour: Rgb) -> usize {
    let far = |other: &Rgb| -> u32 {
        other.iter().zip(colour).map(|(one, two)| u32::from(one.abs_diff(two)).pow(2)).sum()
    };
    palette.iter().enumerate().min_by_key(|(_, other)| far(other)).map_or(0, |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of 1210 by 640 pixels.
    fn screenshot(colour: impl Fn(u32, u32) -> Rgb) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, WIDTH + 10, HEIGHT + 10);
        encoder.set_color(ColorType::Rgb);
        let places = (0..HEIGHT + 10).flat_map(|y| (0..WIDTH + 10).map(move |x| (x, y)));
        let bytes: Vec<_> = places.flat_map(|(x, y)| colour(x, y)).collect();
        encoder.write_header().unwrap().write_image_data(&bytes).unwrap();
        file
    }

    #[test]
    fn a_picture_of_few_colours_keeps_them_all_and_says_what_it_was_made_of() {
        let colour = |x: u32, y: u32| [(x / 100 * 20) as u8, (y / 100 * 30) as u8, 7];
        let picture = reduced(&screenshot(colour), "a digest").unwrap();
        assert_eq!(size(&picture), Some((WIDTH, HEIGHT)));
        assert_eq!(made_of(&picture).as_deref(), Some("a digest"));
        let pixels = pixels(&picture).unwrap();
        assert_eq!(pixels[(50 * WIDTH + 110) as usize], colour(110, 50));
        assert_eq!(pixels[((HEIGHT - 1) * WIDTH + WIDTH - 1) as usize], colour(WIDTH - 1, HEIGHT - 1));
    }

    #[test]
    fn a_rare_colour_becomes_the_nearest_frequent_one() {
        // 300 colours of one pixel each on white: more than a palette holds.
        let colour = |x: u32, y: u32| match (x, y) {
            (x, 0) if x < 300 => [(x % 256) as u8, (x / 256) as u8, 0],
            _ => [255, 255, 255],
        };
        let pixels = pixels(&reduced(&screenshot(colour), "").unwrap()).unwrap();
        assert_eq!(pixels[WIDTH as usize], [255, 255, 255]);
        let far = pixels[299].iter().zip(colour(299, 0)).map(|(one, two)| one.abs_diff(two)).max();
        assert!(far.unwrap() < 50, "{:?}", pixels[299]);
    }

    #[test]
    fn what_is_no_picture_was_made_of_nothing() {
        assert_eq!(made_of(b"no picture"), None);
    }
}

//! The emblem as icons: what `www/shared/pieces/emblem.html` draws, in pixels. Each pixel is coloured by how far it is from the
//! edges of the shapes, which draws them smooth without a browser, and the same on every machine.

use anyhow::Result;
use png::{BitDepth, ColorType, Encoder};

type Colour = [f64; 3];
type Point = (f64, f64);

const PAPER: Colour = [251.0, 249.0, 244.0];
const BLUE: Colour = [31.0, 58.0, 95.0];
const RED: Colour = [180.0, 68.0, 31.0];

/// The outer and the inner edge of the ring, and the hub.
const RADII: [f64; 3] = [111.0, 101.0, 9.0];

/// The corners of a needle that points up.
const NEEDLE: [Point; 4] = [(0.0, 0.0), (22.0, -34.0), (0.0, -92.0), (-22.0, -34.0)];

/// What is around the emblem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// Nothing, and hardly any room.
    Nothing,
    /// Its paper, as far as a system may cut an icon to a shape of its own.
    Paper,
}

impl Around {
    /// How far the edge of the icon is from the middle, in units of the emblem.
    fn reach(self) -> f64 {
        match self {
            Self::Nothing => 112.0,
            // What is within 40 % of the width is never cut away.
            Self::Paper => 140.0,
        }
    }
}

/// A square icon as a PNG.
pub fn png(size: u32, around: Around) -> Result<Vec<u8>> {
    let unit = 2.0 * around.reach() / f64::from(size);
    let place = |pixel: u32| (f64::from(pixel) + 0.5) * unit - around.reach();
    let pixels: Vec<u8> = (0..size)
        .flat_map(|y| (0..size).map(move |x| (place(x), place(y))))
        .flat_map(|point| pixel(point, unit, around))
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, size, size);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

/// Red, green, blue and how much it covers.
fn pixel(point: Point, unit: f64, around: Around) -> [u8; 4] {
    let covered = |distance: f64| (0.5 - distance / unit).clamp(0.0, 1.0);
    let circle = |radius: f64| covered(point.0.hypot(point.1) - radius);
    let needle = |turn: f64| covered(from_needle(turned(point, turn)));
    // Outside of the ring its colour goes on, and covers less and less.
    let ground = if around == Around::Paper { PAPER } else { BLUE };
    let layers = [
        (BLUE, circle(RADII[0])),
        (PAPER, circle(RADII[1])),
        (RED, needle(0.0)),
        (BLUE, needle(120.0)),
        (BLUE, needle(240.0)),
        (PAPER, circle(RADII[2])),
    ];
    let colour = layers.into_iter().fold(ground, |below, (above, share)| {
        [0, 1, 2].map(|part| below[part] * (1.0 - share) + above[part] * share)
    });
    let [red, green, blue] = colour.map(byte);
    let opacity = if around == Around::Paper { 1.0 } else { circle(RADII[0]) };
    [red, green, blue, byte(opacity * 255.0)]
}

fn byte(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// A place as it was before it was turned clockwise, in degrees.
fn turned((x, y): Point, degrees: f64) -> Point {
    let (sine, cosine) = degrees.to_radians().sin_cos();
    (x * cosine + y * sine, y * cosine - x * sine)
}

/// How far a place is from the edge of the needle; within it, less than nothing.
fn from_needle((x, y): Point) -> f64 {
    let next = NEEDLE.into_iter().cycle().skip(1);
    let sides = NEEDLE.into_iter().zip(next).map(|(from, to)| {
        let (along, down) = (to.0 - from.0, to.1 - from.1);
        (along * (y - from.1) - down * (x - from.0)) / along.hypot(down)
    });
    sides.fold(f64::NEG_INFINITY, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    const NOTHING: [u8; 4] = [31, 58, 95, 0];

    #[test]
    fn the_emblem_is_where_it_should_be() {
        let cases = [
            ((0.0, -60.0), RED),
            ((52.0, 30.0), BLUE),
            ((-52.0, 30.0), BLUE),
            ((0.0, 60.0), PAPER),
            ((0.0, 106.0), BLUE),
            ((0.0, 0.0), PAPER),
        ];
        for (point, colour) in cases {
            let [red, green, blue] = colour.map(byte);
            assert_eq!(pixel(point, 1.0, Around::Nothing), [red, green, blue, 255], "{point:?}");
        }
        assert_eq!(pixel((0.0, 112.0), 1.0, Around::Nothing), NOTHING);
        assert_eq!(pixel((0.0, 130.0), 1.0, Around::Paper), [251, 249, 244, 255]);
    }

    #[test]
    fn a_system_that_cuts_a_circle_leaves_the_whole_emblem() {
        assert!(RADII[0] <= 0.8 * Around::Paper.reach());
    }

    #[test]
    fn it_is_the_emblem_of_the_page() {
        let path = Project::find().unwrap().root.join("www/shared/pieces/emblem.html");
        let emblem = std::fs::read_to_string(path).unwrap();
        let hexadecimal =
            |colour: Colour| colour.map(byte).iter().map(|part| format!("{part:02x}")).collect::<String>();
        let [red, blue, paper] = [RED, BLUE, PAPER].map(hexadecimal);
        let needle = "<path d=\"M0 0L22-34L0-92L-22-34Z\"";
        let expected = format!(
            "<circle r=\"106\" fill=\"#{paper}\" stroke=\"#{blue}\" stroke-width=\"10\"/><g fill=\"#{red}\">{needle}/>\
             {needle} transform=\"rotate(120)\" fill=\"#{blue}\"/>\
             {needle} transform=\"rotate(240)\" fill=\"#{blue}\"/></g>\
             <circle r=\"9\" fill=\"#{paper}\"/>"
        );
        assert!(emblem.contains(&expected), "{emblem}");
    }
}

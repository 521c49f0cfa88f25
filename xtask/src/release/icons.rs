//! Icons: the emblem of the pages, in pixels.

use anyhow::{Context, Result};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Background of an icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Transparent, with hardly any margin.
    Transparent,
    /// Paper, with the margin that a system may cut to a shape of its own.
    Paper,
}

impl Background {
    /// Distance from the middle to the edge of the icon, in units of the emblem.
    fn reach(self) -> f32 {
        match self {
            Self::Transparent => 112.0,
            // Systems never cut within 40 % of the width (W3C manifest, safe zone).
            Self::Paper => 140.0,
        }
    }
}

/// Square icon as a PNG; `drawing` is the emblem as an SVG file.
pub fn png(drawing: &str, size: u32, background: Background) -> Result<Vec<u8>> {
    Ok(picture(drawing, size, background)?.encode_png()?)
}

fn picture(drawing: &str, size: u32, background: Background) -> Result<Pixmap> {
    let emblem = Tree::from_str(drawing, &Options::default()).context("the emblem can't be read")?;
    let scale = size as f32 / (2.0 * background.reach());
    let margin = background.reach() - emblem.size().width() / 2.0;
    let place = Transform::from_scale(scale, scale).pre_translate(margin, margin);
    let mut picture = Pixmap::new(size, size).context("an icon has a size")?;
    resvg::render(&emblem, place, &mut picture.as_mut());
    if background == Background::Paper {
        // The hub has the colour of the paper.
        let paper = picture.pixel(size / 2, size / 2).context("an icon has a middle")?.demultiply();
        picture.fill(Color::from_rgba8(paper.red(), paper.green(), paper.blue(), paper.alpha()));
        resvg::render(&emblem, place, &mut picture.as_mut());
    }
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use boussole_core::colours::{EMBLEM_BLUE, LIGHT_ACCENT, LIGHT_PAPER};

    use super::*;
    use crate::project::Project;
    use crate::release::{colours, install};

    /// The icon of the page's emblem.
    fn icon(size: u32, background: Background) -> Pixmap {
        let path = Project::find().unwrap().root.join("www/shared/pieces/emblem.html");
        let emblem = colours::in_page(&fs::read_to_string(path).unwrap());
        picture(&install::drawing(&emblem).unwrap(), size, background).unwrap()
    }

    /// Red, green, blue and opacity of `#rrggbb`.
    fn opaque(code: &str) -> [u8; 4] {
        let [_, red, green, blue] = u32::from_str_radix(&code[1..], 16).unwrap().to_be_bytes();
        [red, green, blue, 255]
    }

    fn pixel(icon: &Pixmap, (x, y): (u32, u32)) -> [u8; 4] {
        let pixel = icon.pixel(x, y).unwrap().demultiply();
        [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
    }

    #[test]
    fn the_emblem_is_where_it_should_be() {
        // A pixel is a unit of the emblem.
        let icon = icon(224, Background::Transparent);
        let [red, blue, paper] = [LIGHT_ACCENT, EMBLEM_BLUE, LIGHT_PAPER].map(opaque);
        let cases = [
            ((0, -60), red),
            ((52, 30), blue),
            ((-52, 30), blue),
            ((0, 60), paper),
            ((0, 106), blue),
            ((0, 0), paper),
            ((0, 111), [0; 4]),
        ];
        for ((x, y), colour) in cases {
            let place = (112_u32.strict_add_signed(x), 112_u32.strict_add_signed(y));
            assert_eq!(pixel(&icon, place), colour, "{x}, {y}");
        }
    }

    #[test]
    fn a_system_that_cuts_a_circle_leaves_the_whole_emblem() {
        let size = 280;
        let icon = icon(size, Background::Paper);
        let far = |place: u32| f64::from(place) + 0.5 - f64::from(size) / 2.0;
        let places = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
        for (x, y) in places.filter(|(x, y)| far(*x).hypot(far(*y)) > 0.4 * f64::from(size)) {
            assert_eq!(pixel(&icon, (x, y)), opaque(LIGHT_PAPER), "{x}, {y}");
        }
    }
}

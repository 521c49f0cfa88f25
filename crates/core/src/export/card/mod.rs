//! The picture card: a result at one glance.
//!
//! A card is a list of shapes. [`svg`] makes a file of them, a browser a PNG. Sizes are whole tenths of a pixel.
//! There is one light design, as for print.

mod alternative;
mod layout;
mod letters;
mod shape;
pub mod slide;
mod svg;

pub use alternative::{Attribution, alternative};
pub use layout::card;
pub use shape::{Anchor, Colour, Family, FontWeight, Format, Paint, Shape, Size, TextLine, UNITS};
pub use svg::svg;

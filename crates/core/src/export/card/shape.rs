//! Shapes of a card: what is drawn, where, and in which colours and letters.

use crate::colours;

/// Units of a pixel.
pub const UNITS: i32 = 10;

/// Width and height in pixels.
pub type Size = (i32, i32);

/// Format of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 1200 by 630 pixels: the preview of a link.
    Wide,
    /// 1080 by 1080 pixels.
    Square,
}

impl Format {
    /// Width and height in pixels.
    pub fn size(self) -> Size {
        match self {
            Self::Wide => (1200, 630),
            Self::Square => (1080, 1080),
        }
    }
}

/// Colours of the brand, in its light scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Background.
    Paper,
    /// Titles and figures.
    Ink,
    /// Secondary text.
    Muted,
    /// Lines and empty bars.
    Line,
    /// Accent.
    Accent,
}

impl Colour {
    /// Colour in the notation of CSS, SVG and a canvas.
    pub fn code(self) -> &'static str {
        match self {
            Self::Paper => colours::LIGHT_PAPER,
            Self::Ink => colours::LIGHT_INK,
            Self::Muted => colours::LIGHT_MUTED,
            Self::Line => colours::LIGHT_LINE,
            Self::Accent => colours::LIGHT_ACCENT,
        }
    }
}

/// Paint of an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Filled area.
    Fill(Colour),
    /// Line of a width.
    Stroke(Colour, i32),
}

/// Family of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Letters of titles.
    Serif,
    /// Letters of other texts.
    Sans,
}

impl Family {
    /// Fonts by preference, in the notation of CSS, SVG and a canvas.
    pub fn fonts(self) -> &'static str {
        match self {
            Self::Serif => {
                "'Iowan Old Style','Palatino Linotype',Palatino,Charter,Georgia,'Noto Serif','DejaVu Serif',serif"
            }
            Self::Sans => "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif",
        }
    }
}

/// Weight of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontWeight {
    /// Normal weight.
    Regular,
    /// Bold weight.
    Bold,
}

/// Point of a text at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Start of the text.
    Start,
    /// Middle of the text.
    Middle,
    /// End of the text.
    End,
}

/// Line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    /// Horizontal place of the anchor.
    pub x: i32,
    /// Base line.
    pub y: i32,
    /// Size of the letters.
    pub size: i32,
    /// Family of the letters.
    pub family: Family,
    /// Weight of the letters.
    pub weight: FontWeight,
    /// Anchor of the text.
    pub anchor: Anchor,
    /// Colour of the letters.
    pub colour: Colour,
    /// Maximal width. Texts fit by an estimate; a canvas that measures may condense them.
    pub max_width: i32,
    /// Content.
    pub text: String,
}

/// One thing to draw. Later shapes cover earlier ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Filled rectangle.
    Rect {
        /// Left edge.
        x: i32,
        /// Upper edge.
        y: i32,
        /// Width.
        width: i32,
        /// Height.
        height: i32,
        /// Colour of the area.
        colour: Colour,
    },
    /// Outline.
    Path {
        /// Data of an SVG path, also valid for a `Path2D`.
        data: String,
        /// Paint of the outline.
        paint: Paint,
    },
    /// Text.
    Text(TextLine),
}

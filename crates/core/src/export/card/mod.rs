//! The picture card: a result at one glance, to show and to send on.
//!
//! It is a list of shapes, from which [`svg`] makes a file and a browser a PNG. Sizes are whole tenths of a
//! pixel. There is one light design: it is a print, not a screen.

mod layout;
mod letters;
pub mod slide;
mod svg;

pub use layout::card;
pub use svg::svg;

use super::{ExportTexts, one_line};
use crate::phrases;
use crate::questionnaire::Questionnaire;
use crate::score::ScoreSummary;

/// How many units a pixel of the picture has.
pub const UNITS: i32 = 10;

/// Width and height in pixels.
pub type Size = (i32, i32);

/// The shape of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 1200 by 630 pixels: what a page that links to it shows.
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

/// The colours of the house, in its light scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    Paper,
    Ink,
    Muted,
    Line,
    Accent,
}

impl Colour {
    /// As CSS, SVG and a canvas write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Paper => "#fdfcf8",
            Self::Ink => "#1b222c",
            Self::Muted => "#545d69",
            Self::Line => "#d8d3c6",
            Self::Accent => "#a13a1b",
        }
    }
}

/// How an outline is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    Fill(Colour),
    /// A line of this width.
    Stroke(Colour, i32),
}

/// Which letters: those of titles, or those of the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Serif,
    Sans,
}

impl Family {
    /// The fonts in their order, as CSS, SVG and a canvas write it.
    pub fn fonts(self) -> &'static str {
        match self {
            Self::Serif => {
                "'Iowan Old Style','Palatino Linotype',Palatino,Charter,Georgia,'Noto Serif','DejaVu Serif',serif"
            }
            Self::Sans => "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif",
        }
    }
}

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontWeight {
    Regular,
    Bold,
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    /// Where the anchor is.
    pub x: i32,
    /// Where the letters stand.
    pub y: i32,
    pub size: i32,
    pub family: Family,
    pub weight: FontWeight,
    pub anchor: Anchor,
    pub colour: Colour,
    /// How wide it may be. It is made to fit by an estimate; a canvas that can measure may press it.
    pub max_width: i32,
    pub text: String,
}

/// One thing to draw. Later ones lie above earlier ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Rect {
        x: i32,
        y: i32,
        width: i32,
        height: i32,
        colour: Colour,
    },
    /// The data of an SVG path, which a `Path2D` takes, too.
    Path {
        data: String,
        paint: Paint,
    },
    Text(TextLine),
}

/// Names on a card that are neither the questionnaire's nor the widget's.
#[derive(Clone, Copy, Debug, Default)]
pub struct Attribution<'a> {
    /// The event at which the result was made; may be empty.
    pub event: &'a str,
    /// The organisation that the reader entered; may be empty.
    pub organisation: &'a str,
}

/// The card in words, to stand beside the picture wherever that is shown. Sentences that do not end with a
/// mark get a full stop; empty ones are left out.
pub fn alternative(
    questionnaire: &Questionnaire,
    summary: &ScoreSummary,
    attribution: Attribution<'_>,
    texts: ExportTexts<'_>,
) -> String {
    let (headline, level) = (texts.headline(summary), texts.level(questionnaire, summary));
    let principles = questionnaire.principles.iter().zip(summary.principles);
    let principles =
        principles.map(|(principle, range)| phrases::principle(texts.first, &principle.name, range));
    let all = [&*questionnaire.title, attribution.event, attribution.organisation, &headline, &level];
    let all = all.map(one_line).into_iter().chain(principles.map(|sentence| one_line(&sentence)));
    let mut text = String::new();
    for sentence in all.filter(|sentence| !sentence.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&sentence);
        if !sentence.ends_with(['.', '!', '?', '…']) {
            text.push('.');
        }
    }
    text
}

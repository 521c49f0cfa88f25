//! Layout of a card.

use super::alternative::Attribution;
use super::letters::fitting;
use super::shape::{Anchor, Colour, Family, FontWeight, Format, Paint, Shape, TextLine, UNITS};
use crate::export::{ExportTexts, one_line, rose};
use crate::phrases;
use crate::questionnaire::Questionnaire;
use crate::score::{Range, ScoreSummary};
use crate::texts::{LazyText, Text, Texts};

/// Places of a format, in pixels. Base lines are those of letters.
#[derive(Clone, Copy)]
struct Layout {
    /// Left and right margin.
    margin: i32,
    /// Event, above the title.
    event: TextPlace,
    title: TextPlace,
    /// Points of the whole.
    figures: TextPlace,
    /// Maximum of the points, below them.
    out_of: TextPlace,
    /// Label of the maturity level, and its name.
    level: [TextPlace; 2],
    /// Centre of the rose, and length of a point in units.
    rose: (rose::Point, i32),
    /// Base line of the first principle, and distance to the next.
    rows: (i32, i32),
    /// Left and right end of the bars.
    bars: (i32, i32),
    /// Right edge of the figures beside the bars.
    end: i32,
    /// Size of small letters.
    small: i32,
    /// Line above the foot.
    foot: i32,
}

/// Base line, maximal width and maximal size of a text.
#[derive(Clone, Copy)]
struct TextPlace(i32, i32, i32);

const WIDE: Layout = Layout {
    margin: 72,
    event: TextPlace(48, 1056, 20),
    title: TextPlace(86, 700, 28),
    figures: TextPlace(250, 590, 160),
    out_of: TextPlace(295, 560, 28),
    level: [TextPlace(348, 560, 23), TextPlace(401, 560, 50)],
    rose: ((894, 302), 18),
    rows: (456, 38),
    bars: (246, 500),
    end: 600,
    small: 23,
    foot: 566,
};

const SQUARE: Layout = Layout {
    margin: 80,
    event: TextPlace(64, 920, 24),
    title: TextPlace(116, 920, 34),
    figures: TextPlace(334, 920, 210),
    out_of: TextPlace(390, 400, 34),
    level: [TextPlace(574, 390, 27), TextPlace(635, 390, 56)],
    rose: ((732, 612), 20),
    rows: (872, 46),
    bars: (290, 850),
    end: 1000,
    small: 27,
    foot: 1006,
};

/// Shapes of a card, in painting order. Words replace figures where nothing applies.
pub fn card(
    questionnaire: &Questionnaire,
    summary: &ScoreSummary,
    attribution: Attribution<'_>,
    texts: ExportTexts<'_>,
    format: Format,
) -> Vec<Shape> {
    let layout = match format {
        Format::Wide => WIDE,
        Format::Square => SQUARE,
    };
    let (width, height) = format.size();
    let mut drawing = Drawing { layout, shapes: vec![] };
    drawing.rect((0, 0), (width, height), Colour::Paper);
    drawing.rect((drawing.layout.margin, 0), (96, 14), Colour::Accent);
    drawing.text(drawing.layout.margin, drawing.layout.event, EVENT, attribution.event);
    drawing.head(questionnaire, summary, texts.first);
    drawing.rose(questionnaire, summary);
    for (row, principle) in questionnaire.principles.iter().enumerate() {
        // There is a range, or none, for each of the three principles.
        let range = summary.principles.get(row).copied().flatten();
        drawing.row(questionnaire, row as i32, &principle.name, range, texts.first.get(Text::ReportDash));
    }
    drawing.foot(attribution.organisation, texts.lazy.get(LazyText::ExportSource), width);
    drawing.shapes
}

/// Shapes so far.
struct Drawing {
    layout: Layout,
    shapes: Vec<Shape>,
}

impl Drawing {
    fn rect(&mut self, (x, y): rose::Point, (width, height): rose::Point, colour: Colour) {
        let [x, y, width, height] = [x, y, width, height].map(|side| side * UNITS);
        self.shapes.push(Shape::Rect { x, y, width, height, colour });
    }

    fn path(&mut self, data: String, paint: Paint) {
        self.shapes.push(Shape::Path { data, paint });
    }

    /// Draws the extent of blind spots.
    fn hatched(&mut self, corners: &[rose::Point]) {
        let outline = rose::outline(corners);
        self.path(outline.clone(), Paint::Fill(Colour::Paper));
        self.path(rose::hatching(corners, GAP), Paint::Stroke(Colour::Accent, 20));
        self.path(outline, Paint::Stroke(Colour::Accent, 15));
    }

    /// Draws a line of text that begins, has its middle or ends at a place; nothing for an empty text.
    fn text(&mut self, at: i32, TextPlace(y, max_width, size): TextPlace, style: TextStyle, text: &str) {
        let TextStyle(family, weight, anchor, colour) = style;
        let max_width = max_width * UNITS;
        let (text, size) = fitting(&one_line(text), max_width, size * UNITS, weight);
        if !text.is_empty() {
            let (x, y) = (at * UNITS, y * UNITS);
            self.shapes.push(Shape::Text(TextLine {
                x,
                y,
                size,
                family,
                weight,
                anchor,
                colour,
                max_width,
                text,
            }));
        }
    }

    /// Draws a name that is never cut where two lines hold it: what follows its first space goes below.
    fn name(&mut self, at: i32, place: TextPlace, style: TextStyle, name: &str) {
        let (TextPlace(base, max_width, size), name) = (place, one_line(name));
        let is_whole = fitting(&name, max_width * UNITS, size * UNITS, style.1).0 == name;
        // A name is two words.
        let (first, last) = name.split_once(' ').filter(|_| !is_whole).unwrap_or((&name, ""));
        self.text(at, place, style, first);
        self.text(at, TextPlace(base + size + size / 8, max_width, size), style, last);
    }

    /// Draws title, figures and level.
    fn head(&mut self, questionnaire: &Questionnaire, summary: &ScoreSummary, texts: &Texts) {
        let Layout { margin, title, figures, out_of, level: [label, name], .. } = self.layout;
        self.text(margin, title, TITLE, &questionnaire.title);
        match summary.whole {
            Some(range) => {
                self.text(margin, figures, FIGURES, &range.in_figures());
                self.text(margin, out_of, NOTE, texts.get(Text::ReportOutOf));
            }
            None => {
                let TextPlace(base, max_width, size) = figures;
                self.text(margin, TextPlace(base, max_width, size / 3), NOTE, texts.get(Text::ReportDash));
            }
        }
        if let Some(maturity_result) = summary.maturity_result(questionnaire) {
            self.text(margin, label, SMALL, texts.get(phrases::level_label(maturity_result)));
            self.name(margin, name, LEVEL, &questionnaire.maturity[maturity_result.level.index()].name);
        }
    }

    /// Draws the emblem as on the report: solid for assured points, hatched for possible ones.
    fn rose(&mut self, questionnaire: &Questionnaire, summary: &ScoreSummary) {
        let ((x, y), point) = self.layout.rose;
        let at = |(right, down): rose::Point| (x * UNITS + right, y * UNITS + down);
        let placed = |places: &[rose::Point], hours| -> Vec<rose::Point> {
            places.iter().map(|place| at(rose::turned(*place, hours))).collect()
        };
        for threshold in questionnaire.thresholds {
            let ring = rose::circle(at((0, 0)), i32::from(threshold) * point);
            self.path(ring, Paint::Stroke(Colour::Line, 12));
        }
        self.path(rose::circle(at((0, 0)), rose::RIM * point), Paint::Stroke(Colour::Muted, 15));
        let mut ticks = String::new();
        for hours in 0..rose::HOURS {
            let ends = placed(&[(0, -rose::RIM * point), (0, -rose::TICK * point)], hours);
            for (end, command) in ends.into_iter().zip(['M', 'L']) {
                rose::push(&mut ticks, command, end);
            }
        }
        self.path(ticks, Paint::Stroke(Colour::Muted, 15));
        for (range, hours) in summary.principles.iter().zip(rose::NEEDLES) {
            let Some(range) = range else { continue };
            if range.is_open() {
                self.hatched(&placed(&rose::needle(range.possible(), point), hours));
            }
            let assured = placed(&rose::needle(range.assured(), point), hours);
            self.path(rose::outline(&assured), Paint::Fill(Colour::Accent));
        }
        let hub = rose::circle(at((0, 0)), rose::HUB * point);
        self.path(hub.clone(), Paint::Fill(Colour::Paper));
        self.path(hub, Paint::Stroke(Colour::Accent, 40));
        for (principle, (right, down)) in questionnaire.principles.iter().zip(rose::LABELS) {
            let (right, down) = (right * point / UNITS, down * point / UNITS);
            let place = TextPlace(y + down, 7 * self.layout.small, self.layout.small);
            self.text(x + right, place, LABEL, &principle.name);
        }
    }

    /// Draws a principle: its name, its bar and its figures, or a dash.
    fn row(&mut self, questionnaire: &Questionnaire, row: i32, name: &str, range: Option<Range>, none: &str) {
        let Layout { margin, rows: (first, pitch), bars: (begin, end), end: edge, small, .. } = self.layout;
        let base = first + row * pitch;
        self.text(margin, TextPlace(base, begin - margin - 14, small), NAME, name);
        let Some(range) = range else {
            return self.text(begin, TextPlace(base, edge - begin, small), SMALL, none);
        };
        self.text(edge, TextPlace(base, edge - end - 10, small), FIGURE, &range.in_figures());
        let (top, thickness, length) = (base - 15, 14, end - begin);
        let reach = |points: u8| length * i32::from(points) / 100;
        let (assured, possible) = (reach(range.assured()), reach(range.possible()));
        self.rect((begin, top), (length, thickness), Colour::Line);
        self.rect((begin, top), (assured, thickness), Colour::Accent);
        for threshold in questionnaire.thresholds {
            self.rect((begin + reach(threshold) - 1, top), (2, thickness), Colour::Paper);
        }
        if range.is_open() {
            let (left, right, bottom) = (begin + assured, begin + possible, top + thickness);
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
            self.hatched(&corners.map(|(x, y)| (x * UNITS, y * UNITS)));
        }
    }

    /// Draws organisation and source.
    fn foot(&mut self, organisation: &str, source: &str, width: i32) {
        let Layout { margin, foot, small, .. } = self.layout;
        let (inner, base) = (width - 2 * margin, foot + 20 + small / 2);
        self.rect((margin, foot), (inner, 1), Colour::Line);
        let max_width = inner * 2 / 5;
        self.text(margin, TextPlace(base, inner - max_width - 20, small), NAME, organisation);
        self.text(width - margin, TextPlace(base, max_width, small - 2), SOURCE, source);
    }
}

/// Appearance of letters.
#[derive(Clone, Copy)]
struct TextStyle(Family, FontWeight, Anchor, Colour);

const EVENT: TextStyle = TextStyle(Family::Sans, FontWeight::Regular, Anchor::Start, Colour::Muted);
const TITLE: TextStyle = TextStyle(Family::Sans, FontWeight::Bold, Anchor::Start, Colour::Accent);
const FIGURES: TextStyle = TextStyle(Family::Serif, FontWeight::Regular, Anchor::Start, Colour::Ink);
const NOTE: TextStyle = TextStyle(Family::Serif, FontWeight::Regular, Anchor::Start, Colour::Muted);
const LEVEL: TextStyle = TextStyle(Family::Serif, FontWeight::Bold, Anchor::Start, Colour::Ink);
const SMALL: TextStyle = TextStyle(Family::Sans, FontWeight::Regular, Anchor::Start, Colour::Muted);
const NAME: TextStyle = TextStyle(Family::Sans, FontWeight::Bold, Anchor::Start, Colour::Ink);
const FIGURE: TextStyle = TextStyle(Family::Sans, FontWeight::Regular, Anchor::End, Colour::Ink);
const LABEL: TextStyle = TextStyle(Family::Sans, FontWeight::Bold, Anchor::Middle, Colour::Muted);
const SOURCE: TextStyle = TextStyle(Family::Sans, FontWeight::Regular, Anchor::End, Colour::Muted);

/// Distance of slanted lines along an axis, in units.
const GAP: i32 = 80;

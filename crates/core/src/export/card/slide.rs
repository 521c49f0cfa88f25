//! Closing slide of an event, 1920 by 1080 pixels: number of results, spread, weakest principles.

use super::letters::{fitting, width};
use super::shape::{Anchor, Colour, Family, FontWeight, Shape, TextLine, UNITS};
use crate::export::one_line;
use crate::questionnaire::Questionnaire;
use crate::room::{Distribution, FEWEST, RoomFigures, RoomStatistics};
use crate::texts::{RoomText, Texts};

/// Width and height in pixels.
pub const SIZE: (i32, i32) = (1920, 1080);

const MARGIN: i32 = 110;

/// Left edge and width of the principles' charts.
const CHARTS: (i32, i32) = (960, 850);

/// Shapes of the slide, in painting order.
///
/// `title` is the name and the day of the room, `weakest` the names of the weakest principles.
pub fn slide(
    questionnaire: &Questionnaire,
    figures: &RoomFigures,
    title: &str,
    weakest: &str,
    texts: &Texts<RoomText>,
) -> Vec<Shape> {
    let mut slide = Slide(vec![]);
    slide.rect(0, 0, SIZE.0, SIZE.1, Colour::Paper);
    slide.rect(MARGIN, 0, 140, 20, Colour::Accent);
    slide.text(MARGIN, 120, 1700, 44, (Family::Sans, FontWeight::Bold, Colour::Accent), title);
    slide.text(
        MARGIN,
        172,
        1700,
        30,
        (Family::Sans, FontWeight::Regular, Colour::Muted),
        &questionnaire.title,
    );
    let number = (Family::Serif, FontWeight::Regular, Colour::Ink);
    slide.text(MARGIN, 410, 760, 240, number, &figures.count.to_string());
    let soft = (Family::Serif, FontWeight::Regular, Colour::Muted);
    let results = texts.fill(RoomText::Results, &[("count", &figures.count.to_string())]);
    slide.text(MARGIN, 470, 760, 38, soft, &results);
    match &figures.statistics {
        Some(statistics) => slide.statistics(questionnaire, statistics, weakest, texts),
        None => {
            let few = texts.fill(RoomText::Few, &[("fewest", &FEWEST.to_string())]);
            slide.text(MARGIN, 620, 1700, 40, soft, &few);
        }
    }
    slide.rect(MARGIN, 1000, SIZE.0 - 2 * MARGIN, 1, Colour::Line);
    slide.text(
        MARGIN,
        1042,
        1700,
        26,
        (Family::Sans, FontWeight::Regular, Colour::Muted),
        texts.get(RoomText::Source),
    );
    slide.0
}

type SlideStyle = (Family, FontWeight, Colour);

struct Slide(Vec<Shape>);

impl Slide {
    fn rect(&mut self, x: i32, y: i32, width: i32, height: i32, colour: Colour) {
        let [x, y, width, height] = [x, y, width, height].map(|side| side * UNITS);
        self.0.push(Shape::Rect { x, y, width, height, colour });
    }

    fn text(&mut self, x: i32, y: i32, max_width: i32, size: i32, style: SlideStyle, text: &str) {
        self.anchored(Anchor::Start, (x, y), max_width, size, style, text);
    }

    fn anchored(
        &mut self,
        anchor: Anchor,
        (x, y): (i32, i32),
        max_width: i32,
        size: i32,
        style: SlideStyle,
        text: &str,
    ) {
        let (family, weight, colour) = style;
        let max_width = max_width * UNITS;
        let (text, size) = fitting(&one_line(text), max_width, size * UNITS, weight);
        if !text.is_empty() {
            let (x, y) = (x * UNITS, y * UNITS);
            self.0.push(Shape::Text(TextLine {
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

    fn statistics(
        &mut self,
        questionnaire: &Questionnaire,
        statistics: &RoomStatistics,
        weakest: &str,
        texts: &Texts<RoomText>,
    ) {
        let soft = (Family::Sans, FontWeight::Regular, Colour::Muted);
        self.text(MARGIN, 560, 760, 28, soft, texts.get(RoomText::Weakest));
        let strong = (Family::Serif, FontWeight::Bold, Colour::Ink);
        self.text(MARGIN, 626, 760, 58, strong, weakest);
        if let Some(levels) = statistics.levels {
            self.text(MARGIN, 716, 760, 28, soft, texts.get(RoomText::Levels));
            let of: u32 = levels.iter().sum();
            // Names are whole in one size where they leave a third of the width to the bars.
            let widths = questionnaire
                .maturity
                .iter()
                .map(|level| width(&one_line(&level.name), 26, FontWeight::Bold));
            let names = widths.max().unwrap_or_default().clamp(230, 440);
            let (bars, whole) = (MARGIN + names + 15, 660 - names);
            for (row, (level, count)) in (0..).zip(questionnaire.maturity.iter().zip(levels).rev()) {
                let base = 766 + row * 46;
                let name = (Family::Sans, FontWeight::Bold, Colour::Ink);
                self.text(MARGIN, base, names, 26, name, &level.name);
                self.rect(bars, base - 22, whole, 24, Colour::Line);
                // A count is at most 10,000.
                let length = (i64::from(whole) * i64::from(count) / i64::from(of.max(1))) as i32;
                self.rect(bars, base - 22, length, 24, Colour::Accent);
                self.text(MARGIN + 690, base, 90, 26, name, &count.to_string());
            }
        }
        let most = statistics.principles.iter().flatten().flat_map(|spread| spread.bins).max().unwrap_or(1);
        for (row, (principle, spread)) in
            (0..).zip(questionnaire.principles.iter().zip(&statistics.principles))
        {
            if let Some(spread) = spread {
                self.chart(250 + row * 250, &principle.name, spread, most, texts.get(RoomText::Median));
            }
        }
    }

    fn chart(&mut self, top: i32, name: &str, spread: &Distribution, most: u32, median: &str) {
        let (left, width) = CHARTS;
        let [first, middle, third] = spread.quartiles.map(|points| left + width * i32::from(points) / 100);
        self.text(left, top, 500, 32, (Family::Serif, FontWeight::Bold, Colour::Ink), name);
        let label = [median, " ", &spread.quartiles[1].to_string()].concat();
        let soft = (Family::Sans, FontWeight::Regular, Colour::Muted);
        self.anchored(Anchor::End, (left + width, top), 340, 28, soft, &label);
        let ground = top + 150;
        for (bin, count) in (0..).zip(spread.bins) {
            // A count is at most 10,000.
            let height = (120 * count / most.max(1)) as i32;
            self.rect(left + bin * width / 10 + 4, ground - height, width / 10 - 8, height, Colour::Accent);
        }
        self.rect(left, ground, width, 2, Colour::Muted);
        self.rect(first, ground + 10, (third - first).max(2), 10, Colour::Muted);
        self.rect(middle - 4, ground + 4, 8, 22, Colour::Ink);
        for tick in 0..=5 {
            let at = left + width * tick / 5;
            self.anchored(Anchor::Middle, (at, ground + 50), 80, 22, soft, &(tick * 20).to_string());
        }
    }
}

//! The emblem, the bars and the squares. None says what a sentence or a table beside it does not say. All
//! sizes are whole numbers in SVG attributes, since a strict policy blocks `style` and formatting decimals
//! costs the widget kilobytes.

use yew::prelude::*;

use crate::ui::phrases::principle_name;
use crate::view::View;
use boussole_core::answers::{Level, Response};
use boussole_core::export::rose;
use boussole_core::questionnaire::PrincipleId;
use boussole_core::score::{Range, ScoreSummary};
use boussole_core::texts::Text;

/// A square of 14 with its line and the gap to the next one.
const SQUARE: usize = 19;

/// One square of a row.
pub enum Square {
    /// Reached.
    Solid,
    /// Unknown, or the next one.
    Hatched,
    /// Not reached.
    Empty,
}

/// A compass rose whose needles are the principles: solid for the assured part, hatched up to what is
/// possible. The first points up, the others follow clockwise.
pub fn emblem(view: &View, summary: &ScoreSummary) -> Html {
    let rings = view.questionnaire().thresholds.iter().map(|threshold| {
        html! { <circle class="ring" r={threshold.to_string()} /> }
    });
    let needles = summary.principles.iter().zip(rose::NEEDLES).map(|(range, hours)| needle(*range, hours));
    html! {
        <svg class="emblem" viewBox="-150 -134 300 240" role="img" aria-label={view.text(Text::ReportEmblem)}>
            { hatching("hatch-emblem", 6) }
            <circle class="rim" r={rose::RIM.to_string()} />
            { for rings }
            { for (0..rose::HOURS).map(|hours| html! {
                <path class="tick" d="M0-104V-110" transform={turn(hours)} />
            }) }
            { for needles }
            <circle class="hub" r={rose::HUB.to_string()} />
            { for PrincipleId::ALL.into_iter().zip(rose::LABELS).map(|(id, (x, y))| html! {
                <text x={x.to_string()} y={y.to_string()} text-anchor="middle">{ principle_name(view, id) }</text>
            }) }
        </svg>
    }
}

fn needle(range: Option<Range>, hours: usize) -> Html {
    let Some(range) = range else { return Html::default() };
    html! {
        <g transform={turn(hours)}>
            if range.is_open() {
                <path class="possible" fill="url(#hatch-emblem)" d={kite(range.possible())} />
            }
            <path class="assured" d={kite(range.assured())} />
        </g>
    }
}

fn kite(points: u8) -> String {
    rose::outline(&rose::needle(points, 1))
}

fn turn(hours: usize) -> String {
    format!("rotate({})", hours * 30)
}

/// Slanted lines for what blind spots hide: seen in greyscale and on paper, too.
pub fn hatching(id: &'static str, size: u8) -> Html {
    html! {
        <defs>
            <pattern id={id} width={size.to_string()} height={size.to_string()} patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)">
                <path class="hatch" d={format!("M1 0V{size}")} />
            </pattern>
        </defs>
    }
}

/// A bar from 0 to 100 with the thresholds of the maturity levels. It says nothing that the sentence above
/// it does not say, so it is hidden from screen readers.
pub fn bar(view: &View, range: Range) -> Html {
    let percent = |points: u8| format!("{points}%");
    let thresholds = view.questionnaire().thresholds.iter().map(|threshold| {
        html! { <line class="threshold" x1={percent(*threshold)} x2={percent(*threshold)} y1="0" y2="100%" /> }
    });
    html! {
        <svg class="bar" width="100%" height="16" aria-hidden="true" focusable="false">
            { hatching("hatch-bar", 6) }
            <rect class="track" width="100%" height="100%" />
            if range.is_open() {
                <rect class="possible" fill="url(#hatch-bar)" width={percent(range.possible())} height="100%" />
            }
            <rect class="assured" width={percent(range.assured())} height="100%" />
            { for thresholds }
        </svg>
    }
}

/// The steps of one item: reached ones solid, the next one hatched; all of them hatched where nobody knows.
/// The sentence beside it says the same.
pub fn steps(response: Response) -> Html {
    let kind = |step: u8| match response {
        Response::Level(level) if step < level.number() => Square::Solid,
        Response::Level(level) if step > level.number() => Square::Empty,
        _ => Square::Hatched,
    };
    squares(Level::HIGHEST.number().into(), (0..Level::HIGHEST.number()).map(kind))
}

/// Squares in a row that has room for a number of them.
pub fn squares(room: usize, row: impl Iterator<Item = Square>) -> Html {
    let width = (room * SQUARE).to_string();
    let squares = row.zip(0..).map(|(square, at): (Square, usize)| {
        let (class, fill) = match square {
            Square::Solid => ("assured", None),
            Square::Hatched => ("possible", Some("url(#hatch-square)")),
            Square::Empty => ("empty", None),
        };
        html! { <rect class={class} fill={fill} x={(at * SQUARE + 1).to_string()} y="1" width="14" height="14" /> }
    });
    html! {
        <svg class="squares" width={width.clone()} viewBox={format!("0 0 {width} 16")}
            aria-hidden="true" focusable="false">
            { hatching("hatch-square", 5) }
            { for squares }
        </svg>
    }
}

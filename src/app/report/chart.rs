//! The emblem, the bars and the table: three ways to read the same figures. All sizes are whole numbers in
//! SVG attributes, since a strict policy blocks `style` and formatting decimals costs the widget kilobytes.

use yew::prelude::*;

use super::{View, name};
use crate::export::rose;
use crate::questionnaire::PrincipleId;
use crate::score::{Range, Scores, Standing};
use crate::texts::Text;

/// A compass rose whose needles are the principles: solid for the assured part, hatched up to what is
/// possible. The first points up, the others follow clockwise.
pub fn emblem(view: &View, standing: &Standing) -> Html {
    let rings = view.questionnaire().thresholds.iter().map(|threshold| {
        html! { <circle class="ring" r={threshold.to_string()} /> }
    });
    let needles = standing.principles.iter().zip(rose::NEEDLES).map(|(range, hours)| needle(*range, hours));
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
                <text x={x.to_string()} y={y.to_string()} text-anchor="middle">{ name(view, id) }</text>
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
fn hatching(id: &'static str, size: u8) -> Html {
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

/// The same as a table.
pub fn figures(view: &View, standing: &Standing) -> Html {
    let principles =
        PrincipleId::ALL.map(|id| row(view, name(view, id).to_owned(), standing.principles[id as usize]));
    let whole = row(view, view.text(Text::ReportWhole), standing.whole);
    let body = html! { <tbody>{ for principles }{ whole }</tbody> };
    table(view, "figures", Text::ReportFigures, Text::ReportPrinciple, body)
}

/// The scores of all dimensions, those of a principle together.
pub fn dimensions(view: &View, scores: &Scores) -> Html {
    let mut scores = scores.dimensions.iter();
    let bodies = view.questionnaire().principles.iter().map(|principle| {
        // There is a score, or none, for each dimension in its turn.
        let rows = principle.dimensions.iter().zip(scores.by_ref());
        let rows = rows.map(|(dimension, score)| row(view, dimension.name.clone(), score.map(Range::from)));
        html! {
            <tbody>
                <tr><th colspan="3" scope="rowgroup">{ principle.name.clone() }</th></tr>
                { for rows }
            </tbody>
        }
    });
    let bodies = html! { <>{ for bodies }</> };
    table(view, "dimensions", Text::ReportDimensions, Text::ReportDimension, bodies)
}

/// A table of ranges, closed until it is asked for.
fn table(view: &View, class: &'static str, summary: Text, first: Text, bodies: Html) -> Html {
    let head = |text: Text| html! { <th scope="col">{ view.text(text) }</th> };
    html! {
        <details>
            <summary>{ view.text(summary) }</summary>
            <table class={class}>
                <thead>
                    <tr>{ head(first) }{ head(Text::ReportAssured) }{ head(Text::ReportPossible) }</tr>
                </thead>
                { bodies }
            </table>
        </details>
    }
}

fn row(view: &View, name: String, range: Option<Range>) -> Html {
    let cell =
        |points: Option<u8>| points.map_or_else(|| view.text(Text::ReportDash), |points| points.to_string());
    html! {
        <tr>
            <th scope="row">{ name }</th>
            <td>{ cell(range.map(Range::assured)) }</td>
            <td>{ cell(range.map(Range::possible)) }</td>
        </tr>
    }
}

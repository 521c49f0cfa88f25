//! The emblem, the bars and the table: three ways to read the same figures. All sizes are whole numbers in
//! SVG attributes, since a strict policy blocks `style` and formatting decimals costs the widget kilobytes.

use yew::prelude::*;

use super::{View, name};
use crate::questionnaire::PrincipleId;
use crate::score::{Range, Standing};
use crate::texts::Text;

/// Where the names of the principles stand, outside the rim at the tips of their needles.
const LABELS: [(&str, &str); 3] = [("0", "-118"), ("98", "99"), ("-98", "99")];

/// A compass rose whose needles are the principles: solid for the assured part, hatched up to what is
/// possible. The first points up, the others follow clockwise.
pub fn emblem(view: &View, standing: &Standing) -> Html {
    let rings = view.questionnaire().thresholds.iter().map(|threshold| {
        html! { <circle class="ring" r={threshold.to_string()} /> }
    });
    let needles = standing.principles.iter().zip([0, 120, 240]).map(|(range, angle)| needle(*range, angle));
    html! {
        <svg class="emblem" viewBox="-150 -134 300 240" role="img" aria-label={view.text(Text::ReportEmblem)}>
            { hatching("hatch-emblem", 6) }
            <circle class="rim" r="104" />
            { for rings }
            { for (0..12).map(|hour| html! {
                <path class="tick" d="M0-104V-110" transform={format!("rotate({})", hour * 30)} />
            }) }
            { for needles }
            <circle class="hub" r="5" />
            { for PrincipleId::ALL.into_iter().zip(LABELS).map(|(id, (x, y))| html! {
                <text x={x} y={y} text-anchor="middle">{ name(view, id) }</text>
            }) }
        </svg>
    }
}

fn needle(range: Option<Range>, angle: u16) -> Html {
    let Some(range) = range else { return Html::default() };
    html! {
        <g transform={format!("rotate({angle})")}>
            if range.is_open() {
                <path class="possible" fill="url(#hatch-emblem)" d={kite(range.possible())} />
            }
            <path class="assured" d={kite(range.assured())} />
        </g>
    }
}

/// A needle of a length in points, widest at a third of its way. At 0 points only the hub is seen.
fn kite(points: u8) -> String {
    let (length, third) = (u16::from(points), u16::from(points) / 3);
    let half_width = 4 + third / 2;
    format!("M0 0L{half_width}-{third}L0-{length}L-{half_width}-{third}Z")
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
    html! {
        <details>
            <summary>{ view.text(Text::ReportFigures) }</summary>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{ view.text(Text::ReportPrinciple) }</th>
                        <th scope="col">{ view.text(Text::ReportAssured) }</th>
                        <th scope="col">{ view.text(Text::ReportPossible) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for principles }
                    { row(view, view.text(Text::ReportWhole), standing.whole) }
                </tbody>
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

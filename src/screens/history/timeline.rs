//! The whole over time: a bar from the assured to the possible points for each result, and the same as a table.

use yew::prelude::*;

use super::earlier::{Earlier, day};
use crate::lazy::PartProps;
use crate::ui::chart::hatching;
use crate::ui::element::{Elements, element};
use crate::ui::table::{body, table};
use boussole_core::score::Range;
use boussole_core::texts::{LazyText, Text};

/// Results in the chart: the latest ones, as many as fit on a phone.
const DRAWN: usize = 12;

/// Distances of the chart, in its own units; 100 points are 100 units high.
const STEP: usize = 40;
const LEFT: usize = 34;

/// Chart of the latest results, with its table.
pub fn view(props: &PartProps, results: &[Earlier]) -> Html {
    let drawn: Vec<(&Earlier, Range)> =
        results.iter().filter_map(|result| Some((result, result.summary.as_ref()?.whole?))).collect();
    let drawn = &drawn[drawn.len().saturating_sub(DRAWN)..];
    let ([(first, from), .., (last, to)], false) = (drawn, drawn.len() < 2) else { return Html::default() };
    let values = [
        ("first", &*day(props, first.entry.head.day)),
        ("before", &*props.points(*from)),
        ("last", &*day(props, last.entry.head.day)),
        ("after", &*props.points(*to)),
    ];
    let width = LEFT + drawn.len() * STEP;
    let bars = drawn.iter().enumerate().map(|(place, (_, range))| bar(LEFT + place * STEP, *range));
    let lines = props.view.questionnaire().thresholds.iter().map(|threshold| {
        let y = (110 - u16::from(*threshold)).to_string();
        html! { <line class="threshold" x1={LEFT.to_string()} x2={width.to_string()} y1={y.clone()} y2={y} /> }
    });
    let rows = drawn.iter().rev().map(|(result, range)| {
        let day = day(props, result.entry.head.day);
        vec![day, range.assured().to_string(), range.possible().to_string()]
    });
    let text = |text: Text| props.view.text(text);
    let head = vec![props.say(LazyText::HistoryDay), text(Text::ReportAssured), text(Text::ReportPossible)];
    html! {
        <>
            { props.heading("h3", LazyText::HistoryTimeline) }
            { element("p", props.fill(LazyText::HistoryFromTo, &values)) }
            <svg class="timeline" viewBox={format!("0 0 {width} 120")} preserveAspectRatio="xMinYMid"
                aria-hidden="true" focusable="false">
                { hatching("hatch-timeline", 5) }
                <text x="28" y="114" text-anchor="end">{ "0" }</text>
                <text x="28" y="14" text-anchor="end">{ "100" }</text>
                { for lines }
                <line class="ground" x1={LEFT.to_string()} x2={width.to_string()} y1="110" y2="110" />
                { for bars }
            </svg>
            <details>
                { element("summary", text(Text::ReportFigures)) }
                { table("timeline-figures", head, body(rows.collect())) }
            </details>
        </>
    }
}

/// The assured part as a solid column, what is open above it hatched.
fn bar(left: usize, range: Range) -> Html {
    let (assured, possible) = (u16::from(range.assured()), u16::from(range.possible()));
    let x = (left + STEP / 2 - 9).to_string();
    html! {
        <>
            if range.is_open() {
                <rect class="possible" fill="url(#hatch-timeline)" x={x.clone()} width="18" y={(110 - possible).to_string()}
                    height={(possible - assured).to_string()} />
            }
            <rect class="assured" x={x} width="18" y={(110 - assured).to_string()} height={assured.to_string()} />
        </>
    }
}

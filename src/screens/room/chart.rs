//! Charts of a room. None says what a sentence or a table beside it does not say; all sizes are whole numbers.

use yew::prelude::*;

use boussole_core::room::Distribution;

/// The width of ten points, and the height of the highest column.
const BIN: u32 = 60;
const HIGH: u32 = 150;

/// Columns of ten points each, with the middle half and the median under them. `most` is what the highest column of all
/// charts beside each other stands for.
pub fn columns(spread: &Distribution, most: u32, label: &str) -> Html {
    let [first, median, third] = spread.quartiles.map(at);
    let column = |(bin, count): (u32, &u32)| {
        let height = HIGH * count / most.max(1);
        let (x, y) = (bin * BIN + 4, HIGH + 24 - height);
        html! {
            if *count > 0 {
                <rect class="assured" x={x.to_string()} y={y.to_string()} width={(BIN - 8).to_string()}
                    height={height.max(2).to_string()} />
                <text x={(x + BIN / 2 - 4).to_string()} y={(y - 6).to_string()} text-anchor="middle">{ *count }</text>
            }
        }
    };
    let scale = (0..=5u32).map(|tick| {
        let x = (tick * 2 * BIN).to_string();
        html! { <text x={x} y={(HIGH + 68).to_string()} text-anchor="middle" class="scale">{ tick * 20 }</text> }
    });
    html! {
        <svg class="columns" viewBox={format!("-24 0 648 {}", HIGH + 74)} role="img" aria-label={label.to_owned()}>
            <path class="ground" d={format!("M0 {0}H600", HIGH + 24)} />
            { for (0..).zip(&spread.bins).map(column) }
            <rect class="half" x={first.to_string()} y={(HIGH + 31).to_string()} height="8"
                width={(third - first).max(2).to_string()} />
            <rect class="median" x={median.saturating_sub(3).to_string()} y={(HIGH + 27).to_string()} width="6" height="16" />
            { for scale }
        </svg>
    }
}

/// Where points stand on the scale of the columns.
fn at(points: u8) -> u32 {
    u32::from(points) * BIN / 10
}

/// The middle half and the median on a line from 0 to 100.
pub fn line(spread: &Distribution) -> Html {
    let percent = |points: u8| format!("{points}%");
    let [first, median, third] = spread.quartiles;
    html! {
        <svg class="line" width="100%" height="24" aria-hidden="true" focusable="false">
            <rect class="track" y="8" width="100%" height="8" />
            <rect class="half" x={percent(first)} y="4" width={percent((third - first).max(1))} height="16" />
            <rect class="median" x={percent(median.min(99))} width="4" height="24" />
        </svg>
    }
}

/// A share of the results.
pub fn share(count: u32, of: u32) -> Html {
    let width = format!("{}%", count * 100 / of.max(1));
    html! {
        <svg class="line" width="100%" height="20" aria-hidden="true" focusable="false">
            <rect class="track" width="100%" height="20" />
            <rect class="assured" width={width} height="20" />
        </svg>
    }
}

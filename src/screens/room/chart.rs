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
                { rect("assured", x.to_string(), y, (BIN - 8).to_string(), height.max(2)) }
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
            { rect("half", first.to_string(), HIGH + 31, (third - first).max(2).to_string(), 8) }
            { rect("median", median.saturating_sub(3).to_string(), HIGH + 27, String::from("6"), 16) }
            { for scale }
        </svg>
    }
}

/// A rectangle; `x` and `width` are numbers or shares.
#[inline(never)]
fn rect(class: &'static str, x: String, y: u32, width: String, height: u32) -> Html {
    html! { <rect {class} {x} y={y.to_string()} {width} height={height.to_string()} /> }
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
            { rect("track", percent(0), 8, percent(100), 8) }
            { rect("half", percent(first), 4, percent((third - first).max(1)), 16) }
            { rect("median", percent(median.min(99)), 0, String::from("4"), 24) }
        </svg>
    }
}

/// A share of the results.
pub fn share(count: u32, of: u32) -> Html {
    let width = format!("{}%", count * 100 / of.max(1));
    html! {
        <svg class="line" width="100%" height="20" aria-hidden="true" focusable="false">
            { rect("track", String::from("0"), 0, String::from("100%"), 20) }
            { rect("assured", String::from("0"), 0, width, 20) }
        </svg>
    }
}

//! Tables of figures, given as texts.

use crate::ui::element::{column_header, element, row_header};
use yew::prelude::*;

/// A table with one body or several.
#[inline(never)]
pub fn table(class: &'static str, head: Vec<String>, bodies: Html) -> Html {
    html! {
        <table {class}>
            <thead><tr>{ for head.into_iter().map(column_header) }</tr></thead>
            { bodies }
        </table>
    }
}

/// The body of a table. The first cell of each row is its header.
#[inline(never)]
pub fn body(rows: Vec<Vec<String>>) -> Html {
    html! { <tbody>{ for rows.into_iter().map(row) }</tbody> }
}

/// A row: its header, then its figures.
pub fn row(cells: Vec<String>) -> Html {
    let mut cells = cells.into_iter();
    html! {
        <tr>
            { for cells.next().map(row_header) }
            { for cells.map(|cell| element("td", cell)) }
        </tr>
    }
}

/// A table that stays closed until it is asked for, and scrolls sideways where it is wider than the page.
#[inline(never)]
pub fn folded(title: String, class: &'static str, head: Vec<String>, rows: Vec<Vec<String>>) -> Html {
    html! {
        <details>
            { element("summary", title.clone()) }
            <div class="wide" tabindex="0" role="group" aria-label={title}>{ table(class, head, body(rows)) }</div>
        </details>
    }
}

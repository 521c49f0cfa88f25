//! The figures behind the charts, as tables that stay closed until they are asked for.

use yew::prelude::*;

use crate::ui::phrases::principle_name;
use crate::view::View;
use boussole_core::questionnaire::PrincipleId;
use boussole_core::score::{Range, ScoreSummary, Scores};
use boussole_core::texts::Text;

/// What stands above a range.
const RANGE: [Text; 2] = [Text::ReportAssured, Text::ReportPossible];

/// The ranges of the principles and of the whole.
pub fn principles(view: &View, summary: &ScoreSummary) -> Html {
    let principles = PrincipleId::ALL
        .map(|id| range(view, principle_name(view, id).to_owned(), summary.principles[id as usize]));
    let whole = range(view, view.text(Text::ReportWhole), summary.whole);
    let body = html! { <tbody>{ for principles }{ whole }</tbody> };
    closed(view, "figures", &[Text::ReportPrinciple, RANGE[0], RANGE[1]], body)
}

/// The ranges of all dimensions, those of a principle together.
pub fn dimensions(view: &View, scores: &Scores) -> Html {
    let mut scores = scores.dimensions.iter();
    let bodies = view.questionnaire().principles.iter().map(|principle| {
        // There is a score, or none, for each dimension in its turn.
        let rows = principle.dimensions.iter().zip(scores.by_ref());
        let rows = rows.map(|(dimension, score)| range(view, dimension.name.clone(), score.map(Range::from)));
        html! {
            <tbody>
                <tr><th colspan="3" scope="rowgroup">{ principle.name.clone() }</th></tr>
                { for rows }
            </tbody>
        }
    });
    let bodies = html! { <>{ for bodies }</> };
    closed(view, "dimensions", &[Text::ReportDimension, RANGE[0], RANGE[1]], bodies)
}

/// A table, closed until it is asked for.
pub fn closed(view: &View, class: &'static str, heads: &[Text], bodies: Html) -> Html {
    html! {
        <details>
            <summary>{ view.text(Text::ReportFigures) }</summary>
            <table class={class}>
                <thead>
                    <tr>{ for heads.iter().map(|text| html! { <th scope="col">{ view.text(*text) }</th> }) }</tr>
                </thead>
                { bodies }
            </table>
        </details>
    }
}

/// A row of a table: what it is about, then its figures.
pub fn row(name: String, cells: impl IntoIterator<Item = String>) -> Html {
    html! {
        <tr>
            <th scope="row">{ name }</th>
            { for cells.into_iter().map(|cell| html! { <td>{ cell }</td> }) }
        </tr>
    }
}

fn range(view: &View, name: String, range: Option<Range>) -> Html {
    let cell =
        |points: Option<u8>| points.map_or_else(|| view.text(Text::ReportDash), |points| points.to_string());
    row(name, [cell(range.map(Range::assured)), cell(range.map(Range::possible))])
}

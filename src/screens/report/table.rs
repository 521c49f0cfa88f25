//! The figures behind the charts, as tables that stay closed until they are asked for.

use yew::prelude::*;

use crate::ui::element::Elements;
use crate::ui::phrases::principle_name;
use crate::ui::table::{body, row, table};
use crate::view::View;
use boussole_core::questionnaire::PrincipleId;
use boussole_core::score::{Range, ScoreSummary, Scores};
use boussole_core::texts::Text;

/// Heading of a range.
const RANGE: [Text; 2] = [Text::ReportAssured, Text::ReportPossible];

/// The ranges of the principles and of the whole.
pub fn principles(view: &View, summary: &ScoreSummary) -> Html {
    let principles = PrincipleId::ALL
        .map(|id| range(view, principle_name(view, id).to_owned(), summary.principles[id as usize]));
    let mut rows = Vec::from(principles);
    rows.push(range(view, view.text(Text::ReportWhole), summary.whole));
    closed(view, "figures", &[Text::ReportPrinciple, RANGE[0], RANGE[1]], body(rows))
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
                { for rows.map(row) }
            </tbody>
        }
    });
    let bodies = html! { <>{ for bodies }</> };
    closed(view, "dimensions", &[Text::ReportDimension, RANGE[0], RANGE[1]], bodies)
}

/// A table, closed until it is asked for.
pub fn closed(view: &View, class: &'static str, heads: &[Text], bodies: Html) -> Html {
    let head = heads.iter().map(|text| view.text(*text)).collect();
    html! { <details>{ view.element("summary", Text::ReportFigures) }{ table(class, head, bodies) }</details> }
}

fn range(view: &View, name: String, range: Option<Range>) -> Vec<String> {
    let cell =
        |points: Option<u8>| points.map_or_else(|| view.text(Text::ReportDash), |points| points.to_string());
    vec![name, cell(range.map(Range::assured)), cell(range.map(Range::possible))]
}

//! Where each function sees each principle and dimension, and how far they lie apart.

use yew::prelude::*;

use super::Desk;
use crate::ui::chart::bar;
use crate::ui::phrases;
use crate::ui::phrases::said;
use boussole_core::questionnaire::{PrincipleId, Role};
use boussole_core::score::Range;
use boussole_core::team::{Agreement, Figures, Spread, consolidated, figures};
use boussole_core::texts::{LazyText, Text};

/// One function, and what its members say together.
struct Column {
    role: Option<Role>,
    figures: Figures,
}

pub fn view(desk: &Desk<'_>, agreement: &Agreement) -> Html {
    let questionnaire = desk.view().questionnaire();
    let team = &desk.table.team;
    let column = |role: Option<Role>| {
        let answers = consolidated(questionnaire, &team.of_role(role))?;
        Some(Column { role, figures: figures(questionnaire, &answers) })
    };
    let columns: Vec<Column> = team.roles().into_iter().filter_map(column).collect();
    html! {
        <>
            <h3 tabindex="-1">{ desk.props.say(LazyText::TeamMarks) }</h3>
            <p class="small">{ desk.props.say(LazyText::TeamMarksMeaning) }</p>
            { for PrincipleId::ALL.map(|id| principle(desk, &columns, agreement, id)) }
            { dimensions(desk, &columns, agreement) }
        </>
    }
}

fn principle(desk: &Desk<'_>, columns: &[Column], agreement: &Agreement, id: PrincipleId) -> Html {
    let rows = columns.iter().map(|column| {
        let range = column.figures.standing.principles[id as usize];
        html! {
            <li>
                <p class="bar-said">{ said(desk.view(), &phrases::capital(desk.role(column.role)), range) }</p>
                { for range.map(|range| bar(desk.view(), range)) }
            </li>
        }
    });
    html! {
        <div class="marks">
            <h4>{ desk.view().questionnaire().principle(id).name.clone() }</h4>
            <p>{ for agreement.principles[id as usize].map(|spread| sentence(desk, spread)) }</p>
            <ul class="bars">{ for rows }</ul>
        </div>
    }
}

/// How far the members lie apart.
fn sentence(desk: &Desk<'_>, spread: Spread) -> String {
    let values = [
        ("lowest", &*spread.lowest.in_figures()),
        ("highest", &*spread.highest.in_figures()),
        ("apart", &*spread.apart.to_string()),
    ];
    desk.props.fill(if spread.apart == 0 { LazyText::TeamTogether } else { LazyText::TeamApart }, &values)
}

/// The same for the dimensions, as a table.
fn dimensions(desk: &Desk<'_>, columns: &[Column], agreement: &Agreement) -> Html {
    let view = desk.view();
    let cell = |range: Option<Range>| html! { <td>{ range.map_or_else(|| view.text(Text::ReportDash), Range::in_figures) }</td> };
    let names = view.questionnaire().principles.iter().flat_map(|principle| &principle.dimensions);
    let rows = names.zip(0..).map(|(dimension, at): (_, usize)| {
        let apart = agreement.dimensions.get(at).copied().flatten().map(|spread| spread.apart.to_string());
        html! {
            <tr>
                <th scope="row">{ dimension.name.clone() }</th>
                { for columns.iter().map(|column| cell(column.figures.dimensions.get(at).copied().flatten())) }
                <td>{ apart.unwrap_or_else(|| view.text(Text::ReportDash)) }</td>
            </tr>
        }
    });
    html! {
        <details>
            <summary>{ desk.props.say(LazyText::TeamDimensions) }</summary>
            <div class="wide" tabindex="0" role="group" aria-label={desk.props.say(LazyText::TeamDimensions)}>
                <table class="by-role">
                    <thead><tr>
                        <th scope="col">{ view.text(Text::ReportDimension) }</th>
                        { for columns.iter().map(|column| html! { <th scope="col">{ phrases::capital(desk.role(column.role)) }</th> }) }
                        <th scope="col">{ desk.props.say(LazyText::TeamApartHead) }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </details>
    }
}

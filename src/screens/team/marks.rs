//! Where each function sees each principle and dimension, and how far they lie apart.

use yew::prelude::*;

use super::TeamContext;
use crate::ui::chart::bar;
use crate::ui::phrases;
use crate::ui::phrases::said;
use boussole_core::questionnaire::{PrincipleId, Role};
use boussole_core::score::Range;
use boussole_core::team::{Agreement, AgreementFigures, Spread, consolidated, figures};
use boussole_core::texts::{LazyText, Text};

/// One function, and what its members say together.
struct Column {
    role: Option<Role>,
    figures: AgreementFigures,
}

pub fn view(context: &TeamContext<'_>, agreement: &Agreement) -> Html {
    let questionnaire = context.view().questionnaire();
    let team = &context.table.team;
    let column = |role: Option<Role>| {
        let answers = consolidated(questionnaire, &team.of_role(role))?;
        Some(Column { role, figures: figures(questionnaire, &answers) })
    };
    let columns: Vec<Column> = team.roles().into_iter().filter_map(column).collect();
    html! {
        <>
            <h3 tabindex="-1">{ context.props.say(LazyText::TeamMarks) }</h3>
            <p class="small">{ context.props.say(LazyText::TeamMarksMeaning) }</p>
            { for PrincipleId::ALL.map(|id| principle(context, &columns, agreement, id)) }
            { dimensions(context, &columns, agreement) }
        </>
    }
}

fn principle(context: &TeamContext<'_>, columns: &[Column], agreement: &Agreement, id: PrincipleId) -> Html {
    let rows = columns.iter().map(|column| {
        let range = column.figures.summary.principles[id as usize];
        html! {
            <li>
                <p class="bar-said">{ said(context.view(), &phrases::capital(context.role(column.role)), range) }</p>
                { for range.map(|range| bar(context.view(), range)) }
            </li>
        }
    });
    html! {
        <div class="marks">
            <h4>{ context.view().questionnaire().principle(id).name.clone() }</h4>
            <p>{ for agreement.principles[id as usize].map(|spread| sentence(context, spread)) }</p>
            <ul class="bars">{ for rows }</ul>
        </div>
    }
}

/// How far the members lie apart.
fn sentence(context: &TeamContext<'_>, spread: Spread) -> String {
    let values = [
        ("lowest", &*spread.lowest.in_figures()),
        ("highest", &*spread.highest.in_figures()),
        ("apart", &*spread.apart.to_string()),
    ];
    context.props.fill(if spread.apart == 0 { LazyText::TeamTogether } else { LazyText::TeamApart }, &values)
}

/// The same for the dimensions, as a table.
fn dimensions(context: &TeamContext<'_>, columns: &[Column], agreement: &Agreement) -> Html {
    let view = context.view();
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
            <summary>{ context.props.say(LazyText::TeamDimensions) }</summary>
            <div class="wide" tabindex="0" role="group" aria-label={context.props.say(LazyText::TeamDimensions)}>
                <table class="by-role">
                    <thead><tr>
                        <th scope="col">{ view.text(Text::ReportDimension) }</th>
                        { for columns.iter().map(|column| html! { <th scope="col">{ phrases::capital(context.role(column.role)) }</th> }) }
                        <th scope="col">{ context.props.say(LazyText::TeamApartHead) }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </details>
    }
}

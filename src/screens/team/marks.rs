//! Where each function sees each principle and dimension, and how far they lie apart.

use yew::prelude::*;

use super::context::TeamContext;
use crate::ui::chart::bar;
use crate::ui::element::{Elements, classed, element};
use crate::ui::phrases;
use crate::ui::phrases::said;
use crate::ui::table;
use boussole_core::questionnaire::{PrincipleId, Role};
use boussole_core::score::Range;
use boussole_core::team::{Agreement, AgreementFigures, Spread, consolidated, figures};
use boussole_core::texts::{LazyText, Text};

/// One function, and what its members say together.
struct Column {
    role: Option<Role>,
    figures: AgreementFigures,
}

/// Section of the marks by role.
pub fn view(context: &TeamContext, agreement: &Agreement) -> Html {
    let questionnaire = context.view().questionnaire();
    let team = &context.table().team;
    let column = |role: Option<Role>| {
        let answers = consolidated(questionnaire, &team.of_role(role))?;
        Some(Column { role, figures: figures(questionnaire, &answers) })
    };
    let columns: Vec<Column> = team.roles().into_iter().filter_map(column).collect();
    html! {
        <>
            { context.props.heading("h3", LazyText::TeamMarks) }
            { context.props.classed("p", "small", LazyText::TeamMarksMeaning) }
            { for PrincipleId::ALL.map(|id| principle(context, &columns, agreement, id)) }
            { dimensions(context, &columns, agreement) }
        </>
    }
}

fn principle(context: &TeamContext, columns: &[Column], agreement: &Agreement, id: PrincipleId) -> Html {
    let rows = columns.iter().map(|column| {
        let range = column.figures.summary.principles[id as usize];
        html! {
            <li>
                { classed("p", "bar-said", said(context.view(), &phrases::capital(context.role(column.role)), range)) }
                { for range.map(|range| bar(context.view(), range)) }
            </li>
        }
    });
    html! {
        <div class="marks">
            { element("h4", context.view().questionnaire().principle(id).name.clone()) }
            <p>{ for agreement.principles[id as usize].map(|spread| sentence(context, spread)) }</p>
            <ul class="bars">{ for rows }</ul>
        </div>
    }
}

/// Distance between the members, in points.
fn sentence(context: &TeamContext, spread: Spread) -> String {
    let values = [
        ("lowest", &*spread.lowest.in_figures()),
        ("highest", &*spread.highest.in_figures()),
        ("apart", &*spread.apart.to_string()),
    ];
    context.props.fill(if spread.apart == 0 { LazyText::TeamTogether } else { LazyText::TeamApart }, &values)
}

/// The same for the dimensions, as a table.
fn dimensions(context: &TeamContext, columns: &[Column], agreement: &Agreement) -> Html {
    let view = context.view();
    let dash = || view.text(Text::ReportDash);
    let names = view.questionnaire().principles.iter().flat_map(|principle| &principle.dimensions);
    let rows = names.zip(0..).map(|(dimension, at): (_, usize)| {
        let mut row = vec![dimension.name.clone()];
        for column in columns {
            let range = column.figures.dimensions.get(at).copied().flatten();
            row.push(range.map_or_else(dash, Range::in_figures));
        }
        let spread = agreement.dimensions.get(at).copied().flatten();
        row.push(spread.map_or_else(dash, |spread| spread.apart.to_string()));
        row
    });
    let mut head = vec![view.text(Text::ReportDimension)];
    head.extend(columns.iter().map(|column| phrases::capital(context.role(column.role))));
    head.push(context.props.say(LazyText::TeamApartHead));
    table::folded(context.props.say(LazyText::TeamDimensions), "by-role", head, rows.collect())
}

//! The team as files, and on paper.

use yew::prelude::*;

use super::context::TeamContext;
use crate::lazy::File;
use crate::screens::export;
use crate::ui::element::Elements;
use boussole_core::export::team::{TeamExport, csv, json, markdown};
use boussole_core::texts::LazyText;

/// `room` is what is printed.
pub fn view(context: &TeamContext, room: &NodeRef) -> Html {
    let row = |name: LazyText, action: &'static str, click: Callback<MouseEvent>| {
        context.props.button(action, name, click)
    };
    let print = {
        let (room, context) = (room.clone(), context.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(room) = room.cast::<web_sys::Element>() {
                let worked = (context.props.tools.print)(&room);
                context.notify(worked, LazyText::ExportPrinting, LazyText::ExportFailed);
            }
        })
    };
    html! {
        <div class="on-screen">
            { context.props.element("h3", LazyText::TeamFiles) }
            <p class="actions">
                { row(LazyText::ExportPrint, "print", print) }
                { row(LazyText::ExportCsv, "csv", offer(context, "csv", "text/csv;charset=utf-8", table)) }
                { row(LazyText::ExportMarkdown, "markdown", offer(context, "md", "text/markdown;charset=utf-8", document)) }
                { row(LazyText::ExportJson, "json", offer(context, "json", "application/json", |_, team| json::object(team))) }
            </p>
        </div>
    }
}

/// A callback that makes a file when it is asked for, and offers it.
fn offer(
    context: &TeamContext,
    ending: &'static str,
    kind: &'static str,
    make: fn(&TeamContext, &TeamExport<'_>) -> String,
) -> Callback<MouseEvent> {
    let context = context.clone();
    Callback::from(move |_| {
        let (questionnaire, table) = (context.view().questionnaire(), context.table());
        let names: Vec<String> =
            (0..context.members().len()).map(|position| context.name(position)).collect();
        let team_export =
            TeamExport { questionnaire, team: &table.team, agreed: &table.agreed, names: &names };
        let name =
            ["boussole-", questionnaire.id.as_str(), "-", questionnaire.form.as_str(), "-team.", ending];
        let content = make(&context, &team_export).into_bytes();
        let worked = (context.props.tools.download)(&File { name: name.concat(), kind, content });
        context.notify(worked, LazyText::ExportSaved, LazyText::ExportFailed);
    })
}

fn table(context: &TeamContext, team_export: &TeamExport<'_>) -> String {
    csv::table(team_export, &context.props.texts, export::separator(&context.props))
}

fn document(context: &TeamContext, team_export: &TeamExport<'_>) -> String {
    markdown::document(team_export, context.view().today, context.props.export_texts())
}

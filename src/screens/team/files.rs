//! The team as files, and on paper.

use yew::prelude::*;

use super::context::TeamContext;
use crate::lazy::File;
use crate::screens::export::{separator, separator_choice};
use crate::ui::element::Elements;
use boussole_core::export::team::{TeamExport, csv, json, markdown};
use boussole_core::texts::LazyText;

/// The formats in which a team is exported.
#[derive(Clone, Copy)]
enum TeamFile {
    Csv,
    Markdown,
    Json,
}

/// `room` is what is printed.
pub fn view(context: &TeamContext, room: &NodeRef) -> Html {
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
                { context.props.button("print", LazyText::ExportPrint, print) }
                { context.props.button("csv", LazyText::ExportCsv, offer(context, TeamFile::Csv)) }
                { context.props.button("markdown", LazyText::ExportMarkdown, offer(context, TeamFile::Markdown)) }
                { context.props.button("json", LazyText::ExportJson, offer(context, TeamFile::Json)) }
            </p>
            { separator_choice(&context.props) }
        </div>
    }
}

/// A callback that has a file written when it is asked for, and offers it.
fn offer(context: &TeamContext, file: TeamFile) -> Callback<MouseEvent> {
    let context = context.clone();
    Callback::from(move |_| {
        let worked = offered(&context, file);
        context.notify(worked, LazyText::ExportSaved, LazyText::ExportFailed);
    })
}

fn offered(context: &TeamContext, file: TeamFile) -> bool {
    let (questionnaire, table) = (context.view().questionnaire(), context.table());
    let names: Vec<String> = (0..context.members().len()).map(|position| context.name(position)).collect();
    let export = TeamExport { questionnaire, team: &table.team, agreed: &table.agreed, names: &names };
    let props = &context.props;
    let (ending, kind, content) = match file {
        TeamFile::Csv => {
            ("csv", "text/csv;charset=utf-8", csv::table(&export, &props.texts, separator(props)))
        }
        TeamFile::Markdown => {
            let document = markdown::document(&export, context.view().today(), props.export_texts());
            ("md", "text/markdown;charset=utf-8", document)
        }
        TeamFile::Json => ("json", "application/json", json::object(&export)),
    };
    let name = ["boussole-", questionnaire.id.as_str(), "-", questionnaire.form.as_str(), "-team.", ending];
    (props.tools.download)(&File { name: name.concat(), kind, content: content.into_bytes() })
}

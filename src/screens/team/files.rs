//! The team as files, and on paper.

use yew::prelude::*;

use super::context::TeamContext;
use crate::lazy::{File, TeamFile, TeamWriter};
use crate::ui::element::Elements;
use boussole_core::export::team::TeamExport;
use boussole_core::texts::{LazyText, Text};

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
                { row(LazyText::ExportCsv, "csv", offer(context, TeamFile::Csv)) }
                { row(LazyText::ExportMarkdown, "markdown", offer(context, TeamFile::Markdown)) }
                { row(LazyText::ExportJson, "json", offer(context, TeamFile::Json)) }
            </p>
        </div>
    }
}

/// A callback that has a file written when it is asked for, and offers it.
fn offer(context: &TeamContext, file: TeamFile) -> Callback<MouseEvent> {
    let context = context.clone();
    Callback::from(move |_| {
        let context = context.clone();
        (context.props.tools.team_writer)(Callback::from(move |writer: Option<TeamWriter>| match writer {
            Some(write) => {
                let worked = offered(&context, file, write);
                context.notify(worked, LazyText::ExportSaved, LazyText::ExportFailed);
            }
            None => context.say(context.view().text(Text::RoomsFailed)),
        }));
    })
}

fn offered(context: &TeamContext, file: TeamFile, write: TeamWriter) -> bool {
    let (questionnaire, table) = (context.view().questionnaire(), context.table());
    let names: Vec<String> = (0..context.members().len()).map(|position| context.name(position)).collect();
    let export = TeamExport { questionnaire, team: &table.team, agreed: &table.agreed, names: &names };
    let (ending, kind) = match file {
        TeamFile::Csv => ("csv", "text/csv;charset=utf-8"),
        TeamFile::Markdown => ("md", "text/markdown;charset=utf-8"),
        TeamFile::Json => ("json", "application/json"),
    };
    let name = ["boussole-", questionnaire.id.as_str(), "-", questionnaire.form.as_str(), "-team.", ending];
    let content = write(file, &export, &context.props).into_bytes();
    (context.props.tools.download)(&File { name: name.concat(), kind, content })
}

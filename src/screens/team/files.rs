//! The team as files, and on paper.

use yew::prelude::*;

use super::{TeamContext, TeamNotice};
use crate::lazy::File;
use crate::screens::export;
use boussole_core::export::team::{TeamExport, csv, json, markdown};
use boussole_core::texts::LazyText;

/// `room` is what is printed.
pub fn view(context: &TeamContext<'_>, room: &NodeRef) -> Html {
    let row = |name: LazyText, action: &'static str, click: Callback<MouseEvent>| {
        html! {
            <button type="button" part="button" data-action={action} onclick={click}>{ context.props.say(name) }</button>
        }
    };
    let print = {
        let (room, print, told) =
            (room.clone(), context.props.tools.print, told(context, LazyText::ExportPrinting));
        Callback::from(move |_: MouseEvent| {
            if let Some(room) = room.cast::<web_sys::Element>() {
                told.emit(print(&room));
            }
        })
    };
    html! {
        <div class="on-screen">
            <h3>{ context.props.say(LazyText::TeamFiles) }</h3>
            <p class="actions">
                { row(LazyText::ExportPrint, "print", print) }
                { row(LazyText::ExportCsv, "csv", offer(context, "csv", "text/csv;charset=utf-8", table)) }
                { row(LazyText::ExportMarkdown, "markdown", offer(context, "md", "text/markdown;charset=utf-8", document)) }
                { row(LazyText::ExportJson, "json", offer(context, "json", "application/json", |_, team| json::object(team))) }
            </p>
        </div>
    }
}

fn told(context: &TeamContext<'_>, done: LazyText) -> Callback<bool> {
    let (say, done, failed) =
        (context.say.clone(), context.props.say(done), context.props.say(LazyText::ExportFailed));
    Callback::from(move |worked: bool| {
        say.emit(TeamNotice { text: if worked { done.clone() } else { failed.clone() }, refused: vec![] });
    })
}

/// A callback that makes a file when it is asked for, and offers it.
fn offer(
    context: &TeamContext<'_>,
    ending: &'static str,
    kind: &'static str,
    make: fn(&TeamContext<'_>, &TeamExport<'_>) -> String,
) -> Callback<MouseEvent> {
    let (props, table, told) =
        (context.props.clone(), context.table.clone(), told(context, LazyText::ExportSaved));
    let (change, say) = (context.change.clone(), context.say.clone());
    Callback::from(move |_| {
        let context = TeamContext { props: &props, table: &table, change: change.clone(), say: say.clone() };
        let questionnaire = context.view().questionnaire();
        let names: Vec<String> =
            (0..context.members().len()).map(|position| context.name(position)).collect();
        let team_export =
            TeamExport { questionnaire, team: &table.team, agreed: &table.agreed, names: &names };
        let name =
            ["boussole-", questionnaire.id.as_str(), "-", questionnaire.form.as_str(), "-team.", ending];
        let content = make(&context, &team_export).into_bytes();
        told.emit((props.tools.download)(&File { name: name.concat(), kind, content }));
    })
}

fn table(context: &TeamContext<'_>, team_export: &TeamExport<'_>) -> String {
    csv::table(team_export, &context.props.texts, export::separator(context.props))
}

fn document(context: &TeamContext<'_>, team_export: &TeamExport<'_>) -> String {
    markdown::document(team_export, context.view().today, context.props.export_texts())
}

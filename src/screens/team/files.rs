//! The team as files, and on paper.

use yew::prelude::*;

use super::context::TeamContext;
use crate::lazy::{TeamFileWriter, TeamFormat};
use crate::screens::export::separator_choice;
use crate::ui::element::Elements;
use crate::ui::file_outcome::{self, FileOutcome};
use boussole_core::export::team::TeamExport;
use boussole_core::texts::LazyText;

/// Section of the files.
const SECTION: &str = "files";

/// `room` is what is printed.
pub fn view(context: &TeamContext, room: &NodeRef) -> Html {
    let print = {
        let (room, context) = (room.clone(), context.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(room) = room.cast::<web_sys::Element>() {
                let worked = (context.props.tools.print)(&room);
                let text = if worked { LazyText::ExportPrinting } else { LazyText::ExportFailed };
                context.notify_file().emit(FileOutcome::without_content(
                    SECTION,
                    worked,
                    context.props.say(text),
                ));
            }
        })
    };
    html! {
        <div class="on-screen">
            { context.props.element("h3", LazyText::TeamFiles) }
            <p class="actions">
                { context.props.button("print", LazyText::ExportPrint, print) }
                { context.props.button("csv", LazyText::ExportCsv, offer(context, TeamFormat::Csv)) }
                { context.props.button("markdown", LazyText::ExportMarkdown, offer(context, TeamFormat::Markdown)) }
                { context.props.button("json", LazyText::ExportJson, offer(context, TeamFormat::Json)) }
            </p>
            { file_outcome::view(&context.props, SECTION, &context.state.file, context.notify_file()) }
            { separator_choice(&context.props) }
        </div>
    }
}

/// A callback that has a file written when it is asked for, and offers it.
fn offer(context: &TeamContext, format: TeamFormat) -> Callback<MouseEvent> {
    let context = context.clone();
    Callback::from(move |_| {
        let writing = context.clone();
        let write = move |writer| writing.notify_file().emit(offered(&writing, writer, format));
        (context.props.tools.team_files)(Callback::from(write));
    })
}

fn offered(context: &TeamContext, writer: Option<TeamFileWriter>, format: TeamFormat) -> FileOutcome {
    let props = &context.props;
    let Some(write) = writer else {
        return FileOutcome::without_content(SECTION, false, props.say(LazyText::ExportFailed));
    };
    let (questionnaire, table) = (context.view().questionnaire(), context.table());
    let names: Vec<String> = (0..context.members().len()).map(|position| context.name(position)).collect();
    let export = TeamExport { questionnaire, team: &table.team, agreed: &table.agreed, names: &names };
    FileOutcome::of_file(SECTION, props, write(props, &export, format))
}

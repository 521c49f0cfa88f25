//! Data and helpers that the parts of the export screen share.

use yew::prelude::*;

use crate::lazy::{File, PartProps};
use crate::screens::plan;
use crate::ui::element::Elements;
use crate::ui::file_outcome::{self, FileOutcome};
use crate::view::View;
use boussole_core::answers::Complete;
use boussole_core::plan::Plan;
use boussole_core::report::Report;
use boussole_core::texts::LazyText;

/// Data of the parts of the screen.
pub struct ExportContext<'a> {
    /// Properties of the screen.
    pub props: &'a PartProps,
    /// Answers of the report.
    pub answers: &'a Complete,
    /// Report of the answers.
    pub report: &'a Report,
    /// Plan as it is stored.
    pub plan: &'a Plan,
    /// Outcome of the last export.
    pub outcome: &'a FileOutcome,
    /// Shows the outcome of an export.
    pub say: Callback<FileOutcome>,
}

impl ExportContext<'_> {
    /// View of the widget.
    pub fn view(&self) -> &View {
        &self.props.view
    }

    /// Outcome of the last export, within its section.
    pub fn outcome_in(&self, section: &'static str) -> Html {
        file_outcome::view(self.props, section, self.outcome, self.say.clone())
    }

    /// Shows the outcome of what has no content to copy.
    pub fn notify(&self, section: &'static str, done: LazyText, failed: LazyText) -> Callback<bool> {
        let (say, done, failed) = (self.say.clone(), self.props.say(done), self.props.say(failed));
        Callback::from(move |worked: bool| {
            let text = if worked { done.clone() } else { failed.clone() };
            say.emit(FileOutcome::without_content(section, worked, text));
        })
    }

    /// Name of the result's files, without their extension.
    pub fn file_name(&self) -> String {
        let questionnaire = self.view().questionnaire();
        ["boussole", questionnaire.id.as_str(), questionnaire.form.as_str()].join("-")
    }

    /// "Between 42 and 58 out of 100".
    pub fn headline(&self) -> String {
        self.props.export_texts().headline(&self.report.summary)
    }

    /// A callback that makes a file when it is asked for, offers it, and says what came of it.
    pub fn offer(
        &self,
        section: &'static str,
        make: impl Fn(&ExportContext<'_>) -> File + 'static,
    ) -> Callback<MouseEvent> {
        let (props, say) = (self.props.clone(), self.say.clone());
        Callback::from(move |_| {
            if let Some(file) =
                with_context(&props, &FileOutcome::default(), say.clone(), |context| make(context))
            {
                say.emit(FileOutcome::of_file(section, &props, file));
            }
        })
    }
}

/// Does something with what the parts of the room read; nothing where there is no result.
pub fn with_context<T>(
    props: &PartProps,
    outcome: &FileOutcome,
    say: Callback<FileOutcome>,
    work: impl FnOnce(&ExportContext<'_>) -> T,
) -> Option<T> {
    let answers = props.view.state.answers.complete()?;
    let report = props.view.state.report()?;
    let plan = plan::opened(&props.view, &answers, &report);
    Some(work(&ExportContext { props, answers: &answers, report: &report, plan: &plan, outcome, say }))
}

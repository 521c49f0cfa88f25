//! Data and helpers that the parts of the export screen share.

use yew::prelude::*;

use crate::lazy::{File, PartProps};
use crate::screens::plan;
use crate::ui::element::Elements;
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
    /// Says what came of something that was tried.
    pub say: Callback<String>,
}

impl ExportContext<'_> {
    /// View of the widget.
    pub fn view(&self) -> &View {
        &self.props.view
    }

    /// Notice on the last action.
    pub fn outcome(&self, done: LazyText, failed: LazyText) -> Callback<bool> {
        let (say, done, failed) = (self.say.clone(), self.props.say(done), self.props.say(failed));
        Callback::from(move |worked: bool| say.emit(if worked { done.clone() } else { failed.clone() }))
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
    pub fn offer(&self, make: impl Fn(&ExportContext<'_>) -> File + 'static) -> Callback<MouseEvent> {
        let (props, say) = (self.props.clone(), self.say.clone());
        let done = self.outcome(LazyText::ExportSaved, LazyText::ExportFailed);
        Callback::from(move |_| {
            let file = with_context(&props, say.clone(), |context| make(context));
            done.emit(file.is_some_and(|file| (props.tools.download)(&file)));
        })
    }
}

/// Does something with what the parts of the room read; nothing where there is no result.
pub fn with_context<T>(
    props: &PartProps,
    say: Callback<String>,
    work: impl FnOnce(&ExportContext<'_>) -> T,
) -> Option<T> {
    let answers = props.view.state.answers.complete()?;
    let report = props.view.state.report()?;
    let plan = plan::opened(&props.view, &answers, &report);
    Some(work(&ExportContext { props, answers: &answers, report: &report, plan: &plan, say }))
}

//! What the parts of this screen share.

use yew::prelude::*;

use crate::lazy::{File, PartProps};
use crate::screens::plan;
use crate::ui::element::Elements;
use crate::view::View;
use boussole_core::answers::Complete;
use boussole_core::plan::Plan;
use boussole_core::report::Report;
use boussole_core::texts::LazyText;

/// What the parts of the room read.
pub struct ExportContext<'a> {
    pub props: &'a PartProps,
    pub answers: &'a Complete,
    pub report: &'a Report,
    pub plan: &'a Plan,
    /// Says what came of something that was tried.
    pub say: Callback<String>,
}

impl ExportContext<'_> {
    pub fn view(&self) -> &View {
        &self.props.view
    }

    /// What is said once something is done, or could not be.
    pub fn outcome(&self, done: LazyText, failed: LazyText) -> Callback<bool> {
        let (say, done, failed) = (self.say.clone(), self.props.say(done), self.props.say(failed));
        Callback::from(move |worked: bool| say.emit(if worked { done.clone() } else { failed.clone() }))
    }

    /// What every file of the result is called, without its ending.
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
    let report = props.view.state.report.as_ref()?;
    let plan = plan::opened(&props.view, &answers, report);
    Some(work(&ExportContext { props, answers: &answers, report, plan: &plan, say }))
}

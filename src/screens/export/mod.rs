//! Taking the result away: on paper, as a picture, as a code to scan, as files, by mail.

mod card;
mod files;
mod handover;

pub use files::separator;
pub use handover::picture as code;

use yew::prelude::*;

use crate::lazy::{File, PartProps};
use crate::screens::overview;
use crate::screens::plan;
use crate::screens::report::{printed, share};
use crate::ui::frame::frame;
use crate::view::View;
use boussole_core::answers::Complete;
use boussole_core::plan::Plan;
use boussole_core::report::Report;
use boussole_core::texts::LazyText;

pub fn show(props: &PartProps) -> Html {
    html! { <ExportScreen ..props.clone() /> }
}

/// What the parts of the room read.
struct ExportContext<'a> {
    props: &'a PartProps,
    answers: &'a Complete,
    report: &'a Report,
    plan: &'a Plan,
    /// Says what came of something that was tried.
    say: Callback<String>,
}

impl ExportContext<'_> {
    fn view(&self) -> &View {
        &self.props.view
    }

    /// What is said once something is done, or could not be.
    fn outcome(&self, done: LazyText, failed: LazyText) -> Callback<bool> {
        let (say, done, failed) = (self.say.clone(), self.props.say(done), self.props.say(failed));
        Callback::from(move |worked: bool| say.emit(if worked { done.clone() } else { failed.clone() }))
    }

    /// What every file of the result is called, without its ending.
    fn file_name(&self) -> String {
        let questionnaire = self.view().questionnaire();
        ["boussole", questionnaire.id.as_str(), questionnaire.form.as_str()].join("-")
    }

    /// "Between 42 and 58 out of 100".
    fn headline(&self) -> String {
        self.props.export_texts().headline(&self.report.summary)
    }

    /// A callback that makes a file when it is asked for, offers it, and says what came of it.
    fn offer(&self, make: impl Fn(&ExportContext<'_>) -> File + 'static) -> Callback<MouseEvent> {
        let (props, say) = (self.props.clone(), self.say.clone());
        let done = self.outcome(LazyText::ExportSaved, LazyText::ExportFailed);
        Callback::from(move |_| {
            let file = with_context(&props, say.clone(), |context| make(context));
            done.emit(file.is_some_and(|file| (props.tools.download)(&file)));
        })
    }
}

/// Does something with what the parts of the room read; nothing where there is no result.
fn with_context<T>(
    props: &PartProps,
    say: Callback<String>,
    work: impl FnOnce(&ExportContext<'_>) -> T,
) -> Option<T> {
    let answers = props.view.state.answers.complete()?;
    let report = props.view.state.report.as_ref()?;
    let plan = plan::opened(&props.view, &answers, report);
    Some(work(&ExportContext { props, answers: &answers, report, plan: &plan, say }))
}

#[component]
fn ExportScreen(props: &PartProps) -> Html {
    let view = &props.view;
    let said = use_state(String::new);
    let organisation = use_state(String::new);
    let square = use_state(|| false);
    let paper = use_node_ref();
    let say = said.setter();
    let say = Callback::from(move |text: String| say.set(text));
    let shown = with_context(props, say, |context| room(context, &said, &organisation, &square, &paper));
    shown.unwrap_or_else(|| overview::view(view))
}

fn room(
    context: &ExportContext<'_>,
    said: &str,
    organisation: &UseStateHandle<String>,
    square: &UseStateHandle<bool>,
    paper: &NodeRef,
) -> Html {
    let (props, view, report) = (context.props, context.view(), context.report);
    let print = {
        let (paper, tools, say) =
            (paper.clone(), props.tools, context.outcome(LazyText::ExportPrinting, LazyText::ExportFailed));
        Callback::from(move |_: MouseEvent| {
            if let Some(paper) = paper.cast::<web_sys::Element>() {
                say.emit((tools.print)(&paper));
            }
        })
    };
    let content = html! {
        <>
            <p role="status" class="said">{ said.to_owned() }</p>
            <h3>{ props.say(LazyText::ExportPaper) }</h3>
            <p>{ props.say(LazyText::ExportPaperMeaning) }</p>
            <p class="actions">
                <button type="button" class="primary" part="button primary" data-action="print" onclick={print}>
                    { props.say(LazyText::ExportPrint) }
                </button>
            </p>
            { share::view(view, &report.summary) }
            { handover::code(context) }
            { handover::messages(context) }
            { card::view(context, organisation, square) }
            { files::view(context) }
        </>
    };
    html! {
        <>
            { frame(props, "take", LazyText::ExportTitle, content) }
            // What paper shows instead of this screen: the report.
            <section class="paper report" aria-hidden="true" ref={paper.clone()}>
                { printed(view, &view.state.answers, report) }
                { files::plan_on_paper(context) }
            </section>
        </>
    }
}

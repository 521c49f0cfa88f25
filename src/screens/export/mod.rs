//! Taking the result away: on paper, as a picture, as a code to scan, as files, by mail.

mod card;
mod context;
mod files;
mod handover;

pub use files::{separator, separator_choice};
pub use handover::picture as code;

use yew::prelude::*;

use crate::lazy::PartProps;
use crate::screens::overview;
use crate::screens::report::{printed, share};
use crate::ui::element::{Elements, actions};
use crate::ui::file_outcome::FileOutcome;
use crate::ui::frame::frame;
use boussole_core::texts::LazyText;
use context::{ExportContext, with_context};

/// Screen of the exports.
pub fn show(props: &PartProps) -> Html {
    html! { <ExportScreen ..props.clone() /> }
}

#[component]
fn ExportScreen(props: &PartProps) -> Html {
    let view = &props.view;
    let outcome = use_state(FileOutcome::default);
    let organisation = use_state(String::new);
    let square = use_state(|| false);
    let paper = use_node_ref();
    let say = outcome.setter();
    let say = Callback::from(move |outcome| say.set(outcome));
    let shown = with_context(props, &outcome, say, |context| room(context, &organisation, &square, &paper));
    shown.unwrap_or_else(|| overview::view(view))
}

fn room(
    context: &ExportContext<'_>,
    organisation: &UseStateHandle<String>,
    square: &UseStateHandle<bool>,
    paper: &NodeRef,
) -> Html {
    let (props, view, report) = (context.props, context.view(), context.report);
    let print = {
        let (paper, tools, say) = (
            paper.clone(),
            props.tools,
            context.notify("print", LazyText::ExportPrinting, LazyText::ExportFailed),
        );
        Callback::from(move |_: MouseEvent| {
            if let Some(paper) = paper.cast::<web_sys::Element>() {
                say.emit((tools.print)(&paper));
            }
        })
    };
    let content = html! {
        <>
            { props.element("h3", LazyText::ExportPaper) }
            { props.element("p", LazyText::ExportPaperMeaning) }
            { actions(props.primary_button("print", LazyText::ExportPrint, print)) }
            { context.outcome_in("print") }
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
            // Paper shows the report instead of this screen.
            <section class="paper report" aria-hidden="true" ref={paper.clone()}>
                { printed(view, &view.state.answers, report) }
                { files::plan_on_paper(context) }
            </section>
        </>
    }
}

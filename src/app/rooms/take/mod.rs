//! Taking the result away: on paper, as a picture, as a code to scan, as files, by mail.

mod card;
mod files;
mod handover;

pub use files::separator;
pub use handover::picture as code;

use yew::prelude::*;

use super::{RoomProps, frame, plan};
use crate::answers::Complete;
use crate::app::report::{printed, share, spelled};
use crate::app::{View, overview};
use crate::plan::Plan;
use crate::report::Report;
use crate::score::Standing;
use crate::texts::{RoomText, Text};

pub fn show(props: &RoomProps) -> Html {
    html! { <TakeRoom ..props.clone() /> }
}

/// What the parts of the room read.
struct Desk<'a> {
    props: &'a RoomProps,
    answers: &'a Complete,
    report: &'a Report,
    plan: &'a Plan,
    /// Says what came of something that was tried.
    say: Callback<String>,
}

impl Desk<'_> {
    fn view(&self) -> &View {
        &self.props.view
    }

    /// What is said once something is done, or could not be.
    fn outcome(&self, done: RoomText, failed: RoomText) -> Callback<bool> {
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
        let view = self.view();
        let whole = self
            .report
            .standing
            .whole
            .map(|whole| [spelled(view, whole), view.text(Text::ReportOutOf)].join(" "));
        whole.unwrap_or_else(|| view.text(Text::ReportNothing))
    }

    /// "Level, at least", and the name of the level; empty where nothing applies.
    fn level(&self) -> (String, String) {
        let view = self.view();
        let Some(verdict) = self.report.standing.verdict(view.questionnaire()) else {
            return Default::default();
        };
        let label = if verdict.at_least { Text::ReportLevelAtLeast } else { Text::ReportLevel };
        (view.text(label), view.questionnaire().maturity[verdict.level.index()].name.clone())
    }
}

#[component]
fn TakeRoom(props: &RoomProps) -> Html {
    let view = &props.view;
    let said = use_state(String::new);
    let organisation = use_state(String::new);
    let square = use_state(|| false);
    let paper = use_node_ref();
    let (Some(answers), Some(plan)) = (view.state.answers.complete(), plan::opened(view)) else {
        return overview::view(view);
    };
    let report = Report::new(view.questionnaire(), &answers);
    let say = said.setter();
    let say = Callback::from(move |text: String| say.set(text));
    let desk = Desk { props, answers: &answers, report: &report, plan: &plan, say };
    let print = {
        let (paper, tools, say) =
            (paper.clone(), props.tools, desk.outcome(RoomText::TakePrinting, RoomText::TakeFailed));
        Callback::from(move |_: MouseEvent| {
            if let Some(paper) = paper.cast::<web_sys::Element>() {
                say.emit((tools.print)(&paper));
            }
        })
    };
    let content = html! {
        <>
            <p role="status" class="said">{ (*said).clone() }</p>
            <h3>{ props.say(RoomText::TakePaper) }</h3>
            <p>{ props.say(RoomText::TakePaperMeaning) }</p>
            <p class="actions">
                <button type="button" class="primary" data-action="print" onclick={print}>
                    { props.say(RoomText::TakePrint) }
                </button>
            </p>
            { share::view(view, &report.standing) }
            { handover::code(&desk) }
            { handover::messages(&desk) }
            { card::view(&desk, &organisation, &square) }
            { files::view(&desk) }
        </>
    };
    html! {
        <>
            { frame(props, "take", RoomText::TakeTitle, content) }
            // What paper shows instead of this screen: the report.
            <section class="paper report" aria-hidden="true" ref={paper}>
                { printed(view, &view.state.answers, &report) }
            </section>
        </>
    }
}

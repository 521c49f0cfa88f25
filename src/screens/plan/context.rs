//! Data and helpers that the parts of the plan share.

use yew::prelude::*;

use crate::lazy::PartProps;
use crate::ui::element::Elements;
use crate::view::{StorageSlot, View};
use boussole_core::answers::Complete;
use boussole_core::plan::Plan;
use boussole_core::report::Report;
use boussole_core::score::{Ratio, ScoreSummary};
use boussole_core::texts::LazyText;

/// Data of the parts of the screen.
pub struct PlanContext<'a> {
    /// Properties of the screen.
    pub props: &'a PartProps,
    /// Answers of the report.
    pub answers: &'a Complete,
    /// Report of the answers.
    pub report: &'a Report,
    /// Plan as it is stored.
    pub plan: Plan,
    /// Keeps another plan, after which the focus goes to what a selector finds.
    pub change: Callback<(Plan, String)>,
}

impl PlanContext<'_> {
    /// View of the widget.
    pub fn view(&self) -> &View {
        &self.props.view
    }

    /// A callback that changes the plan as it is stored now: another tab may have changed it since.
    pub fn on<E>(&self, focus: String, change: impl Fn(Plan, E) -> Plan + 'static) -> Callback<E> {
        let (view, keep) = (self.view().clone(), self.change.clone());
        Callback::from(move |event| {
            if let Some(plan) = current(&view) {
                keep.emit((change(plan, event), focus.clone()));
            }
        })
    }
}

/// The plan of the result that is shown, as it was kept or as it is proposed.
pub fn opened(view: &View, answers: &Complete, report: &Report) -> Plan {
    let questionnaire = view.questionnaire();
    let kept = view.stored(StorageSlot::Plan);
    let kept = kept.and_then(|text| {
        Plan::decode(questionnaire, answers, report, view.today(), view.state.result_id, &text)
    });
    kept.unwrap_or_else(|| Plan::proposed(questionnaire, answers, report, view.today()))
}

/// The plan as it is stored now; `None` without a result.
fn current(view: &View) -> Option<Plan> {
    let (answers, report) = view.state.answers.complete().zip(view.state.report())?;
    Some(opened(view, &answers, &report))
}

/// Where one stands, in one line.
pub fn sentence(props: &PartProps, text: LazyText, summary: &ScoreSummary) -> Html {
    let said = props.stands(text, props.view.questionnaire(), summary);
    said.map_or_else(Html::default, |said| html! { <p>{ said }</p> })
}

/// Points that a step adds to the whole, in words.
pub fn lift(props: &PartProps, lift: Option<Ratio>) -> Option<String> {
    Some(match lift?.rounded() {
        0 => props.say(LazyText::PlanBringsLess),
        points => props.fill(LazyText::PlanBrings, &[("count", &points.to_string())]),
    })
}

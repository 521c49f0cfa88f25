//! What the parts of this screen share.

use yew::prelude::*;

use crate::lazy::PartProps;
use crate::ui::element::Elements;
use crate::view::View;
use boussole_core::answers::Complete;
use boussole_core::plan::Plan;
use boussole_core::report::Report;
use boussole_core::score::{Ratio, ScoreSummary};
use boussole_core::texts::LazyText;

/// What the parts of the room read.
pub struct PlanContext<'a> {
    pub props: &'a PartProps,
    pub answers: &'a Complete,
    pub report: &'a Report,
    pub plan: Plan,
    /// Keeps another plan, after which the focus goes to what a selector finds.
    pub change: Callback<(Plan, String)>,
}

impl PlanContext<'_> {
    pub fn view(&self) -> &View {
        &self.props.view
    }

    /// A callback that changes the plan.
    pub fn on<E>(&self, focus: String, change: impl Fn(Plan, E) -> Plan + 'static) -> Callback<E> {
        let (plan, keep) = (self.plan.clone(), self.change.clone());
        Callback::from(move |event| keep.emit((change(plan.clone(), event), focus.clone())))
    }
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
        1 => props.say(LazyText::PlanBringsOne),
        points => props.fill(LazyText::PlanBrings, &[("points", &points.to_string())]),
    })
}

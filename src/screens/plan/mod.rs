//! The action plan: which steps are taken, by whom and by when; what they would bring.

mod actions;
mod context;
mod target;
mod what_if;

pub use actions::quarter_name;

use yew::prelude::*;

use crate::lazy::PartProps;
use crate::screens::overview;
use crate::ui::element::Elements;
use crate::ui::frame::{frame, use_going};
use crate::view::StorageSlot;
use boussole_core::answers::Response;
use boussole_core::plan::Plan;
use boussole_core::score::{MaturityLevel, ScoreSummary, score};
use boussole_core::texts::LazyText;
pub use context::opened;
use context::{PlanContext, sentence};

/// Screen of the action plan.
pub fn show(props: &PartProps) -> Html {
    html! { <PlanRoom ..props.clone() /> }
}

#[component]
fn PlanRoom(props: &PartProps) -> Html {
    let view = &props.view;
    let result = view.state.report().zip(view.state.answers.complete());
    let plan = use_state(|| result.as_ref().map(|(report, answers)| opened(view, answers, report)));
    let trial = use_state(Vec::<(usize, Response)>::new);
    let targets = use_state(|| [None::<MaturityLevel>; 3]);
    let (root, focus) = use_going();
    let (Some((report, answers)), Some(plan_now)) = (result, (*plan).clone()) else {
        return overview::view(view);
    };
    let change = {
        let (view, plan) = (view.clone(), plan.setter());
        Callback::from(move |(changed, to): (Plan, String)| {
            let text = changed.encode(view.questionnaire(), view.state.result_id);
            // Where nothing can be kept, that was said when the visit began.
            view.store(StorageSlot::Plan, &text);
            *focus.borrow_mut() = to;
            plan.set(Some(changed));
        })
    };
    let context = PlanContext { props, answers: &answers, report: &report, plan: plan_now, change };
    let content = html! {
        <div ref={root}>
            { outcome(&context) }
            { actions::kept(&context) }
            { actions::others(&context) }
            { target::view(&context, &targets) }
            { what_if::view(&context, &trial) }
        </div>
    };
    frame(props, "plan", LazyText::SharedPlan, content)
}

/// Score with the plan carried out, updated at each change.
fn outcome(context: &PlanContext<'_>) -> Html {
    let view = context.view();
    let after = context.plan.carried_out(view.questionnaire(), context.answers);
    let after = ScoreSummary::from(&score(view.questionnaire(), &after));
    html! {
        <>
            { context.props.classed("p", "lead", LazyText::PlanLead) }
            <div role="status" class="outcome">
                { sentence(context.props, LazyText::PlanNow, &context.report.summary) }
                { sentence(context.props, LazyText::PlanAfter, &after) }
            </div>
        </>
    }
}

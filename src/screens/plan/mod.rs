//! The action plan: which steps are taken, by whom and by when; what they would bring.

mod actions;
mod target;
mod what_if;

pub use actions::quarter_name;

use yew::prelude::*;

use crate::lazy::PartProps;
use crate::screens::overview;
use crate::ui::frame::{frame, use_going};
use crate::view::{StorageSlot, View};
use boussole_core::answers::{Complete, Response};
use boussole_core::plan::Plan;
use boussole_core::report::Report;
use boussole_core::score::{MaturityLevel, Ratio, ScoreSummary, score};
use boussole_core::texts::LazyText;

pub fn show(props: &PartProps) -> Html {
    html! { <PlanRoom ..props.clone() /> }
}

/// What the parts of the room read.
struct PlanContext<'a> {
    props: &'a PartProps,
    answers: &'a Complete,
    report: &'a Report,
    plan: Plan,
    /// Keeps another plan, after which the focus goes to what a selector finds.
    change: Callback<(Plan, String)>,
}

impl PlanContext<'_> {
    fn view(&self) -> &View {
        &self.props.view
    }

    /// A callback that changes the plan.
    fn on<E>(&self, focus: String, change: impl Fn(Plan, E) -> Plan + 'static) -> Callback<E> {
        let (plan, keep) = (self.plan.clone(), self.change.clone());
        Callback::from(move |event| keep.emit((change(plan.clone(), event), focus.clone())))
    }
}

#[component]
fn PlanRoom(props: &PartProps) -> Html {
    let view = &props.view;
    let result = view.state.report.clone().zip(view.state.answers.complete());
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
    frame(props, "plan", LazyText::PlanTitle, content)
}

/// The plan of the result that is shown, as it was kept or as it is proposed.
pub fn opened(view: &View, answers: &Complete, report: &Report) -> Plan {
    let questionnaire = view.questionnaire();
    let kept = view.stored(StorageSlot::Plan);
    let kept = kept.and_then(|text| {
        Plan::decode(questionnaire, answers, report, view.today, view.state.result_id, &text)
    });
    kept.unwrap_or_else(|| Plan::proposed(questionnaire, answers, report, view.today))
}

/// What the plan would bring, as soon as it is changed.
fn outcome(context: &PlanContext<'_>) -> Html {
    let view = context.view();
    let after = context.plan.carried_out(view.questionnaire(), context.answers);
    let after = ScoreSummary::from(&score(view.questionnaire(), &after));
    html! {
        <>
            <p class="lead">{ context.props.say(LazyText::PlanLead) }</p>
            <div role="status" class="outcome">
                { sentence(context.props, LazyText::PlanNow, &context.report.summary) }
                { sentence(context.props, LazyText::PlanAfter, &after) }
            </div>
        </>
    }
}

/// Where one stands, in one line.
fn sentence(props: &PartProps, text: LazyText, summary: &ScoreSummary) -> Html {
    let said = props.stands(text, props.view.questionnaire(), summary);
    said.map_or_else(Html::default, |said| html! { <p>{ said }</p> })
}

/// Points that a step adds to the whole, in words.
fn lift(props: &PartProps, lift: Option<Ratio>) -> Option<String> {
    Some(match lift?.rounded() {
        0 => props.say(LazyText::PlanBringsLess),
        1 => props.say(LazyText::PlanBringsOne),
        points => props.fill(LazyText::PlanBrings, &[("points", &points.to_string())]),
    })
}

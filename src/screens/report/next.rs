//! Next steps: the three priorities, each with its step, owner and effort.

use yew::prelude::*;

use crate::ui::element::{Elements, classed};
use crate::ui::phrases;
use crate::ui::phrases::answer_text;
use crate::view::View;
use boussole_core::answers::{Answers, Response};
use boussole_core::questionnaire::Item;
use boussole_core::report::{NextStep, Report, next_step};
use boussole_core::texts::Text;

/// Priorities in the report: as many as a committee can decide at once.
const PRIORITIES: usize = 3;

/// Section of the next steps.
pub fn priorities(view: &View, answers: &Answers, report: &Report) -> Html {
    let entries = report.priorities.iter().take(PRIORITIES).filter_map(|position| {
        let (item, response) = (view.questionnaire().item(*position)?, answers.get(*position)?);
        Some(entry(view, item, response))
    });
    html! {
        <div class="next">
            { view.element("h3", Text::ReportPriorities) }
            if report.priorities.is_empty() {
                { view.element("p", Text::ReportPrioritiesNone) }
            } else {
                <ol class="priorities">{ for entries }</ol>
            }
        </div>
    }
}

fn entry(view: &View, item: &Item, response: Response) -> Html {
    let Some(next) = next_step(item, response) else { return Html::default() };
    let who = match next {
        NextStep::Take(step) => {
            let who = [
                ("role", phrases::role(&view.pack, step.owner)),
                ("effort", phrases::effort(&view.pack, step.effort)),
            ];
            Some(view.fill(Text::ReportOwner, &who))
        }
        NextStep::FindOut(_) => None,
    };
    html! {
        <li>
            { classed("p", "subject", item.short.clone()) }
            { classed("p", "step", phrases::step(&view.pack, &next)) }
            <p class="small">{ view.text(Text::ReportSummary) }{ " " }{ answer_text(view, item, response) }</p>
            if let Some(who) = who {
                // Paper sets both in one line.
                { " " }{ classed("p", "small", who) }
            }
        </li>
    }
}

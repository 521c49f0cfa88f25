//! Certainty of a result: known answers, and questions to take to colleagues.

use yew::prelude::*;

use crate::ui::element::{Elements, classed, element};
use crate::ui::phrases;
use crate::view::View;
use boussole_core::questionnaire::{Role, Word};
use boussole_core::report::Report;
use boussole_core::texts::Text;

/// Section of coverage and blind spots.
pub fn view(view: &View, report: &Report) -> Html {
    let coverage = report.scores.whole.map(|score| {
        let (known, applicable) = (score.known.to_string(), score.applicable.to_string());
        view.fill(Text::ReportCoverage, &[("known", &known), ("applicable", &applicable)])
    });
    html! {
        <div class="sure">
            { view.element("h3", Text::ReportSure) }
            { classed("p", "coverage", coverage.unwrap_or_default()) }
            { blind_spots(view, report) }
        </div>
    }
}

fn blind_spots(view: &View, report: &Report) -> Html {
    if report.blind_spots.is_empty() {
        return view.element("p", Text::ReportBlindSpotsNone);
    }
    let groups = Role::WORDS.iter().filter_map(|(_, role)| questions_to(view, report, *role));
    html! {
        <>
            { view.element("p", Text::ReportBlindSpotsMeaning) }
            <ul class="blind-spots">{ for groups }</ul>
        </>
    }
}

/// The questions to take to one function, which is best placed to know.
fn questions_to(view: &View, report: &Report, role: Role) -> Option<Html> {
    let items = report.blind_spots.iter().filter_map(|position| view.questionnaire().item(*position));
    let prompts: Vec<Html> =
        items.filter(|item| item.respondent == role).map(|item| element("p", item.prompt.clone())).collect();
    let ask = view.fill(Text::ReportAsk, &[("role", phrases::role(&view.pack, role))]);
    (!prompts.is_empty()).then(|| html! { <li>{ classed("p", "small", ask) }{ for prompts }</li> })
}

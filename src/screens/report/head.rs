//! Head of a report: the score with its range, the level, the emblem, three facts.

use yew::prelude::*;

use crate::screens::expectation;
use crate::state::Screen;
use crate::ui::chart;
use crate::ui::element::{Elements, classed, element};
use crate::ui::phrases::{level_label, spelled, weak_names};
use crate::view::View;
use boussole_core::questionnaire::PrincipleId;
use boussole_core::report::Report;
use boussole_core::score::{MaturityResult, Range, ScoreSummary};
use boussole_core::texts::Text;

/// The first screen of a result. A result that came as scores alone has no report.
pub fn view(view: &View, title: String, summary: &ScoreSummary, report: Option<&Report>) -> Html {
    let heading = html! { <h2 class="kicker" tabindex="-1" ref={view.heading.clone()}>{ title }</h2> };
    let (Some(whole), Some(maturity_result)) = (summary.whole, summary.maturity_result(view.questionnaire()))
    else {
        return html! { <>{ heading }{ view.classed("p", "lead nothing", Text::ReportNothing) }</> };
    };
    html! {
        <div class="report-head">
            <div class="report-said">
                { heading }
                { headline(view, whole) }
                { level(view, maturity_result, summary) }
            </div>
            { facts(view, summary, report) }
            { chart::emblem(view, summary) }
        </div>
    }
}

fn headline(view: &View, whole: Range) -> Html {
    let (assured, possible) = (whole.assured().to_string(), whole.possible().to_string());
    let values = [("assured", &*assured), ("possible", &*possible)];
    html! {
        <>
            <p class="headline">
                { element("strong", spelled(view, whole)) }{ " " }
                { view.classed("span", "out-of", Text::ReportOutOf) }
            </p>
            if whole.is_open() {
                { classed("p", "open", view.fill(Text::ReportOpen, &values)) }
            }
        </>
    }
}

fn level(view: &View, maturity_result: MaturityResult, summary: &ScoreSummary) -> Html {
    let maturity = &view.questionnaire().maturity[maturity_result.level.index()];
    let label = level_label(maturity_result);
    html! {
        <div class="level">
            <p>{ view.classed("span", "level-label", label) }{ " " }
                { classed("strong", "level-name", maturity.name.clone()) }</p>
            { element("p", maturity.meaning.clone()) }
            if view.state.screen == Screen::Report {
                { expectation::gap(view, maturity_result) }
            }
            if maturity_result.held_back {
                { classed("p", "held-back", view.fill(Text::ReportHeldBack, &[("principle", &weak_names(view, summary))])) }
            }
        </div>
    }
}

/// The weakest principle, and how much of the result is known.
fn facts(view: &View, summary: &ScoreSummary, report: Option<&Report>) -> Html {
    let fact = |label: Text, value: String| html! { <div>{ view.element("dt", label) }{ element("dd", value) }</div> };
    let weakest = match summary.weakest().len() {
        count if count == PrincipleId::ALL.len() => view.text(Text::ReportWeakestNone),
        _ => weak_names(view, summary),
    };
    let known = report.and_then(|report| Some((report, report.scores.whole?))).map(|(report, score)| {
        let known = [("known", &*score.known.to_string()), ("applicable", &*score.applicable.to_string())];
        html! {
            <>
                { fact(Text::ReportKnown, view.fill(Text::ReportKnownOf, &known)) }
                { fact(Text::ReportBlindSpots, report.blind_spots.len().to_string()) }
            </>
        }
    });
    html! { <dl class="facts">{ fact(Text::ReportFragile, weakest) }{ known }</dl> }
}

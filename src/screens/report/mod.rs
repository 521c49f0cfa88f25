//! The result: where the organisation stands, why, what to do next, how sure it is.

mod detail;
mod head;
mod next;
mod onward;
pub mod share;
mod sure;
mod table;
mod why;

use yew::prelude::*;

pub use detail::meanings;

use crate::screens::overview;
use crate::state::{IncomingContent, IncomingResult, Message, Screen};
use crate::ui::element::{Elements, classed};
use crate::ui::phrases;
use crate::view::View;
use boussole_core::answers::Answers;
use boussole_core::link::Day;
use boussole_core::report::Report;
use boussole_core::score::ScoreSummary;
use boussole_core::texts::Text;

/// The report of one's own answers, with its details. Until all answers are given there is none: the overview says what
/// is missing.
pub fn own(view: &View, details: Html) -> Html {
    let Some(report) = view.state.report() else { return overview::view(view) };
    let title = view.text(Text::ReportTitle);
    let restarted = {
        let (result_id, dispatch) = (view.ports.new_result_id.clone(), view.dispatch.clone());
        Callback::from(move |_: MouseEvent| dispatch.emit(Message::Restart(result_id.emit(()))))
    };
    html! {
        <section key="report" class="report" data-screen="report">
            { full(view, title, Some(view.state.day), &view.state.answers, &report) }
            { behind(view, details) }
            { share::view(view, &report.summary) }
            { onward::rooms(view) }
            { onward::longer_forms(view) }
            <p class="actions">
                { view.button("anew", Text::ReportAnew, restarted) }
                { view.button("overview", Text::ReportReview, view.on(Message::Go(Screen::Overview))) }
            </p>
            { classed("p", "small", view.questionnaire().notice.clone()) }
        </section>
    }
}

/// The report of one's own answers as it is printed.
pub fn printed(view: &View, answers: &Answers, report: &Report) -> Html {
    let title = view.text(Text::ReportTitle);
    html! { <>{ full(view, title, Some(view.state.day), answers, report) }{ details(view, answers, report) }</> }
}

/// The report of somebody else's result.
pub fn shared(view: &View, shared: &IncomingResult, details: Html) -> Html {
    let title = match shared.day {
        Some(day) => view.fill(Text::ReportSharedOn, &[("day", &phrases::day(&view.pack, day))]),
        None => view.text(Text::ReportShared),
    };
    let given = view.state.answers.answered();
    let (action, mine) = match given {
        0 => ("start", Text::ReportStart),
        _ if view.state.answers.complete().is_some() => ("mine", Text::ReportMine),
        _ => ("mine", Text::ReportResume),
    };
    html! {
        <section key={shared.link.clone()} class="report" data-screen="shared">
            { match &shared.result {
                IncomingContent::Full(answers, _) => html! {
                    <>
                        { shared.report().map(|report| full(view, title, shared.day, answers, &report)) }
                        { behind(view, details) }
                        { onward::later_version(view, Some(answers)) }
                    </>
                },
                IncomingContent::Scores(summary) => html! {
                    <>
                        { scores_alone(view, title, shared.day, summary) }
                        { behind(view, details) }
                        { onward::later_version(view, None) }
                    </>
                },
            } }
            <p class="actions">
                { view.primary_button(action, mine, view.on(Message::ShowOwn)) }
                if let IncomingContent::Full(..) = &shared.result {
                    { onward::bring(view, &shared.link) }
                }
            </p>
            { classed("p", "small", view.questionnaire().notice.clone()) }
        </section>
    }
}

/// All that follows from answers: a first page that can stand alone, then how sure it is. In the order in which
/// it is asked: where we stand, why, what next, how sure. What is behind it is [`details`].
fn full(view: &View, title: String, day: Option<Day>, answers: &Answers, report: &Report) -> Html {
    let summary = &report.summary;
    if summary.whole.is_none() {
        return head::view(view, title, summary, None);
    }
    html! {
        <>
            <div class="sheet">
                { head::view(view, title, summary, Some(report)) }
                { view.element("h3", Text::WhyTitle) }
                <div class="why">
                    { why::principles(view, summary) }
                    { why::items(view, answers, report) }
                </div>
                { next::priorities(view, answers, report) }
                { imprint(view, day) }
            </div>
            { sure::view(view, report) }
        </>
    }
}

/// Details of a result: a lazy part that opens in its place in the report.
pub fn details(view: &View, answers: &Answers, report: &Report) -> Html {
    html! {
        <>
            { detail::profiles(view, report) }
            { detail::strengths(view, answers, report) }
            { detail::meanings(view, &report.summary) }
            { detail::dimensions(view, &report.scores) }
            { detail::spread(view, answers) }
            { why::ledger(view, answers, report) }
            { detail::references(view) }
        </>
    }
}

/// The way to the details, which stays where it is while they are shown below.
fn behind(view: &View, details: Html) -> Html {
    let shown = view.state.detailed;
    html! {
        <>
            <p class="actions">
                <button type="button" part="button" data-action="detail" aria-expanded={shown.to_string()}
                    onclick={view.on(Message::ToggleDetail)}>{ view.text(Text::ReportDetail) }</button>
            </p>
            if shown {
                { details }
            }
        </>
    }
}

/// All that follows from a summary.
fn scores_alone(view: &View, title: String, day: Option<Day>, summary: &ScoreSummary) -> Html {
    html! {
        <>
            { head::view(view, title, summary, None) }
            { view.classed("p", "scores-alone", Text::ReportScoresOnly) }
            if summary.whole.is_some() {
                { view.element("h3", Text::WhyTitle) }
                { why::principles(view, summary) }
            }
            { imprint(view, day) }
        </>
    }
}

/// Foot of the first page on paper: questionnaire, day, and the notice that it is no audit.
fn imprint(view: &View, day: Option<Day>) -> Html {
    let questionnaire = view.questionnaire();
    let made = day.map(|day| {
        let values = [("title", &*questionnaire.title), ("day", &*phrases::day(&view.pack, day))];
        view.fill(Text::ReportMade, &values)
    });
    html! { <p class="imprint">{ made }{ " " }{ questionnaire.notice.clone() }</p> }
}

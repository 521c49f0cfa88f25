//! The result: where the organisation stands, why, what to do next, how sure it is.

mod chart;
mod next;
mod onward;
mod share;

use yew::prelude::*;

pub use chart::bar;

use super::overview::answer_text;
use super::{Message, Screen, Shared, SharedResult, View, expectation, words};
use crate::answers::{Answers, Response};
use crate::questionnaire::{Item, PrincipleId, Role, Word};
use crate::report::Report;
use crate::score::{Range, Standing, Verdict};
use crate::texts::Text;

/// How many notable combinations are told: more would bury the first.
const PROFILES: usize = 3;

/// The report of one's own answers. Until all are given there is none: the overview says what is missing.
pub fn own(view: &View) -> Html {
    let Some(report) = view.state.report() else { return super::overview::view(view) };
    let title = view.text(Text::ReportTitle);
    let anew = {
        let (mark, act) = (view.ports.mark.clone(), view.act.clone());
        Callback::from(move |_: MouseEvent| act.emit(Message::Anew(mark.emit(()))))
    };
    html! {
        <section class="report" data-screen="report">
            { head(view, title, &report.standing) }
            { details(view, &view.state.answers, &report) }
            { share::view(view, &report.standing) }
            { onward::rooms(view) }
            { onward::longer_forms(view) }
            <p class="actions">
                <button type="button" data-action="anew" onclick={anew}>{ view.text(Text::ReportAnew) }</button>
                <button type="button" data-action="overview" onclick={view.on(Message::Go(Screen::Overview))}>
                    { view.text(Text::ReportReview) }
                </button>
            </p>
            <p class="small">{ view.questionnaire().notice.clone() }</p>
        </section>
    }
}

/// The report of somebody else's result.
pub fn shared(view: &View, shared: &Shared) -> Html {
    let title = match shared.day {
        Some(day) => view.fill(Text::ReportSharedOn, &[("day", &words::day(&view.pack, day))]),
        None => view.text(Text::ReportShared),
    };
    let given = view.state.answers.given();
    let (action, mine) = match given {
        0 => ("start", Text::ReportStart),
        _ if view.state.answers.complete().is_some() => ("mine", Text::ReportMine),
        _ => ("mine", Text::ReportResume),
    };
    html! {
        <section class="report" data-screen="shared">
            { match &shared.result {
                SharedResult::Full(answers, report) => html! {
                    <>
                        { head(view, title, &report.standing) }
                        { details(view, answers, report) }
                        { onward::later_version(view, Some(answers)) }
                    </>
                },
                SharedResult::Scores(standing) => html! {
                    <>
                        { head(view, title, standing) }
                        <p>{ view.text(Text::ReportScoresOnly) }</p>
                        { onward::later_version(view, None) }
                    </>
                },
            } }
            <p class="actions">
                <button type="button" class="primary" data-action={action} onclick={view.on(Message::Mine)}>
                    { view.text(mine) }
                </button>
                if let SharedResult::Full(..) = &shared.result {
                    { onward::bring(view, &shared.link) }
                }
            </p>
            <p class="small">{ view.questionnaire().notice.clone() }</p>
        </section>
    }
}

/// All that follows from the standing alone: emblem, headline, level, principles.
fn head(view: &View, title: String, standing: &Standing) -> Html {
    let heading = html! { <h2 class="kicker" tabindex="-1" ref={view.heading.clone()}>{ title }</h2> };
    let (Some(whole), Some(verdict)) = (standing.whole, standing.verdict(view.questionnaire())) else {
        return html! { <>{ heading }<p class="lead nothing">{ view.text(Text::ReportNothing) }</p></> };
    };
    html! {
        <>
            <div class="report-head">
                <div class="report-said">
                    { heading }
                    { headline(view, whole) }
                    { level(view, verdict, standing) }
                </div>
                { chart::emblem(view, standing) }
            </div>
            <h3>{ view.text(Text::ReportPrinciples) }</h3>
            <ul class="bars">{ for PrincipleId::ALL.map(|id| principle(view, standing, id)) }</ul>
            if PrincipleId::ALL.iter().any(|id| standing.principles[*id as usize].is_some_and(Range::is_open)) {
                <p class="small">{ view.text(Text::ReportLegend) }</p>
            }
            <p class="weakest">{ weakest(view, standing) }</p>
            { chart::figures(view, standing) }
        </>
    }
}

fn headline(view: &View, whole: Range) -> Html {
    let (assured, possible) = (whole.assured().to_string(), whole.possible().to_string());
    let values = [("assured", &*assured), ("possible", &*possible)];
    let text = if whole.is_open() { Text::ReportBetween } else { Text::ReportExactly };
    html! {
        <>
            <p class="headline">
                <strong>{ view.fill(text, &values) }</strong>{ " " }
                <span class="out-of">{ view.text(Text::ReportOutOf) }</span>
            </p>
            if whole.is_open() {
                <p class="open">{ view.fill(Text::ReportOpen, &values) }</p>
            }
        </>
    }
}

fn level(view: &View, verdict: Verdict, standing: &Standing) -> Html {
    let maturity = &view.questionnaire().maturity[verdict.level.index()];
    let label = if verdict.at_least { Text::ReportLevelAtLeast } else { Text::ReportLevel };
    html! {
        <div class="level">
            <p><span class="level-label">{ view.text(label) }</span>{ " " }
                <strong class="level-name">{ maturity.name.clone() }</strong></p>
            <p>{ maturity.meaning.clone() }</p>
            if view.state.screen == Screen::Report {
                { expectation::gap(view, verdict) }
            }
            if verdict.held_back {
                <p class="held-back">{ view.fill(Text::ReportHeldBack, &[("principle", &weak_names(view, standing))]) }</p>
            }
        </div>
    }
}

fn name(view: &View, id: PrincipleId) -> &str {
    &view.questionnaire().principle(id).name
}

fn weak_names(view: &View, standing: &Standing) -> String {
    let names: Vec<&str> = standing.weakest().into_iter().map(|id| name(view, id)).collect();
    words::list(&view.pack, &names)
}

/// A principle as a sentence above its bar.
fn principle(view: &View, standing: &Standing, id: PrincipleId) -> Html {
    let range = standing.principles[id as usize];
    let sentence = match range {
        None => view.fill(Text::ReportPrincipleNone, &[("name", name(view, id))]),
        Some(range) => {
            let text =
                if range.is_open() { Text::ReportPrincipleBetween } else { Text::ReportPrincipleExactly };
            let (assured, possible) = (range.assured().to_string(), range.possible().to_string());
            view.fill(text, &[("name", name(view, id)), ("assured", &assured), ("possible", &possible)])
        }
    };
    html! {
        <li>
            <p class="bar-said">{ sentence }</p>
            <p class="small">{ view.questionnaire().principle(id).title.clone() }</p>
            { for range.map(|range| chart::bar(view, range)) }
            { for interpretation(view, standing, id).map(|paragraph| html! { <p>{ paragraph }</p> }) }
        </li>
    }
}

/// What it means to stand where this principle stands; versions were released without.
fn interpretation<'a>(view: &'a View, standing: &Standing, id: PrincipleId) -> Option<&'a str> {
    let level = standing.level_of(view.questionnaire(), id)?;
    let paragraph = &view.questionnaire().principle(id).interpretations[level.index()];
    (!paragraph.is_empty()).then_some(paragraph)
}

fn weakest(view: &View, standing: &Standing) -> String {
    let weakest = standing.weakest();
    let scored = standing.principles.iter().flatten().count();
    match weakest[..] {
        [id] => view.fill(Text::ReportWeakest, &[("name", name(view, id))]),
        _ if weakest.len() == scored => view.text(Text::ReportWeakestAll),
        _ => view.fill(Text::ReportWeakestSeveral, &[("names", &weak_names(view, standing))]),
    }
}

/// All that needs the answers: coverage, priorities, blind spots, strengths.
fn details(view: &View, answers: &Answers, report: &Report) -> Html {
    let coverage = report.scores.whole.map(|score| {
        let (known, applicable) = (score.known.to_string(), score.applicable.to_string());
        view.fill(Text::ReportCoverage, &[("known", &known), ("applicable", &applicable)])
    });
    html! {
        <>
            { chart::dimensions(view, &report.scores) }
            { profiles(view, report) }
            { next::priorities(view, answers, report) }
            <h3>{ view.text(Text::ReportBlindSpots) }</h3>
            <p class="coverage">{ coverage }</p>
            { blind_spots(view, report) }
            if !report.strengths.is_empty() {
                <h3>{ view.text(Text::ReportStrengths) }</h3>
                <ul class="strengths">
                    { for report.strengths.iter().map(|position| strength(view, answers, *position)) }
                </ul>
            }
        </>
    }
}

/// The notable combinations, the most telling ones.
fn profiles(view: &View, report: &Report) -> Html {
    let told = report.profiles.iter().take(PROFILES).filter_map(|at| view.questionnaire().profiles.get(*at));
    html! {
        if !report.profiles.is_empty() {
            <h3>{ view.text(Text::ReportProfiles) }</h3>
            <ul class="profiles">{ for told.map(|profile| html! { <li><p>{ profile.text.clone() }</p></li> }) }</ul>
        }
    }
}

fn blind_spots(view: &View, report: &Report) -> Html {
    if report.blind_spots.is_empty() {
        return html! { <p>{ view.text(Text::ReportBlindSpotsNone) }</p> };
    }
    let groups = Role::WORDS.iter().filter_map(|(_, role)| questions_to(view, report, *role));
    html! {
        <>
            <p>{ view.text(Text::ReportBlindSpotsMeaning) }</p>
            <ul class="blind-spots">{ for groups }</ul>
        </>
    }
}

/// The questions to take to one function, which is best placed to know.
fn questions_to(view: &View, report: &Report, role: Role) -> Option<Html> {
    let items = report.blind_spots.iter().filter_map(|position| view.questionnaire().item(*position));
    let prompts: Vec<Html> = items
        .filter(|item| item.respondent == role)
        .map(|item| html! { <p>{ item.prompt.clone() }</p> })
        .collect();
    let ask = view.fill(Text::ReportAsk, &[("role", words::role(&view.pack, role))]);
    (!prompts.is_empty()).then(|| html! { <li><p class="small">{ ask }</p>{ for prompts }</li> })
}

fn strength(view: &View, answers: &Answers, position: usize) -> Html {
    let said = |item: &Item, response: Response| {
        html! { <li><p><strong>{ item.short.clone() }</strong></p><p>{ answer_text(view, item, response) }</p></li> }
    };
    match (view.questionnaire().item(position), answers.get(position)) {
        (Some(item), Some(response)) => said(item, response),
        _ => Html::default(),
    }
}

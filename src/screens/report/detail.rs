//! What stands behind the first page: what stands out, strengths, what each principle's score means, the
//! dimensions, the spread of levels.

use yew::prelude::*;

use super::table;
use crate::ui::chart::{self, Square};
use crate::ui::phrases::{answer_text, out_of};
use crate::view::View;
use boussole_core::answers::{Answers, Level, Response};
use boussole_core::questionnaire::{Item, Principle};
use boussole_core::report::Report;
use boussole_core::score::{Range, ScoreSummary, Scores};
use boussole_core::texts::Text;

/// How many notable combinations are told: more would bury the first.
const PROFILES: usize = 3;

/// The notable combinations, the most telling ones.
pub fn profiles(view: &View, report: &Report) -> Html {
    let told = report.profiles.iter().take(PROFILES).filter_map(|at| view.questionnaire().profiles.get(*at));
    html! {
        if !report.profiles.is_empty() {
            <h3>{ view.text(Text::ReportProfiles) }</h3>
            <ul class="profiles">{ for told.map(|profile| html! { <li><p>{ profile.text.clone() }</p></li> }) }</ul>
        }
    }
}

pub fn strengths(view: &View, answers: &Answers, report: &Report) -> Html {
    let said = |item: &Item, response: Response| {
        html! { <li><p><strong>{ item.short.clone() }</strong></p><p>{ answer_text(view, item, response) }</p></li> }
    };
    let entry = |at: &usize| Some(said(view.questionnaire().item(*at)?, answers.get(*at)?));
    html! {
        if !report.strengths.is_empty() {
            <h3>{ view.text(Text::ReportStrengths) }</h3>
            <ul class="strengths">{ for report.strengths.iter().filter_map(entry) }</ul>
        }
    }
}

/// What it means to stand where each principle stands.
pub fn meanings(view: &View, summary: &ScoreSummary) -> Html {
    let meaning = |principle: &Principle| {
        let level = summary.level_of(view.questionnaire(), principle.id);
        let paragraph = level.map(|level| &*principle.interpretations[level.index()]);
        html! {
            <li>
                <h4>{ principle.name.clone() }</h4>
                <p class="small">{ principle.title.clone() }</p>
                // Versions were released without.
                { for paragraph.filter(|text| !text.is_empty()).map(|text| html! { <p>{ text.to_owned() }</p> }) }
            </li>
        }
    };
    html! {
        <>
            <h3>{ view.text(Text::ReportMeanings) }</h3>
            <ul class="meanings">{ for view.questionnaire().principles.iter().map(meaning) }</ul>
        </>
    }
}

/// The dimensions, those of a principle together.
pub fn dimensions(view: &View, scores: &Scores) -> Html {
    let mut ranges = scores.dimensions.iter().map(|score| score.map(Range::from));
    let groups = view.questionnaire().principles.iter().map(|principle| {
        // There is a range, or none, for each dimension in its turn.
        let entries = principle.dimensions.iter().zip(ranges.by_ref()).map(|(dimension, range)| {
            html! {
                <li>
                    <p class="bar-said">
                        <strong>{ dimension.name.clone() }</strong>{ " " }
                        <span class="small">{ range.map_or_else(|| view.text(Text::ReportDash), |range| out_of(view, range)) }</span>
                    </p>
                    { for range.map(|range| chart::bar(view, range)) }
                </li>
            }
        });
        html! { <div><h4>{ principle.name.clone() }</h4><ul class="bars">{ for entries }</ul></div> }
    });
    html! {
        <div class="by-dimension">
            <h3>{ view.text(Text::ReportDimensions) }</h3>
            <div class="multiples">{ for groups }</div>
            { table::dimensions(view, scores) }
        </div>
    }
}

/// How many items stand at each level: a table whose rows are also a chart, a square an item.
pub fn spread(view: &View, answers: &Answers) -> Html {
    let count = |response: Response| answers.iter().filter(|given| *given == Some(response)).count();
    let levels: Vec<usize> = Level::all().map(|level| count(Response::Level(level))).collect();
    let others = [Response::DontKnow, Response::NotApplicable].map(count);
    let room = levels.iter().chain(&others).copied().max().unwrap_or_default();
    let row = |label: String, square: fn() -> Square, count: usize| {
        html! {
            <tr>
                <th scope="row">{ label }</th>
                <td>{ count.to_string() }</td>
                <td>{ chart::squares(room, (0..count).map(|_| square())) }</td>
            </tr>
        }
    };
    let by_level = levels.iter().enumerate().rev().map(|(number, count)| {
        row(view.fill(Text::SpreadLevel, &[("number", &number.to_string())]), || Square::Solid, *count)
    });
    let total = answers.iter().len().to_string();
    let (low, high) = (levels.iter().take(2).sum::<usize>(), levels.iter().rev().take(2).sum::<usize>());
    let values = [("low", &*low.to_string()), ("high", &*high.to_string()), ("total", &*total)];
    html! {
        <div class="by-level">
            <h3>{ view.text(Text::SpreadTitle) }</h3>
            <p>{ view.fill(Text::SpreadSaid, &values) }</p>
            <table class="spread">
                <thead class="unseen">
                    <tr>
                        <th scope="col">{ view.text(Text::WhyLevel) }</th>
                        <th scope="col">{ view.text(Text::SpreadCount) }</th>
                        <td />
                    </tr>
                </thead>
                <tbody>
                    { for by_level }
                    { row(view.text(Text::ItemDontKnow), || Square::Hatched, others[0]) }
                    { row(view.text(Text::ItemNotApplicable), || Square::Empty, others[1]) }
                </tbody>
            </table>
        </div>
    }
}

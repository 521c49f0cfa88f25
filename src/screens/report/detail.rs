//! What stands behind the first page: what stands out, strengths, what each principle's score means, the
//! dimensions, the spread of levels.

use yew::prelude::*;

use super::table;
use crate::ui::chart::{self, Square};
use crate::ui::element::{Elements, classed, element, row_header, titled_list};
use crate::ui::phrases::{answer_text, out_of};
use crate::view::View;
use boussole_core::answers::{Answers, Level, Response};
use boussole_core::questionnaire::{Footnote, Item, Principle};
use boussole_core::report::Report;
use boussole_core::score::{Range, ScoreSummary, Scores};
use boussole_core::texts::Text;

/// Profiles shown: more would bury the first.
const PROFILES: usize = 3;

/// The notable combinations, the most telling ones.
pub fn profiles(view: &View, report: &Report) -> Html {
    let told = report.profiles.iter().take(PROFILES).filter_map(|at| view.questionnaire().profiles.get(*at));
    let entries = told.map(|profile| html! { <li>{ element("p", profile.text.clone()) }</li> }).collect();
    titled_list(view.text(Text::ReportProfiles), "profiles", entries)
}

/// Items at the highest levels.
pub fn strengths(view: &View, answers: &Answers, report: &Report) -> Html {
    let said = |item: &Item, response: Response| {
        html! { <li><p>{ element("strong", item.short.clone()) }</p>{ element("p", answer_text(view, item, response)) }</li> }
    };
    let entry = |at: &usize| Some(said(view.questionnaire().item(*at)?, answers.get(*at)?));
    let entries = report.strengths.iter().filter_map(entry).collect();
    titled_list(view.text(Text::ReportStrengths), "strengths", entries)
}

/// Interpretation of each principle's score.
pub fn meanings(view: &View, summary: &ScoreSummary) -> Html {
    let meaning = |principle: &Principle| {
        let level = summary.level_of(view.questionnaire(), principle.id);
        let paragraph = level.map(|level| &*principle.interpretations[level.index()]);
        html! {
            <li>
                { element("h4", principle.name.clone()) }
                { classed("p", "small", principle.title.clone()) }
                // Versions were released without.
                { for paragraph.filter(|text| !text.is_empty()).map(|text| element("p", text.to_owned())) }
            </li>
        }
    };
    let entries = view.questionnaire().principles.iter().map(meaning).collect();
    titled_list(view.text(Text::ReportMeanings), "meanings", entries)
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
                        { element("strong", dimension.name.clone()) }{ " " }
                        { classed("span", "small", range.map_or_else(|| view.text(Text::ReportDash), |range| out_of(view, range))) }
                    </p>
                    { for range.map(|range| chart::bar(view, range)) }
                </li>
            }
        });
        html! { <div>{ element("h4", principle.name.clone()) }<ul class="bars">{ for entries }</ul></div> }
    });
    html! {
        <div class="by-dimension">
            { view.element("h3", Text::ReportDimensions) }
            <div class="multiples">{ for groups }</div>
            { table::dimensions(view, scores) }
        </div>
    }
}

/// Laws and frameworks that the items name, each once: whom it binds, what it says, its address.
///
/// Versions were released with citations alone, which stand at their questions.
pub fn references(view: &View) -> Html {
    let mut known: Vec<&str> = Vec::new();
    let mut entries: Vec<Html> = Vec::new();
    for item in view.questionnaire().items() {
        for Footnote { title, text, url } in &item.references {
            if text.is_empty() || known.contains(&&**title) {
                continue;
            }
            known.push(title);
            // Without an address this is plain text.
            let url = Some(url.clone()).filter(|url| !url.is_empty());
            entries.push(html! {
                <li><p><a href={url} target="_blank" rel="noreferrer">{ title }</a></p>{ element("p", text.clone()) }</li>
            });
        }
    }
    titled_list(view.text(Text::ReportReferences), "strengths cited", entries)
}

/// Items by level: a table whose rows are also a chart, one square for each item.
pub fn spread(view: &View, answers: &Answers) -> Html {
    let count = |response: Response| answers.iter().filter(|given| *given == Some(response)).count();
    let levels: Vec<usize> = Level::all().map(|level| count(Response::Level(level))).collect();
    let others = [Response::DontKnow, Response::NotApplicable].map(count);
    let room = levels.iter().chain(&others).copied().max().unwrap_or_default();
    let row = |label: String, square: fn() -> Square, count: usize| {
        html! {
            <tr>
                { row_header(label) }
                { element("td", count.to_string()) }
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
            { view.element("h3", Text::SpreadTitle) }
            { element("p", view.fill(Text::SpreadSaid, &values)) }
            <table class="spread">
                <thead class="unseen">
                    <tr>
                        { view.column_header(Text::WhyLevel) }
                        { view.column_header(Text::SpreadCount) }
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

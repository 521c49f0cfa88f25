//! Why the score is what it is: the principles, and the items that hold it down.

use yew::prelude::*;

use super::table;
use crate::ui::chart;
use crate::ui::element::{Elements, classed};
use crate::ui::phrases::{principle_name, said, weak_names};
use crate::ui::table::body;
use crate::view::View;
use boussole_core::answers::{Answers, Level, Response};
use boussole_core::questionnaire::{Item, PrincipleId};
use boussole_core::report::Report;
use boussole_core::score::{Range, Ratio, ScoreSummary};
use boussole_core::texts::{Text, Texts};

/// Items named: those that matter most, as many as fit on a page.
const ITEMS: usize = 5;

/// Figure of less than one point.
const BELOW_ONE: &str = "<\u{202f}1";

/// The principles by themselves, for whoever has no more than the summary.
pub fn principles(view: &View, summary: &ScoreSummary) -> Html {
    html! {
        <div class="why-principles">
            { view.element("h4", Text::ReportPrinciples) }
            { classed("p", "weakest", weakest(view, summary)) }
            <ul class="bars">{ for PrincipleId::ALL.map(|id| principle(view, summary, id)) }</ul>
            if PrincipleId::ALL.iter().any(|id| summary.principles[*id as usize].is_some_and(Range::is_open)) {
                { view.classed("p", "small", Text::ReportLegend) }
            }
            { table::principles(view, summary) }
        </div>
    }
}

fn principle(view: &View, summary: &ScoreSummary, id: PrincipleId) -> Html {
    let range = summary.principles[id as usize];
    html! {
        <li>
            { classed("p", "bar-said", said(view, principle_name(view, id), range)) }
            { for range.map(|range| chart::bar(view, range)) }
        </li>
    }
}

fn weakest(view: &View, summary: &ScoreSummary) -> String {
    let weakest = summary.weakest();
    let scored = summary.principles.iter().flatten().count();
    match weakest[..] {
        [id] => view.fill(Text::ReportWeakest, &[("name", principle_name(view, id))]),
        _ if weakest.len() == scored => view.text(Text::ReportWeakestAll),
        _ => view.fill(Text::ReportWeakestSeveral, &[("names", &weak_names(view, summary))]),
    }
}

/// An item with a step left.
struct Hold<'a> {
    item: &'a Item,
    response: Response,
    /// The points that the whole would gain if the item stood at its highest level.
    held: Ratio,
    /// Those of one step up.
    gain: Ratio,
}

/// The items that hold the score down, the heaviest first.
pub fn items(view: &View, answers: &Answers, report: &Report) -> Html {
    let holds = holds(view, answers, report);
    if holds.is_empty() {
        return Html::default();
    }
    html! {
        <div class="why-items">
            { view.element("h4", Text::WhyItems) }
            <ol class="holds">{ for holds.iter().take(ITEMS).map(|hold| entry(view, hold)) }</ol>
            { view.classed("p", "small", Text::WhyLegend) }
        </div>
    }
}

/// Points missing by item, for items below the highest level, as a table.
pub fn ledger(view: &View, answers: &Answers, report: &Report) -> Html {
    let holds = holds(view, answers, report);
    if holds.is_empty() {
        return Html::default();
    }
    let heads = [Text::WhyItem, Text::WhyLevel, Text::WhyHeld, Text::WhyGain];
    let rows = holds.iter().map(|hold| row(view, hold)).collect();
    html! {
        <div class="by-item">
            { view.element("h3", Text::WhyLedger) }
            { table::closed(view, "holding", &heads, body(rows)) }
        </div>
    }
}

fn holds<'a>(view: &'a View, answers: &Answers, report: &Report) -> Vec<Hold<'a>> {
    let mut holds: Vec<Hold> = Vec::new();
    // In the order of the priorities, so that where two hold back as much the more useful one is first.
    for position in &report.priorities {
        let item = view.questionnaire().item(*position);
        let (Some(item), Some(response)) = (item, answers.get(*position)) else { continue };
        let Some(gain) = report.scores.lifts.get(*position).copied().flatten() else { continue };
        let level = if let Response::Level(level) = response { level } else { Level::LOWEST };
        let held = gain.times(u32::from(Level::HIGHEST.number() - level.number()));
        let place = holds.partition_point(|other| other.held >= held);
        holds.insert(place, Hold { item, response, held, gain });
    }
    holds
}

fn entry(view: &View, hold: &Hold) -> Html {
    let held = points(&view.pack.texts, hold.held);
    let sentence = match hold.response {
        Response::Level(level) => {
            let (level, gain) = (level.number().to_string(), points(&view.pack.texts, hold.gain));
            view.fill(Text::WhyHolds, &[("level", &level), ("held", &held), ("gain", &gain)])
        }
        _ => view.fill(Text::WhyUnknown, &[("held", &held)]),
    };
    html! {
        <li>
            <div>{ classed("p", "bar-said", hold.item.short.clone()) }{ classed("p", "small", sentence) }</div>
            { chart::steps(hold.response) }
        </li>
    }
}

fn row(view: &View, hold: &Hold) -> Vec<String> {
    let level = match hold.response {
        Response::Level(level) => level.number().to_string(),
        _ => view.text(Text::ItemDontKnow),
    };
    let figure = |points: Ratio| match points < Ratio::whole(1) {
        true => BELOW_ONE.to_owned(),
        false => points.rounded().to_string(),
    };
    vec![hold.item.short.clone(), level, figure(hold.held), figure(hold.gain)]
}

/// A number of points in words, said to be rounded where it is.
fn points(texts: &Texts, points: Ratio) -> String {
    if points < Ratio::whole(1) {
        return texts.get(Text::WhyBelowOne).to_owned();
    }
    let rounded = points.rounded();
    let said = texts.fill(Text::WhyPoints, &[("count", &rounded.to_string())]);
    let is_exact = points == Ratio::whole(rounded.into());
    if is_exact { said } else { texts.fill(Text::WhyAbout, &[("points", &said)]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use boussole_core::texts::{FORMS, Name};

    #[test]
    fn points_are_said_to_be_rounded_where_they_are() {
        let text = |(text, key): &(Text, &str)| match text {
            Text::WhyAbout => "about {points}".to_owned(),
            Text::WhyPoints => ["101", "1 point", "{count} points"].join(&FORMS.to_string()),
            _ => (*key).to_owned(),
        };
        let texts = Texts::new(Text::ALL.iter().map(text).collect()).expect("one for each name");
        for (numerator, denominator, said) in [
            (1, 200, "why.below_one"),
            (199, 200, "why.below_one"),
            (1, 1, "1 point"),
            (4, 3, "about 1 point"),
            (3, 2, "about 2 points"),
            (2, 1, "2 points"),
            (100, 1, "100 points"),
        ] {
            assert_eq!(points(&texts, Ratio::whole(numerator).shared_by(denominator)), said);
        }
    }
}

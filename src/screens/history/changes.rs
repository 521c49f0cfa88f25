//! Two results held side by side: the whole, the principles, the dimensions, and the items that changed.

use yew::prelude::*;

use super::earlier::{Earlier, day};
use crate::lazy::PartProps;
use crate::ui::element::{Elements, column_header, element, row_header};
use crate::ui::field;
use crate::ui::phrases::answer_text;
use boussole_core::history::{Comparison, ItemChange, Turn, compare};
use boussole_core::questionnaire::PrincipleId;
use boussole_core::score::Range;
use boussole_core::texts::{LazyText, Text};

/// The links of the two results that were chosen, the earlier one first.
pub type Pair = Option<(String, String)>;

/// Choice of two results, and their differences.
pub fn view(props: &PartProps, results: &[Earlier], pair: &UseStateHandle<Pair>) -> Html {
    if results.len() < 2 {
        return props.element("p", LazyText::HistoryOnlyOne);
    }
    let chosen = |link: fn(&(String, String)) -> &String, otherwise: usize| {
        let wanted = pair.as_ref().map(link);
        results.iter().position(|result| Some(&result.entry.link) == wanted).unwrap_or(otherwise)
    };
    let (before, after) =
        (chosen(|pair| &pair.0, results.len() - 2), chosen(|pair| &pair.1, results.len() - 1));
    // Both are positions of a result.
    let (from, to) = (&results[before], &results[after]);
    let comparison = compare(
        (&from.pack.questionnaire, &from.result.content),
        (&to.pack.questionnaire, &to.result.content),
    );
    let choose =
        |label: LazyText, field: &'static str, at: usize, change: fn(&mut (String, String), String)| {
            let (now, pair) = ((from.entry.link.clone(), to.entry.link.clone()), pair.clone());
            let onchange = Callback::from(move |event: Event| {
                if let Some(link) = field::chosen(&event) {
                    let mut changed = now.clone();
                    change(&mut changed, link);
                    pair.set(Some(changed));
                }
            });
            let options = results.iter().enumerate().map(|(place, result)| {
                let link = result.entry.link.clone();
                html! { <option value={link} selected={place == at}>{ label_of(props, result) }</option> }
            });
            html! {
                <label>
                    { props.element("span", label) }
                    <select data-field={field} {onchange}>{ for options }</select>
                </label>
            }
        };
    html! {
        <>
            { props.heading("h3", LazyText::HistoryCompare) }
            <div class="fields">
                { choose(LazyText::HistoryBefore, "before", before, |pair, link| pair.0 = link) }
                { choose(LazyText::HistoryAfter, "after", after, |pair, link| pair.1 = link) }
            </div>
            <div role="status">{ for comparison.map(|comparison| compared(props, to, &comparison)) }</div>
        </>
    }
}

fn label_of(props: &PartProps, result: &Earlier) -> String {
    let points = result.summary.as_ref().and_then(|summary| summary.whole).map(|whole| props.points(whole));
    [day(props, result.entry.head.day), points.unwrap_or_default()].join(" · ")
}

fn compared(props: &PartProps, to: &Earlier, comparison: &Comparison) -> Html {
    let groups = [
        (Turn::Rose, LazyText::HistoryRose),
        (Turn::Fell, LazyText::HistoryFell),
        (Turn::FoundOut, LazyText::HistoryFoundOut),
        (Turn::LostSight, LazyText::HistoryLostSight),
        (Turn::Applies, LazyText::HistoryApplies),
        (Turn::NoLongerApplies, LazyText::HistoryNoLonger),
    ];
    let groups = groups.map(|(turn, title)| group(props, to, comparison, turn, title));
    html! {
        <>
            if !comparison.like_for_like {
                { props.classed("p", "small", LazyText::HistoryOtherForm) }
            }
            { summaries(props, to, comparison) }
            { dimensions(props, to, comparison) }
            if comparison.items.is_empty() {
                { element("p", props.fill(LazyText::HistoryNoItem, &[("count", &comparison.shared.to_string())])) }
            }
            { for groups }
        </>
    }
}

/// A row with what was, what is, and by how much the assured part moved.
fn row(props: &PartProps, name: &str, before: Option<Range>, after: Option<Range>) -> Html {
    let cell =
        |range: Option<Range>| range.map_or_else(|| props.view.text(Text::ReportDash), Range::in_figures);
    let moved = before.zip(after).map(|(before, after)| signed(before.assured(), after.assured()));
    html! {
        <tr>
            { row_header(name.to_owned()) }
            { element("td", cell(before)) }
            { element("td", cell(after)) }
            { element("td", moved.unwrap_or_else(|| props.view.text(Text::ReportDash))) }
        </tr>
    }
}

fn signed(before: u8, after: u8) -> String {
    let by = before.abs_diff(after).to_string();
    match before.cmp(&after) {
        std::cmp::Ordering::Less => ["+", &by].concat(),
        std::cmp::Ordering::Equal => String::from("="),
        std::cmp::Ordering::Greater => ["−", &by].concat(),
    }
}

fn table(props: &PartProps, class: &'static str, first: Text, rows: Html) -> Html {
    html! {
        <table class={class}>
            <thead><tr>
                { column_header(props.view.text(first)) }
                { props.column_header(LazyText::HistoryWasHead) }
                { props.column_header(LazyText::HistoryIsHead) }
                { props.column_header(LazyText::HistoryMoved) }
            </tr></thead>
            <tbody>{ rows }</tbody>
        </table>
    }
}

fn summaries(props: &PartProps, to: &Earlier, comparison: &Comparison) -> Html {
    let (Some(before), Some(after)) = (&comparison.before, &comparison.after) else { return Html::default() };
    let principles = PrincipleId::ALL.map(|id| {
        let at = id as usize;
        row(props, &to.pack.questionnaire.principle(id).name, before.principles[at], after.principles[at])
    });
    let whole = row(props, &props.view.text(Text::ReportWhole), before.whole, after.whole);
    table(props, "compared", Text::ReportPrinciple, html! { <>{ for principles }{ whole }</> })
}

fn dimensions(props: &PartProps, to: &Earlier, comparison: &Comparison) -> Html {
    let names: Vec<&String> = to
        .pack
        .questionnaire
        .principles
        .iter()
        .flat_map(|principle| principle.dimensions.iter().map(|dimension| &dimension.name))
        .collect();
    let rows = comparison.dimensions.iter().filter_map(|change| {
        Some(row(props, names.get(change.dimension)?, Some(change.before), Some(change.after)))
    });
    let table = table(props, "compared", Text::ReportDimension, html! { <>{ for rows }</> });
    html! {
        if !comparison.dimensions.is_empty() {
            <details>
                { element("summary", props.fill(LazyText::HistoryDimensions, &[("count", &comparison.shared.to_string())])) }
                { table }
            </details>
        }
    }
}

fn group(props: &PartProps, to: &Earlier, comparison: &Comparison, turn: Turn, title: LazyText) -> Html {
    let changes: Vec<&ItemChange> =
        comparison.items.iter().filter(|change| change.turn() == Some(turn)).collect();
    let entries = changes.iter().filter_map(|change| {
        let item = to.pack.questionnaire.item(change.item)?;
        let view = &props.view;
        Some(html! {
            <li>
                <p>{ element("strong", item.short.clone()) }</p>
                <p class="small">{ props.say(LazyText::HistoryWas) }{ " " }{ answer_text(view, item, change.before) }</p>
                <p>{ props.say(LazyText::HistoryIs) }{ " " }{ answer_text(view, item, change.after) }</p>
            </li>
        })
    });
    html! {
        if !changes.is_empty() {
            { props.element("h4", title) }
            <ul class="changes">{ for entries }</ul>
        }
    }
}

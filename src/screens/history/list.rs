//! The results that are kept, the newest first.

use yew::prelude::*;

use super::earlier::{Earlier, day};
use crate::lazy::PartProps;
use crate::state::Message;
use crate::ui::element::{Elements, actions, classed, element};
use crate::ui::phrases;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::score::ScoreSummary;
use boussole_core::texts::{LazyText, Text};

/// List of results, each with its controls.
pub fn view(props: &PartProps, results: &[Earlier], remove: &Callback<Vec<String>>) -> Html {
    if results.is_empty() {
        return props.element("p", LazyText::HistoryNone);
    }
    let links = results.iter().map(|result| &result.entry.link);
    let others: Vec<String> = links.filter(|link| !is_own(props, link)).cloned().collect();
    let is_alone = others.is_empty();
    let remove_all = remove.reform(move |_: MouseEvent| others.clone());
    html! {
        <>
            { props.heading("h3", LazyText::HistoryList) }
            <ul class="earlier">{ for results.iter().rev().map(|result| entry(props, result, remove)) }</ul>
            if !is_alone {
                { actions(props.button("remove-all", LazyText::HistoryRemoveAll, remove_all)) }
            }
        </>
    }
}

/// Whether this is the result of the answers that are there now. It stays as long as they do: to erase them is
/// another control.
fn is_own(props: &PartProps, link: &String) -> bool {
    props.view.state.result().as_ref() == Some(link)
}

fn entry(props: &PartProps, result: &Earlier, remove: &Callback<Vec<String>>) -> Html {
    let link = result.entry.link.clone();
    let day = day(props, result.entry.head.day);
    let open = props.view.on(Message::Open(link.clone()));
    let key = link.clone();
    let is_own = is_own(props, &link);
    let remove = remove.reform(move |_: MouseEvent| vec![link.clone()]);
    let role = result.entry.head.role.map(|role| phrases::role(&props.view.pack, role));
    let form = (result.entry.head.origin.form != props.view.questionnaire().form.as_str()).then(|| {
        let count = result.pack.questionnaire.len().to_string();
        props.fill(LazyText::HistoryForm, &[("count", &count)])
    });
    let older = (result.entry.head.origin.version != props.view.questionnaire().version).then(|| {
        let version = result.entry.head.origin.version.to_string();
        props.fill(LazyText::HistoryVersion, &[("version", &version)])
    });
    let own = is_own.then(|| props.say(LazyText::HistoryOwn));
    let facts: Vec<String> =
        own.into_iter().chain(role.map(str::to_owned)).chain(form).chain(older).collect();
    let named = |text: LazyText| props.fill(text, &[("day", &day)]);
    html! {
        <li key={key}>
            <p>{ element("strong", day.clone()) }{ " " }{ classed("span", "small", facts.join(" · ")) }</p>
            <p>{ for result.summary.as_ref().map(|summary| summary_sentence(props, &result.pack.questionnaire, summary)) }</p>
            <p class="row">
                <button type="button" class="quiet" data-action="open" aria-label={named(LazyText::HistoryOpenNamed)}
                    onclick={open}>{ props.say(LazyText::HistoryOpen) }</button>
                if !is_own {
                <button type="button" class="quiet" data-action="remove" aria-label={named(LazyText::HistoryRemoveNamed)}
                    onclick={remove}>{ props.say(LazyText::HistoryRemove) }</button>
                }
            </p>
        </li>
    }
}

/// Where a result stands, in one line.
pub fn summary_sentence(props: &PartProps, questionnaire: &Questionnaire, summary: &ScoreSummary) -> String {
    let said = props.stands(LazyText::ExportSummary, questionnaire, summary);
    said.unwrap_or_else(|| props.view.text(Text::ReportNothing))
}

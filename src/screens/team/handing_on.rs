//! What the team takes along: one result made of all, one link that carries everybody, files.

use yew::prelude::*;

use super::gathering::copied;
use super::{TeamContext, files, talk};
use crate::screens::{export, history};
use boussole_core::answers::{Answers, Complete};
use boussole_core::link::{self, Content, ResultId, ResultLink};
use boussole_core::score::{ScoreSummary, score};
use boussole_core::team::{settled, views};
use boussole_core::texts::{LazyText, Text};
use boussole_qr_code::qr;

/// How many people one link carries: more would make it too long to pass on.
const CARRIED: usize = 12;

pub fn view(context: &TeamContext<'_>, room: &NodeRef) -> Html {
    let view = context.view();
    let Some(consolidated) = settled(view.questionnaire(), &context.table.team, &context.table.agreed) else {
        return Html::default();
    };
    let summary = ScoreSummary::from(&score(view.questionnaire(), &consolidated));
    html! {
        <>
            <h3 tabindex="-1">{ context.props.say(LazyText::TeamConsolidated) }</h3>
            <p>{ context.props.say(LazyText::TeamConsolidatedMeaning) }</p>
            <p class="lead">{ history::summary_sentence(context.props, view.questionnaire(), &summary) }</p>
            { items(context) }
            { copied(context, LazyText::TeamConsolidatedLink, "consolidated", consolidated_link(context, &consolidated)) }
            { carried(context) }
            { files::view(context, room) }
        </>
    }
}

/// A result that holds what all say together.
fn consolidated_link(context: &TeamContext<'_>, consolidated: &Complete) -> String {
    let view = context.view();
    // As many responses as items, each of which its item allows.
    let answers = Answers::from_responses(view.questionnaire(), consolidated.iter().map(Some).collect());
    let content = Content::Answers(answers.unwrap_or_else(|| Answers::none(view.questionnaire())));
    let result = ResultLink { content, result_id: mark_of(context), role: None, day: Some(view.today) };
    [&*view.page, "#", &link::encode(view.questionnaire(), &result)].concat()
}

/// The result_id of the consolidated result: made of those of all, so that the same team makes the same one.
fn mark_of(context: &TeamContext<'_>) -> ResultId {
    let mut result_id = [0; 3];
    for member in context.members() {
        for (own, theirs) in result_id.iter_mut().zip(member.result_id.0) {
            *own ^= theirs;
        }
    }
    // One person's consolidated result is a new one all the same.
    result_id[0] = !result_id[0];
    ResultId(result_id)
}

/// Each item with the median and the range.
fn items(context: &TeamContext<'_>) -> Html {
    let questionnaire = context.view().questionnaire();
    let rows = questionnaire.items().zip(views(questionnaire, &context.table.team)).zip(0..).map(
        |((item, seen), position): (_, usize)| {
            let agreed = context.table.agreed.get(position);
            let together = super::short(context.props, agreed.unwrap_or_else(|| seen.consolidated()));
            html! {
                <tr>
                    <th scope="row">{ item.short.clone() }</th>
                    <td>{ together }</td>
                    <td>{ talk::heard(context, &seen) }</td>
                    <td>{ seen.knew().to_string() }</td>
                </tr>
            }
        },
    );
    html! {
        <details>
            <summary>{ context.props.say(LazyText::TeamItems) }</summary>
            <div class="wide" tabindex="0" role="group" aria-label={context.props.say(LazyText::TeamItems)}>
                <table class="together">
                    <thead><tr>
                        <th scope="col">{ context.view().text(Text::WhyItem) }</th>
                        <th scope="col">{ context.props.say(LazyText::TeamMedian) }</th>
                        <th scope="col">{ context.props.say(LazyText::TeamRange) }</th>
                        <th scope="col">{ context.props.say(LazyText::TeamKnew) }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </details>
    }
}

/// One link that carries everybody, and its code.
fn carried(context: &TeamContext<'_>) -> Html {
    let view = context.view();
    if context.members().len() > CARRIED {
        let values = [("most", &*CARRIED.to_string())];
        return html! { <p>{ context.props.fill(LazyText::TeamLinkTooMany, &values) }</p> };
    }
    let link = [&*view.page, "#", &link::encode_team(view.questionnaire(), &context.table.team)].concat();
    html! {
        <>
            <h3>{ context.props.say(LazyText::TeamLink) }</h3>
            <p>{ context.props.say(LazyText::TeamLinkMeaning) }</p>
            { copied(context, LazyText::TeamLinkLabel, "team", link.clone()) }
            { for qr(&link).map(|code| export::code(&code, context.props.say(LazyText::TeamCodeName))) }
        </>
    }
}

//! What the team takes along: one result made of all, one link that carries everybody, files.

use yew::prelude::*;

use super::gathering::copied;
use super::{Desk, files, talk};
use crate::screens::{export, history};
use boussole_core::answers::{Answers, Complete};
use boussole_core::link::{self, Content, Mark, ResultLink};
use boussole_core::score::{Standing, score};
use boussole_core::team::{settled, views};
use boussole_core::texts::{LazyText, Text};
use boussole_qr_code::qr;

/// How many people one link carries: more would make it too long to pass on.
const CARRIED: usize = 12;

pub fn view(desk: &Desk<'_>, room: &NodeRef) -> Html {
    let view = desk.view();
    let Some(consolidated) = settled(view.questionnaire(), &desk.table.team, &desk.table.agreed) else {
        return Html::default();
    };
    let standing = Standing::from(&score(view.questionnaire(), &consolidated));
    html! {
        <>
            <h3 tabindex="-1">{ desk.props.say(LazyText::TeamConsolidated) }</h3>
            <p>{ desk.props.say(LazyText::TeamConsolidatedMeaning) }</p>
            <p class="lead">{ history::standing_said(desk.props, view.questionnaire(), &standing) }</p>
            { items(desk) }
            { copied(desk, LazyText::TeamConsolidatedLink, "consolidated", consolidated_link(desk, &consolidated)) }
            { carried(desk) }
            { files::view(desk, room) }
        </>
    }
}

/// A result that holds what all say together.
fn consolidated_link(desk: &Desk<'_>, consolidated: &Complete) -> String {
    let view = desk.view();
    // As many responses as items, each of which its item allows.
    let answers = Answers::from_responses(view.questionnaire(), consolidated.iter().map(Some).collect());
    let content = Content::Answers(answers.unwrap_or_else(|| Answers::none(view.questionnaire())));
    let result = ResultLink { content, mark: mark_of(desk), role: None, day: Some(view.today) };
    [&*view.page, "#", &link::encode(view.questionnaire(), &result)].concat()
}

/// The mark of the consolidated result: made of those of all, so that the same team makes the same one.
fn mark_of(desk: &Desk<'_>) -> Mark {
    let mut mark = [0; 3];
    for member in desk.members() {
        for (own, theirs) in mark.iter_mut().zip(member.mark.0) {
            *own ^= theirs;
        }
    }
    // One person's consolidated result is a new one all the same.
    mark[0] = !mark[0];
    Mark(mark)
}

/// Each item with the median and the range.
fn items(desk: &Desk<'_>) -> Html {
    let questionnaire = desk.view().questionnaire();
    let rows = questionnaire.items().zip(views(questionnaire, &desk.table.team)).zip(0..).map(
        |((item, seen), position): (_, usize)| {
            let agreed = desk.table.agreed.get(position);
            let together = super::short(desk.props, agreed.unwrap_or_else(|| seen.consolidated()));
            html! {
                <tr>
                    <th scope="row">{ item.short.clone() }</th>
                    <td>{ together }</td>
                    <td>{ talk::heard(desk, &seen) }</td>
                    <td>{ seen.knew().to_string() }</td>
                </tr>
            }
        },
    );
    html! {
        <details>
            <summary>{ desk.props.say(LazyText::TeamItems) }</summary>
            <div class="wide" tabindex="0" role="group" aria-label={desk.props.say(LazyText::TeamItems)}>
                <table class="together">
                    <thead><tr>
                        <th scope="col">{ desk.view().text(Text::WhyItem) }</th>
                        <th scope="col">{ desk.props.say(LazyText::TeamMedian) }</th>
                        <th scope="col">{ desk.props.say(LazyText::TeamRange) }</th>
                        <th scope="col">{ desk.props.say(LazyText::TeamKnew) }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </details>
    }
}

/// One link that carries everybody, and its code.
fn carried(desk: &Desk<'_>) -> Html {
    let view = desk.view();
    if desk.members().len() > CARRIED {
        let values = [("most", &*CARRIED.to_string())];
        return html! { <p>{ desk.props.fill(LazyText::TeamLinkTooMany, &values) }</p> };
    }
    let link = [&*view.page, "#", &link::encode_team(view.questionnaire(), &desk.table.team)].concat();
    html! {
        <>
            <h3>{ desk.props.say(LazyText::TeamLink) }</h3>
            <p>{ desk.props.say(LazyText::TeamLinkMeaning) }</p>
            { copied(desk, LazyText::TeamLinkLabel, "team", link.clone()) }
            { for qr(&link).map(|code| export::code(&code, desk.props.say(LazyText::TeamCodeName))) }
        </>
    }
}

//! Exports of the team: the consolidated result, one link with all members, files.

use yew::prelude::*;

use super::context::TeamContext;
use super::gathering::copied;
use super::{files, talk};
use crate::screens::{export, history};
use crate::ui::element::{Elements, classed, element};
use crate::ui::table;
use boussole_core::answers::{Answers, Complete};
use boussole_core::link::{self, Content, ResultId, ResultLink};
use boussole_core::score::{ScoreSummary, score};
use boussole_core::team::{settled, views};
use boussole_core::texts::{LazyText, Text};
use boussole_qr_code::qr;

/// Members in one link: more would make it too long to pass on.
const CARRIED: usize = 12;

/// Section of the team's exports; `room` is the element to print.
pub fn view(context: &TeamContext, room: &NodeRef) -> Html {
    let view = context.view();
    let Some(consolidated) = settled(view.questionnaire(), &context.table().team, &context.table().agreed)
    else {
        return Html::default();
    };
    let summary = ScoreSummary::from(&score(view.questionnaire(), &consolidated));
    html! {
        <>
            { context.props.heading("h3", LazyText::TeamConsolidated) }
            { context.props.element("p", LazyText::TeamConsolidatedMeaning) }
            { classed("p", "lead", history::summary_sentence(&context.props, view.questionnaire(), &summary)) }
            { items(context) }
            { copied(context, LazyText::TeamConsolidatedLink, "consolidated", consolidated_link(context, &consolidated)) }
            { carried(context) }
            { files::view(context, room) }
        </>
    }
}

/// A result that holds what all say together.
fn consolidated_link(context: &TeamContext, consolidated: &Complete) -> String {
    let view = context.view();
    // As many responses as items, each of which its item allows.
    let answers = Answers::from_responses(view.questionnaire(), consolidated.iter().map(Some).collect());
    let content = Content::Answers(answers.unwrap_or_else(|| Answers::none(view.questionnaire())));
    let result = ResultLink { content, result_id: mark_of(context), role: None, day: Some(view.today()) };
    link::address(&view.page, &link::encode(view.questionnaire(), &result))
}

/// The result_id of the consolidated result: made of those of all, so that the same team makes the same one.
fn mark_of(context: &TeamContext) -> ResultId {
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
fn items(context: &TeamContext) -> Html {
    let questionnaire = context.view().questionnaire();
    let items = questionnaire.items().zip(views(questionnaire, &context.table().team)).zip(0..);
    let rows = items.map(|((item, seen), position): (_, usize)| {
        let agreed = context.table().agreed.get(position);
        let together = context.short(agreed.unwrap_or_else(|| seen.consolidated()));
        vec![item.short.clone(), together, talk::heard(context, &seen), seen.knew().to_string()]
    });
    let say = |name| context.props.say(name);
    let head = vec![
        context.view().text(Text::WhyItem),
        say(LazyText::TeamMedian),
        say(LazyText::TeamRange),
        say(LazyText::TeamKnew),
    ];
    table::folded(say(LazyText::TeamItems), "together", head, rows.collect())
}

/// One link that carries everybody, and its code.
fn carried(context: &TeamContext) -> Html {
    let view = context.view();
    if context.members().len() > CARRIED {
        let values = [("most", &*CARRIED.to_string())];
        return element("p", context.props.fill(LazyText::TeamLinkTooMany, &values));
    }
    let link = link::address(&view.page, &link::encode_team(view.questionnaire(), &context.table().team));
    html! {
        <>
            { context.props.element("h3", LazyText::TeamLink) }
            { context.props.element("p", LazyText::TeamLinkMeaning) }
            { copied(context, LazyText::TeamLinkLabel, "team", link.clone()) }
            { for qr(&link).map(|code| export::code(&code, context.props.say(LazyText::TeamCodeName))) }
        </>
    }
}

//! The team as files, and on paper.

use yew::prelude::*;

use super::{TeamContext, TeamNotice};
use crate::lazy::File;
use crate::screens::export;
use crate::ui::phrases;
use crate::ui::phrases::out_of;
use boussole_core::export::team::{Together, csv, json, markdown};
use boussole_core::score::{ScoreSummary, score};
use boussole_core::team::settled;
use boussole_core::texts::{LazyText, Text};

/// `room` is what is printed.
pub fn view(context: &TeamContext<'_>, room: &NodeRef) -> Html {
    let row = |name: LazyText, action: &'static str, click: Callback<MouseEvent>| {
        html! {
            <button type="button" part="button" data-action={action} onclick={click}>{ context.props.say(name) }</button>
        }
    };
    let print = {
        let (room, print, told) =
            (room.clone(), context.props.tools.print, told(context, LazyText::ExportPrinting));
        Callback::from(move |_: MouseEvent| {
            if let Some(room) = room.cast::<web_sys::Element>() {
                told.emit(print(&room));
            }
        })
    };
    html! {
        <div class="on-screen">
            <h3>{ context.props.say(LazyText::TeamFiles) }</h3>
            <p class="actions">
                { row(LazyText::ExportPrint, "print", print) }
                { row(LazyText::ExportCsv, "csv", offer(context, "csv", "text/csv;charset=utf-8", table)) }
                { row(LazyText::ExportMarkdown, "markdown", offer(context, "md", "text/markdown;charset=utf-8", document)) }
                { row(LazyText::ExportJson, "json", offer(context, "json", "application/json", |_, team| json::object(team))) }
            </p>
        </div>
    }
}

fn told(context: &TeamContext<'_>, done: LazyText) -> Callback<bool> {
    let (say, done, failed) =
        (context.say.clone(), context.props.say(done), context.props.say(LazyText::ExportFailed));
    Callback::from(move |worked: bool| {
        say.emit(TeamNotice { text: if worked { done.clone() } else { failed.clone() }, refused: vec![] });
    })
}

/// A callback that makes a file when it is asked for, and offers it.
fn offer(
    context: &TeamContext<'_>,
    ending: &'static str,
    kind: &'static str,
    make: fn(&TeamContext<'_>, &Together<'_>) -> String,
) -> Callback<MouseEvent> {
    let (props, table, told) =
        (context.props.clone(), context.table.clone(), told(context, LazyText::ExportSaved));
    let (change, say) = (context.change.clone(), context.say.clone());
    Callback::from(move |_| {
        let context = TeamContext { props: &props, table: &table, change: change.clone(), say: say.clone() };
        let questionnaire = context.view().questionnaire();
        let names: Vec<String> =
            (0..context.members().len()).map(|position| context.name(position)).collect();
        let together = Together { questionnaire, team: &table.team, agreed: &table.agreed, names: &names };
        let name =
            ["boussole-", questionnaire.id.as_str(), "-", questionnaire.form.as_str(), "-team.", ending];
        let content = make(&context, &together).into_bytes();
        told.emit((props.tools.download)(&File { name: name.concat(), kind, content }));
    })
}

fn table(context: &TeamContext<'_>, together: &Together<'_>) -> String {
    let texts = &context.props.texts;
    let item = [
        LazyText::ExportColumnNumber,
        LazyText::ExportColumnItem,
        LazyText::ExportColumnPrinciple,
        LazyText::ExportColumnDimension,
        LazyText::ExportColumnQuestion,
    ];
    let team = [
        LazyText::TeamLowest,
        LazyText::TeamHighest,
        LazyText::TeamMedianOf,
        LazyText::TeamUnknownCount,
        LazyText::TeamAgreedOn,
        LazyText::TeamMedian,
    ];
    let words = csv::Words { item: item.map(|text| texts.get(text)), team: team.map(|text| texts.get(text)) };
    csv::table(together, &words, export::separator(context.props))
}

fn document(context: &TeamContext<'_>, together: &Together<'_>) -> String {
    let view = context.view();
    let settled = settled(together.questionnaire, together.team, together.agreed);
    let summary = settled.map(|answers| ScoreSummary::from(&score(together.questionnaire, &answers)));
    let text = |text: Text| view.pack.texts.get(text);
    let room = |text: LazyText| context.props.texts.get(text);
    let people =
        context.props.fill(LazyText::TeamMembers, &[("count", &context.members().len().to_string())]);
    let whole = summary.as_ref().and_then(|summary| summary.whole);
    let headline = whole.map(|whole| out_of(view, whole));
    let level = summary.map(|summary| context.props.level_said(&summary));
    let words = markdown::Words {
        byline: &[people, phrases::day(&view.pack, view.today)].join(" · "),
        headline: &headline.unwrap_or_default(),
        level: &level.unwrap_or_default(),
        principles: text(Text::ReportPrinciples),
        principle: text(Text::ReportPrinciple),
        roles: phrases::roles(&view.pack),
        no_role: room(LazyText::TeamNoRole),
        team: room(LazyText::TeamMedian),
        whole: text(Text::ReportWhole),
        dash: text(Text::ReportDash),
        disagreements: room(LazyText::TeamTalk),
        no_disagreements: room(LazyText::TeamTalkNone),
        worlds: room(LazyText::TeamWorlds),
        apart: room(LazyText::TeamFrom),
        disputed: room(LazyText::TeamDisputed),
        settled: room(LazyText::TeamSettled),
        resolved: room(LazyText::TeamResolved),
        no_resolved: room(LazyText::TeamResolvedNone),
        resolves: room(LazyText::TeamResolves),
        people: room(LazyText::TeamPeople),
        items: room(LazyText::TeamItems),
        columns: [
            text(Text::WhyItem),
            room(LazyText::TeamRange),
            room(LazyText::TeamMedianOf),
            room(LazyText::TeamMedian),
        ],
        dont_know: text(Text::ItemDontKnow),
        not_applicable: text(Text::ItemNotApplicable),
    };
    markdown::document(together, &words)
}

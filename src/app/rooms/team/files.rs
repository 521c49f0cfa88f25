//! The team as files, and on paper.

use yew::prelude::*;

use super::{Desk, Said};
use crate::app::report::spelled;
use crate::app::rooms::{File, take};
use crate::app::words;
use crate::export::team::{Together, csv, json, markdown};
use crate::report::Report;
use crate::texts::{RoomText, Text};

/// `room` is what is printed.
pub fn view(desk: &Desk<'_>, report: &Report, room: &NodeRef) -> Html {
    let names: Vec<String> = (0..desk.members().len()).map(|position| desk.name(position)).collect();
    let together = Together {
        questionnaire: desk.view().questionnaire(),
        team: &desk.table.team,
        agreed: &desk.table.agreed,
        names: &names,
    };
    let row = |name: RoomText, action: &'static str, click: Callback<MouseEvent>| {
        html! {
            <button type="button" data-action={action} onclick={click}>{ desk.props.say(name) }</button>
        }
    };
    let print = {
        let (room, print, told) = (room.clone(), desk.props.tools.print, told(desk, RoomText::TakePrinting));
        Callback::from(move |_: MouseEvent| {
            if let Some(room) = room.cast::<web_sys::Element>() {
                told.emit(print(&room));
            }
        })
    };
    html! {
        <div class="on-screen">
            <h3>{ desk.props.say(RoomText::TeamFiles) }</h3>
            <p class="actions">
                { row(RoomText::TakePrint, "print", print) }
                { row(RoomText::TakeCsv, "csv", offer(desk, "csv", "text/csv;charset=utf-8", table(desk, &together))) }
                { row(RoomText::TakeMarkdown, "markdown",
                    offer(desk, "md", "text/markdown;charset=utf-8", document(desk, &together, report))) }
                { row(RoomText::TakeJson, "json", offer(desk, "json", "application/json", json::object(&together))) }
            </p>
        </div>
    }
}

fn told(desk: &Desk<'_>, done: RoomText) -> Callback<bool> {
    let (say, done, failed) = (desk.say.clone(), desk.props.say(done), desk.props.say(RoomText::TakeFailed));
    Callback::from(move |worked: bool| {
        say.emit(Said { text: if worked { done.clone() } else { failed.clone() }, refused: vec![] });
    })
}

fn offer(desk: &Desk<'_>, ending: &str, kind: &'static str, content: String) -> Callback<MouseEvent> {
    let questionnaire = desk.view().questionnaire();
    let name = ["boussole-", questionnaire.id.as_str(), "-", questionnaire.form.as_str(), "-team.", ending];
    let file = File { name: name.concat(), kind, content: content.into_bytes() };
    let (download, told) = (desk.props.tools.download, told(desk, RoomText::TakeSaved));
    Callback::from(move |_| told.emit(download(&file)))
}

fn table(desk: &Desk<'_>, together: &Together<'_>) -> String {
    let texts = &desk.props.texts;
    let item = [
        RoomText::TakeColumnNumber,
        RoomText::TakeColumnItem,
        RoomText::TakeColumnPrinciple,
        RoomText::TakeColumnDimension,
        RoomText::TakeColumnQuestion,
    ];
    let team = [
        RoomText::TeamLowest,
        RoomText::TeamHighest,
        RoomText::TeamMedianOf,
        RoomText::TeamUnknownCount,
        RoomText::TeamAgreedOn,
        RoomText::TeamMedian,
    ];
    let words = csv::Words { item: item.map(|text| texts.get(text)), team: team.map(|text| texts.get(text)) };
    csv::table(together, &words, take::separator(desk.props))
}

fn document(desk: &Desk<'_>, together: &Together<'_>, report: &Report) -> String {
    let view = desk.view();
    let text = |text: Text| view.pack.texts.get(text);
    let room = |text: RoomText| desk.props.texts.get(text);
    let people = desk.props.fill(RoomText::TeamMembers, &[("count", &desk.members().len().to_string())]);
    let headline = report
        .standing
        .whole
        .map(|whole| [spelled(view, whole), text(Text::ReportOutOf).to_owned()].join(" "));
    let level = report.standing.verdict(together.questionnaire).map(|verdict| {
        let label = if verdict.at_least { Text::ReportLevelAtLeast } else { Text::ReportLevel };
        let level = &*together.questionnaire.maturity[verdict.level.index()].name;
        desk.props.fill(RoomText::TakeLevel, &[("label", text(label)), ("level", level)])
    });
    let words = markdown::Words {
        byline: &[people, words::day(&view.pack, view.today)].join(" · "),
        headline: &headline.unwrap_or_default(),
        level: &level.unwrap_or_default(),
        principles: text(Text::ReportPrinciples),
        principle: text(Text::ReportPrinciple),
        roles: words::roles(&view.pack),
        no_role: room(RoomText::TeamNoRole),
        team: room(RoomText::TeamMedian),
        whole: text(Text::ReportWhole),
        dash: text(Text::ReportDash),
        disagreements: room(RoomText::TeamTalk),
        no_disagreements: room(RoomText::TeamTalkNone),
        worlds: room(RoomText::TeamWorlds),
        apart: room(RoomText::TeamFrom),
        disputed: room(RoomText::TeamDisputed),
        settled: room(RoomText::TeamSettled),
        resolved: room(RoomText::TeamResolved),
        no_resolved: room(RoomText::TeamResolvedNone),
        resolves: room(RoomText::TeamResolves),
        people: room(RoomText::TeamPeople),
        items: room(RoomText::TeamItems),
        columns: [
            text(Text::WhyItem),
            room(RoomText::TeamRange),
            room(RoomText::TeamMedianOf),
            room(RoomText::TeamMedian),
        ],
        dont_know: text(Text::ItemDontKnow),
        not_applicable: text(Text::ItemNotApplicable),
    };
    markdown::document(together, &words)
}

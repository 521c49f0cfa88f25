//! The team as files, and on paper.

use yew::prelude::*;

use super::{Desk, Said};
use crate::app::report::out_of;
use crate::app::rooms::{File, take};
use crate::app::words;
use boussole_core::export::team::{Together, csv, json, markdown};
use boussole_core::score::{Standing, score};
use boussole_core::team::settled;
use boussole_core::texts::{RoomText, Text};

/// `room` is what is printed.
pub fn view(desk: &Desk<'_>, room: &NodeRef) -> Html {
    let row = |name: RoomText, action: &'static str, click: Callback<MouseEvent>| {
        html! {
            <button type="button" part="button" data-action={action} onclick={click}>{ desk.props.say(name) }</button>
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
                { row(RoomText::TakeCsv, "csv", offer(desk, "csv", "text/csv;charset=utf-8", table)) }
                { row(RoomText::TakeMarkdown, "markdown", offer(desk, "md", "text/markdown;charset=utf-8", document)) }
                { row(RoomText::TakeJson, "json", offer(desk, "json", "application/json", |_, team| json::object(team))) }
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

/// A callback that makes a file when it is asked for, and offers it.
fn offer(
    desk: &Desk<'_>,
    ending: &'static str,
    kind: &'static str,
    make: fn(&Desk<'_>, &Together<'_>) -> String,
) -> Callback<MouseEvent> {
    let (props, table, told) = (desk.props.clone(), desk.table.clone(), told(desk, RoomText::TakeSaved));
    let (change, say) = (desk.change.clone(), desk.say.clone());
    Callback::from(move |_| {
        let desk = Desk { props: &props, table: &table, change: change.clone(), say: say.clone() };
        let questionnaire = desk.view().questionnaire();
        let names: Vec<String> = (0..desk.members().len()).map(|position| desk.name(position)).collect();
        let together = Together { questionnaire, team: &table.team, agreed: &table.agreed, names: &names };
        let name =
            ["boussole-", questionnaire.id.as_str(), "-", questionnaire.form.as_str(), "-team.", ending];
        let content = make(&desk, &together).into_bytes();
        told.emit((props.tools.download)(&File { name: name.concat(), kind, content }));
    })
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

fn document(desk: &Desk<'_>, together: &Together<'_>) -> String {
    let view = desk.view();
    let settled = settled(together.questionnaire, together.team, together.agreed);
    let standing = settled.map(|answers| Standing::from(&score(together.questionnaire, &answers)));
    let text = |text: Text| view.pack.texts.get(text);
    let room = |text: RoomText| desk.props.texts.get(text);
    let people = desk.props.fill(RoomText::TeamMembers, &[("count", &desk.members().len().to_string())]);
    let whole = standing.as_ref().and_then(|standing| standing.whole);
    let headline = whole.map(|whole| out_of(view, whole));
    let level = standing.map(|standing| desk.props.level_said(&standing));
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

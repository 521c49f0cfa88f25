//! Exports of a team and of an organiser.

use std::fmt::Write;

use boussole_core::export::card::{Anchor, Family, FontWeight, Paint, Shape, TextLine, slide};
use boussole_core::export::room::{object, table};
use boussole_core::export::team::{TeamExport, csv, json, markdown};
use boussole_core::link::{Content, decode, decode_team};
use boussole_core::phrases;
use boussole_core::questionnaire::Role;
use boussole_core::room::{RoomFigures, decode_rooms};
use boussole_core::team::Team;
use boussole_core::texts::{LazyText, RoomText};

use super::input::{Language, NAME, TODAY, shelf};
use crate::golden::shelves::collections;

/// Each file by its name.
pub fn files(language: &Language) -> Vec<(String, String)> {
    let mut files = team(language);
    files.extend(room(language));
    files
}

fn team(language: &Language) -> Vec<(String, String)> {
    let questionnaire = language.questionnaire();
    let stored = shelf(language.returning, "team");
    let (team, agreed) = stored.split_once('\n').expect("two lines");
    let team = decode_team(questionnaire, team).expect("the team can be read");
    let agreed = decode(questionnaire, agreed).expect("the agreed answers can be read");
    let Content::Answers(agreed) = agreed.content else { panic!("the second link holds answers") };
    let names = names(language, &team);
    let team_export = TeamExport { questionnaire, team: &team, agreed: &agreed, names: &names };
    [
        ("csv", csv::table(&team_export, &language.lazy, language.separator())),
        ("md", markdown::document(&team_export, TODAY, language.texts())),
        ("json", json::object(&team_export)),
    ]
    .map(|(ending, content)| (format!("{NAME}-team.{ending}"), content))
    .into()
}

/// The members by their role, with a number where several have the same.
fn names(language: &Language, team: &Team) -> Vec<String> {
    let roles: Vec<Option<Role>> = team.members().iter().map(|member| member.role).collect();
    let named = |(at, role): (usize, &Option<Role>)| {
        let nameless = language.lazy.get(LazyText::TeamNoRole);
        let name = role.map_or(nameless, |role| phrases::role(&language.pack.texts, role));
        let count = |roles: &[Option<Role>]| roles.iter().filter(|other| *other == role).count();
        if count(&roles) == 1 { name.to_owned() } else { format!("{name} {}", count(&roles[..=at])) }
    };
    roles.iter().enumerate().map(named).collect()
}

fn room(language: &Language) -> Vec<(String, String)> {
    let questionnaire = language.questionnaire();
    let value = shelf("organiser", "room");
    let (rooms, imported) = collections(questionnaire, &value);
    let all: Vec<&RoomFigures> = rooms.iter().chain(&imported).collect();
    // The last one is on the screen.
    let shown = rooms.last().expect("there is a room");
    let links = decode_rooms(&value).rooms.pop().expect("there is a room").links;
    [
        (".csv", table(questionnaire, &all, &language.room, language.separator())),
        (".json", object(questionnaire, &all)),
        ("-links.txt", links),
        (".shapes.txt", drawn(&slide_of(language, shown))),
    ]
    .map(|(ending, content)| (format!("boussole-room-liberte-numerique{ending}"), content))
    .into()
}

fn slide_of(language: &Language, shown: &RoomFigures) -> Vec<Shape> {
    let statistics = shown.statistics.as_ref().expect("there are enough results");
    let weakest: Vec<&str> = statistics
        .weakest_principles()
        .into_iter()
        .map(|id| &*language.questionnaire().principle(id).name)
        .collect();
    let weakest = weakest.join(&[" ", language.room.get(RoomText::And), " "].concat());
    let title = [shown.name.clone(), phrases::day(&language.pack.texts, shown.day)].join(" · ");
    slide::slide(language.questionnaire(), shown, &title, &weakest, &language.room)
}

/// Shapes as text, one a line: the slide leaves the page as a PNG, whose letters depend on the fonts of the machine.
fn drawn(shapes: &[Shape]) -> String {
    let mut text = String::new();
    for shape in shapes {
        let line = match shape {
            Shape::Rect { x, y, width, height, colour } => {
                format!("rect {x} {y} {width} {height} {}", colour.code())
            }
            Shape::Path { data, paint: Paint::Fill(colour) } => format!("fill {} {data}", colour.code()),
            Shape::Path { data, paint: Paint::Stroke(colour, width) } => {
                format!("stroke {} {width} {data}", colour.code())
            }
            Shape::Text(line) => written(line),
        };
        // Writing to a text does not fail.
        let _ = writeln!(text, "{line}");
    }
    text
}

fn written(line: &TextLine) -> String {
    let TextLine { x, y, size, anchor, weight, family, colour, text, .. } = line;
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let weight = match weight {
        FontWeight::Regular => "400",
        FontWeight::Bold => "600",
    };
    let family = match family {
        Family::Serif => "serif",
        Family::Sans => "sans",
    };
    format!("text {x} {y} {size} {anchor} {weight} {family} {} {text}", colour.code())
}

//! Figures of a room for projection: large, few words, each chart with its sentence and its table.

use yew::prelude::*;

use super::chart;
use super::message::RoomMessage;
use super::scene::Scene;
use crate::ui::element::{Elements, classed, element, entry};
use crate::ui::table;
use boussole_core::calendar::{date, two_digits};
use boussole_core::export::room::bin_name;
use boussole_core::link::Day;
use boussole_core::room::{BlindSpots, Distribution, FEWEST, RoomStatistics};
use boussole_core::texts::RoomText;

/// Figures of the room that is shown.
pub fn view(scene: &Scene<'_>) -> Html {
    let (state, room) = (scene.state, scene.state.room());
    let count = room.figures.count;
    let results = scene.fill(RoomText::Results, &[("count", &count.to_string())]);
    let presenting = state.presenting;
    let (turn, present): (RoomText, fn() -> RoomMessage) = match presenting {
        true => (RoomText::Collect, || RoomMessage::Present(false)),
        false => (RoomText::Present, || RoomMessage::Present(true)),
    };
    let few = [("fewest", &*FEWEST.to_string())];
    html! {
        <section class="presentation">
            <div class="presentation-head">
                <p class="kicker">{ scene.props.pack.questionnaire.title.clone() }{ " · " }{ day(scene, room.day) }</p>
                { element("h1", scene.name(&room.name)) }
                <p class="count" role="status">{ element("strong", count.to_string()) }{ " " }{ results }</p>
                { scene.button("present", turn, scene.sends(present)) }
            </div>
            {
                match &room.figures.statistics {
                    Some(told) => figures(scene, told),
                    None => classed("p", "lead few", scene.fill(RoomText::Few, &few)),
                }
            }
        </section>
    }
}

/// A day as the language writes it in figures.
pub fn day(scene: &Scene<'_>, day: Day) -> String {
    let (year, month, day) = date(day);
    let values = [("day", &*two_digits(day)), ("month", &two_digits(month)), ("year", &year.to_string())];
    scene.fill(RoomText::DateDay, &values)
}

fn figures(scene: &Scene<'_>, told: &RoomStatistics) -> Html {
    let most = told.principles.iter().flatten().flat_map(|spread| spread.bins).max().unwrap_or(1);
    html! {
        <>
            { weakest(scene, told) }
            <div class="principles">
                { for (0..3).map(|at| principle(scene, at, told.principles[at].as_ref(), most)) }
            </div>
            <div class="beside">
                { levels(scene, told) }
                if let Some(spots) = &told.blind_spots {
                    { blind_spots(scene, spots) }
                }
            </div>
            { table(scene, told) }
        </>
    }
}

/// A spread in a sentence.
fn sentence(scene: &Scene<'_>, spread: &Distribution) -> String {
    let [first, median, third] = spread.quartiles.map(|points| points.to_string());
    let possible = spread.possible.to_string();
    let text = if spread.possible > spread.quartiles[1] { RoomText::Spread } else { RoomText::SpreadKnown };
    let values = [("first", &*first), ("median", &median), ("third", &third), ("possible", &possible)];
    scene.fill(text, &values)
}

fn principle(scene: &Scene<'_>, at: usize, spread: Option<&Distribution>, most: u32) -> Html {
    let name = scene.principle(at);
    let label = scene.fill(RoomText::SpreadOf, &[("principle", &name)]);
    html! {
        <section>
            { element("h2", name) }
            {
                match spread {
                    Some(spread) => html! {
                        <>{ chart::columns(spread, most, &label) }{ element("p", sentence(scene, spread)) }</>
                    },
                    None => element("p", scene.fill(RoomText::SpreadFew, &[("fewest", &FEWEST.to_string())])),
                }
            }
        </section>
    }
}

/// The names of the weakest principles; where all three are, none is.
pub fn weakest_names(scene: &Scene<'_>, told: &RoomStatistics) -> String {
    let ids = told.weakest_principles();
    if ids.len() == 3 {
        return scene.say(RoomText::WeakestNone);
    }
    let names: Vec<String> = ids.iter().map(|id| scene.principle(*id as usize)).collect();
    names.join(&[" ", &*scene.say(RoomText::And), " "].concat())
}

fn weakest(scene: &Scene<'_>, told: &RoomStatistics) -> Html {
    let ids = told.weakest_principles();
    let Some(id) = ids.first() else { return Html::default() };
    let median = told.principles[*id as usize].map_or(0, |spread| spread.quartiles[1]).to_string();
    let why = match told.weakest {
        Some(weakest) if ids.len() == 1 => {
            let (count, of) =
                (weakest[*id as usize].to_string(), scene.state.room().figures.count.to_string());
            scene.fill(RoomText::WeakestWhy, &[("median", &*median), ("count", &count), ("of", &of)])
        }
        _ if ids.len() == 3 => scene.fill(RoomText::WeakestAlike, &[("median", &median)]),
        _ => scene.fill(RoomText::WeakestTie, &[("median", &median)]),
    };
    html! {
        <section class="weakest">
            { scene.element("h2", RoomText::Weakest) }
            { classed("p", "named", weakest_names(scene, told)) }
            { element("p", why) }
        </section>
    }
}

fn levels(scene: &Scene<'_>, told: &RoomStatistics) -> Html {
    let Some(levels) = told.levels else { return Html::default() };
    let names: Vec<String> =
        scene.props.pack.questionnaire.maturity.iter().map(|level| level.name.clone()).collect();
    let of = levels.iter().sum();
    let most = levels.iter().max().copied().unwrap_or(0);
    let often = levels.iter().position(|count| *count == most).and_then(|at| names.get(at));
    let values = [
        ("level", often.map_or("", String::as_str)),
        ("count", &most.to_string()),
        ("of", &u32::to_string(&of)),
    ];
    html! {
        <section>
            { scene.element("h2", RoomText::Levels) }
            <ul class="shares">
                { for names.iter().zip(levels).rev().map(|(name, count)| {
                    entry(name.clone(), chart::share(count, of), count.to_string())
                }) }
            </ul>
            { element("p", scene.fill(RoomText::LevelsTold, &values)) }
        </section>
    }
}

fn blind_spots(scene: &Scene<'_>, spots: &BlindSpots) -> Html {
    let item = |item: &boussole_core::room::SharedBlindSpot| {
        let (unknown, asked) = (item.unknown.to_string(), item.asked.to_string());
        let told = scene.fill(RoomText::BlindSpot, &[("unknown", &*unknown), ("asked", &asked)]);
        entry(scene.state.item(&item.item), Html::default(), told)
    };
    html! {
        <section class="shared-spots">
            { scene.element("h2", RoomText::BlindSpots) }
            if spots.items.is_empty() {
                { scene.element("p", RoomText::BlindSpotsNone) }
            }
            <ol class="spots">{ for spots.items.iter().map(item) }</ol>
            { classed("p", "small", scene.fill(RoomText::BlindSpotsOf, &[("count", &spots.of.to_string())])) }
        </section>
    }
}

fn table(scene: &Scene<'_>, told: &RoomStatistics) -> Html {
    let heads = [
        RoomText::Part,
        RoomText::Scored,
        RoomText::First,
        RoomText::Median,
        RoomText::Third,
        RoomText::Possible,
    ];
    let mut head: Vec<String> = heads.map(|head| scene.say(head)).into();
    head.extend((0..10).map(bin_name));
    let columns = head.len();
    let row = |name: String, spread: Option<&Distribution>| {
        let mut row = vec![name];
        match spread {
            Some(spread) => {
                let [first, median, third] = spread.quartiles.map(u32::from);
                let figures = [spread.count, first, median, third, spread.possible.into()];
                row.extend(figures.into_iter().chain(spread.bins).map(|figure| figure.to_string()));
            }
            None => row.resize(columns, scene.say(RoomText::Dash)),
        }
        row
    };
    let mut rows = vec![row(scene.say(RoomText::Whole), told.whole.as_ref())];
    rows.extend((0..3).map(|at| row(scene.principle(at), told.principles[at].as_ref())));
    table::folded(scene.say(RoomText::Figures), "distributions", head, rows)
}

//! Where to go from a result: to the rooms, to a form that asks more, to today's version of the questionnaire.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::{Brought, LazyPart, Message, Screen};
use crate::ui::element::{Elements, actions, card, classed, element, titled_list};
use crate::view::View;
use boussole_core::answers::Answers;
use boussole_core::pack::{Longer, Pack};
use boussole_core::texts::Text;

/// Each room with what it is for.
const ROOMS: [(LazyPart, &str, Text, Text); 4] = [
    (LazyPart::Plan, "plan", Text::RoomsPlan, Text::RoomsPlanMeaning),
    (LazyPart::Export, "take", Text::RoomsTake, Text::RoomsTakeMeaning),
    (LazyPart::Team, "team", Text::RoomsTeam, Text::RoomsTeamMeaning),
    (LazyPart::History, "history", Text::RoomsHistory, Text::RoomsHistoryMeaning),
];

/// The rooms, from one's own report.
pub fn rooms(view: &View) -> Html {
    let entry = |(room, action, name, meaning): (LazyPart, &'static str, Text, Text)| {
        let enter = view.on(Message::Go(Screen::Lazy(room, None)));
        card(action, view.text(name), view.text(meaning), enter)
    };
    titled_list(view.text(Text::RoomsTitle), "ways", ROOMS.map(entry).into())
}

/// The way from a shared result to the rooms where it stands beside others.
pub fn bring(view: &View, link: &str) -> Html {
    let way = |room: LazyPart, action: &'static str, name: Text, pack: Option<Rc<Pack>>| {
        let screen = Screen::Lazy(room, Some(Rc::new(Brought { link: link.to_owned(), pack })));
        view.button(action, name, view.on(Message::Go(screen)))
    };
    // A team has the questions of one version, a history those of all.
    let (theirs, own) = (view.questionnaire(), &view.state.pack.questionnaire);
    let is_earlier = theirs.version != own.version && theirs.id == own.id && theirs.form == own.form;
    let earlier = is_earlier.then(|| view.pack.clone());
    html! {
        <>
            { way(LazyPart::Team, "bring-team", Text::RoomsBringTeam, earlier) }
            { way(LazyPart::History, "bring-history", Text::RoomsBringHistory, None) }
        </>
    }
}

/// The forms that ask more, each with the way there.
pub fn longer_forms(view: &View) -> Html {
    view.pack.longer.iter().map(|longer| longer_form(view, longer)).collect()
}

fn longer_form(view: &View, longer: &Longer) -> Html {
    let questionnaire = view.questionnaire();
    let more = usize::from(longer.items).saturating_sub(questionnaire.len()).to_string();
    let minutes = longer.minutes.saturating_sub(questionnaire.minutes).to_string();
    let meaning = view.fill(Text::ReportDeeperMeaning, &[("count", &more), ("minutes", &minutes)]);
    let pursue = view.load(&view.ports.load_form, longer.form.to_string(), Message::FormFailed);
    html! {
        <div class="onward">
            { view.element("h3", Text::ReportDeeper) }
            { element("p", meaning) }
            { actions(view.button("deeper", Text::ReportDeeperGo, pursue)) }
        </div>
    }
}

/// That a shared result was made with an earlier version, and the offer to take its answers along.
pub fn later_version(view: &View, answers: Option<&Answers>) -> Html {
    let (today, theirs) = (&view.state.pack.questionnaire, view.questionnaire());
    if today.id != theirs.id || theirs.version >= today.version {
        return Html::default();
    }
    let offer = answers.map(|answers| {
        let kept = answers.carried(theirs, today).answered().to_string();
        let values = [("kept", &*kept), ("total", &*answers.answered().to_string())];
        html! {
            <>
                { element("p", view.fill(Text::ReportCarryMeaning, &values)) }
                { actions(view.button("carry", Text::ReportCarry, view.on(Message::CarryOver))) }
            </>
        }
    });
    html! {
        <>
            { view.element("h3", Text::ReportLater) }
            { classed("p", "older", view.fill(Text::ReportOlder, &[("version", &theirs.version.to_string())])) }
            { offer }
        </>
    }
}

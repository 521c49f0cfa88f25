//! Passing the result on: what a link reveals is said before it is copied.

use yew::prelude::*;

use crate::state::{Message, Reveals};
use crate::ui::element::{Elements, classed};
use crate::ui::field;
use crate::view::Port;
use crate::view::View;
use boussole_core::link::{self, Content};
use boussole_core::score::ScoreSummary;
use boussole_core::texts::Text;

/// Section to pass the result on.
pub fn view(view: &View, summary: &ScoreSummary) -> Html {
    let content = match view.state.sharing.reveals {
        Reveals::Answers => Content::Answers(view.state.answers.clone()),
        Reveals::Scores => Content::Scores(summary.clone()),
    };
    let link = link::address(&view.page, &view.state.link(content));
    let copy = hand_to(view, &view.ports.copy, &link, Some(Text::ShareCopied), Text::ShareCopyFailed);
    html! {
        <div class="share">
            { view.element("h3", Text::ShareTitle) }
            <fieldset>
                { view.element("legend", Text::ShareWhat) }
                { choice(view, Reveals::Answers) }
                { choice(view, Reveals::Scores) }
            </fieldset>
            { role(view) }
            <label class="link-label">
                { view.element("span", Text::ShareLink) }
                <input class="link" type="text" readonly=true value={link.clone()} onclick={Callback::from(field::select)} />
            </label>
            <p class="actions">
                { view.primary_button("copy", Text::ShareCopy, copy) }
                { for view.ports.share_sheet.iter().map(|port| sheet(view, port, &link)) }
            </p>
            <p role="status" class="said">{ for view.state.sharing.outcome.map(|text| view.text(text)) }</p>
            if view.ports.share_sheet.is_some() {
                { view.classed("p", "small", Text::ShareSheetReveals) }
            }
        </div>
    }
}

/// From whose point of view the answers are given: nobody has to say.
fn role(view: &View) -> Html {
    let choose = view.dispatch.reform(|event: Event| Message::SetRole(field::chosen_role(&event)));
    let own = view.state.role;
    html! {
        <label class="link-label">
            { view.element("span", Text::ShareRole) }
            <select data-field="role" onchange={choose}>
                <option value="" selected={own.is_none()}>{ view.text(Text::ShareRoleNone) }</option>
                { field::roles(&view.pack, own) }
            </select>
        </label>
    }
}

fn sheet(view: &View, port: &Port, link: &str) -> Html {
    // The share sheet says by itself that it worked.
    let offer = hand_to(view, port, link, None, Text::ShareSheetFailed);
    view.button("sheet", Text::ShareSheet, offer)
}

/// Hands the link to the browser and says what came of it.
fn hand_to(view: &View, port: &Port, link: &str, worked: Option<Text>, failed: Text) -> Callback<MouseEvent> {
    let (port, link, dispatch) = (port.clone(), link.to_owned(), view.dispatch.clone());
    Callback::from(move |_| {
        let dispatch = dispatch.clone();
        let done = Callback::from(move |ok: bool| {
            dispatch.emit(Message::ShareDone(if ok { worked } else { Some(failed) }));
        });
        port.emit((link.clone(), done));
    })
}

fn choice(view: &View, reveals: Reveals) -> Html {
    let count = view.questionnaire().len().to_string();
    let chosen = view.state.sharing.reveals == reveals;
    let (value, name, text) = match reveals {
        Reveals::Answers => ("full", Text::ShareFull, Text::ShareFullReveals),
        Reveals::Scores => ("scores", Text::ShareScores, Text::ShareScoresReveals),
    };
    html! {
        <label class={classes!("choice", chosen.then_some("chosen"))} part={if chosen { "choice chosen" } else { "choice" }}>
            <input type="radio" name="share" value={value} checked={chosen}
                onchange={view.on(Message::Reveal(reveals))} />
            <span class="choice-text">
                { view.element("strong", name) }
                { classed("span", "small", view.fill(text, &[("count", &count)])) }
            </span>
        </label>
    }
}

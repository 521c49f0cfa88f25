//! Teams of other versions of the questionnaire: what is said of them, and the ways to them.

use yew::prelude::*;

use super::context::TeamContext;
use super::storage::{link_of, stored};
use crate::state::Message;
use crate::ui::element::{actions, classed};
use boussole_core::texts::LazyText;

/// That the team of the screen answered an earlier version.
pub fn notice(context: &TeamContext) -> Html {
    if !context.is_earlier() {
        return Html::default();
    }
    let values = [("version", &*context.view().questionnaire().version.to_string())];
    classed("p", "older", context.props.fill(LazyText::TeamOlder, &values))
}

/// The ways to the teams of earlier versions that this device keeps.
pub fn earlier(context: &TeamContext) -> Html {
    if context.is_earlier() {
        return Html::default();
    }
    (1..context.view().questionnaire().version).rev().map(|version| way(context, version)).collect()
}

fn way(context: &TeamContext, version: u8) -> Html {
    let view = context.view();
    let Some(text) = stored(view, version) else { return Html::default() };
    let link = link_of(&text).to_owned();
    let name = context.props.fill(LazyText::TeamOpenOlder, &[("version", &version.to_string())]);
    actions(html! {
        <button type="button" part="button" data-action={format!("open-team-{version}")} onclick={view.on(Message::Open(link))}>
            { name }
        </button>
    })
}

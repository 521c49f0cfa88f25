//! All items at a glance, each a way back to its question.

use yew::prelude::*;

use crate::state::{Message, Screen};
use crate::ui::element::{Elements, classed, element};
use crate::ui::phrases::answer_text;
use crate::view::View;
use boussole_core::questionnaire::{Item, Principle};
use boussole_core::texts::Text;

/// Screen of all items.
pub fn view(view: &View) -> Html {
    let missing = view.state.answers.missing().count();
    let status = match missing {
        0 => view.text(Text::OverviewComplete),
        _ => view.fill(Text::OverviewMissing, &[("count", &missing.to_string())]),
    };
    let mut first = 0;
    let principles = view.questionnaire().principles.iter().map(|principle| {
        let start = first;
        first += principle.items().count();
        group(view, principle, start)
    });
    html! {
        <section key="overview" class="overview" data-screen="overview">
            <h2 part="title" tabindex="-1" ref={view.heading.clone()}>{ view.text(Text::OverviewTitle) }</h2>
            { classed("p", "lead", status) }
            { for principles }
            <p class="actions">
                if missing == 0 {
                    { view.primary_button("report", Text::ItemReport, view.on(Message::Go(Screen::Report))) }
                } else {
                    { view.primary_button("resume", Text::OverviewBack, view.on(Message::ShowOwn)) }
                }
            </p>
        </section>
    }
}

fn group(view: &View, principle: &Principle, start: usize) -> Html {
    html! {
        <div class="overview-group">
            { element("h3", principle.name.clone()) }
            <ol start={(start + 1).to_string()}>
                { for principle.items().zip(start..).map(|(item, position)| entry(view, item, position)) }
            </ol>
        </div>
    }
}

fn entry(view: &View, item: &Item, position: usize) -> Html {
    let (answer, class) = match view.state.answers.get(position) {
        Some(response) => (answer_text(view, item, response), "answer"),
        None => (view.text(Text::OverviewUnanswered), "answer unanswered"),
    };
    html! {
        <li>
            <button type="button" data-item={position.to_string()} onclick={view.on(Message::Go(Screen::Item(position)))}>
                { classed("span", "subject", item.short.clone()) }
                <span class={class}>{ answer }</span>
            </button>
        </li>
    }
}

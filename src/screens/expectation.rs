//! One question before the result: which level does the reader expect? Nobody has to answer it. What is learnt
//! from a result is often how far it is from what was expected.

use yew::prelude::*;

use crate::state::{Expectation, Message};
use crate::ui::element::{Elements, actions, classed, element};
use crate::view::View;
use boussole_core::score::{Gap, MaturityLevel, MaturityResult};
use boussole_core::texts::Text;

/// The question, with the levels by name.
pub fn view(view: &View) -> Html {
    let levels = MaturityLevel::all().zip(&view.questionnaire().maturity).map(|(level, maturity)| {
        let message = Message::Expect(Expectation::Level(level));
        html! {
            <li>
                <button type="button" part="card" data-level={level.index().to_string()} onclick={view.on(message)}>
                    { element("strong", maturity.name.clone()) }
                    { classed("span", "small", maturity.meaning.clone()) }
                </button>
            </li>
        }
    });
    html! {
        <section key="expectation" class="expectation" data-screen="expectation">
            { view.classed("p", "kicker", Text::ExpectKicker) }
            <h2 part="title" tabindex="-1" ref={view.heading.clone()}>{ view.text(Text::ExpectTitle) }</h2>
            { view.classed("p", "small", Text::ExpectMeaning) }
            <ol class="ways">{ for levels }</ol>
            { actions(view.button("pass", Text::ExpectPass, view.on(Message::Expect(Expectation::Passed)))) }
        </section>
    }
}

/// Distance of the result from the expected level.
pub fn gap(view: &View, maturity_result: MaturityResult) -> Html {
    let Expectation::Level(expected) = view.state.expectation else { return Html::default() };
    let (text, count) = match maturity_result.gap(expected) {
        Gap::AsExpected => (Text::ExpectSame, 0),
        Gap::Lower(count) => (Text::ExpectBelow, count),
        Gap::Higher(count) => (Text::ExpectAbove, count),
    };
    let count = count.to_string();
    let values = [("level", &*view.questionnaire().maturity[expected.index()].name), ("count", &count)];
    classed("p", "gap", view.fill(text, &values))
}

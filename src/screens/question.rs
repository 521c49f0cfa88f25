//! One question a screen: a radio group that a tap, a digit or the arrow keys answer.

use yew::prelude::*;

use crate::state::{AfterAnswer, Message, Screen};
use crate::ui::element::{Elements, classed, element};
use crate::ui::phrases;
use crate::view::View;
use boussole_core::answers::{Level, Response};
use boussole_core::questionnaire::{Footnote, Item};
use boussole_core::texts::Text;

/// Screen of the item at a position.
pub fn view(view: &View, position: usize) -> Html {
    let Some(item) = view.questionnaire().item(position) else { return Html::default() };
    html! {
        // A key of its own, as every screen: translators of the browser take text nodes away, and each screen brings new ones.
        <section key={position} class="item" data-screen="item" onkeydown={answer_by_key(view, position)}>
            if position == 0 && view.state.answers.answered() == 0 {
                { opening(view) }
            }
            { progress(view, position) }
            { question(view, item, position) }
            // Outside of the fieldset, where the enter key moves on.
            { more(view, item, position) }
            { navigation(view, position) }
        </section>
    }
}

fn opening(view: &View) -> Html {
    let questionnaire = view.questionnaire();
    let values =
        [("count", &*questionnaire.len().to_string()), ("minutes", &*questionnaire.minutes.to_string())];
    html! {
        <div class="opening">
            { classed("p", "kicker", questionnaire.title.clone()) }
            <h2 class="title" part="title">{ view.text(Text::OpeningTitle) }</h2>
            { classed("p", "lead", view.fill(Text::OpeningDuration, &values)) }
            { view.classed("p", "lead", Text::OpeningPrivacy) }
            { classed("p", "small", questionnaire.notice.clone()) }
        </div>
    }
}

fn progress(view: &View, position: usize) -> Html {
    let (given, total) = (view.state.answers.answered(), view.questionnaire().len());
    let (number, total) = ((position + 1).to_string(), total.to_string());
    let principle = view.questionnaire().principle_of(position).map(|principle| principle.name.clone());
    let words = view.fill(Text::ItemAnswered, &[("given", &given.to_string()), ("total", &total)]);
    html! {
        <div class="progress">
            <p>
                { classed("span", "position", view.fill(Text::ItemPosition, &[("position", &number), ("total", &total)])) }
                <span class="principle">{ principle }</span>
            </p>
            <progress max={total} value={given.to_string()} aria-label={words}></progress>
        </div>
    }
}

fn question(view: &View, item: &Item, position: usize) -> Html {
    let help = format!("help-{position}");
    let number = (position + 1).to_string();
    let total = view.questionnaire().len().to_string();
    let levels = Level::listed(item.descending).map(|level| {
        let text = item.levels[level.index()].clone();
        choice(view, position, Response::Level(level), text)
    });
    html! {
        // A key of its own: the next question gets new elements, and no state of this one's.
        <fieldset key={position} aria-describedby={help.clone()} onkeydown={walk_or_move_on(view, position)} onkeyup={stand(view)}>
            <legend>
                <h2 part="title" tabindex="-1" ref={view.heading.clone()}>
                    <span class="unseen">
                        { view.fill(Text::ItemPosition, &[("position", &number), ("total", &total)]) }{ ". " }
                    </span>
                    { item.prompt.clone() }
                </h2>
            </legend>
            <p class="help" id={help}>{ item.help.clone() }</p>
            { definitions(view, item) }
            if position == 0 && view.questionnaire().has_ladders {
                { view.classed("p", "rule", Text::ItemRule) }
            }
            <div class="levels">{ for levels }</div>
            <div class="others">
                { choice(view, position, Response::DontKnow, view.text(Text::ItemDontKnow)) }
                if item.not_applicable {
                    { choice(view, position, Response::NotApplicable, view.text(Text::ItemNotApplicable)) }
                }
            </div>
            { view.classed("p", "keys", Text::ItemKeys) }
        </fieldset>
    }
}

/// Definitions of the terms that the question uses, on request.
fn definitions(view: &View, item: &Item) -> Html {
    let definition = |Footnote { title, text, .. }: &Footnote| {
        let summary = element("summary", view.fill(Text::ItemDefinition, &[("term", title)]));
        html! { <details>{ summary }{ element("p", text.clone()) }</details> }
    };
    // The enter key opens a definition here, and does not move on.
    let keep = |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.stop_propagation();
        }
    };
    html! { <div class="terms" onkeydown={keep}>{ for item.definitions.iter().map(definition) }</div> }
}

/// Help on request: evidence, the best respondent, references.
fn more(view: &View, item: &Item, position: usize) -> Html {
    // Versions that were released without evidence had nothing of this.
    if item.evidence.is_empty() {
        return Html::default();
    }
    let entry = |term: Text, told: String| html! { <>{ view.element("dt", term) }{ element("dd", told) }</> };
    html! {
        // A key of its own, as above: it is closed again at the next question.
        <details key={position} class="more">
            { view.element("summary", Text::ItemMore) }
            <dl>
                { entry(Text::ItemEvidence, item.evidence.clone()) }
                { entry(Text::ItemRespondent, phrases::role(&view.pack, item.respondent).to_owned()) }
                { for item.layer.map(|layer| entry(Text::ItemLayer, phrases::layer(&view.pack, layer).to_owned())) }
                { for item.references.iter().map(|reference| entry(Text::ItemSee, reference.title.clone())) }
            </dl>
        </details>
    }
}

fn choice(view: &View, position: usize, response: Response, text: String) -> Html {
    let chosen = view.state.answers.get(position) == Some(response);
    let (value, mark) = match response {
        Response::Level(level) => (level.number().to_string(), Some(level.number())),
        Response::DontKnow => ("dont-know".to_owned(), None),
        Response::NotApplicable => ("not-applicable".to_owned(), None),
    };
    // A click comes from a tap, from the space bar, and from the browser as the arrow keys walk.
    let answer = {
        let (dispatch, walking) = (view.dispatch.clone(), view.walking.clone());
        Callback::from(move |_: MouseEvent| {
            let then = if walking.get() { AfterAnswer::Stay } else { AfterAnswer::MoveOn };
            dispatch.emit(Message::Answer(position, response, then));
        })
    };
    html! {
        <label class={classes!("choice", chosen.then_some("chosen"))} part={if chosen { "choice chosen" } else { "choice" }}>
            <input type="radio" name={format!("item-{position}")} value={value} checked={chosen} onclick={answer} />
            { classed("span", "choice-text", text) }
            if let Some(mark) = mark {
                <span class="key" aria-hidden="true">{ mark }</span>
            }
        </label>
    }
}

fn navigation(view: &View, position: usize) -> Html {
    let last = view.questionnaire().len() - 1;
    let complete = view.state.answers.missing().next().is_none();
    // On from the last question there is the overview, which says what is still missing.
    let next = if position < last { Screen::Item(position + 1) } else { Screen::Overview };
    html! {
        <div class="actions">
            <button type="button" part="button" data-action="back" disabled={position == 0}
                onclick={view.on(Message::Go(Screen::Item(position.saturating_sub(1))))}>
                { view.text(Text::ItemBack) }
            </button>
            { view.button("overview", Text::ItemOverview, view.on(Message::Go(Screen::Overview))) }
            if complete {
                { view.primary_button("report", Text::ItemReport, view.on(Message::Go(Screen::Report))) }
            } else {
                { view.button("next", Text::ItemNext, view.on(Message::Go(next))) }
            }
        </div>
    }
}

/// Digits answer with a level, the question mark with "I don't know".
fn answer_by_key(view: &View, position: usize) -> Callback<KeyboardEvent> {
    let dispatch = view.dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        // A key that is held down must not run through the questions.
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat() {
            return;
        }
        if let Some(response) = response_of_key(&event.key(), &event.code()) {
            event.prevent_default();
            dispatch.emit(Message::Answer(position, response, AfterAnswer::MoveOn));
        }
    })
}

/// By the character, and by the place of the key: on a French keyboard digits need the shift key.
fn response_of_key(key: &str, code: &str) -> Option<Response> {
    let digit = |text: &str| match text.as_bytes() {
        [digit @ b'0'..=b'9'] => Level::new(digit - b'0').map(Response::Level),
        _ => None,
    };
    match key {
        "?" => Some(Response::DontKnow),
        _ => digit(key).or_else(|| digit(code.strip_prefix("Digit")?)),
    }
}

/// The arrow keys choose without moving on; enter moves on once there is an answer.
fn walk_or_move_on(view: &View, position: usize) -> Callback<KeyboardEvent> {
    let (dispatch, walking) = (view.dispatch.clone(), view.walking.clone());
    let answered = view.state.answers.get(position).is_some();
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        walking.set(key.starts_with("Arrow"));
        if key == "Enter" && answered {
            event.prevent_default();
            dispatch.emit(Message::MoveOn(position));
        }
    })
}

/// No arrow key is down any more.
fn stand(view: &View) -> Callback<KeyboardEvent> {
    let walking = view.walking.clone();
    Callback::from(move |_| walking.set(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_answer_by_character_or_by_place() {
        let level = |number| Level::new(number).map(Response::Level);
        for (key, code, response) in [
            ("0", "Digit0", level(0)),
            ("4", "Numpad4", level(4)),
            ("5", "Digit5", None),
            ("à", "Digit0", level(0)),
            ("&", "Digit1", level(1)),
            ("?", "KeyM", Some(Response::DontKnow)),
            ("?", "Slash", Some(Response::DontKnow)),
            ("a", "KeyA", None),
            ("Enter", "Enter", None),
        ] {
            assert_eq!(response_of_key(key, code), response, "{key} {code}");
        }
    }
}

//! Passing the result on: what a link reveals is said before it is copied.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::View;
use crate::app::Port;
use crate::link::Content;
use crate::score::Standing;
use crate::texts::Text;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Full,
    Scores,
}

#[derive(PartialEq, Properties)]
pub struct Props {
    pub view: View,
    pub standing: Standing,
}

#[component]
pub fn Share(props: &Props) -> Html {
    let view = &props.view;
    let kind = use_state(|| Kind::Full);
    let said = use_state(|| None::<Text>);
    let content = match *kind {
        Kind::Full => Content::Answers(view.state.answers.clone()),
        Kind::Scores => Content::Scores(props.standing.clone()),
    };
    let link = format!("{}#{}", view.page, view.state.link(content));
    let choose = {
        let (kind, said) = (kind.clone(), said.clone());
        Callback::from(move |chosen| {
            kind.set(chosen);
            said.set(None);
        })
    };
    let hand_to = |port: &Port, worked: Option<Text>, failed: Text| {
        let (port, link, said) = (port.clone(), link.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            let said = said.clone();
            let done = Callback::from(move |ok: bool| said.set(if ok { worked } else { Some(failed) }));
            port.emit((link.clone(), done));
        })
    };
    let copy = hand_to(&view.ports.copy, Some(Text::ShareCopied), Text::ShareCopyFailed);
    html! {
        <div class="share">
            <h3>{ view.text(Text::ShareTitle) }</h3>
            <fieldset>
                <legend>{ view.text(Text::ShareWhat) }</legend>
                { option(view, &choose, *kind, Kind::Full) }
                { option(view, &choose, *kind, Kind::Scores) }
            </fieldset>
            <label class="link-label">
                <span>{ view.text(Text::ShareLink) }</span>
                <input class="link" type="text" readonly=true value={link.clone()} onfocus={Callback::from(select)} />
            </label>
            <p class="actions">
                <button type="button" class="primary" data-action="copy" onclick={copy}>{ view.text(Text::ShareCopy) }</button>
                if let Some(sheet) = &view.ports.sheet {
                    <button type="button" data-action="sheet" onclick={hand_to(sheet, None, Text::ShareSheetFailed)}>
                        { view.text(Text::ShareSheet) }
                    </button>
                }
            </p>
            <p role="status" class="said">{ for said.map(|text| view.text(text)) }</p>
            if view.ports.sheet.is_some() {
                <p class="small">{ view.text(Text::ShareSheetReveals) }</p>
            }
        </div>
    }
}

fn option(view: &View, choose: &Callback<Kind>, chosen: Kind, kind: Kind) -> Html {
    let count = view.questionnaire().len().to_string();
    let (value, name, reveals) = match kind {
        Kind::Full => ("full", Text::ShareFull, Text::ShareFullReveals),
        Kind::Scores => ("scores", Text::ShareScores, Text::ShareScoresReveals),
    };
    html! {
        <label class={classes!("choice", (chosen == kind).then_some("chosen"))}>
            <input type="radio" name="share" value={value} checked={chosen == kind}
                onchange={choose.reform(move |_| kind)} />
            <span class="choice-text">
                <strong>{ view.text(name) }</strong>
                <span class="small">{ view.fill(reveals, &[("count", &count)]) }</span>
            </span>
        </label>
    }
}

/// The whole link at once, for a copy by hand.
fn select(event: FocusEvent) {
    if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
        field.select();
    }
}

//! The picture card: no name is on it unless it is typed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Desk, Standing, Text};
use crate::lazy::PartProps;
use boussole_core::export::card::{
    self, Anchor, Format, Line, Paint, Sentences, Shape, UNITS, Weight, Words,
};
use boussole_core::questionnaire::PrincipleId;
use boussole_core::texts::LazyText;

pub fn view(desk: &Desk<'_>, organisation: &UseStateHandle<String>, square: &UseStateHandle<bool>) -> Html {
    let props = desk.props;
    let format = if **square { Format::Square } else { Format::Wide };
    let (out_of, none) = (props.view.text(Text::ReportOutOf), props.view.text(Text::ReportDash));
    let (level, source) = (props.level(&desk.report.standing), props.say(LazyText::ExportSource));
    let level = level.map(|(label, _)| label).unwrap_or_default();
    let words = Words {
        event: &props.event,
        out_of: &out_of,
        level: &level,
        none: &none,
        organisation,
        source: &source,
    };
    let shapes = card::card(props.view.questionnaire(), &desk.report.standing, &words, format);
    let alternative = alternative(desk, organisation);
    let name = {
        let organisation = organisation.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                organisation.set(field.value());
            }
        })
    };
    html! {
        <>
            <h3>{ props.say(LazyText::ExportCard) }</h3>
            <p>{ props.say(LazyText::ExportCardMeaning) }</p>
            <label class="link-label">
                <span>{ props.say(LazyText::ExportOrganisation) }</span>
                <input class="link" type="text" maxlength="60" data-field="organisation" value={(**organisation).clone()}
                    oninput={name} autocomplete="off" />
            </label>
            <fieldset class="formats">
                <legend>{ props.say(LazyText::ExportFormat) }</legend>
                { choice(props, square, false, LazyText::ExportWide) }
                { choice(props, square, true, LazyText::ExportSquare) }
            </fieldset>
            { picture(format, &shapes, &alternative) }
            <p class="actions">
                <button type="button" part="button" data-action="png" onclick={png(desk, format, &shapes)}>
                    { props.say(LazyText::ExportPng) }
                </button>
                <button type="button" part="button" data-action="svg" onclick={svg(desk, format, &shapes, &alternative)}>
                    { props.say(LazyText::ExportSvg) }
                </button>
            </p>
            <label class="link-label">
                <span>{ props.say(LazyText::ExportAlternative) }</span>
                <textarea rows="4" readonly=true data-field="alternative" value={alternative} />
            </label>
        </>
    }
}

fn choice(props: &PartProps, square: &UseStateHandle<bool>, value: bool, name: LazyText) -> Html {
    let setter = square.setter();
    html! {
        <label class={classes!("choice", (**square == value).then_some("chosen"))} part="choice">
            <input type="radio" name="format" value={if value { "square" } else { "wide" }} checked={**square == value}
                onchange={Callback::from(move |_: Event| setter.set(value))} />
            <span class="choice-text">{ props.say(name) }</span>
        </label>
    }
}

/// The card in words.
fn alternative(desk: &Desk<'_>, organisation: &str) -> String {
    let (headline, level) = (desk.headline(), desk.props.level_said(&desk.report.standing));
    let principles = PrincipleId::ALL.map(|id| principle(desk, &desk.report.standing, id));
    let principles = [0, 1, 2].map(|at| &*principles[at]);
    let event = &*desk.props.event;
    let sentences = Sentences { event, organisation, headline: &headline, level: &level, principles };
    card::alternative(desk.view().questionnaire(), &sentences)
}

fn principle(desk: &Desk<'_>, standing: &Standing, id: PrincipleId) -> String {
    let name = &desk.view().questionnaire().principle(id).name;
    crate::ui::phrases::said(desk.view(), name, standing.principles[id as usize])
}

/// The picture on the screen, as the file will be.
fn picture(format: Format, shapes: &[Shape], alternative: &str) -> Html {
    let (width, height) = format.size();
    html! {
        <svg class="card" viewBox={format!("0 0 {} {}", width * UNITS, height * UNITS)} role="img"
            aria-label={alternative.to_owned()}>
            { for shapes.iter().map(shape) }
        </svg>
    }
}

fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Rect { x, y, width, height, colour } => html! {
            <rect x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()}
                fill={colour.code()} />
        },
        Shape::Path { data, paint: Paint::Fill(colour) } => {
            html! { <path d={data.clone()} fill={colour.code()} /> }
        }
        Shape::Path { data, paint: Paint::Stroke(colour, width) } => html! {
            <path d={data.clone()} fill="none" stroke={colour.code()} stroke-width={width.to_string()} />
        },
        Shape::Text(line) => text(line),
    }
}

fn text(line: &Line) -> Html {
    let anchor = match line.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    html! {
        <text x={line.x.to_string()} y={line.y.to_string()} font-size={line.size.to_string()} text-anchor={anchor}
            font-family={line.family.fonts()} font-weight={weight(line)} fill={line.colour.code()}>
            { line.text.clone() }
        </text>
    }
}

fn weight(line: &Line) -> &'static str {
    match line.weight {
        Weight::Regular => "400",
        Weight::Bold => "600",
    }
}

fn png(desk: &Desk<'_>, format: Format, shapes: &[Shape]) -> Callback<MouseEvent> {
    let (tools, shapes, name) = (desk.props.tools, shapes.to_vec(), [&*desk.file_name(), ".png"].concat());
    let done = desk.outcome(LazyText::ExportSaved, LazyText::ExportFailed);
    Callback::from(move |_| (tools.picture)(&shapes, format.size(), &name, done.clone()))
}

fn svg(desk: &Desk<'_>, format: Format, shapes: &[Shape], alternative: &str) -> Callback<MouseEvent> {
    let (shapes, alternative) = (shapes.to_vec(), alternative.to_owned());
    desk.offer(move |desk| {
        let content = card::svg(format, &shapes, &desk.view().questionnaire().title, &alternative);
        desk.named(".svg", "image/svg+xml", content)
    })
}

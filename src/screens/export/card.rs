//! The picture card: no name is on it unless it is typed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::ExportContext;
use crate::lazy::PartProps;
use crate::ui::element::Elements;
use boussole_core::export::card::{
    self, Anchor, Attribution, FontWeight, Format, Paint, Shape, TextLine, UNITS,
};
use boussole_core::texts::LazyText;

/// Section of the picture card.
pub fn view(
    context: &ExportContext<'_>,
    organisation: &UseStateHandle<String>,
    square: &UseStateHandle<bool>,
) -> Html {
    let props = context.props;
    let format = if **square { Format::Square } else { Format::Wide };
    let (questionnaire, summary, texts) =
        (props.view.questionnaire(), &context.report.summary, props.export_texts());
    let attribution = Attribution { event: &props.event, organisation };
    let shapes = card::card(questionnaire, summary, attribution, texts, format);
    let alternative = card::alternative(questionnaire, summary, attribution, texts);
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
            { props.element("h3", LazyText::ExportCard) }
            { props.element("p", LazyText::ExportCardMeaning) }
            <label class="link-label">
                { props.element("span", LazyText::ExportOrganisation) }
                <input class="link" type="text" maxlength="60" data-field="organisation" value={(**organisation).clone()}
                    oninput={name} autocomplete="off" />
            </label>
            <fieldset class="formats">
                { props.element("legend", LazyText::ExportFormat) }
                { choice(props, square, false, LazyText::ExportWide) }
                { choice(props, square, true, LazyText::ExportSquare) }
            </fieldset>
            { picture(format, &shapes, &alternative) }
            <p class="actions">
                { props.button("png", LazyText::ExportPng, png(context, format, &shapes)) }
                { props.button("svg", LazyText::ExportSvg, svg(context, format, &shapes, &alternative)) }
            </p>
            { context.outcome_in("card") }
            <label class="link-label">
                { props.element("span", LazyText::ExportAlternative) }
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
            { props.classed("span", "choice-text", name) }
        </label>
    }
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

fn text(line: &TextLine) -> Html {
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

fn weight(line: &TextLine) -> &'static str {
    match line.weight {
        FontWeight::Regular => "400",
        FontWeight::Bold => "600",
    }
}

fn png(context: &ExportContext<'_>, format: Format, shapes: &[Shape]) -> Callback<MouseEvent> {
    let (tools, shapes, name) =
        (context.props.tools, shapes.to_vec(), [&*context.file_name(), ".png"].concat());
    let done = context.notify("card", LazyText::ExportPictureSaved, LazyText::ExportPictureFailed);
    Callback::from(move |_| (tools.picture)(&shapes, format.size(), &name, done.clone()))
}

fn svg(
    context: &ExportContext<'_>,
    format: Format,
    shapes: &[Shape],
    alternative: &str,
) -> Callback<MouseEvent> {
    let (shapes, alternative) = (shapes.to_vec(), alternative.to_owned());
    context.offer("card", move |context| {
        let content = card::svg(format, &shapes, &context.view().questionnaire().title, &alternative);
        context.named(".svg", "image/svg+xml", content)
    })
}

//! Draws a card on a canvas: the same shapes that make its SVG, as a PNG.

use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, Path2d};
use yew::Callback;

use super::download;
use boussole_core::export::card::{Anchor, FontWeight, Paint, Shape, Size, TextLine, UNITS};

/// Offers the shapes as a PNG of this width and height under a name, then says whether that could be done.
pub fn offer(shapes: &[Shape], size: Size, name: &str, done: Callback<bool>) {
    if try_offer(shapes, size, name, done.clone()).is_err() {
        done.emit(false);
    }
}

fn try_offer(shapes: &[Shape], size: Size, name: &str, done: Callback<bool>) -> Result<(), JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    let (width, height) = size;
    canvas.set_width(width.unsigned_abs());
    canvas.set_height(height.unsigned_abs());
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into().map_err(JsValue::from)?;
    let scale = 1.0 / f64::from(UNITS);
    context.scale(scale, scale)?;
    for shape in shapes {
        draw(&context, shape)?;
    }
    if !is_drawn(&context)? {
        return Err(JsValue::NULL);
    }
    let name = name.to_owned();
    // Without a blob the browser had no memory for it, or keeps canvases from being read.
    let made = Closure::once_into_js(move |blob: Option<Blob>| {
        done.emit(blob.is_some_and(|blob| download::offer_blob(&blob, &name).is_ok()));
    });
    canvas.to_blob(made.unchecked_ref())
}

/// Most by which a browser may change a channel of a pixel where it hides its kind, and nobody sees it.
const NOISE: u8 = 3;

/// Whether two pixels of the corner have one colour, that of the paper, which is no white. Browsers that resist
/// fingerprinting give chance pixels, or white ones.
fn is_drawn(context: &CanvasRenderingContext2d) -> Result<bool, JsValue> {
    let data = context.get_image_data(0.0, 0.0, 2.0, 1.0)?.data();
    let (pixels, _) = data.as_chunks::<4>();
    let [one, other] = pixels else { return Ok(false) };
    let is_like = |(one, other): (&u8, &u8)| one.abs_diff(*other) <= NOISE;
    Ok(*one != [u8::MAX; 4] && one.iter().zip(other).all(is_like))
}

fn draw(context: &CanvasRenderingContext2d, shape: &Shape) -> Result<(), JsValue> {
    match shape {
        Shape::Rect { x, y, width, height, colour } => {
            context.set_fill_style_str(colour.code());
            let [x, y, width, height] = [*x, *y, *width, *height].map(f64::from);
            context.fill_rect(x, y, width, height);
        }
        Shape::Path { data, paint: Paint::Fill(colour) } => {
            context.set_fill_style_str(colour.code());
            context.fill_with_path_2d(&Path2d::new_with_path_string(data)?);
        }
        Shape::Path { data, paint: Paint::Stroke(colour, width) } => {
            context.set_stroke_style_str(colour.code());
            context.set_line_width(f64::from(*width));
            context.stroke_with_path(&Path2d::new_with_path_string(data)?);
        }
        Shape::Text(line) => write(context, line)?,
    }
    Ok(())
}

fn write(context: &CanvasRenderingContext2d, line: &TextLine) -> Result<(), JsValue> {
    let weight = match line.weight {
        FontWeight::Regular => "400 ",
        FontWeight::Bold => "600 ",
    };
    context.set_font(&[weight, &line.size.to_string(), "px ", line.family.fonts()].concat());
    context.set_text_align(match line.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "center",
        Anchor::End => "end",
    });
    context.set_fill_style_str(line.colour.code());
    let [x, y, max_width] = [line.x, line.y, line.max_width].map(f64::from);
    context.fill_text_with_max_width(&line.text, x, y, max_width)
}

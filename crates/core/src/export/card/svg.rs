//! Card as an SVG file.

use super::shape::{Anchor, FontWeight, Format, Paint, Shape, TextLine, UNITS};

/// Picture as a file. `title` and `alternative` serve assistive technology.
pub fn svg(format: Format, shapes: &[Shape], title: &str, alternative: &str) -> String {
    let (width, height) = format.size();
    let mut svg = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    number(&mut svg, "width", width);
    number(&mut svg, "height", height);
    attribute(
        &mut svg,
        "viewBox",
        &["0 0 ", &(width * UNITS).to_string(), " ", &(height * UNITS).to_string()].concat(),
    );
    svg.push('>');
    element(&mut svg, "title", title);
    element(&mut svg, "desc", alternative);
    for shape in shapes {
        match shape {
            Shape::Rect { x, y, width, height, colour } => {
                svg.push_str("<rect");
                for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
                    number(&mut svg, name, *value);
                }
                attribute(&mut svg, "fill", colour.code());
                svg.push_str("/>");
            }
            Shape::Path { data, paint } => {
                svg.push_str("<path");
                attribute(&mut svg, "d", data);
                match paint {
                    Paint::Fill(colour) => attribute(&mut svg, "fill", colour.code()),
                    Paint::Stroke(colour, width) => {
                        attribute(&mut svg, "fill", "none");
                        attribute(&mut svg, "stroke", colour.code());
                        number(&mut svg, "stroke-width", *width);
                    }
                }
                svg.push_str("/>");
            }
            Shape::Text(line) => text(&mut svg, line),
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn text(svg: &mut String, line: &TextLine) {
    svg.push_str("<text");
    for (name, value) in [("x", line.x), ("y", line.y), ("font-size", line.size)] {
        number(svg, name, value);
    }
    attribute(svg, "font-family", line.family.fonts());
    if line.weight == FontWeight::Bold {
        attribute(svg, "font-weight", "bold");
    }
    match line.anchor {
        Anchor::Start => {}
        Anchor::Middle => attribute(svg, "text-anchor", "middle"),
        Anchor::End => attribute(svg, "text-anchor", "end"),
    }
    attribute(svg, "fill", line.colour.code());
    svg.push('>');
    escape(svg, &line.text);
    svg.push_str("</text>");
}

fn element(svg: &mut String, name: &str, text: &str) {
    for part in ["<", name, ">"] {
        svg.push_str(part);
    }
    escape(svg, text);
    for part in ["</", name, ">"] {
        svg.push_str(part);
    }
}

fn number(svg: &mut String, name: &str, value: i32) {
    attribute(svg, name, &value.to_string());
}

fn attribute(svg: &mut String, name: &str, value: &str) {
    for part in [" ", name, "=\""] {
        svg.push_str(part);
    }
    escape(svg, value);
    svg.push('"');
}

/// Text within XML. Characters outside of XML become spaces.
fn escape(svg: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '"' => svg.push_str("&quot;"),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => svg.push(' '),
            _ => svg.push(character),
        }
    }
}

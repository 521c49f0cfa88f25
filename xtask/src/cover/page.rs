//! Page behind a picture.

use anyhow::{Context, Result};
use boussole_core::export::rose;
use boussole_core::texts::fill;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::locales::PageTexts;
use crate::release::colours;
use boussole_core::publishing::{OfferedForm, OfferedTexts};

/// The size of a picture.
pub const WIDTH: u32 = 1200;
/// Height of a picture in pixels.
pub const HEIGHT: u32 = 630;

const STYLE: &str = include_str!("cover.css");

/// Length of the needles of the emblem, in points.
const POINTS: u8 = 92;

/// Positions of the names of the principles, in points: the middle of their base line. The names are larger than on a
/// report, so the lower ones stay below the rim.
const NAMES: [rose::Point; 3] = [(0, -120), (86, 131), (-86, 131)];

/// The whole page, as one file.
pub fn html(locale: &str, texts: &PageTexts, names: &OfferedTexts, forms: &[OfferedForm]) -> Result<String> {
    let text = |key: &str| texts.get(key).with_context(|| format!("www/embed/{locale}.toml has no {key}"));
    let page = html! {
        (DOCTYPE)
        html lang=(locale) {
            head {
                meta charset="utf-8";
                title { (names.title) }
                style { (PreEscaped(colours::in_style(STYLE))) }
            }
            body {
                main {
                    p.kicker { "Boussole · " (text("cover_kicker")?) }
                    h1 { (names.title) }
                    p.facts { (facts(texts, forms)?) }
                    p { (text("cover_promise")?) }
                }
                (emblem(&names.principles))
            }
        }
    };
    Ok(page.into_string())
}

/// Number of questions and minutes of the first form and of the longer one.
fn facts(texts: &PageTexts, forms: &[OfferedForm]) -> Result<String> {
    let [first, rest @ ..] = forms else { return Ok(String::new()) };
    let key = if rest.is_empty() { "form_of" } else { "cover_forms" };
    let numbers = |form: &OfferedForm| [form.items.to_string(), form.minutes.to_string()];
    let [count, minutes] = numbers(first);
    let [more, longer] = rest.first().map(numbers).unwrap_or_default();
    let values = [("count", &*count), ("minutes", &minutes), ("more", &more), ("longer", &longer)];
    Ok(fill(texts.get(key).with_context(|| format!("there is no text {key}"))?, &values))
}

/// The compass, with the name of a principle at the tip of each needle.
fn emblem(principles: &[String]) -> Markup {
    let needles = rose::NEEDLES
        .map(|hour| rose::outline(&rose::needle(POINTS, 1).map(|point| rose::turned(point, hour))));
    let ticks = (0..rose::HOURS).map(|hour| [rose::RIM, rose::TICK].map(|far| rose::turned((0, -far), hour)));
    html! {
        svg viewBox="-150 -142 300 284" {
            circle.rim r=(rose::RIM) {}
            @for [(x1, y1), (x2, y2)] in ticks {
                line.tick x1=(x1) y1=(y1) x2=(x2) y2=(y2) {}
            }
            @for (index, needle) in needles.iter().enumerate() {
                path.needle.first[index == 0] d=(needle) {}
            }
            circle.hub r=(rose::HUB + 3) {}
            @for ((x, y), name) in NAMES.iter().zip(principles) {
                text x=(x) y=(y) { (name) }
            }
        }
    }
}

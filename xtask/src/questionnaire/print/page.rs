//! The document around it all, and its first page.

use boussole_core::texts::fill;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::sheet::Sheet;
use super::{appendix, grid, items};

const STYLE: &str = include_str!("print.css");

/// The whole document, in one file that needs no other.
pub fn document(sheet: &Sheet<'_>) -> String {
    with_head(sheet, html! { style { (PreEscaped(style(sheet))) } })
}

/// The same for a site, whose policy has a style stand in a file of its own.
pub fn linked(sheet: &Sheet<'_>, style: &str) -> String {
    with_head(sheet, html! { link rel="icon" href="data:,"; link rel="stylesheet" href=(style); })
}

/// How it looks.
pub fn style(sheet: &Sheet<'_>) -> String {
    format!("{STYLE}@page {{ @top-left {{ content: \"{}\"; }} }}", in_css(&running(sheet)))
}

/// What stands above every page.
fn running(sheet: &Sheet<'_>) -> String {
    let version = sheet.structure.version.to_string();
    fill(&sheet.labels.page.of, &[("title", &sheet.words.title), ("version", &version)])
}

fn with_head(sheet: &Sheet<'_>, style: Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(sheet.words.locale) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (running(sheet)) }
                (style)
            }
            body {
                (cover(sheet))
                (items::pages(sheet))
                (grid::pages(sheet))
                (appendix::pages(sheet))
            }
        }
    };
    page.into_string()
}

/// A text as it may stand in quotes in a style sheet that stands in a page.
fn in_css(text: &str) -> String {
    text.chars().fold(String::new(), |css, c| match c {
        '"' | '\\' | '<' | '>' | '\n' => css + &format!("\\{:x} ", u32::from(c)),
        _ => css + &c.to_string(),
    })
}

fn cover(sheet: &Sheet<'_>) -> Markup {
    let (words, labels) = (sheet.words, &sheet.labels.cover);
    let count = sheet.items().count().to_string();
    let minutes = sheet.form.map(|form| form.minutes.to_string());
    let facts = match &minutes {
        Some(minutes) => fill(&labels.facts, &[("items", &count), ("minutes", minutes)]),
        None => fill(&labels.facts_open, &[("items", &count)]),
    };
    let (version, date) = (sheet.structure.version.to_string(), sheet.labels.day(&sheet.date));
    html! {
        header.cover {
            (emblem())
            p.kind { (labels.kind) }
            h1 { (words.title) }
            p.summary { (words.summary) }
            p.facts {
                (facts) " · " (fill(&labels.version, &[("version", &version), ("date", &date)]))
            }
            section.how {
                h2 { (labels.how) }
                ol { @for rule in &labels.rules { li { (rule) } } }
            }
            div.fields {
                @for field in [&labels.organisation, &labels.filled_in_by, &labels.role, &labels.day] {
                    div.field { span { (field) } }
                }
            }
            p.notice { (words.notice) }
        }
    }
}

/// The compass of three needles, drawn so that it holds in black and white.
fn emblem() -> Markup {
    html! {
        svg.emblem viewBox="-112 -112 224 224" aria-hidden="true" {
            circle r="106" {}
            @for (turn, kind) in [(0, "first"), (120, "second"), (240, "third")] {
                path class=(kind) d="M0 0L22-34L0-92L-22-34Z" transform=(format!("rotate({turn})")) {}
            }
            circle.hub r="9" {}
        }
    }
}

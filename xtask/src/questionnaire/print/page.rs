//! Document of a print, and its first page.

use boussole_core::texts::fill;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::context::PrintContext;
use super::{appendix, grid, items};

const STYLE: &str = include_str!("print.css");

/// Whole document in one file.
pub fn document(context: &PrintContext<'_>) -> String {
    with_head(context, html! { style { (PreEscaped(style(context))) } })
}

/// Document with a linked style, as the policy of a release requires, and the links of its addresses.
pub fn linked(context: &PrintContext<'_>, style: &str, addresses: &str) -> String {
    let icon = html! { link rel="icon" href="data:,"; };
    with_head(context, html! { (icon) link rel="stylesheet" href=(style); (PreEscaped(addresses)) })
}

/// Style of the document.
pub fn style(context: &PrintContext<'_>) -> String {
    format!("{STYLE}@page {{ @top-left {{ content: \"{}\"; }} }}", in_css(&running(context)))
}

/// Running head of every page.
fn running(context: &PrintContext<'_>) -> String {
    let version = context.structure.version.to_string();
    fill(&context.labels.page.of, &[("title", &context.words.title), ("version", &version)])
}

fn with_head(context: &PrintContext<'_>, style: Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(context.words.locale) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (running(context)) }
                meta name="description" content=(context.words.summary);
                (style)
            }
            body {
                (cover(context))
                main {
                    (items::pages(context))
                    (grid::pages(context))
                    (appendix::pages(context))
                }
            }
        }
    };
    page.into_string()
}

/// Text escaped for a quoted string in an inline stylesheet.
fn in_css(text: &str) -> String {
    text.chars().fold(String::new(), |css, c| match c {
        '"' | '\\' | '<' | '>' | '\n' => css + &format!("\\{:x} ", u32::from(c)),
        _ => css + &c.to_string(),
    })
}

fn cover(context: &PrintContext<'_>) -> Markup {
    let (words, labels) = (context.words, &context.labels.cover);
    let count = context.items().count().to_string();
    let minutes = context.form.map(|form| form.minutes.to_string());
    let facts = match &minutes {
        Some(minutes) => fill(&labels.facts, &[("items", &count), ("minutes", minutes)]),
        None => fill(&labels.facts_open, &[("items", &count)]),
    };
    let (version, date) = (context.structure.version.to_string(), context.labels.day(&context.date));
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
            @if !words.definitions.is_empty() {
                section.how {
                    h2 { (labels.definitions) }
                    ul { @for definition in &words.definitions {
                        li { b { (capitalised(&definition.term)) } " — " (definition.text) }
                    } }
                }
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

/// Text with a capital letter at its beginning.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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

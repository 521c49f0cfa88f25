//! The scoring grid: the arithmetic of docs/scoring.md laid out for a pencil.

use boussole_core::questionnaire::{MATURITY_LEVELS, Weight};
use boussole_core::texts::fill;
use maud::{Markup, html};

use super::context::{Axis, Group, PrintContext};

/// Pages of the scoring grid.
pub fn pages(context: &PrintContext<'_>) -> Markup {
    let labels = &context.labels.grid;
    html! {
        // A narrow screen scrolls it sideways, by keyboard too.
        section.grid aria-labelledby="grid" tabindex="0" {
            h2 id="grid" { (labels.title) }
            ol.rules { @for rule in &labels.rules { li { (rule) } } }
            @for axis in &context.principles { (principle(context, axis)) }
            (whole(context))
            (level(context))
        }
    }
}

fn number(weight: Weight) -> u8 {
    weight.into()
}

/// Heads of the columns to fill in; only items have a number.
fn heads(context: &PrintContext<'_>, first: &str, numbered: &str) -> Markup {
    let labels = &context.labels.grid;
    html! {
        thead {
            tr {
                @if numbered.is_empty() { td.no {} } @else { th.no { (numbered) } }
                th { (first) }
                th.narrow { (labels.weight) }
                th { (labels.assured) }
                th { (labels.times_weight) }
                th { (labels.possible) }
                th { (labels.times_weight) }
            }
        }
    }
}

/// Line to fill in: points, and points times weight, for both bounds.
fn line(no: &str, name: &str, weight: Weight) -> Markup {
    html! {
        tr {
            td.no { (no) }
            td.name { (name) }
            td.narrow { (number(weight)) }
            td.blank {} td.blank {} td.blank {} td.blank {}
        }
    }
}

/// Line of the sum: remaining weights, total and mean, for both bounds.
fn mean(context: &PrintContext<'_>, name: &str, weights: impl Iterator<Item = Weight>) -> Markup {
    let labels = &context.labels.grid;
    let sum: u32 = weights.map(|weight| u32::from(number(weight))).sum();
    html! {
        tr.mean {
            td.no {}
            td.name { b { (name) } " " small { (labels.divided_by) } }
            td.narrow { "/ " (sum) }
            td.result { small { (labels.mean) } } td.total {}
            td.result { small { (labels.mean) } } td.total {}
        }
    }
}

fn principle(context: &PrintContext<'_>, axis: &Axis<'_>) -> Markup {
    let labels = &context.labels.grid;
    html! {
        div.together {
            h3 { (axis.words.name) }
            table.score {
                (heads(context, &labels.question, &labels.number))
                @for group in &axis.dimensions { (dimension(context, group)) }
            }
            table.score.sum {
                (heads(context, &labels.dimension, ""))
                tbody {
                    @for group in &axis.dimensions { (line("", group.name, group.weight)) }
                    (mean(context, &axis.words.name, axis.dimensions.iter().map(|group| group.weight)))
                }
            }
        }
    }
}

fn dimension(context: &PrintContext<'_>, group: &Group<'_>) -> Markup {
    html! {
        tbody {
            @for entry in &group.items {
                (line(&entry.number.to_string(), &entry.words.short, entry.source.weight))
            }
            (mean(context, group.name, group.items.iter().map(|entry| entry.source.weight)))
        }
    }
}

fn whole(context: &PrintContext<'_>) -> Markup {
    let labels = &context.labels.grid;
    html! {
        div.together {
            h3 { (labels.whole) }
            table.score.sum {
                (heads(context, &labels.principle, ""))
                tbody {
                    @for axis in &context.principles { (line("", &axis.words.name, axis.weight)) }
                    (mean(context, &labels.whole, context.principles.iter().map(|axis| axis.weight)))
                }
            }
        }
    }
}

/// Range of points of each level.
pub fn ranges(context: &PrintContext<'_>) -> [String; MATURITY_LEVELS] {
    let thresholds = context.structure.thresholds;
    std::array::from_fn(|level| {
        let from = level.checked_sub(1).map_or(0, |below| thresholds[below]);
        let to = thresholds.get(level).map_or(100, |next| next - 1);
        fill(&context.labels.level.points, &[("from", &from.to_string()), ("to", &to.to_string())])
    })
}

fn level(context: &PrintContext<'_>) -> Markup {
    let labels = &context.labels.level;
    let blank = html! { span.fill {} };
    html! {
        div.together.level-of {
            h3 { (labels.title) }
            ol.rules { @for rule in &labels.rules { li { (rule) } } }
            table.levels-of {
                tbody {
                    @for (maturity, range) in context.words.maturity.iter().zip(ranges(context)) {
                        tr { th { (maturity.name) } td { (range) } }
                    }
                }
            }
            dl.verdict {
                @for axis in &context.principles { div { dt { (axis.words.name) } dd { (blank) } } }
                div { dt { (context.labels.grid.whole) ", " (labels.from_points) } dd { (blank) } }
                div { dt { (labels.from_weakest) } dd { (blank) } }
                div.final { dt { (labels.kept) } dd { (blank) } }
            }
            p.range {
                (labels.between) " " (blank) " " (labels.and) " " (blank) " " (labels.out_of)
            }
        }
    }
}

//! The scoring grid: the arithmetic of docs/scoring.md laid out for a pencil.

use boussole_core::questionnaire::{MATURITY_LEVELS, Weight};
use boussole_core::texts::fill;
use maud::{Markup, html};

use super::sheet::{Axis, Group, Sheet};

pub fn pages(sheet: &Sheet<'_>) -> Markup {
    let labels = &sheet.labels.grid;
    html! {
        section.grid {
            h2 { (labels.title) }
            ol.rules { @for rule in &labels.rules { li { (rule) } } }
            @for axis in &sheet.principles { (principle(sheet, axis)) }
            (whole(sheet))
            (level(sheet))
        }
    }
}

fn number(weight: Weight) -> u8 {
    weight.into()
}

/// The heads of the columns to fill in.
fn heads(sheet: &Sheet<'_>, first: &str, numbered: &str) -> Markup {
    let labels = &sheet.labels.grid;
    html! {
        thead {
            tr {
                th.no { (numbered) }
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

/// A line to fill in: the points, and the points times the weight, both ways.
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

/// The line that adds up and divides: weights left, total and mean, both ways.
fn mean(sheet: &Sheet<'_>, name: &str, weights: impl Iterator<Item = Weight>) -> Markup {
    let labels = &sheet.labels.grid;
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

fn principle(sheet: &Sheet<'_>, axis: &Axis<'_>) -> Markup {
    let labels = &sheet.labels.grid;
    html! {
        div.together {
            h3 { (axis.words.name) }
            table.score {
                (heads(sheet, &labels.question, &labels.number))
                @for group in &axis.dimensions { (dimension(sheet, group)) }
            }
            table.score.sum {
                (heads(sheet, &labels.dimension, ""))
                tbody {
                    @for group in &axis.dimensions { (line("", group.name, group.weight)) }
                    (mean(sheet, &axis.words.name, axis.dimensions.iter().map(|group| group.weight)))
                }
            }
        }
    }
}

fn dimension(sheet: &Sheet<'_>, group: &Group<'_>) -> Markup {
    html! {
        tbody {
            @for entry in &group.items {
                (line(&entry.number.to_string(), &entry.words.short, entry.source.weight))
            }
            (mean(sheet, group.name, group.items.iter().map(|entry| entry.source.weight)))
        }
    }
}

fn whole(sheet: &Sheet<'_>) -> Markup {
    let labels = &sheet.labels.grid;
    html! {
        div.together {
            h3 { (labels.whole) }
            table.score.sum {
                (heads(sheet, &labels.principle, ""))
                tbody {
                    @for axis in &sheet.principles { (line("", &axis.words.name, axis.weight)) }
                    (mean(sheet, &labels.whole, sheet.principles.iter().map(|axis| axis.weight)))
                }
            }
        }
    }
}

/// From and to how many points each level reaches.
pub fn ranges(sheet: &Sheet<'_>) -> [String; MATURITY_LEVELS] {
    let thresholds = sheet.structure.thresholds;
    std::array::from_fn(|level| {
        let from = level.checked_sub(1).map_or(0, |below| thresholds[below]);
        let to = thresholds.get(level).map_or(100, |next| next - 1);
        fill(&sheet.labels.level.points, &[("from", &from.to_string()), ("to", &to.to_string())])
    })
}

fn level(sheet: &Sheet<'_>) -> Markup {
    let labels = &sheet.labels.level;
    let blank = html! { span.fill {} };
    html! {
        div.together.level-of {
            h3 { (labels.title) }
            ol.rules { @for rule in &labels.rules { li { (rule) } } }
            table.levels-of {
                tbody {
                    @for (maturity, range) in sheet.words.maturity.iter().zip(ranges(sheet)) {
                        tr { th { (maturity.name) } td { (range) } }
                    }
                }
            }
            dl.maturity_result {
                @for axis in &sheet.principles { div { dt { (axis.words.name) } dd { (blank) } } }
                div { dt { (sheet.labels.grid.whole) ", " (labels.from_points) } dd { (blank) } }
                div { dt { (labels.from_weakest) } dd { (blank) } }
                div.kept { dt { (labels.kept) } dd { (blank) } }
            }
            p.range {
                (labels.between) " " (blank) " " (labels.and) " " (blank) " " (labels.out_of)
            }
        }
    }
}

//! What the result says, what to do next, and the texts that are cited.

use boussole_authoring::ConditionSource;
use boussole_core::questionnaire::{Bound, PrincipleId, Word};
use boussole_core::texts::fill;
use maud::{Markup, html};

use super::grid;
use super::sheet::{Entry, Sheet};

pub fn pages(sheet: &Sheet<'_>) -> Markup {
    html! {
        (reading(sheet))
        (steps(sheet))
        (references(sheet))
    }
}

fn reading(sheet: &Sheet<'_>) -> Markup {
    let labels = &sheet.labels.reading;
    let maturity = || sheet.words.maturity.iter().zip(grid::ranges(sheet));
    html! {
        section.reading {
            h2 { (labels.title) }
            h3 { (labels.levels) }
            dl.meanings {
                @for (level, range) in maturity() {
                    div { dt { (level.name) small { (range) } } dd { (level.meaning) } }
                }
            }
            @if sheet.principles.iter().all(|axis| !axis.words.interpretations[0].is_empty()) {
                h3 { (labels.principles) }
                @for axis in &sheet.principles {
                    div.together {
                        h4 { (axis.words.name) }
                        dl.meanings {
                            @for (text, (level, _)) in axis.words.interpretations.iter().zip(maturity()) {
                                div { dt { (level.name) } dd { (text) } }
                            }
                        }
                    }
                }
            }
            (profiles(sheet))
        }
    }
}

/// The sentences for notable combinations, as far as all their parts are printed.
fn profiles(sheet: &Sheet<'_>) -> Markup {
    let labels = &sheet.labels.reading;
    let told: Vec<(Vec<String>, &String)> = sheet
        .structure
        .profiles
        .iter()
        .filter_map(|profile| {
            let when = profile.when.iter().map(|one| condition(sheet, one)).collect::<Option<_>>()?;
            Some((when, sheet.words.profiles.get(&profile.id.value)?))
        })
        .collect();
    html! {
        @if !told.is_empty() {
            div.together { h3 { (labels.profiles) } p.lead { (labels.profiles_rule) } }
            ul.profiles {
                @for (when, text) in &told {
                    li {
                        p { (text) }
                        p.when { @for condition in when { span { (condition) } } }
                    }
                }
            }
        }
    }
}

/// A condition in words; none where the form lacks the part.
fn condition(sheet: &Sheet<'_>, source: &ConditionSource) -> Option<String> {
    let labels = &sheet.labels.reading;
    let id = source.of.value.as_str();
    let (Bound::AtLeast(points) | Bound::AtMost(points)) = source.bound;
    if let Some(Entry { number, .. }) = sheet.item(id) {
        let (label, level) = match source.bound {
            // Between two levels, the next one up is asked for, or the next one down is allowed.
            Bound::AtLeast(_) => (&labels.level_at_least, points.div_ceil(25)),
            Bound::AtMost(_) => (&labels.level_at_most, points / 25),
        };
        return Some(fill(label, &[("number", &number.to_string()), ("level", &level.to_string())]));
    }
    let part = match PrincipleId::from_word(id) {
        Some(principle) => sheet.principles.iter().find(|axis| axis.id == principle)?.words.name.as_str(),
        None => sheet.dimensions().find(|group| group.id.as_str() == id)?.name,
    };
    let label = match source.bound {
        Bound::AtLeast(_) => &labels.at_least,
        Bound::AtMost(_) => &labels.at_most,
    };
    Some(fill(label, &[("part", part), ("points", &points.to_string())]))
}

fn steps(sheet: &Sheet<'_>) -> Markup {
    let labels = &sheet.labels.steps;
    html! {
        section.steps {
            h2 { (labels.title) }
            p.lead { (labels.rule) }
            @for entry in sheet.items() { (steps_of(sheet, entry)) }
        }
    }
}

fn steps_of(sheet: &Sheet<'_>, Entry { number, source, words }: Entry<'_>) -> Markup {
    let labels = &sheet.labels.steps;
    let step =
        |from: usize| fill(&labels.step, &[("from", &from.to_string()), ("to", &(from + 1).to_string())]);
    html! {
        article.step {
            h4 { span.number { (number) } (words.short) }
            table {
                tbody {
                    @for (from, (text, (owner, effort))) in words.steps.iter().zip(source.steps).enumerate() {
                        tr {
                            th { (step(from)) }
                            td { (text) }
                            td.who {
                                (sheet.widget.get("role", owner.word())) br;
                                (sheet.widget.get("effort", effort.word()))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The texts that the printed items refer to.
fn references(sheet: &Sheet<'_>) -> Markup {
    let named = |id: &String| sheet.items().any(|entry| entry.source.references.contains(id));
    let own = sheet.structure.references.iter().filter(|reference| named(&reference.id.value));
    let cited: Vec<_> = own
        .filter_map(|reference| Some((sheet.words.references.get(&reference.id.value)?, &reference.url)))
        .collect();
    html! {
        @if !cited.is_empty() {
            section.references {
                h2 { (sheet.labels.references.title) }
                ul { @for (cite, url) in &cited { li { (cite) " " span.url { (url) } } } }
            }
        }
    }
}

//! Appendix: meaning of the result, next steps, cited texts.

use boussole_authoring::{CitationTexts, ConditionSource};
use boussole_core::questionnaire::{Bound, PrincipleId, Word};
use boussole_core::texts::fill;
use maud::{Markup, html};

use super::context::{Entry, PrintContext};
use super::grid;

/// Pages after the items: level, reading, steps, references.
pub fn pages(context: &PrintContext<'_>) -> Markup {
    html! {
        (reading(context))
        (steps(context))
        (references(context))
    }
}

fn reading(context: &PrintContext<'_>) -> Markup {
    let labels = &context.labels.reading;
    let maturity = || context.words.maturity.iter().zip(grid::ranges(context));
    html! {
        section.reading {
            h2 { (labels.title) }
            h3 { (labels.levels) }
            dl.meanings {
                @for (level, range) in maturity() {
                    div { dt { (level.name) small { (range) } } dd { (level.meaning) } }
                }
            }
            @if context.principles.iter().all(|axis| !axis.words.interpretations[0].is_empty()) {
                h3 { (labels.principles) }
                @for axis in &context.principles {
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
            (profiles(context))
        }
    }
}

/// Sentences for notable combinations whose parts are all printed.
fn profiles(context: &PrintContext<'_>) -> Markup {
    let labels = &context.labels.reading;
    let sentences: Vec<(Vec<String>, &String)> = context
        .structure
        .profiles
        .iter()
        .filter_map(|profile| {
            let when = profile.when.iter().map(|one| condition(context, one)).collect::<Option<_>>()?;
            Some((when, context.words.profiles.get(&profile.id.value)?))
        })
        .collect();
    html! {
        @if !sentences.is_empty() {
            div.together { h3 { (labels.profiles) } p.lead { (labels.profiles_rule) } }
            ul.profiles {
                @for (when, text) in &sentences {
                    li {
                        p { (text) }
                        p.when { @for condition in when { span { (condition) } } }
                    }
                }
            }
        }
    }
}

/// Condition in words; none if the form lacks the part.
fn condition(context: &PrintContext<'_>, source: &ConditionSource) -> Option<String> {
    let labels = &context.labels.reading;
    let id = source.of.value.as_str();
    let (Bound::AtLeast(points) | Bound::AtMost(points)) = source.bound;
    if let Some(Entry { number, .. }) = context.item(id) {
        let (label, level) = match source.bound {
            // Between two levels, the next one up is asked for, or the next one down is allowed.
            Bound::AtLeast(_) => (&labels.level_at_least, points.div_ceil(25)),
            Bound::AtMost(_) => (&labels.level_at_most, points / 25),
        };
        return Some(fill(label, &[("number", &number.to_string()), ("level", &level.to_string())]));
    }
    let part = match PrincipleId::from_word(id) {
        Some(principle) => context.principles.iter().find(|axis| axis.id == principle)?.words.name.as_str(),
        None => context.dimensions().find(|group| group.id.as_str() == id)?.name,
    };
    let label = match source.bound {
        Bound::AtLeast(_) => &labels.at_least,
        Bound::AtMost(_) => &labels.at_most,
    };
    Some(fill(label, &[("part", part), ("points", &points.to_string())]))
}

fn steps(context: &PrintContext<'_>) -> Markup {
    let labels = &context.labels.steps;
    html! {
        // A narrow screen scrolls it sideways, by keyboard too.
        section.steps aria-labelledby="steps" tabindex="0" {
            h2 id="steps" { (labels.title) }
            p.lead { (labels.rule) }
            @for entry in context.items() { (steps_of(context, entry)) }
        }
    }
}

fn steps_of(context: &PrintContext<'_>, Entry { number, source, words }: Entry<'_>) -> Markup {
    let labels = &context.labels.steps;
    let step =
        |from: usize| fill(&labels.step, &[("from", &from.to_string()), ("to", &(from + 1).to_string())]);
    html! {
        article.step {
            h3 { span.number { (number) } (words.short) }
            table {
                tbody {
                    @for (from, (text, (owner, effort))) in words.steps.iter().zip(source.steps).enumerate() {
                        tr {
                            th { (step(from)) }
                            td { (text) }
                            td.who {
                                (context.widget.get("role", owner.word())) br;
                                (context.widget.get("effort", effort.word()))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// References of the printed items.
fn references(context: &PrintContext<'_>) -> Markup {
    let named = |id: &String| context.items().any(|entry| entry.source.references.contains(id));
    let own = context.structure.references.iter().filter(|reference| named(&reference.id.value));
    let locale = &context.words.locale;
    let cited: Vec<_> = own
        .filter_map(|reference| {
            let texts = context.words.reference(&reference.id.value)?;
            Some((texts, reference.url.in_locale(locale).unwrap_or_default()))
        })
        .collect();
    html! {
        @if !cited.is_empty() {
            section.references {
                h2 { (context.labels.references.title) }
                ul {
                    @for (texts, url) in &cited {
                        li { (texts.cite) (about(texts)) " " span.url { (url) } }
                    }
                }
            }
        }
    }
}

/// Those whom a reference binds, and what it says.
fn about(CitationTexts { binds, says, .. }: &CitationTexts) -> Markup {
    html! { @for text in [binds, says].into_iter().filter(|text| !text.is_empty()) { " — " (text) } }
}

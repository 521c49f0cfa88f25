//! Questions, each whole on one page, with a box for every answer.

use boussole_core::answers::Level;
use boussole_core::questionnaire::Word;
use maud::{Markup, html};

use super::context::{Axis, Entry, PrintContext};

/// Pages of the items.
pub fn pages(context: &PrintContext<'_>) -> Markup {
    html! {
        @for axis in &context.principles { (principle(context, axis)) }
    }
}

fn principle(context: &PrintContext<'_>, axis: &Axis<'_>) -> Markup {
    html! {
        section.principle {
            header.opener {
                p.name { (axis.words.name) }
                h2 { (axis.words.title) }
            }
            @for group in &axis.dimensions {
                @for (index, entry) in group.items.iter().enumerate() {
                    // The name of a dimension stays with its first question.
                    @if index == 0 {
                        div.together { h3 { (group.name) } (item(context, *entry)) }
                    } @else {
                        (item(context, *entry))
                    }
                }
            }
        }
    }
}

fn item(context: &PrintContext<'_>, entry: Entry<'_>) -> Markup {
    let Entry { number, source, words } = entry;
    html! {
        article.item {
            p.number { (number) }
            div.body {
                h4 { (unbroken(&words.prompt)) }
                p.help { (words.help) }
                ol.levels {
                    @for level in Level::listed(source.descending) {
                        li { span.box {} span.level { (level.number()) } span { (words.levels[level.index()]) } }
                    }
                }
                ul.others {
                    li { span.box {} span { (context.widget.get("item", "dont_know")) } }
                    @if source.not_applicable {
                        li { span.box {} span { (context.widget.get("item", "not_applicable")) } }
                    }
                }
                (about(context, entry))
            }
        }
    }
}

/// Text without line breaks at hyphens: « pourraient-elles ».
fn unbroken(text: &str) -> Markup {
    let words = text.split(' ').enumerate();
    html! {
        @for (index, word) in words {
            @if index > 0 { " " }
            @if word.contains('-') { span.whole { (word) } } @else { (word) }
        }
    }
}

/// Help for the answer, in small print.
fn about(context: &PrintContext<'_>, Entry { source, words, .. }: Entry<'_>) -> Markup {
    let labels = &context.labels.item;
    let cited = source.references.iter().filter_map(|id| context.words.reference(id)).map(|one| &one.cite);
    let mut facts = vec![(&labels.respondent, context.widget.get("role", source.respondent.word()))];
    facts.extend(source.layer.map(|layer| (&labels.layer, context.widget.get("layer", layer.word()))));
    let forms = context.forms_of(source);
    facts.extend((!forms.is_empty()).then(|| (&labels.forms, forms.join(", "))));
    let mut lines = vec![facts];
    if !words.evidence.is_empty() {
        lines.push(vec![(&labels.evidence, words.evidence.clone())]);
    }
    lines.extend(cited.map(|cite| vec![(&labels.see, cite.clone())]));
    html! {
        ul.about {
            @for line in &lines {
                li {
                    @for (label, value) in line { span { b { (label) } " " (value) } " " }
                }
            }
        }
    }
}

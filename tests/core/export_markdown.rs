//! The laws of the Markdown export: read by another program, it is the texts as they are.

use boussole_core::export::markdown::{Words, document};
use boussole_core::questionnaire::{Role, Word};
use boussole_core::score::Range;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::export::{Worded, worded};

fn words(case: &Worded) -> Words<'_> {
    Words {
        byline: case.word(0),
        headline: case.word(1),
        level: case.word(2),
        principles: case.word(3),
        columns: [case.word(4), case.word(5), case.word(6)],
        whole: case.word(7),
        dash: case.word(8),
        plan: case.word(9),
        blind_spots: case.word(10),
        no_blind_spots: case.word(11),
        ask: case.roles(),
    }
}

/// The document as a list of its blocks: what each is, and its text.
pub fn blocks(document: &str) -> Vec<(&'static str, String)> {
    let mut blocks = vec![];
    let mut open: Option<(&'static str, String)> = None;
    // As GitHub reads it, the format of most wikis.
    let extensions = Options::ENABLE_GFM
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH;
    for event in Parser::new_ext(document, extensions) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                open = Some((["", "h1", "h2", "h3"][level as usize], String::new()))
            }
            Event::Start(Tag::Paragraph) => open = Some(("p", String::new())),
            Event::Start(Tag::Item) => open = Some(("li", String::new())),
            Event::Start(Tag::TableCell) => open = Some(("cell", String::new())),
            Event::Text(text) => open.as_mut().expect("a text stands in a block").1.push_str(&text),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
                blocks.extend(open.take());
            }
            Event::Start(
                Tag::List(_) | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::Strong | Tag::Emphasis,
            )
            | Event::End(_) => {}
            other => panic!("{other:?} is not of this document: {document}"),
        }
    }
    blocks
}

/// A text in one line.
pub fn line(text: &str) -> String {
    let is_break = |c: char| c == ' ' || c.is_control() || c == '\u{2028}' || c == '\u{2029}';
    text.split(is_break).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// The blocks that are meant, empty headings and paragraphs left out.
fn meant(case: &Worded) -> Vec<(&'static str, String)> {
    let (questionnaire, words, summary) = (&case.questionnaire, words(case), &case.report.summary);
    let mut blocks = vec![("h1", line(&questionnaire.title))];
    blocks.extend([words.byline, words.headline, words.level].map(|text| ("p", line(text))));
    let level = summary.maturity_result(questionnaire).map(|maturity_result| maturity_result.level.index());
    blocks.extend(level.map(|level| ("p", line(&questionnaire.maturity[level].meaning))));
    blocks.push(("h2", line(words.principles)));
    blocks.extend(words.columns.map(|text| ("cell", line(text))));
    let names = questionnaire.principles.iter().map(|principle| &*principle.name).chain([words.whole]);
    for (name, range) in names.zip(summary.principles.into_iter().chain([summary.whole])) {
        let points = |of: fn(Range) -> u8| range.map_or(line(words.dash), |range| of(range).to_string());
        blocks
            .extend([line(name), points(Range::assured), points(Range::possible)].map(|text| ("cell", text)));
    }
    if !case.steps.is_empty() {
        blocks.push(("h2", line(words.plan)));
        let join = |parts: [String; 2], between: &str| {
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
        };
        blocks.extend(case.plan().iter().map(|step| {
            let about = join([line(step.owner), line(step.when)], ", ");
            let about = if about.is_empty() { about } else { format!(" ({about})") };
            (
                "li",
                format!("{}{about}", join([line(&step.item.short), line(step.text)], " – "))
                    .trim()
                    .to_owned(),
            )
        }));
    }
    blocks.push(("h2", line(words.blind_spots)));
    if case.report.blind_spots.is_empty() {
        blocks.push(("p", line(words.no_blind_spots)));
    }
    // All made items are for the same function.
    if !case.report.blind_spots.is_empty() {
        blocks.push(("h3", line(words.ask[usize::from(Role::Legal.number())])));
        let item = |position: &usize| questionnaire.item(*position).expect("a blind spot is an item");
        blocks.extend(case.report.blind_spots.iter().map(|at| ("li", line(&item(at).prompt))));
    }
    blocks.push(("p", line(&questionnaire.notice)));
    blocks.retain(|(kind, text)| *kind == "cell" || *kind == "li" || !text.is_empty());
    blocks
}

proptest! {
    #[test]
    fn every_text_is_read_as_it_is_and_nothing_becomes_markup(case in worded()) {
        let document = document(&case.finished(), &case.plan(), &words(&case));
        prop_assert_eq!(blocks(&document), meant(&case), "{}", document);
    }
}

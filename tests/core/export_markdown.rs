//! The laws of the Markdown export: read by another program, it is the texts as they are.

use boussole_core::calendar::date;
use boussole_core::export::markdown::document;
use boussole_core::link::Day;
use boussole_core::questionnaire::{Questionnaire, Role};
use boussole_core::score::{Range, ScoreSummary};
use boussole_core::texts::{LazyText, Text};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::export::{Worded, worded};
use crate::widget_texts::WidgetTexts;

const COLUMNS: [Text; 3] = [Text::ReportPrinciple, Text::ReportAssured, Text::ReportPossible];

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
                open = Some((["", "h1", "h2", "h3"][level as usize], String::new()));
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

/// A day in figures.
pub fn written_day(texts: &WidgetTexts, day: Day) -> String {
    let (year, month, day) = date(day);
    let (day, month, year) = (format!("{day:02}"), format!("{month:02}"), year.to_string());
    texts.first.fill(Text::DateDay, &[("day", &*day), ("month", &month), ("year", &year)])
}

/// The points of a range, with their maximum.
pub fn written_points(texts: &WidgetTexts, range: Range) -> String {
    let text = if range.is_open() { Text::ReportBetween } else { Text::ReportExactly };
    let (assured, possible) = (range.assured().to_string(), range.possible().to_string());
    let points = texts.first.fill(text, &[("assured", &assured), ("possible", &possible)]);
    format!("{points} {}", texts.first.get(Text::ReportOutOf))
}

/// The maturity level with its label; empty without a level.
pub fn written_level(texts: &WidgetTexts, questionnaire: &Questionnaire, summary: &ScoreSummary) -> String {
    let Some(result) = summary.maturity_result(questionnaire) else { return String::new() };
    let label = if result.at_least { Text::ReportLevelAtLeast } else { Text::ReportLevel };
    let level = &*questionnaire.maturity[result.level.index()].name;
    texts.lazy.fill(LazyText::ExportLevel, &[("label", texts.first.get(label)), ("level", level)])
}

/// The blocks that are meant, empty headings and paragraphs left out.
fn meant(case: &Worded) -> Vec<(&'static str, String)> {
    let (questionnaire, texts, summary) = (&case.questionnaire, &case.texts, &case.report.summary);
    let first = |text: Text| texts.first.get(text);
    let mut blocks = vec![("h1", line(&questionnaire.title))];
    let day = case.day.map(|day| written_day(texts, day)).unwrap_or_default();
    let headline = summary.whole.map(|whole| written_points(texts, whole));
    let headline = headline.unwrap_or_else(|| first(Text::ReportNothing).to_owned());
    let level = written_level(texts, questionnaire, summary);
    blocks.extend([day, headline, level].map(|text| ("p", line(&text))));
    let level = summary.maturity_result(questionnaire).map(|maturity_result| maturity_result.level.index());
    blocks.extend(level.map(|level| ("p", line(&questionnaire.maturity[level].meaning))));
    blocks.push(("h2", line(first(Text::ReportPrinciples))));
    blocks.extend(COLUMNS.map(|text| ("cell", line(first(text)))));
    let names =
        questionnaire.principles.iter().map(|principle| &*principle.name).chain([first(Text::ReportWhole)]);
    for (name, range) in names.zip(summary.principles.into_iter().chain([summary.whole])) {
        let points =
            |of: fn(Range) -> u8| range.map_or(line(first(Text::ReportDash)), |range| of(range).to_string());
        blocks
            .extend([line(name), points(Range::assured), points(Range::possible)].map(|text| ("cell", text)));
    }
    if !case.steps.is_empty() {
        blocks.push(("h2", line(texts.lazy.get(LazyText::SharedPlan))));
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
    blocks.push(("h2", line(first(Text::ReportBlindSpots))));
    if case.report.blind_spots.is_empty() {
        blocks.push(("p", line(first(Text::ReportBlindSpotsNone))));
    }
    // All made items are for the same function.
    if !case.report.blind_spots.is_empty() {
        let ask = texts.first.fill(Text::ReportAsk, &[("role", case.role(Role::Legal))]);
        blocks.push(("h3", line(&ask)));
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
        let document = document(&case.finished(), &case.plan(), case.texts.export());
        prop_assert_eq!(blocks(&document), meant(&case), "{}", document);
    }
}

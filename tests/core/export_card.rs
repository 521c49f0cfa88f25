//! The laws of the picture card: everything is on it, in its room, and its file is sound.

use boussole_core::export::card::{
    Anchor, Attribution, FontWeight, Format, Paint, Shape, TextLine, UNITS, alternative, card, svg,
};
use boussole_core::questionnaire::Questionnaire;
use boussole_core::score::{Range, ScoreSummary};
use boussole_core::texts::{LazyText, Text};
use proptest::prelude::*;
use roxmltree::Document;

use crate::export::{text, worded};
use crate::project;
use crate::widget_texts::WidgetTexts;

const FORMATS: [Format; 2] = [Format::Wide, Format::Square];

/// Texts of a card, with the given text for what does not apply.
fn texts(none: &str) -> WidgetTexts {
    WidgetTexts::named(
        &[
            (Text::ReportBetween, "Between {assured} and {possible}"),
            (Text::ReportOutOf, "sur 100"),
            (Text::ReportLevelAtLeast, "Niveau, au moins"),
            (Text::ReportLevel, "Niveau"),
            (Text::ReportDash, none),
            (Text::ReportPrincipleExactly, "{name}: {assured}"),
            (Text::ReportPrincipleBetween, "Is this {name}?"),
            (Text::ReportPrincipleNone, "{name}: none\n"),
        ],
        &[
            (LazyText::ExportSource, "Boussole · boussole.example"),
            (LazyText::ExportLevel, "{label}: {level}"),
        ],
    )
}

const NOBODY: Attribution<'_> = Attribution { event: "", organisation: "" };

fn range() -> impl Strategy<Value = Option<Range>> {
    prop::option::of(
        (0u8..=100, 0u8..=100).prop_map(|(a, b)| Range::new(a.min(b), a.max(b)).expect("in order")),
    )
}

fn summary() -> impl Strategy<Value = ScoreSummary> {
    (range(), prop::array::uniform3(range()))
        .prop_map(|(whole, principles)| ScoreSummary { whole, principles })
}

/// A summary with the same range everywhere.
fn level(assured: u8, possible: u8) -> ScoreSummary {
    let range = Range::new(assured, possible);
    ScoreSummary { whole: range, principles: [range; 3] }
}

fn lines(shapes: &[Shape]) -> Vec<&TextLine> {
    let texts = shapes.iter().filter_map(|shape| match shape {
        Shape::Text(line) => Some(line),
        _ => None,
    });
    texts.collect()
}

/// Width of a line of Latin letters in a usual font, on average: 0.58 of its size, 0.64 in bold.
fn estimate(line: &TextLine) -> i32 {
    let hundredths = if line.weight == FontWeight::Bold { 64 } else { 58 };
    i32::try_from(line.text.chars().count()).expect("it is short") * line.size * hundredths / 100
}

/// From where to where the room of a line reaches.
fn extent(line: &TextLine) -> (i32, i32) {
    match line.anchor {
        Anchor::Start => (line.x, line.x + line.max_width),
        Anchor::Middle => (line.x - line.max_width / 2, line.x + line.max_width / 2),
        Anchor::End => (line.x - line.max_width, line.x),
    }
}

fn check_lines(questionnaire: &Questionnaire, summary: &ScoreSummary, format: Format) {
    let texts = texts("sans objet");
    let (width, height) = format.size();
    for line in lines(&card(questionnaire, summary, NOBODY, texts.export(), format)) {
        let (left, right) = extent(line);
        let place = format!("{format:?} {:?} in {}", line.text, questionnaire.locale);
        assert!(0 <= left && right <= width * UNITS, "{place}: {left} to {right}");
        assert!(line.size < line.y && line.y + line.size / 4 < height * UNITS, "{place}: {}", line.y);
        assert!(estimate(line) <= line.max_width, "{place}: {} in {}", estimate(line), line.max_width);
        assert!(!line.text.contains('…'), "{place} is cut");
    }
}

#[test]
fn every_text_of_the_project_is_whole_and_in_its_room() {
    for questionnaire in project::questionnaires() {
        for format in FORMATS {
            for at in [0, 20, 40, 60, 80, 100] {
                check_lines(&questionnaire, &level(at, 100), format);
                check_lines(&questionnaire, &level(at, at), format);
            }
            check_lines(&questionnaire, &ScoreSummary { whole: None, principles: [None; 3] }, format);
        }
    }
}

#[test]
fn a_card_tells_title_figures_level_principles_and_source() {
    let questionnaire = project::form("liberte-numerique", "express");
    let attribution = Attribution { event: "Tech Day", organisation: "  Groupe\nMéridian " };
    let texts = texts("sans objet");
    let ranges = [(55, 71), (38, 38), (33, 64)].map(|(assured, possible)| Range::new(assured, possible));
    let summary = ScoreSummary { whole: Range::new(42, 58), principles: ranges };
    // The square one has room for the level's name on two lines.
    let levels: [(Format, &[&str]); 2] =
        [(Format::Wide, &["Loosened dependency"]), (Format::Square, &["Loosened", "dependency"])];
    for (format, level) in levels {
        let shapes = card(&questionnaire, &summary, attribution, texts.export(), format);
        let texts: Vec<&str> = lines(&shapes).into_iter().map(|line| &*line.text).collect();
        let head: &[&str] = &["Tech Day", "Digital freedom", "42–58", "sur 100", "Niveau, au moins"];
        let principles: &[&str] =
            &["Choose", "Master", "Build", "Choose", "55–71", "Master", "38", "Build", "33–64"];
        let foot: &[&str] = &["Groupe Méridian", "Boussole · boussole.example"];
        let expected = [head, level, principles, foot].concat();
        assert_eq!(texts, expected);
    }
}

#[test]
fn a_name_too_long_for_its_room_is_made_smaller_then_cut() {
    let questionnaire = project::form("liberte-numerique", "express");
    let organisation = |name: &str, format| {
        let attribution = Attribution { organisation: name, ..NOBODY };
        let shapes = card(&questionnaire, &level(50, 50), attribution, texts("sans objet").export(), format);
        let lines = lines(&shapes);
        let line = lines[lines.len() - 2].clone();
        assert!(estimate(&line) <= line.max_width);
        (line.text, line.size)
    };
    for (format, times) in [(Format::Wide, 5), (Format::Square, 4)] {
        let name = "Méridien ".repeat(times);
        let (short, full_size) = organisation("Groupe Méridian", format);
        let (longer, smaller) = organisation(&name, format);
        let (cut, smallest) = organisation(&name.repeat(200), format);
        assert_eq!((&*short, &*longer), ("Groupe Méridian", name.trim_end()));
        assert!(cut.ends_with('…') && cut.starts_with(name.trim_end()), "{cut}");
        assert!(full_size > smaller && smaller > smallest, "{full_size} {smaller} {smallest}");
    }
}

/// Every absolute place in the data of a path.
fn places(data: &str) -> Vec<(i32, i32)> {
    let commands = data.split(['M', 'L']).skip(1);
    let place = |command: &str| {
        let command = command.split(['a', 'Z']).next().expect("there is a first part");
        let (x, y) = command.split_once(' ').expect("a place is two numbers");
        (x.parse().expect("a number"), y.parse().expect("a number"))
    };
    commands.map(place).collect()
}

proptest! {
    #[test]
    fn every_shape_is_within_the_picture(summary in summary()) {
        let questionnaire = crate::made::questionnaire(crate::made::SMALL);
        for format in FORMATS {
            let (width, height) = format.size();
            for shape in card(&questionnaire, &summary, NOBODY, texts("sans objet").export(), format) {
                let corners = match shape {
                    Shape::Rect { x, y, width, height, .. } => vec![(x, y), (x + width, y + height)],
                    Shape::Path { data, .. } => places(&data),
                    Shape::Text(_) => vec![],
                };
                for (x, y) in corners {
                    prop_assert!((0..=width * UNITS).contains(&x) && (0..=height * UNITS).contains(&y));
                }
            }
        }
    }

    #[test]
    fn what_is_possible_is_hatched_where_a_range_is_open_and_nowhere_else(summary in summary()) {
        let questionnaire = crate::made::questionnaire(crate::made::SMALL);
        let strokes = |summary: &ScoreSummary| {
            let is_stroke = |shape: &Shape| matches!(shape, Shape::Path { paint: Paint::Stroke(..), .. });
            let texts = texts("sans objet");
            card(&questionnaire, summary, NOBODY, texts.export(), Format::Wide).iter().filter(|shape| is_stroke(shape)).count()
        };
        let closed = ScoreSummary {
            whole: summary.whole,
            principles: summary.principles.map(|range| Range::new(range?.assured(), range?.assured())),
        };
        let open = summary.principles.iter().flatten().filter(|range| range.is_open()).count();
        // A needle and a bar, each hatched and outlined.
        prop_assert_eq!(strokes(&summary), strokes(&closed) + 4 * open);
    }

    #[test]
    fn no_text_breaks_the_file(case in worded(), title in text(), spoken in text()) {
        let attribution = Attribution { event: &case.words[0], organisation: &case.words[3] };
        for format in FORMATS {
            let shapes = card(&case.questionnaire, &case.report.summary, attribution, case.texts.export(), format);
            let file = svg(format, &shapes, &title, &spoken);
            let document = Document::parse(&file).map_err(|error| TestCaseError::fail(format!("{error}: {file}")))?;
            let texts: Vec<&str> = document
                .descendants()
                .filter(|node| node.has_tag_name("text"))
                .map(|node| node.text().unwrap_or_default())
                .collect();
            let held = |text: &str| text.replace(|c: char| c < ' ' || c == '\u{fffe}' || c == '\u{ffff}', " ");
            let expected: Vec<String> = lines(&shapes).iter().map(|line| held(&line.text)).collect();
            prop_assert_eq!(texts, expected);
            for (name, text) in [("title", &title), ("desc", &spoken)] {
                let node = document.descendants().find(|node| node.has_tag_name(name)).expect("it is there");
                prop_assert_eq!(node.text().unwrap_or_default(), held(text));
            }
        }
    }

    #[test]
    // The estimate is that of an average: of narrow letters alone there may be more.
    fn every_line_is_in_its_room_whatever_is_typed(name in "[A-HK-Zabcdeghkmnopqsuvwxyzà-ÿ]{0,200}") {
        let questionnaire = crate::made::questionnaire(crate::made::SMALL);
        let (attribution, texts) = (Attribution { organisation: &name, ..NOBODY }, texts(&name));
        for summary in [level(0, 100), ScoreSummary { whole: None, principles: [None; 3] }] {
            for format in FORMATS {
                for line in lines(&card(&questionnaire, &summary, attribution, texts.export(), format)) {
                    prop_assert!(line.text.chars().count() <= 3 || estimate(line) <= line.max_width, "{:?}", line);
                }
            }
        }
    }
}

#[test]
fn a_card_is_told_in_sentences() {
    let questionnaire = project::form("liberte-numerique", "express");
    let principles = [Range::new(55, 55), Range::new(33, 64), None];
    let summary = ScoreSummary { whole: Range::new(42, 58), principles };
    let sentences =
        |attribution| alternative(&questionnaire, &summary, attribution, texts("sans objet").export());
    let expected = "Digital freedom. Between 42 and 58 sur 100. Niveau, au moins: Loosened dependency. Choose: 55. \
                    Is this Master? Build: none.";
    assert_eq!(sentences(NOBODY), expected);
    let named = Attribution { organisation: "Groupe Méridian", ..NOBODY };
    assert!(sentences(named).starts_with("Digital freedom. Groupe Méridian. Between"));
    let met = Attribution { event: "Tech Day", ..named };
    assert!(sentences(met).starts_with("Digital freedom. Tech Day. Groupe Méridian."));
}

#[test]
fn the_longest_name_of_an_event_is_whole_on_a_card() {
    let questionnaire = project::form("liberte-numerique", "express");
    // As many characters as an event link may have, of an average width.
    let name = "Independence Tech Day ".repeat(3)[..60].to_owned();
    for format in FORMATS {
        let attribution = Attribution { event: &name, ..NOBODY };
        let shapes = card(&questionnaire, &level(42, 58), attribution, texts("sans objet").export(), format);
        let line = lines(&shapes)[0].clone();
        assert_eq!(line.text, name);
        assert!(estimate(&line) <= line.max_width, "{format:?}");
    }
}

//! Faults as text, with the place marked in its line, and as JSON.

use std::io::IsTerminal;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use anyhow::Result;
use boussole_authoring::{Fault, Rule, SourceFile, sum};
use serde::Serialize;

/// Width of a report, in characters: longer lines are cut around the marked place.
const WIDTH: usize = 110;

/// Format of the output of a command.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum OutputFormat {
    /// For people
    #[default]
    Text,
    /// For programs: one JSON array, see docs/authoring.md
    Json,
}

/// Use of colours in the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// Escape sequences for a terminal.
    On,
    /// Plain text.
    Off,
}

impl Colours {
    /// Colours for a terminal, unless `NO_COLOR` is set (<https://no-color.org>).
    pub fn for_output(output: &impl IsTerminal) -> Self {
        let declined = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if output.is_terminal() && !declined { Self::On } else { Self::Off }
    }
}

/// Empty texts of a file from which on they are told as one, as in a questionnaire that is just begun.
const MANY: usize = 4;

/// Places that are shown of many empty texts.
const SHOWN: usize = 3;

/// Faults as people are told them: many empty texts of a file as one, each other by itself.
pub fn grouped(faults: &[Fault]) -> Vec<Vec<&Fault>> {
    let empty_in = |path: &str| -> Vec<&Fault> {
        faults.iter().filter(|fault| fault.rule == Rule::Empty && fault.path == path).collect()
    };
    let mut groups = Vec::new();
    for fault in faults {
        let alike = if fault.rule == Rule::Empty { empty_in(&fault.path) } else { Vec::new() };
        if alike.len() < MANY {
            groups.push(vec![fault]);
        } else if alike[0] == fault {
            groups.push(alike);
        }
    }
    groups
}

/// Description of a group of faults.
pub fn what(group: &[&Fault]) -> String {
    match group {
        [fault] => fault.what.clone(),
        [first, ..] => {
            let file = first.path.rsplit('/').next().unwrap_or_default();
            format!("{} texts to write in {file}", group.len())
        }
        [] => String::new(),
    }
}

/// Report of every fault with its place, its reason and its mend, then their number.
pub fn report(faults: &[Fault], sources: &[SourceFile], colours: Colours) -> String {
    let renderer = match colours {
        Colours::On => Renderer::styled(),
        Colours::Off => Renderer::plain(),
    };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(WIDTH);
    let mut text = String::new();
    for group in grouped(faults) {
        let source = sources.iter().find(|source| source.path == group[0].path);
        text += &one(&group, source.map_or("", |source| &source.text), &renderer);
        text += "\n\n";
    }
    text + &sum(faults)
}

fn one(group: &[&Fault], text: &str, renderer: &Renderer) -> String {
    let fault = group[0];
    let place = |fault: &&Fault| AnnotationKind::Primary.span(within(&fault.span, text));
    let places = group.iter().take(SHOWN).map(place);
    let snippet = Snippet::source(text).path(&fault.path).annotations(places);
    let what = what(group);
    let report = [Level::ERROR
        .primary_title(&what)
        .id(fault.rule.id())
        .element(snippet)
        .element(Level::NOTE.with_name("why").message(fault.rule.why()))
        .element(Level::HELP.with_name("mend").message(&fault.mend))];
    renderer.render(&report)
}

/// Range cut to the text and to the bounds of its characters.
fn within(span: &Range<usize>, text: &str) -> Range<usize> {
    let start = text.floor_char_boundary(span.start);
    start..text.ceil_char_boundary(span.end).max(start)
}

/// Fault in JSON.
#[derive(Serialize)]
struct Record<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
    rule: &'a str,
    what: &'a str,
    why: &'a str,
    mend: &'a str,
    excerpt: &'a str,
}

impl<'a> From<&'a Fault> for Record<'a> {
    fn from(fault: &'a Fault) -> Self {
        Self {
            path: &fault.path,
            line: fault.line,
            column: fault.column,
            start: fault.span.start,
            end: fault.span.end,
            rule: fault.rule.id(),
            what: &fault.what,
            why: fault.rule.why(),
            mend: &fault.mend,
            excerpt: &fault.excerpt,
        }
    }
}

/// All faults as one JSON array; an empty one where there is none.
pub fn json(faults: &[Fault]) -> Result<String> {
    Ok(serde_json::to_string_pretty(&faults.iter().map(Record::from).collect::<Vec<_>>())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> SourceFile {
        let text = "version = 1\n\n[items.exit]\nshort = \"Sortie essayée\"\n".to_owned();
        SourceFile { path: "questionnaires/small/fr.toml".to_owned(), text }
    }

    fn fault(word: &str) -> Fault {
        let source = source();
        let start = source.text.find(word).unwrap();
        Fault::at(Rule::Length, &source, start..start + word.len(), "the text is too long", "shorten it")
    }

    #[test]
    fn a_report_marks_the_place_and_has_the_reason_and_the_mend() {
        let text = report(&[fault("\"Sortie essayée\"")], &[source()], Colours::Off);
        let expected = format!(
            "error[length]: the text is too long\n  \
               ╭▸ questionnaires/small/fr.toml:4:9\n  \
               │\n\
             4 │ short = \"Sortie essayée\"\n  \
               │         ━━━━━━━━━━━━━━━━\n  \
               │\n  \
               ├ why: {}\n  \
               ╰ mend: shorten it\n\n\
             1 fault in questionnaires/small/fr.toml.",
            Rule::Length.why()
        );
        assert_eq!(text, expected, "\n{text}");
    }

    #[test]
    fn many_empty_texts_of_a_file_are_told_as_one_with_the_first_places() {
        let lines: String = (0..5).map(|number| format!("key-{number} = \"\"\n")).collect();
        let file =
            |name: &str| SourceFile { path: format!("questionnaires/ours/{name}"), text: lines.clone() };
        let (french, english) = (file("fr.toml"), file("en.toml"));
        let empty = |file: &SourceFile, number: usize| {
            let start = number * 11 + 8;
            Fault::at(Rule::Empty, file, start..start + 2, "the text is empty", "write it")
        };
        let mut faults: Vec<_> = (0..5).map(|number| empty(&french, number)).collect();
        faults.extend((0..MANY - 1).map(|number| empty(&english, number)));
        faults.insert(1, Fault::at(Rule::Length, &french, 0..1, "too long", "shorten it"));
        let titles: Vec<String> = grouped(&faults).iter().map(|group| what(group)).collect();
        let one = "the text is empty";
        assert_eq!(titles, ["5 texts to write in fr.toml", "too long", one, one, one]);
        let text = report(&faults, &[french, english], Colours::Off);
        assert!(text.contains("3 │ key-2 = \"\"") && !text.contains("key-3 = "), "{text}");
        assert!(text.ends_with("\n\n9 faults in 2 files."), "{text}");
    }

    #[test]
    fn colours_are_only_there_when_asked_for() {
        let faults = [fault("exit")];
        assert!(report(&faults, &[source()], Colours::On).contains('\u{1b}'));
        assert!(!report(&faults, &[source()], Colours::Off).contains('\u{1b}'));
    }

    #[test]
    fn a_place_that_the_file_does_not_have_stops_no_report() {
        let mut lost = fault("exit");
        lost.span = 31..9000;
        assert!(report(&[lost.clone()], &[source()], Colours::Off).contains("too long"));
        assert!(report(&[lost], &[], Colours::Off).contains("too long"));
    }

    #[test]
    fn faults_are_counted_by_file() {
        let mut elsewhere = fault("exit");
        elsewhere.path = "questionnaires/small/en.toml".to_owned();
        assert_eq!(sum(&[]), "No fault.");
        assert_eq!(sum(&[fault("exit"), fault("short")]), "2 faults in questionnaires/small/fr.toml.");
        assert_eq!(sum(&[fault("exit"), elsewhere]), "2 faults in 2 files.");
    }

    #[test]
    fn programs_get_every_field() {
        let read: serde_json::Value = serde_json::from_str(&json(&[fault("exit")]).unwrap()).unwrap();
        let expected = serde_json::json!([{
            "path": "questionnaires/small/fr.toml", "line": 3, "column": 8, "start": 20, "end": 24,
            "rule": "length", "what": "the text is too long", "why": Rule::Length.why(),
            "mend": "shorten it", "excerpt": "[items.exit]",
        }]);
        assert_eq!(read, expected);
        assert_eq!(json(&[]).unwrap(), "[]");
    }
}

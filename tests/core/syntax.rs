//! Files that are no TOML: one cause, at the place that a writer would change. For the messages see `corpus`.

use boussole_authoring::{Fault, Rule, build};

use crate::sources::{edited, sources};

/// Marks of the format. A file that lacks one is hardly ever TOML.
const MARKS: &str = "\"[]{}=,";

/// Line, counted from 1, of a place in a text.
fn line(text: &str, place: usize) -> usize {
    1 + text[..place].matches('\n').count()
}

/// Line on which the key or the table begins that a place belongs to.
fn start(text: &str, place: usize) -> usize {
    let begins = |line: &str| line.starts_with('[') || line.starts_with(|c: char| c.is_ascii_lowercase());
    let number = line(text, place);
    text.lines().zip(1..=number).filter(|(line, _)| begins(line)).last().map_or(1, |(_, number)| number)
}

#[test]
fn a_mark_that_is_missing_is_one_fault_in_its_own_entry() {
    let sound = sources();
    for (index, file) in sound.iter().enumerate().filter(|(_, file)| !file.path.starts_with("www/")) {
        for (place, mark) in file.text.match_indices(|c| MARKS.contains(c)) {
            let mut broken = sound.clone();
            broken[index].text.replace_range(place..place + mark.len(), "");
            let faults = build(&broken).err().unwrap_or_default();
            let own: Vec<&Fault> = faults.iter().filter(|fault| fault.path == file.path).collect();
            if !own.iter().any(|fault| fault.rule == Rule::Syntax) {
                continue;
            }
            let lines = start(&file.text, place)..=line(&file.text, place);
            let told = format!("without {mark} in {lines:?} of {}: {}", file.path, own[0]);
            assert_eq!(own.len(), 1, "{told}");
            assert!(lines.contains(&own[0].line), "{told}");
            assert!(!own[0].what.contains("no TOML here"), "{told}");
        }
    }
}

#[test]
fn a_cause_in_one_file_hides_no_fault_of_another() {
    let broken = edited(&[
        ("fr.toml", "short = \"Sortie\"", "short = \"Sortie"),
        ("en.toml", "short = \"Exit\"", "short = \"<b>Exit</b>\""),
        ("questionnaire.toml", "[20, 40, 60, 80]", "[20, 40, 60, 20]"),
    ]);
    let rules: Vec<Rule> = build(&broken).err().unwrap_or_default().iter().map(|fault| fault.rule).collect();
    assert_eq!(rules, [Rule::Thresholds, Rule::Syntax, Rule::Markup]);
}

#[test]
fn a_sound_file_has_the_mark_of_the_byte_order_or_the_line_ends_of_another_system() {
    let mut sources = sources();
    for file in &mut sources {
        file.text = format!("\u{FEFF}{}", file.text.replace('\n', "\r\n"));
    }
    assert_eq!(build(&sources).err(), None);
    for file in sources.iter_mut().filter(|file| file.path.ends_with("/fr.toml")) {
        file.text = file.text.replace("short = \"Sortie\"", "short = \"Sortie");
    }
    let faults = build(&sources).err().unwrap_or_default();
    assert_eq!((faults.len(), &*faults[0].what), (1, "the quotation mark is not closed"));
}

//! Broken questionnaires, each with the fault it shows, and what an author is told of it.
//!
//! `tests/fixtures/broken/<rule>.toml` shows what breaks a rule, `<rule>-<case>.toml` another way to break it.
//! Each names edits to the full sources of `sources`; the whole messages stand in `snapshots/`.

use std::fs;
use std::path::{Path, PathBuf};

use boussole_authoring::{Fault, Rule, SourceFile, build_with_instruments, reference_expiry, rules_page};
use serde::Deserialize;

use crate::sources::{edited_in, full_sources};

/// A broken questionnaire.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// Description of the fault, for readers of the file.
    shows: String,
    edits: Vec<Edit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    old: String,
    new: String,
}

/// The sources of a broken questionnaire.
pub fn broken(path: &Path) -> Vec<SourceFile> {
    let text = fs::read_to_string(path).expect("the case can be read");
    let case: Case = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(!case.shows.is_empty());
    let edits: Vec<_> = case.edits.iter().map(|edit| (&*edit.file, &*edit.old, &*edit.new)).collect();
    edited_in(full_sources(), &edits)
}

/// Faults that the check finds in a broken questionnaire.
fn faults_of(path: &Path) -> Vec<Fault> {
    let sources = broken(path);
    let found = build_with_instruments(&sources)
        .map(|(_, instruments)| reference_expiry(&instruments, &sources, TODAY).faults);
    found.unwrap_or_else(|faults| faults)
}

/// Day of the corpus.
const TODAY: &str = "2026-12-01";

/// The rule that a case is named by: the longest whose name its own begins with.
pub fn rule_of(path: &Path) -> Rule {
    let name = path.file_stem().and_then(|name| name.to_str()).expect("a case has a name");
    let begins = |rule: &&Rule| {
        name.strip_prefix(rule.id()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let rules = Rule::ALL.iter().filter(begins);
    *rules.max_by_key(|rule| rule.id().len()).unwrap_or_else(|| panic!("{name} begins with a rule"))
}

/// The files of all of them.
pub fn cases() -> Vec<PathBuf> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/fixtures/broken");
    let entries = folder.read_dir().expect("the corpus is there");
    entries.map(|entry| entry.expect("it can be read").path()).collect()
}

#[test]
fn each_case_shows_its_fault() {
    for case in cases() {
        let rule = rule_of(&case);
        let faults = faults_of(&case);
        let told: Vec<String> = faults.iter().map(Fault::to_string).collect();
        assert!(faults.iter().any(|fault| fault.rule == rule), "{}: {}", case.display(), told.join("\n"));
    }
}

#[test]
fn each_rule_has_a_case_of_its_name() {
    let cases = cases();
    for rule in Rule::ALL {
        let has = |case: &PathBuf| case.file_stem().is_some_and(|name| name == rule.id());
        assert!(cases.iter().any(has), "{} has no case", rule.id());
    }
}

#[test]
fn each_message_says_what_it_is_about() {
    insta::glob!("../fixtures/broken", "*.toml", |path| {
        let told = |fault: &Fault| format!("{}: {fault}", fault.rule.id());
        let told: Vec<String> = faults_of(path).iter().map(told).collect();
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("told", told.join("\n\n")));
    });
}

#[test]
fn the_page_on_the_rules_is_up_to_date() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let page = rules_page(|path| fs::read_to_string(root.join(path)).ok());
    let written = fs::read_to_string(root.join(&page.path)).unwrap_or_default();
    assert!(written == page.text, "{} is out of date: run `cargo xtask generate`", page.path);
    for rule in Rule::ALL {
        let section =
            page.text.split(&format!("## `{}`\n", rule.id())).nth(1).expect("a section for each rule");
        let section = section.split("\n## ").next().unwrap_or_default();
        assert!(section.contains("    = "), "{} has no example", rule.id());
    }
}

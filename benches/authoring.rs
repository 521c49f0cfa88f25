//! How long it takes to parse and check the sources of questionnaires, and to build their packs.
//!
//! `cargo xtask bench`; the times are this machine's, and hold nothing to account.

mod made;

use std::fs;
use std::path::Path;

use boussole_authoring::{SourceFile, build, instruments};
use divan::Bencher;

fn main() {
    divan::main();
}

/// The sources in a folder of the project.
fn sources_of(folder: &str) -> Vec<SourceFile> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(folder);
    let source = |entry: fs::DirEntry| SourceFile {
        path: format!("{folder}/{}", entry.file_name().to_string_lossy()),
        text: fs::read_to_string(entry.path()).expect("the file can be read"),
    };
    let entries = root.read_dir().expect("the folder is there").map(|entry| entry.expect("it can be read"));
    entries.filter(|entry| entry.path().extension().is_some_and(|kind| kind == "toml")).map(source).collect()
}

fn own() -> Vec<SourceFile> {
    [sources_of("questionnaires/liberte-numerique"), sources_of("www/texts")].concat()
}

fn thousand_items() -> Vec<SourceFile> {
    [made::sources(1000, 60), sources_of("www/texts")].concat()
}

/// The same with a fault in every text.
fn thousand_items_with_faults() -> Vec<SourceFile> {
    let mut sources = thousand_items();
    for source in sources.iter_mut().filter(|source| source.path.starts_with("questionnaires/")) {
        source.text = source.text.replace('’', "'").replace(".\"", " .\"");
    }
    sources
}

fn sources_named(which: &str) -> Vec<SourceFile> {
    if which == "own" { own() } else { thousand_items() }
}

#[divan::bench(args = ["own", "thousand_items"], sample_count = 20)]
fn parses_and_checks(bencher: Bencher<'_, '_>, which: &str) {
    let sources = sources_named(which);
    bencher.bench(|| instruments(&sources).unwrap_or_else(|faults| panic!("{}", faults[0])));
}

/// The same, and the packs: 34 for the thousand items.
#[divan::bench(args = ["own", "thousand_items"], sample_count = 20)]
fn builds(bencher: Bencher<'_, '_>, which: &str) {
    let sources = sources_named(which);
    bencher.bench(|| build(&sources).unwrap_or_else(|faults| panic!("{}", faults[0])));
}

#[divan::bench(sample_count = 20)]
fn tells_every_fault(bencher: Bencher<'_, '_>) {
    let sources = thousand_items_with_faults();
    bencher.bench(|| build(&sources).expect_err("there are faults"));
}

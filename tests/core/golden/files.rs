//! Exported files in French and English, made again byte for byte from the golden shelves.

mod input;
mod own;
mod together;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use input::{Language, ROOT};

/// All files of a language, by their names.
fn made(locale: &str) -> BTreeMap<String, String> {
    let language = Language::new(locale);
    let files = own::Own::new(&language).files().into_iter().chain(together::files(&language));
    files.map(|(name, content)| (format!("{locale}/{name}"), content)).collect()
}

fn folder() -> PathBuf {
    Path::new(ROOT).join("tests/fixtures/golden/files")
}

/// The names of all files in a folder and those within it.
fn names(folder: &Path, before: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let named = |path: PathBuf| {
        let name = path.file_name().expect("it has a name").to_string_lossy();
        let name = format!("{before}{name}");
        if path.is_dir() { names(&path, &format!("{name}/")) } else { vec![name] }
    };
    let mut names: Vec<String> = paths.flat_map(named).collect();
    names.sort();
    names
}

#[test]
fn every_file_is_made_byte_for_byte() {
    for (name, content) in ["fr", "en"].into_iter().flat_map(made) {
        let golden = fs::read(folder().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(content, String::from_utf8(golden).expect("it is text"), "{name}");
    }
}

#[test]
fn no_file_is_left_out() {
    let mut made: Vec<String> = ["fr", "en"].into_iter().flat_map(made).map(|(name, _)| name).collect();
    made.sort();
    assert_eq!(names(&folder(), ""), made);
}

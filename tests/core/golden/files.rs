//! Exported files in French and English, made again byte for byte from the golden shelves.

mod input;
mod own;
mod together;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use input::{Language, ROOT};

/// All files of versions 2 and 3 in both languages, by their names.
fn made() -> BTreeMap<String, String> {
    let folders = [(2, "fr"), (2, "en"), (3, "fr"), (3, "en")].map(|(version, locale)| {
        let language = Language::new(version, locale);
        let mut files = own::Own::new(&language).files();
        files.extend(together::files(&language));
        let folder = if version == 2 { locale.to_owned() } else { format!("version-{version}/{locale}") };
        files.into_iter().map(move |(name, content)| (format!("{folder}/{name}"), content))
    });
    folders.into_iter().flatten().collect()
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
    for (name, content) in made() {
        let golden = fs::read(folder().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(content, String::from_utf8(golden).expect("it is text"), "{name}");
    }
}

#[test]
fn no_file_is_left_out() {
    assert_eq!(names(&folder(), ""), made().into_keys().collect::<Vec<_>>());
}

//! Exported files in French and English, made again byte for byte from the golden shelves.

mod own;
mod together;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use boussole_core::export::ExportTexts;
use boussole_core::export::csv::Separator;
use boussole_core::link::Day;
use boussole_core::pack::Pack;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::texts::{LazyText, Name, RoomText, Texts};

use super::{BUILT, list, pack, shelves, text};

/// The workspace.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The day on which the files are made: 2 December 2026.
const TODAY: Day = Day(335);

/// How the names of a result's files begin.
const NAME: &str = "boussole-liberte-numerique-express";

/// The name that is typed before the square card is taken, and that of the event.
const ORGANISATION: &str = "Bureau & fils <Lyon>";
const EVENT: &str = "Independence Tech Day";

/// A shelf of the browser `returning`, or of the organiser.
fn shelf(kind: &str) -> String {
    let golden = shelves::golden();
    let keys = [
        "boussole:liberte-numerique:express",
        "boussole:liberte-numerique:express:plan",
        "boussole:liberte-numerique:express:team",
        "boussole-room:liberte-numerique",
    ];
    let wanted = |shelf: &&serde_json::Value| {
        keys.contains(&text(shelf, "key")) && shelf["kind"] == kind && shelf["browser"] != "earlier version"
    };
    let found = list(&golden, "shelves").iter().find(wanted).expect("there is such a shelf");
    text(found, "value").to_owned()
}

/// A language with all its texts.
struct Language {
    pack: Pack,
    lazy: Texts<LazyText>,
    room: Texts<RoomText>,
}

impl Language {
    fn new(locale: &str) -> Self {
        let lazy = serde_json::from_str(&BUILT.rooms[locale]).expect("the texts are a list");
        let path = Path::new(ROOT).join("www/room").join(locale).with_extension("toml");
        let room: toml::Table = fs::read_to_string(path).expect("the texts are there").parse().expect("TOML");
        let room = RoomText::ALL.iter().map(|(_, key)| room[*key].as_str().expect("a text").to_owned());
        Self {
            pack: pack("liberte-numerique", "express", 2, locale),
            lazy: Texts::new(lazy).expect("every text is there"),
            room: Texts::new(room.collect()).expect("every text is there"),
        }
    }

    fn questionnaire(&self) -> &Questionnaire {
        &self.pack.questionnaire
    }

    fn texts(&self) -> ExportTexts<'_> {
        ExportTexts { first: &self.pack.texts, lazy: &self.lazy }
    }

    fn separator(&self) -> Separator {
        if self.lazy.get(LazyText::ExportSeparator) == ";" { Separator::Semicolon } else { Separator::Comma }
    }
}

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

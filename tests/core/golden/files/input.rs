//! Input of the files: a day, names, shelves, texts.

use std::fs;
use std::path::Path;

use boussole_authoring::PluralRule;
use boussole_core::export::ExportTexts;
use boussole_core::export::csv::Separator;
use boussole_core::link::Day;
use boussole_core::pack::Pack;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::texts::{LazyText, Name, RoomText, Texts};

use crate::golden::{BUILT, list, pack, shelves, text};

/// The workspace.
pub const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The day on which the files are made: 2 December 2026.
pub const TODAY: Day = Day(335);

/// Start of the names of a result's files.
pub const NAME: &str = "boussole-liberte-numerique-express";

/// The name that is typed before the square card is taken, and that of the event.
pub const ORGANISATION: &str = "Bureau & fils <Lyon>";
pub const EVENT: &str = "Independence Tech Day";

/// A shelf of a returning browser, or of the organiser.
pub fn shelf(browser: &str, kind: &str) -> String {
    let golden = shelves::golden();
    let keys = [
        "boussole:liberte-numerique:express",
        "boussole:liberte-numerique:express:plan",
        "boussole:liberte-numerique:express:team",
        "boussole-room:liberte-numerique",
    ];
    let wanted = |shelf: &&serde_json::Value| {
        keys.contains(&text(shelf, "key")) && shelf["kind"] == kind && shelf["browser"] == browser
    };
    let found = list(&golden, "shelves").iter().find(wanted).expect("there is such a shelf");
    text(found, "value").to_owned()
}

/// A language with all its texts.
pub struct Language {
    /// The browser that has the shelves of this version.
    pub returning: &'static str,
    pub pack: Pack,
    pub lazy: Texts<LazyText>,
    pub room: Texts<RoomText>,
}

impl Language {
    pub fn new(version: u8, locale: &str) -> Self {
        let lazy = serde_json::from_str(&BUILT.rooms[locale]).expect("the texts are a list");
        let path = Path::new(ROOT).join("www/room").join(locale).with_extension("toml");
        let room: toml::Table = fs::read_to_string(path).expect("the texts are there").parse().expect("TOML");
        let rule = PluralRule::of(locale).expect("a rule");
        let text = |value: &toml::Value| match value.as_str() {
            Some(text) => text.to_owned(),
            None => rule.joined(|category| Some(value[category].as_str()?.to_owned())).expect("every form"),
        };
        let room = RoomText::ALL.iter().map(|(_, key)| text(&room[*key]));
        Self {
            returning: if version == 2 { "returning" } else { "returning to version 3" },
            pack: pack("liberte-numerique", "express", version, locale),
            lazy: Texts::new(lazy).expect("every text is there"),
            room: Texts::new(room.collect()).expect("every text is there"),
        }
    }

    pub fn questionnaire(&self) -> &Questionnaire {
        &self.pack.questionnaire
    }

    pub fn texts(&self) -> ExportTexts<'_> {
        ExportTexts { first: &self.pack.texts, lazy: &self.lazy }
    }

    pub fn separator(&self) -> Separator {
        if self.lazy.get(LazyText::ExportSeparator) == ";" { Separator::Semicolon } else { Separator::Comma }
    }
}

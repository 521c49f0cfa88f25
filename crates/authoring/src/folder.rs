//! Which source files make up a questionnaire, by their paths, and what can be read of them.

use std::collections::BTreeSet;

use super::reader::Faults;
use super::texts::{self, PlacedText};
use super::{Edition, QuestionnaireTexts, Rule, SourceFile, Structure, parts, rules};

/// The files of one questionnaire, or of one released version of it.
pub struct Folder<'a> {
    /// The id of the questionnaire.
    pub id: &'a str,
    pub edition: Edition,
    /// The released version that the folder is named by.
    pub version: Option<&'a str>,
    pub structure: &'a SourceFile,
    /// The texts by locale.
    pub locales: Vec<(&'a str, &'a SourceFile)>,
}

/// What could be read of a folder.
pub struct Read<'a> {
    pub edition: Edition,
    /// The file of the structure.
    pub file: &'a SourceFile,
    pub structure: Option<Structure>,
    /// Whether nothing is wrong with the structure by itself.
    is_sound: bool,
    pub pages: Vec<Page<'a>>,
}

/// What could be read of the texts in one language.
pub struct Page<'a> {
    pub locale: &'a str,
    pub file: &'a SourceFile,
    pub words: Option<QuestionnaireTexts>,
    /// Every text of the file in its place.
    pub texts: Vec<PlacedText>,
}

impl Read<'_> {
    /// The structure, if nothing is missing in it.
    pub fn sound(&self) -> Option<&Structure> {
        self.structure.as_ref().filter(|_| self.is_sound)
    }

    /// The texts of every language that could be read.
    pub fn words(&self) -> impl Iterator<Item = &QuestionnaireTexts> {
        self.pages.iter().filter_map(|page| page.words.as_ref())
    }
}

const STRUCTURE: &str = "questionnaire.toml";

/// Every folder that has a structure, in the order of the sources.
pub fn all<'a>(sources: &'a [SourceFile]) -> Vec<Folder<'a>> {
    let folder = |structure: &'a SourceFile| {
        let (id, edition, version) = match parts(structure)[..] {
            ["questionnaires", id, STRUCTURE] => (id, Edition::Current, None),
            ["questionnaires", id, "frozen", version, STRUCTURE] => (id, Edition::Frozen, Some(version)),
            _ => return None,
        };
        Some(Folder { id, edition, version, structure, locales: beside(structure, sources) })
    };
    sources.iter().filter_map(folder).collect()
}

/// The texts in the folder of a structure, by locale.
fn beside<'a>(structure: &SourceFile, sources: &'a [SourceFile]) -> Vec<(&'a str, &'a SourceFile)> {
    let folder = structure.path.strip_suffix(STRUCTURE).unwrap_or_default();
    let locale = |file: &'a SourceFile| {
        let name = file.path.strip_prefix(folder).filter(|name| *name != STRUCTURE)?;
        Some((name.strip_suffix(".toml").filter(|locale| !locale.contains('/'))?, file))
    };
    sources.iter().filter_map(locale).collect()
}

/// Reads a folder, for a widget that has these languages; every fault is noted.
pub fn read<'a>(folder: &Folder<'a>, spoken: &BTreeSet<&str>, faults: &Faults) -> Read<'a> {
    let note = |rule, file, what: String, mend: &str| {
        faults.note(rule, file, 0..0, what, mend);
    };
    let before = faults.len();
    let structure = Structure::read(folder.id, folder.structure, folder.edition, faults);
    if let (Some(version), Some(structure)) = (folder.version, &structure)
        && version != structure.version.to_string()
    {
        let what = format!("version {} stands in the folder of version {version}", structure.version);
        note(Rule::Version, folder.structure, what, "restore the file as it was released");
    }
    let is_sound = faults.len() == before;
    if folder.locales.is_empty() {
        let what = "the questionnaire has no texts in any language".to_owned();
        let mend = "add a file with the texts, named by its language: fr.toml";
        note(Rule::Locales, folder.structure, what, mend);
    }
    let page = |(locale, file): &(&'a str, &'a SourceFile)| {
        if !spoken.contains(locale) {
            let what = format!("the widget itself has no texts in `{locale}`");
            let known: Vec<&str> = spoken.iter().copied().collect();
            let mend = format!(
                "leave the file out (there are: {}), or add www/texts/{locale}.toml",
                known.join(", ")
            );
            note(Rule::Locales, file, what, &mend);
        }
        let (words, texts) = texts::read(locale, file, folder.edition, structure.as_ref(), faults);
        Page { locale, file, words, texts }
    };
    let pages = folder.locales.iter().map(page).collect();
    let read = Read { edition: folder.edition, file: folder.structure, structure, is_sound, pages };
    // What was released stays as it was.
    if read.edition == Edition::Current {
        rules::check(&read, faults);
    }
    read
}

//! Folders of questionnaires: the source files that belong together, by their paths, and their content.

use std::collections::BTreeSet;

use super::reader::Faults;
use super::rule::Rule;
use super::source::{Edition, SourceFile, path_segments};
use super::structure::Structure;
use super::texts::QuestionnaireTexts;
use super::texts_reader::{self, PlacedText};

/// The files of one questionnaire, or of one released version of it.
pub struct Folder<'a> {
    /// Id of the questionnaire.
    pub id: &'a str,
    /// State of the questionnaire.
    pub edition: Edition,
    /// Released version, from the name of the folder.
    pub version: Option<&'a str>,
    /// File of the structure.
    pub structure: &'a SourceFile,
    /// Files of the texts, by locale.
    pub locales: Vec<(&'a str, &'a SourceFile)>,
}

/// Readable content of a folder.
pub struct ReadFolder<'a> {
    /// State of the questionnaire.
    pub edition: Edition,
    /// File of the structure.
    pub file: &'a SourceFile,
    /// Structure, if it is readable.
    pub structure: Option<Structure>,
    /// True if the structure by itself has no fault.
    is_sound: bool,
    /// Texts by language.
    pub locales: Vec<LocaleFile<'a>>,
}

/// Readable texts in one language.
pub struct LocaleFile<'a> {
    /// Language.
    pub locale: &'a str,
    /// File of the texts.
    pub file: &'a SourceFile,
    /// Texts, if every one of them is readable.
    pub texts: Option<QuestionnaireTexts>,
    /// Every readable text of the file with its place.
    pub placed: Vec<PlacedText>,
}

impl ReadFolder<'_> {
    /// Structure, if it has no fault.
    pub fn sound(&self) -> Option<&Structure> {
        self.structure.as_ref().filter(|_| self.is_sound)
    }

    /// Texts of every readable language.
    pub fn texts(&self) -> impl Iterator<Item = &QuestionnaireTexts> {
        self.locales.iter().filter_map(|locale| locale.texts.as_ref())
    }
}

#[cfg(feature = "tools")]
impl LocaleFile<'_> {
    /// False for a language of private use (`qaa` to `qtz`): a program made its texts of those of another language.
    pub fn is_written(&self) -> bool {
        !matches!(self.locale.as_bytes(), [b'q', b'a'..=b't', b'a'..=b'z'])
    }
}

const STRUCTURE: &str = "questionnaire.toml";

/// Folders with a structure, in the order of the sources.
pub fn all<'a>(sources: &'a [SourceFile]) -> Vec<Folder<'a>> {
    let folder = |structure: &'a SourceFile| {
        let (id, edition, version) = match path_segments(structure)[..] {
            ["questionnaires", id, STRUCTURE] => (id, Edition::Current, None),
            ["questionnaires", id, "frozen", version, STRUCTURE] => (id, Edition::Frozen, Some(version)),
            _ => return None,
        };
        Some(Folder { id, edition, version, structure, locales: beside(structure, sources) })
    };
    sources.iter().filter_map(folder).collect()
}

/// Files of texts in the folder of a structure, by locale.
fn beside<'a>(structure: &SourceFile, sources: &'a [SourceFile]) -> Vec<(&'a str, &'a SourceFile)> {
    let folder = structure.path.strip_suffix(STRUCTURE).unwrap_or_default();
    let locale = |file: &'a SourceFile| {
        let name = file.path.strip_prefix(folder).filter(|name| *name != STRUCTURE)?;
        Some((name.strip_suffix(".toml").filter(|locale| !locale.contains('/'))?, file))
    };
    sources.iter().filter_map(locale).collect()
}

/// Notes every file of a questionnaire that nothing reads: its name ends otherwise, or its folder has no structure.
pub fn check_names(sources: &[SourceFile], faults: &Faults) {
    let has_structure =
        |folder: &str| sources.iter().any(|file| file.path == format!("questionnaires/{folder}/{STRUCTURE}"));
    for file in sources {
        let ["questionnaires", folder, name] = path_segments(file)[..] else { continue };
        let note = |what: &str, mend: String| faults.note(Rule::Locales, file, 0..0, what, mend);
        let stem = name.split('.').next().unwrap_or_default().to_lowercase();
        if !name.ends_with(".toml") {
            let mend =
                format!("rename it to {stem}.toml; an editor or the system may hide the end of its name");
            note("the file is not read: its name does not end in .toml", mend);
        } else if !has_structure(folder) {
            let mend =
                format!("add {STRUCTURE} beside it, or move the file to the folder of its questionnaire");
            note("the file is not read: its folder has no structure", mend);
        }
    }
}

/// Reads a folder, for a widget in these languages; notes every fault of a file by itself.
pub fn read<'a>(folder: &Folder<'a>, widget_locales: &BTreeSet<&str>, faults: &Faults) -> ReadFolder<'a> {
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
    let read_texts = |(locale, file): &(&'a str, &'a SourceFile)| {
        if !widget_locales.contains(locale) {
            let what = format!("the widget itself has no texts in `{locale}`");
            let known: Vec<&str> = widget_locales.iter().copied().collect();
            let meant = locale.split(['-', '_', '.', ' ']).next().unwrap_or_default().to_lowercase();
            let mend = if widget_locales.contains(&*meant) {
                format!("name the file {meant}.toml")
            } else {
                let known = known.join(", ");
                format!("leave the file out (there are: {known}), or add www/texts/{locale}.toml")
            };
            note(Rule::Locales, file, what, &mend);
        }
        let (texts, placed) = texts_reader::read(locale, file, folder.edition, structure.as_ref(), faults);
        LocaleFile { locale, file, texts, placed }
    };
    let locales = folder.locales.iter().map(read_texts).collect();
    ReadFolder { edition: folder.edition, file: folder.structure, structure, is_sound, locales }
}

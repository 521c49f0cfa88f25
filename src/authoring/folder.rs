//! Which source files make up a questionnaire, by their paths.

use super::{Edition, SourceFile, parts};

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

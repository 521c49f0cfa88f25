//! Folder of a questionnaire, and the sources read from it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use boussole_authoring::SourceFile;

use crate::project::Project;

/// File that makes a folder a questionnaire.
pub const STRUCTURE: &str = "questionnaire.toml";

/// Endings of files that are meant as sources, in any case. Copies that editors make have others.
const ENDINGS: [&str; 5] = [".toml", ".toml.txt", ".toml.rtf", ".toml.docx", ".toml.md"];

/// Subfolder of the released versions.
pub const FROZEN: &str = "frozen";

/// Folder of one questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnaireFolder {
    /// Name of the folder.
    pub id: String,
    /// Path of the folder.
    pub path: PathBuf,
    /// Path in messages: relative to the project, where the folder stands in it.
    pub shown: String,
}

impl QuestionnaireFolder {
    /// Folder by the id of a questionnaire of the project, by its path, or by the path of a file in it.
    pub fn find(project: &Project, id_or_path: &str) -> Result<Self> {
        let by_id = project.root.join("questionnaires").join(id_or_path);
        if !id_or_path.contains(['/', '\\', '.']) && by_id.is_dir() {
            return Self::at(project, &by_id);
        }
        let by_path = Path::new(id_or_path);
        // A path is told as seen from where the command is run, or from the project's own folder.
        for path in [by_path.to_owned(), project.root.join(by_path)] {
            if path.is_dir() {
                return Self::at(project, &path);
            }
            if path.is_file()
                && let Some(folder) = path.parent()
            {
                return Self::at(project, folder);
            }
        }
        let known: Vec<_> = all(project)?.into_iter().map(|folder| folder.id).collect();
        bail!("there is no questionnaire `{id_or_path}`; there are: {}", known.join(", "));
    }

    /// The questionnaire in a folder.
    fn at(project: &Project, path: &Path) -> Result<Self> {
        let path = path.canonicalize().with_context(|| format!("{} can't be read", path.display()))?;
        let root = project.root.canonicalize()?;
        let shown = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if !path.join(STRUCTURE).is_file() {
            let meant = entries(&path)?
                .iter()
                .map(|path| name(path))
                .find(|name| name.to_lowercase().starts_with("questionnaire."));
            match meant {
                Some(meant) => bail!("{shown} is no questionnaire yet: rename {meant} to {STRUCTURE}"),
                None => bail!("{shown} is no questionnaire: it has no {STRUCTURE}"),
            }
        }
        let id = path.file_name().context("the folder has no name")?.to_string_lossy().into_owned();
        Ok(Self { id, path, shown })
    }

    /// Path of the folder in the core, wherever the folder stands.
    fn as_source(&self) -> String {
        format!("questionnaires/{}", self.id)
    }

    /// Sources, with those of released versions.
    pub fn sources(&self) -> Result<Vec<SourceFile>> {
        let read = |path: PathBuf| read(&path, &self.path, &self.as_source());
        files_with_frozen(&self.path)?.into_iter().map(read).collect()
    }

    /// Whether a path of the core is one of this questionnaire.
    pub fn owns(&self, path: &str) -> bool {
        path.starts_with(&format!("{}/", self.as_source()))
    }

    /// Path of the file behind a path of the core.
    pub fn shown_path(&self, path: &str) -> String {
        match path.strip_prefix(&self.as_source()) {
            Some(file) => format!("{}{file}", self.shown),
            None => path.to_owned(),
        }
    }
}

/// Every questionnaire of the project, by id.
pub fn all(project: &Project) -> Result<Vec<QuestionnaireFolder>> {
    let folders = folders(&project.root.join("questionnaires"))?;
    let is_one = |path: &PathBuf| path.join(STRUCTURE).is_file();
    folders.into_iter().filter(is_one).map(|path| QuestionnaireFolder::at(project, &path)).collect()
}

/// The widget's own texts.
pub fn interface(project: &Project) -> Result<Vec<SourceFile>> {
    let folder = project.root.join("www/texts");
    toml_files(&folder)?.into_iter().map(|path| read(&path, &folder, "www/texts")).collect()
}

/// Every source of the project: all questionnaires, all their released versions, the widget's texts.
pub fn sources(project: &Project) -> Result<Vec<SourceFile>> {
    let mut sources = Vec::new();
    let root = project.root.join("questionnaires");
    for folder in folders(&root)? {
        for path in files_with_frozen(&folder)? {
            sources.push(read(&path, &root, "questionnaires")?);
        }
    }
    sources.extend(interface(project)?);
    Ok(sources)
}

/// Sources in a folder and in its released versions. A file such as `fr.toml.txt` is one for the check, which tells its name.
fn files_with_frozen(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_meant = |path: &PathBuf| {
        let name = name(path).to_lowercase();
        path.is_file() && ENDINGS.iter().any(|ending| name.ends_with(ending))
    };
    let mut paths: Vec<PathBuf> = entries(folder)?.into_iter().filter(is_meant).collect();
    let frozen = folder.join(FROZEN);
    if frozen.is_dir() {
        for version in folders(&frozen)? {
            paths.extend(toml_files(&version)?);
        }
    }
    Ok(paths)
}

/// File as a source, under the path of its folder in the core.
pub fn read(path: &Path, folder: &Path, name: &str) -> Result<SourceFile> {
    let bytes = fs::read(path).with_context(|| format!("{} can't be read", path.display()))?;
    // Bytes that are no UTF-8 become U+FFFD, which the check tells with its place.
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let within = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
    Ok(SourceFile { path: format!("{name}/{within}"), text })
}

/// The folders in a folder, in the order of their names.
pub fn folders(folder: &Path) -> Result<Vec<PathBuf>> {
    Ok(entries(folder)?.into_iter().filter(|path| path.is_dir()).collect())
}

/// The TOML files in a folder, in the order of their names.
pub fn toml_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_toml = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    Ok(entries(folder)?.into_iter().filter(is_toml).collect())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Entries in the order of their names: equal sources give equal releases on every machine.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = folder.read_dir().with_context(|| format!("{} can't be read", folder.display()))?;
    let mut paths = read.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::scratch::Scratch;

    #[test]
    fn a_questionnaire_is_found_by_id_by_folder_and_by_file() {
        let scratch = Scratch::new("found");
        let small = scratch.path("questionnaires/small");
        let by_id = QuestionnaireFolder::find(&scratch.project, "small").unwrap();
        assert_eq!((by_id.id.as_str(), by_id.shown.as_str()), ("small", "questionnaires/small"));
        for path in [small.to_str().unwrap(), small.join("fr.toml").to_str().unwrap(), "questionnaires/small"]
        {
            assert_eq!(QuestionnaireFolder::find(&scratch.project, path).unwrap(), by_id, "{path}");
        }
    }

    #[test]
    fn what_is_no_questionnaire_is_named_with_those_that_are() {
        let scratch = Scratch::new("not-found");
        let error = QuestionnaireFolder::find(&scratch.project, "smal").unwrap_err().to_string();
        assert_eq!(error, "there is no questionnaire `smal`; there are: small");
        let error = QuestionnaireFolder::find(&scratch.project, "www/texts").unwrap_err().to_string();
        assert_eq!(error, "www/texts is no questionnaire: it has no questionnaire.toml");
    }

    #[test]
    fn a_file_that_is_named_otherwise_is_told_with_its_name() {
        let scratch = Scratch::new("misnamed");
        let rename = |old: &str, new: &str| {
            let small = scratch.path("questionnaires/small");
            fs::rename(small.join(old), small.join(new)).unwrap();
        };
        rename("fr.toml", "fr.toml.txt");
        let paths: Vec<_> =
            scratch.small().sources().unwrap().into_iter().map(|source| source.path).collect();
        assert!(paths.contains(&"questionnaires/small/fr.toml.txt".to_owned()), "{paths:?}");
        rename("questionnaire.toml", "questionnaire.toml.txt");
        let error = QuestionnaireFolder::find(&scratch.project, "small").unwrap_err().to_string();
        let expected = "questionnaires/small is no questionnaire yet: rename questionnaire.toml.txt to questionnaire.toml";
        assert_eq!(error, expected);
    }

    #[test]
    fn a_folder_outside_of_the_project_is_read_as_if_it_stood_within_and_shown_as_it_stands() {
        let scratch = Scratch::new("outside");
        let outside = scratch.path("elsewhere/small");
        fs::create_dir_all(outside.parent().unwrap()).unwrap();
        fs::rename(scratch.path("questionnaires/small"), &outside).unwrap();
        let inner = Project { root: scratch.path("www"), ..scratch.project.clone() };
        let folder = QuestionnaireFolder::find(&inner, outside.to_str().unwrap()).unwrap();
        let paths: Vec<_> = folder.sources().unwrap().into_iter().map(|source| source.path).collect();
        assert_eq!(paths[0], "questionnaires/small/en.toml");
        assert_eq!(
            folder.shown_path(&paths[0]),
            format!("{}/en.toml", outside.canonicalize().unwrap().display())
        );
    }

    #[test]
    fn released_versions_are_sources_and_their_lock_is_none() {
        let scratch = Scratch::new("frozen-sources");
        scratch.freeze();
        let folder = QuestionnaireFolder::find(&scratch.project, "small").unwrap();
        let paths: Vec<_> = folder.sources().unwrap().into_iter().map(|source| source.path).collect();
        let frozen: Vec<_> = paths.iter().filter(|path| path.contains(FROZEN)).collect();
        assert_eq!(frozen.len(), 3, "{paths:?}");
    }
}

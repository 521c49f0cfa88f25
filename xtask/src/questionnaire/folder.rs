//! Folder of a questionnaire, and the sources read from it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use boussole_authoring::SourceFile;

use crate::project::Project;

/// File that makes a folder a questionnaire.
pub const STRUCTURE: &str = "questionnaire.toml";

/// Subfolder of the released versions.
pub const FROZEN: &str = "frozen";

/// Folder of one questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnaireFolder {
    /// Name of the folder.
    pub id: String,
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
            bail!("{shown} is no questionnaire: it has no {STRUCTURE}");
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
        toml_files_with_frozen(&self.path)?.into_iter().map(read).collect()
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
        for path in toml_files_with_frozen(&folder)? {
            sources.push(read(&path, &root, "questionnaires")?);
        }
    }
    sources.extend(interface(project)?);
    Ok(sources)
}

fn toml_files_with_frozen(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = toml_files(folder)?;
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
    let text = fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))?;
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

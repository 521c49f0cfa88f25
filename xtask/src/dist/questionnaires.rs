//! Questionnaires: the sources read from their folders, checked and built by the core.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use boussole::authoring::{self, Built, SourceFile};

use crate::project::Project;

/// Builds every questionnaire. All faults of all sources are told at once.
pub fn build(project: &Project) -> Result<Built> {
    let sources = sources(project)?;
    authoring::build(&sources).or_else(|faults| {
        let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
        bail!("{} in the questionnaires:\n\n{}", count(told.len()), told.join("\n\n"))
    })
}

fn count(faults: usize) -> String {
    if faults == 1 { "1 fault".to_owned() } else { format!("{faults} faults") }
}

/// Checks every questionnaire.
pub fn check(project: &Project) -> Result<()> {
    build(project).map(drop)
}

fn sources(project: &Project) -> Result<Vec<SourceFile>> {
    let mut paths = Vec::new();
    for folder in folders(&project.root.join("questionnaires"))? {
        paths.extend(toml_files(&folder)?);
        let frozen = folder.join("frozen");
        if frozen.is_dir() {
            for version in folders(&frozen)? {
                paths.extend(toml_files(&version)?);
            }
        }
    }
    paths.extend(toml_files(&project.root.join("www/texts"))?);
    paths
        .into_iter()
        .map(|path| {
            let text =
                fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
            Ok(SourceFile { path: project.relative(&path), text })
        })
        .collect()
}

fn folders(folder: &Path) -> Result<Vec<PathBuf>> {
    Ok(entries(folder)?.into_iter().filter(|path| path.is_dir()).collect())
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_toml = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    Ok(entries(folder)?.into_iter().filter(is_toml).collect())
}

/// In the order of their names: the same sources give the same release on every machine.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = folder.read_dir().with_context(|| format!("{} can't be read", folder.display()))?;
    let mut paths = read.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

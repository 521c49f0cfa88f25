//! `cargo xtask pseudolocale`: a release with a made-up language beside the others, to see which screens break with
//! longer texts. It stands in `target/pseudolocale/`, is made of a copy of the project's texts, and is never released.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use boussole_authoring::SourceFile;
use boussole_authoring::pseudolocale::{LOCALE, longer_file, translations};

use crate::locales::{DEFAULT, FOLDERS};
use crate::project::Project;
use crate::questionnaire::folder;
use crate::release::{self, questionnaires};
use crate::setup::{self, Tools};

/// Folders of the project that a release is made of.
const COPIED: [&str; 3] = ["questionnaires", "wordpress", "www"];

/// Fills the folder of the release, and says where it is.
pub fn run(project: &Project) -> Result<()> {
    let folder = build(project, &setup::tools(project)?)?;
    println!("{} has the release in `{LOCALE}` beside the other languages.", project.relative(&folder));
    Ok(())
}

/// Folder of the release.
pub fn dist(project: &Project) -> PathBuf {
    project.target.join("pseudolocale/dist")
}

/// Builds the release; gives its folder.
pub fn build(project: &Project, tools: &Tools) -> Result<PathBuf> {
    let copy = copy(project, &project.target.join("pseudolocale/project"))?;
    let built = questionnaires::build(&copy)?;
    release::preview(project, tools, &copy, &built, &dist(project))?;
    Ok(dist(project))
}

/// Copies the sources of a release into a folder, with texts in the pseudolocale.
pub fn copy(project: &Project, to: &Path) -> Result<Project> {
    for folder in COPIED {
        let to = to.join(folder);
        if to.exists() {
            fs::remove_dir_all(&to)?;
        }
        copy_folder(&project.root.join(folder), &to)?;
    }
    let copy =
        Project { root: to.to_owned(), target: to.with_file_name("target"), cache: project.cache.clone() };
    for (folder, extension) in FOLDERS {
        let source = copy.root.join(format!("{folder}/{DEFAULT}.{extension}"));
        let text =
            fs::read_to_string(&source).with_context(|| format!("{} can't be read", source.display()))?;
        fs::write(source.with_file_name(format!("{LOCALE}.{extension}")), longer_file(&text))?;
    }
    for SourceFile { path, text } in translations(&folder::sources(project)?, DEFAULT) {
        fs::write(copy.root.join(path), text)?;
    }
    Ok(copy)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for (name, path) in release::folder::files(from)? {
        let to = to.join(name);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(path, to)?;
    }
    Ok(())
}

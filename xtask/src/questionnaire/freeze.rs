//! `freeze`: a copy of the current version, locked for its release.

use std::fs;
use std::io;

use anyhow::{Context, Result, bail, ensure};
use boussole_authoring::Edition;

use super::check;
use super::faults::{self, Colours};
use super::folder::{self, FROZEN, QuestionnaireFolder};
use super::lock::Lock;
use super::outcome::{CommandOutcome, say};
use crate::project::Project;

/// Options of `freeze`.
#[derive(Debug, clap::Args)]
pub struct FreezeOptions {
    /// The id or the folder of the questionnaire
    questionnaire: String,
}

/// Runs the command. A questionnaire with faults is not released.
pub fn run(project: &Project, options: &FreezeOptions) -> Result<CommandOutcome> {
    let folder = QuestionnaireFolder::find(project, &options.questionnaire)?;
    let checked = check::one(project, &folder)?;
    if !checked.faults().is_empty() {
        let colours = Colours::for_output(&io::stdout());
        say(&faults::report(checked.faults(), &checked.sources, colours));
        say("Nothing was frozen.");
        return Ok(CommandOutcome::Faulty);
    }
    let version = freeze(project, &folder)?;
    say(&format!("Version {version} of {} is frozen in {}/{FROZEN}/{version}.", folder.id, folder.shown));
    say("Commit it; before the next change that answers or scores hang on, raise `version`.");
    Ok(CommandOutcome::Sound)
}

/// Copies the files of the current version, and locks them. Gives its number.
fn freeze(project: &Project, folder: &QuestionnaireFolder) -> Result<u8> {
    let version = current_version(project, folder)?;
    let released = folder.path.join(FROZEN).join(version.to_string());
    ensure!(
        !released.exists(),
        "version {version} was released already: {}/{FROZEN}/{version} is there; \
         raise `version` in questionnaire.toml for another",
        folder.shown,
    );
    let mut lock = Lock::read(&folder.path)?;
    // Moved into place: a version is there whole or not at all.
    let half = released.with_added_extension("new");
    if half.exists() {
        fs::remove_dir_all(&half)?;
    }
    fs::create_dir_all(&half).with_context(|| format!("{} can't be made", half.display()))?;
    for path in folder::toml_files(&folder.path)? {
        let name = path.file_name().context("the file has no name")?.to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
        lock.add(version, &name, &text);
        fs::write(half.join(&name), text).with_context(|| format!("{name} can't be copied"))?;
    }
    fs::rename(&half, &released).with_context(|| format!("{} can't be made", released.display()))?;
    lock.write(&folder.path)?;
    Ok(version)
}

fn current_version(project: &Project, folder: &QuestionnaireFolder) -> Result<u8> {
    let mut sources = folder.sources()?;
    sources.extend(folder::interface(project)?);
    let Ok(instruments) = boussole_authoring::instruments(&sources) else {
        bail!("the widget's own texts have faults: cargo xtask questionnaire check");
    };
    let current = instruments.iter().find(|one| one.edition == Edition::Current);
    Ok(current.with_context(|| format!("{} has no current version", folder.shown))?.structure.version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::scratch::Scratch;

    fn options() -> FreezeOptions {
        FreezeOptions { questionnaire: "small".to_owned() }
    }

    #[test]
    fn a_frozen_version_is_the_current_one_and_passes_the_check() {
        let scratch = Scratch::new("freeze");
        assert_eq!(run(&scratch.project, &options()).unwrap(), CommandOutcome::Sound);
        for name in ["questionnaire.toml", "fr.toml", "en.toml"] {
            let small = scratch.small().path;
            let read = |path: &str| fs::read(small.join(path)).unwrap();
            assert_eq!(read(&format!("frozen/1/{name}")), read(name), "{name}");
        }
        assert!(check::all(&scratch.project).unwrap().faults().is_empty());
    }

    #[test]
    fn a_released_version_is_never_written_again() {
        let scratch = Scratch::new("freeze-twice");
        run(&scratch.project, &options()).unwrap();
        scratch.edit("fr.toml", "Petit", "Menu");
        let error = run(&scratch.project, &options()).unwrap_err().to_string();
        assert!(error.starts_with("version 1 was released already"), "{error}");
        scratch.edit("questionnaire.toml", "version = 1", "version = 2");
        run(&scratch.project, &options()).unwrap();
        assert!(check::all(&scratch.project).unwrap().faults().is_empty());
    }

    #[test]
    fn what_has_faults_is_not_released() {
        let scratch = Scratch::new("freeze-faulty");
        scratch.edit("fr.toml", "Petit", "<i>Petit</i>");
        assert_eq!(run(&scratch.project, &options()).unwrap(), CommandOutcome::Faulty);
        assert!(!scratch.path("questionnaires/small/frozen").exists());
    }
}

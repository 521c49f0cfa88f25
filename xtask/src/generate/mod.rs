//! `cargo xtask generate`: writes the generated files again. The tests fail if one is out of date, and name this command.

mod evidence;
mod result_types;
mod schemas;
mod themes;

use std::fs;

use anyhow::{Context, Result, bail};
use boussole_authoring::{Instrument, SourceFile};

use crate::project::Project;
use crate::questionnaire::folder;

/// Writes the files that are out of date, and prints their names.
pub fn run(project: &Project) -> Result<()> {
    let outdated = outdated(project)?;
    for SourceFile { path, text } in &outdated {
        let file = project.root.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&file, text).with_context(|| format!("{path} can't be written"))?;
        println!("{path} is written.");
    }
    if outdated.is_empty() {
        println!("All generated files are up to date.");
    }
    Ok(())
}

/// Fails if a generated file is out of date.
pub fn check(project: &Project) -> Result<()> {
    let paths: Vec<_> = outdated(project)?.into_iter().map(|generated| generated.path).collect();
    if paths.is_empty() {
        return Ok(());
    }
    bail!("out of date: {}\nwrite them again: cargo xtask generate", paths.join(", "))
}

fn outdated(project: &Project) -> Result<Vec<SourceFile>> {
    let read = |path: &str| fs::read_to_string(project.root.join(path)).ok();
    let is_outdated =
        |generated: &SourceFile| read(&generated.path).is_none_or(|text| text != generated.text);
    Ok(all(project)?.into_iter().filter(is_outdated).collect())
}

/// Expected text of every generated file.
fn all(project: &Project) -> Result<Vec<SourceFile>> {
    let sources = folder::sources(project)?;
    let instruments = sound(&sources)?;
    let themes = themes::page(&instruments, &folder::interface(project)?)?;
    let evidence = evidence::page(&instruments);
    let rules = boussole_authoring::rules_page(|path| fs::read_to_string(project.root.join(path)).ok());
    let mut all = vec![
        SourceFile { path: "docs/themes.md".to_owned(), text: themes },
        SourceFile { path: "docs/evidence.md".to_owned(), text: evidence },
        rules,
        result_types::file()?,
    ];
    all.extend(boussole_authoring::schemas());
    all.extend(schemas::files());
    Ok(all)
}

fn sound(sources: &[SourceFile]) -> Result<Vec<Instrument>> {
    let Ok(instruments) = boussole_authoring::instruments(sources) else {
        bail!("the questionnaires have faults, mend them first: cargo xtask questionnaire check");
    };
    Ok(instruments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::scratch::Scratch;

    #[test]
    fn what_is_out_of_date_is_named_with_the_command_that_mends_it() {
        let scratch = Scratch::new("generate");
        let error = check(&scratch.project).unwrap_err().to_string();
        assert!(error.contains("docs/themes.md") && error.contains("cargo xtask generate"), "{error}");
        run(&scratch.project).unwrap();
        check(&scratch.project).unwrap();
        scratch.edit("en.toml", "title = \"", "title = \"Very ");
        assert!(check(&scratch.project).is_err());
    }

    #[test]
    fn nothing_is_generated_from_what_has_faults() {
        let scratch = Scratch::new("generate-faulty");
        scratch.edit("fr.toml", "Petit", "<i>Petit</i>");
        let error = run(&scratch.project).unwrap_err().to_string();
        assert!(error.contains("cargo xtask questionnaire check"), "{error}");
    }
}

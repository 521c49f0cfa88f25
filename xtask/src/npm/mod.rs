//! `cargo xtask npm`: the package for bundlers in `target/npm/boussole/`, its checks and its examples. No task publishes
//! it.

mod check;
mod examples;
mod package;
mod place;

use std::path::PathBuf;

use anyhow::Result;

pub use check::Check;

use crate::process;
use crate::project::Project;
use crate::release::{folder, stamp};
use crate::setup::{self, Tools};
use place::{NAME, folder_of};

/// Builds the package, prints its path, then checks it.
pub fn run(project: &Project) -> Result<()> {
    let tools = setup::tools(project)?;
    let package = build(project, &tools)?;
    println!("{}", project.relative(&package));
    for Check { name, mut command } in checks(project)? {
        process::timed(name, || process::capture(&mut command))?;
    }
    Ok(())
}

/// Builds the package; gives its folder.
pub fn build(project: &Project, tools: &Tools) -> Result<PathBuf> {
    let _only_one = stamp::lock(&project.target)?;
    let to = folder_of(project).join(NAME);
    folder::fill(&to, package::files(project, tools)?)?;
    Ok(to)
}

/// Checks of a built package.
pub fn checks(project: &Project) -> Result<Vec<Check>> {
    check::all(project, &examples::prepare(project)?)
}

/// Builds the examples with a built package; gives the folder with one site for each.
pub fn build_examples(project: &Project) -> Result<PathBuf> {
    examples::build(&examples::prepare(project)?, &setup::tools(project)?, &sites(project))?;
    Ok(sites(project))
}

/// Folder of the sites of the examples.
fn sites(project: &Project) -> PathBuf {
    folder_of(project).join("sites")
}

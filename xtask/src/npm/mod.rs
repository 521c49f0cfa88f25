//! `cargo xtask npm`: the package for those who have a bundler, in `target/npm/boussole/`, checked as its users' tools
//! will read it, and the examples that are made with it. Nothing here publishes it.

mod check;
mod examples;
mod package;

use std::path::PathBuf;

use anyhow::Result;

pub use check::Check;

use crate::process;
use crate::project::Project;
use crate::release::{folder, stamp};
use crate::setup::{self, Tools};

/// What the package is called, and its folder.
pub const NAME: &str = "boussole";

/// Builds the package and says where it is, then checks it.
pub fn run(project: &Project) -> Result<()> {
    let tools = setup::tools(project)?;
    let package = build(project, &tools)?;
    println!("{}", project.relative(&package));
    for Check { name, mut command } in checks(project)? {
        process::told(name, || process::capture(&mut command))?;
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

/// What a package that was built must pass.
pub fn checks(project: &Project) -> Result<Vec<Check>> {
    check::all(project, &examples::stage(project)?)
}

/// Builds the examples with a package that was built; gives the folder with one site for each.
pub fn build_examples(project: &Project) -> Result<PathBuf> {
    examples::build(&examples::stage(project)?, &sites(project))?;
    Ok(sites(project))
}

/// Where the sites of the examples are.
fn sites(project: &Project) -> PathBuf {
    folder_of(project).join("sites")
}

fn folder_of(project: &Project) -> PathBuf {
    project.target.join("npm")
}

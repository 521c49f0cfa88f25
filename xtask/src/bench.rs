//! `cargo xtask bench`: how fast what must be fast is, on this machine.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::project::Project;

/// Runs all benchmarks; what they say is shown as it is.
pub fn run(project: &Project) -> Result<()> {
    let mut cargo = Command::new("cargo");
    process::without_cargo_run(&mut cargo).current_dir(&project.root);
    cargo.args(["bench", "--package", "boussole", "--features", "authoring", "--bench", "*"]);
    println!("{}", process::describe(&cargo));
    let status = cargo.status().context("cargo can't be started")?;
    ensure!(status.success(), "a benchmark failed ({status})");
    Ok(())
}

//! `cargo xtask bench`: the load of the widget on readers and hosts, beside SurveyJS and beside the same page without
//! either. Times hold for this machine alone; ratios of one run hold elsewhere. None of it is a test.

mod figures;
mod native;
mod readme;
mod row;

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::project::Project;
use crate::setup::{self, browser::Browser};
use crate::{release, sizes};

pub use row::{Aim, MeasureUnit, Row, Subject};

/// Destination of the table beside the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// Terminal alone.
    Print,
    /// README, in place of its present table.
    Write,
}

/// Takes each measure `runs` times, and prints one table.
pub fn run(project: &Project, runs: usize, output: Output) -> Result<()> {
    let tools = setup::tools(project)?;
    let browser = setup::browser(project)?;
    process::timed("Building the release", || release::build(project, &tools, None))?;
    let mut rows = in_browser(project, &browser, runs)?;
    rows.extend(native::rows(project)?);
    let when = readme::heading(&browser, runs)?;
    println!("{}\n{when}", sizes::lay_out(&row::table(&rows)));
    match output {
        Output::Print => Ok(()),
        Output::Write => readme::write(project, &format!("{when}\n\n{}", row::markdown(&rows))),
    }
}

/// Measures in a browser, by a program of its own that drives one as the end-to-end tests do.
fn in_browser(project: &Project, browser: &Browser, runs: usize) -> Result<Vec<Row>> {
    let results = project.target.join("bench.json");
    let mut cargo = Command::new("cargo");
    process::without_cargo_run(&mut cargo).current_dir(&project.root);
    cargo
        .env("BOUSSOLE_DIST", project.dist())
        .env("BOUSSOLE_CHROMEDRIVER", &browser.chromedriver)
        .env("BOUSSOLE_CHROMIUM", &browser.chromium)
        .env("BOUSSOLE_PEER", setup::peer(project)?)
        .args(["run", "--quiet", "--package", "boussole-e2e", "--bin", "bench", "--"])
        .arg(runs.to_string())
        .arg(&results);
    println!("{}", process::describe(&cargo));
    let status = cargo.status().context("cargo can't be started")?;
    ensure!(status.success(), "the measures in the browser failed ({status})");
    let text =
        fs::read_to_string(&results).with_context(|| format!("{} can't be read", results.display()))?;
    Ok(serde_json::from_str(&text)?)
}

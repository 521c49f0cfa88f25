//! `cargo xtask <task>`: the command line of the project's tasks.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use clap::{Parser, Subcommand};
use xtask::project::Project;
use xtask::{
    bench, cover, fuzz, generate, npm, pseudolocale, questionnaire, release, reproduce, serve, setup,
    supply_chain, test,
};

/// Every task of the project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what the other tasks need; each of them does so too, as far as it needs it
    Setup,
    /// Fill `dist/`, the folder to put on a static host, and print its sizes
    Dist {
        /// The address under which the release will stand, which the files for oEmbed name
        #[arg(long)]
        base: Option<release::Base>,
    },
    /// Build the release twice, in two folders, and compare all files
    Reproduce,
    /// Check licences, sources, versions and advisories of crates and npm packages
    SupplyChain,
    /// Fill `target/npm/boussole/`, the package for npm, and check it; nothing is published
    Npm,
    /// Build, then serve `dist/` on this machine
    Serve {
        /// The first port to try
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Build again whenever a source changes
        #[arg(long)]
        watch: bool,
    },
    /// Check, start, preview, print, release and compare questionnaires
    #[command(subcommand)]
    Questionnaire(questionnaire::Command),
    /// Write again what is generated: docs and schemas; the tests fail where it is out of date
    Generate,
    /// Make the pictures of `www/static/cover/` again with a browser; the tests fail where one is out of date
    Cover,
    /// Fill `target/pseudolocale/dist/`, a release with a made-up language: its texts are longer, every letter has an accent
    Pseudolocale,
    /// Measure what a reader and a host feel, on this machine, beside SurveyJS and beside the same page without either
    Bench {
        /// Number of runs of each measure
        #[arg(long, default_value_t = 5)]
        runs: usize,
        /// Put the table into README.md
        #[arg(long)]
        write: bool,
    },
    /// Try made-up inputs on what reads texts of others, and look for one that breaks a law
    Fuzz {
        /// Names of targets; all of them without one
        targets: Vec<String>,
        /// Minutes for each target
        #[arg(long, default_value_t = 1, conflicts_with = "seconds")]
        minutes: u64,
        /// Seconds for each target
        #[arg(long)]
        seconds: Option<u64>,
        /// Put inputs that reach more code into `fuzz/corpus/`
        #[arg(long)]
        keep: bool,
    },
    /// Run every check and test; the last line is `N passed, N failed`
    Test {
        /// Only what needs neither a release nor a browser, with fewer cases a property
        #[arg(long)]
        fast: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    let project = Project::find()?;
    match task {
        Task::Setup => setup::everything(&project)?,
        Task::Dist { base } => release::run(&project, base.as_ref())?,
        Task::Reproduce => reproduce::run(&project)?,
        Task::SupplyChain => supply_chain::run(&project)?,
        Task::Npm => npm::run(&project)?,
        Task::Serve { port, watch } => serve::run(&project, port, watch)?,
        Task::Questionnaire(command) => return Ok(questionnaire::run(&project, command)),
        Task::Generate => generate::run(&project)?,
        Task::Cover => cover::run(&project)?,
        Task::Pseudolocale => pseudolocale::run(&project)?,
        Task::Bench { runs, write } => {
            let output = if write { bench::Output::Write } else { bench::Output::Print };
            bench::run(&project, runs, output)?;
        }
        Task::Fuzz { targets, minutes, seconds, keep } => {
            let time = Duration::from_secs(seconds.unwrap_or(minutes * 60));
            fuzz::run(&project, &fuzz::FuzzPlan { targets, time, seed: None, keep })?;
        }
        Task::Test { fast: true } => return test::run_fast(&project),
        Task::Test { fast: false } => return test::run(&project),
    }
    Ok(ExitCode::SUCCESS)
}

//! `cargo xtask fuzz`: runs the targets of `fuzz/` under libFuzzer, one after the other.
//!
//! A stable compiler marks the branches of the code, as LLVM's pass for it is in every compiler; no sanitizer is needed, since the
//! code has no `unsafe`. Inputs that reach new code stay in `target/fuzz/corpus/`; `fuzz/corpus/` has a small set of them in git.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::process;
use crate::project::Project;
use crate::release::folder;

/// Flags by which the compiler marks branches and comparisons for libFuzzer.
const COVERAGE: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// Profile of the targets, in the manifest of the workspace.
const PROFILE: &str = "fuzz";

/// Largest input, in bytes.
const MAX_LENGTH: usize = 4096;

/// Longest time of one input, in seconds: more is out of proportion on the slowest machine.
const MAX_SECONDS: u32 = 20;

/// Largest memory of a target, in MB.
const MAX_MEMORY: u32 = 1024;

/// Largest input that is kept in git, in bytes.
const MAX_KEPT: usize = 1024;

/// Length and purpose of a run.
#[derive(Debug, Clone)]
pub struct FuzzPlan {
    /// Targets; none for all of them.
    pub targets: Vec<String>,
    /// Time for each target.
    pub time: Duration,
    /// Number from which all choices follow; none for another one each time.
    pub seed: Option<u32>,
    /// Whether inputs that reach more code than those in git go there.
    pub keep: bool,
}

/// Result of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FuzzRun {
    /// Name of the target.
    pub target: String,
    /// Number of inputs that were tried.
    pub executions: u64,
    /// Input that breaks a law, if one was found.
    pub found: Option<PathBuf>,
}

/// Runs the targets, and prints the number of executions of each.
///
/// # Errors
/// Names of inputs that break a law.
pub fn run(project: &Project, plan: &FuzzPlan) -> Result<()> {
    let mut found = Vec::new();
    for run in runs(project, plan)? {
        found.extend(run.found.map(|input| format!("{}: {}", run.target, project.relative(&input))));
    }
    ensure!(found.is_empty(), "inputs that break a law:\n    {}", found.join("\n    "));
    Ok(())
}

/// Runs the targets one after the other.
pub fn runs(project: &Project, plan: &FuzzPlan) -> Result<Vec<FuzzRun>> {
    let targets = selected(all(project)?, &plan.targets)?;
    let programs = process::timed("Building the targets", || build(project))?;
    let run = |target: &String| {
        let run = run_target(project, &programs, target, plan)?;
        println!(
            "{target}: {} executions{}",
            run.executions,
            if run.found.is_some() { ", FAILED" } else { "" }
        );
        if plan.keep && run.found.is_none() {
            keep(project, &programs, target)?;
        }
        Ok(run)
    };
    targets.iter().map(run).collect()
}

/// Names of all targets: the programs of the crate.
fn all(project: &Project) -> Result<Vec<String>> {
    let manifest =
        fs::read_to_string(project.root.join("fuzz/Cargo.toml")).context("there is no fuzz/Cargo.toml")?;
    let manifest: toml::Table = manifest.parse()?;
    let programs = manifest.get("bin").and_then(|programs| programs.as_array()).into_iter().flatten();
    Ok(programs.filter_map(|program| Some(program.get("name")?.as_str()?.to_owned())).collect())
}

/// Names of the targets to run.
fn selected(mut all: Vec<String>, wanted: &[String]) -> Result<Vec<String>> {
    if let Some(unknown) = wanted.iter().find(|name| !all.contains(name)) {
        bail!("there is no target `{unknown}`; there are {}", all.join(", "));
    }
    all.retain(|name| wanted.is_empty() || wanted.contains(name));
    Ok(all)
}

/// Builds the targets into a target folder of their own; gives the folder of the programs.
fn build(project: &Project) -> Result<PathBuf> {
    let version = process::capture(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("the compiler does not name its own target")?;
    let target = project.target.join("fuzz");
    let mut cargo = Command::new("cargo");
    process::without_cargo_run(&mut cargo)
        .current_dir(&project.root)
        .env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\u{1f}"))
        .args(["build", "--package", "boussole-fuzz", "--features", "link", "--bins"])
        // With a target that is named, macros and build scripts have no marks.
        .args(["--profile", PROFILE, "--target", host, "--target-dir"])
        .arg(&target);
    process::capture(&mut cargo).context("the targets need a compiler of C++ besides that of Rust")?;
    Ok(target.join(host).join(PROFILE))
}

/// Folder of the inputs in git.
fn kept(project: &Project, target: &str) -> PathBuf {
    project.root.join("fuzz/corpus").join(target)
}

/// Folder of all inputs that reach code of their own.
fn grown(project: &Project, target: &str) -> PathBuf {
    project.target.join("fuzz/corpus").join(target)
}

fn run_target(project: &Project, programs: &Path, target: &str, plan: &FuzzPlan) -> Result<FuzzRun> {
    let (grown, found) = (grown(project, target), project.target.join("fuzz/found").join(target));
    if found.exists() {
        fs::remove_dir_all(&found)?;
    }
    fs::create_dir_all(&grown)?;
    fs::create_dir_all(&found)?;
    let mut program = fuzzer(programs, target);
    program.arg(format!("-max_total_time={}", plan.time.as_secs().max(1)));
    program.args(plan.seed.map(|seed| format!("-seed={seed}")));
    program.args(["-print_final_stats=1", "-verbosity=0"]);
    // A folder, with a slash at its end.
    program.arg(format!("-artifact_prefix={}/", found.display())).arg(grown).arg(kept(project, target));
    let output = program.output().with_context(|| format!("the target `{target}` can't be started"))?;
    let told = String::from_utf8_lossy(&output.stderr);
    let executions = executions(&told);
    if !output.status.success() {
        println!("{told}");
    } else if executions.is_none() {
        bail!("the target `{target}` does not say how many inputs it tried:\n{told}");
    }
    let broken = folder::files(&found)?.into_values().next();
    let broken = broken.or_else(|| (!output.status.success()).then(|| found.clone()));
    Ok(FuzzRun { target: target.to_owned(), executions: executions.unwrap_or(0), found: broken })
}

fn fuzzer(programs: &Path, target: &str) -> Command {
    let mut program = Command::new(programs.join(target));
    program.stdin(Stdio::null()).args([
        format!("-max_len={MAX_LENGTH}"),
        format!("-timeout={MAX_SECONDS}"),
        format!("-rss_limit_mb={MAX_MEMORY}"),
    ]);
    program
}

/// Number of inputs in libFuzzer's final statistics.
fn executions(told: &str) -> Option<u64> {
    told.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))?.trim().parse().ok()
}

/// Puts the smallest set of small inputs that reaches all that is reached into git.
fn keep(project: &Project, programs: &Path, target: &str) -> Result<()> {
    let (kept, merged) = (kept(project, target), project.target.join("fuzz/merged").join(target));
    if merged.exists() {
        fs::remove_dir_all(&merged)?;
    }
    fs::create_dir_all(&merged)?;
    let mut program = fuzzer(programs, target);
    // Counts of branches would keep many inputs that reach no code of their own.
    program.args(["-set_cover_merge=1", "-use_counters=0"]);
    process::capture(
        program.arg(format!("-max_len={MAX_KEPT}")).arg(&merged).arg(&kept).arg(grown(project, target)),
    )?;
    let inputs = folder::files(&merged)?;
    let files = inputs.into_iter().map(|(name, path)| Ok((name, folder::read(&path)?)));
    folder::fill(&kept, files.collect::<Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_targets_run_unless_some_are_named() {
        let all = all(&Project::find().unwrap()).unwrap();
        assert!(all.len() >= 10, "{all:?}");
        assert_eq!(selected(all.clone(), &[]).unwrap(), all);
        assert_eq!(selected(all.clone(), &["links".to_owned()]).unwrap(), ["links"]);
        let error = selected(all, &["link".to_owned()]).unwrap_err().to_string();
        assert!(error.starts_with("there is no target `link`; there are damage, "), "{error}");
    }

    #[test]
    fn the_number_of_executions_is_read_from_the_last_lines() {
        let told = "INFO: Seed: 1\nDone 4096 runs in 2 second(s)\nstat::number_of_executed_units: 4096\n\
                    stat::average_exec_per_sec:     2048\n";
        assert_eq!(executions(told), Some(4096));
        assert_eq!(executions("==1== ERROR: libFuzzer: deadly signal"), None);
    }
}

//! `cargo xtask supply-chain`: rules on the crates and packages that the project is made with.
//!
//! cargo-deny reads `deny.toml`: licences, sources, versions that are there twice, advisories. npm asks its registry for
//! advisories on the tools. Advisories come from other hosts: where these can't be reached, they are not checked, which is
//! said and fails nothing.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::process;
use crate::project::Project;
use crate::setup;

/// Outcome of a check of the supply chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditOutcome {
    /// All rules are kept.
    Passed,
    /// A rule is broken, as the output before says.
    Failed,
    /// The source of advisories can't be reached, for this reason.
    NotChecked(String),
}

/// Severity from which an advisory on an npm package fails: the packages are tools, of which a release carries nothing.
const NPM_LEVEL: &str = "high";

/// Runs all checks.
///
/// # Errors
/// A broken rule.
pub fn run(project: &Project) -> Result<()> {
    if checks(project)?.contains(&AuditOutcome::Failed) {
        bail!("a rule of the supply chain is broken");
    }
    Ok(())
}

/// Outcome of each check, printed as well.
pub fn checks(project: &Project) -> Result<Vec<AuditOutcome>> {
    let deny = setup::cargo_deny(project)?;
    let mut outcomes = vec![
        printed("licences, sources and versions of crates", rules(project, &deny)?),
        printed("advisories on crates", advisories(project, &deny)?),
    ];
    for (name, installed) in setup::npm_folders(project)? {
        let work = project.target.join("supply-chain").join(name);
        outcomes.push(printed(&format!("advisories on npm packages, {name}"), npm_audit(&installed, &work)?));
    }
    Ok(outcomes)
}

fn printed(check: &str, outcome: AuditOutcome) -> AuditOutcome {
    match &outcome {
        AuditOutcome::Passed => println!("{check}: passed"),
        AuditOutcome::Failed => println!("{check}: FAILED"),
        AuditOutcome::NotChecked(reason) => println!("{check}: not checked: {reason}"),
    }
    outcome
}

fn rules(project: &Project, deny: &Path) -> Result<AuditOutcome> {
    let mut command = cargo_deny(project, deny);
    shown(command.args(["check", "-D", "warnings", "--hide-inclusion-graph", "licenses", "sources", "bans"]))
}

fn advisories(project: &Project, deny: &Path) -> Result<AuditOutcome> {
    if let Err(error) = process::capture(cargo_deny(project, deny).args(["fetch", "db"])) {
        return Ok(AuditOutcome::NotChecked(last_line(&format!("{error:#}"))));
    }
    shown(cargo_deny(project, deny).args(["check", "--disable-fetch", "advisories"]))
}

fn cargo_deny(project: &Project, deny: &Path) -> Command {
    let mut command = Command::new(deny);
    process::without_cargo_run(&mut command).current_dir(&project.root);
    command.args(["--workspace", "--log-level", "error"]);
    command
}

/// Runs a check whose output is for a reader.
fn shown(command: &mut Command) -> Result<AuditOutcome> {
    let status = command.stdin(Stdio::null()).status().with_context(|| process::describe(command))?;
    Ok(if status.success() { AuditOutcome::Passed } else { AuditOutcome::Failed })
}

/// Asks the registry for advisories on the packages that are installed in a folder.
fn npm_audit(installed: &Path, work: &Path) -> Result<AuditOutcome> {
    fs::create_dir_all(work)?;
    let manifest = fs::read_to_string(installed.with_file_name("package.json"))?;
    let tree = fs::read_to_string(installed.join(".package-lock.json"))?;
    fs::write(work.join("package-lock.json"), lock_file(&manifest, &tree)?)?;
    fs::write(work.join("package.json"), manifest)?;
    let mut npm = Command::new("npm");
    npm.current_dir(work).args(["audit", "--json", "--audit-level", NPM_LEVEL]).stdin(Stdio::null());
    let output = npm.output().context("npm can't be started")?;
    let answer = serde_json::from_slice(&output.stdout).context("npm does not answer in JSON")?;
    let outcome = npm_outcome(&answer, output.status.success());
    if outcome == AuditOutcome::Failed {
        println!("{answer:#}");
    }
    Ok(outcome)
}

/// Lock file of the packages that npm installed: its hidden one lacks the project itself.
fn lock_file(manifest: &str, tree: &str) -> Result<String> {
    let mut lock: Value = serde_json::from_str(tree)?;
    lock["packages"][""] = serde_json::from_str(manifest)?;
    Ok(lock.to_string())
}

/// Outcome of `npm audit --json`. An answer without a sum is that of a registry without advisories.
fn npm_outcome(answer: &Value, succeeded: bool) -> AuditOutcome {
    if answer["metadata"]["vulnerabilities"].is_object() {
        return if succeeded { AuditOutcome::Passed } else { AuditOutcome::Failed };
    }
    let reason = [&answer["message"], &answer["error"]["summary"]].into_iter().find_map(Value::as_str);
    // Without the address of the registry, which may be that of a mirror.
    let reason = reason.unwrap_or("no reason given").split(" - ").next().unwrap_or_default();
    AuditOutcome::NotChecked(format!("the registry has no advisories ({reason})"))
}

fn last_line(text: &str) -> String {
    text.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_registry_without_advisories_is_told_from_packages_with_some() {
        let sum = json!({ "metadata": { "vulnerabilities": { "high": 1, "total": 1 } } });
        assert_eq!(npm_outcome(&sum, false), AuditOutcome::Failed);
        assert_eq!(npm_outcome(&sum, true), AuditOutcome::Passed);
        let refused = json!({ "message": "405 Method Not Allowed - POST address", "statusCode": 405 });
        let reason = "the registry has no advisories (405 Method Not Allowed)".to_owned();
        assert_eq!(npm_outcome(&refused, false), AuditOutcome::NotChecked(reason));
        assert!(matches!(npm_outcome(&json!({}), false), AuditOutcome::NotChecked(_)));
    }

    #[test]
    fn the_lock_file_has_the_installed_packages_and_the_project() {
        let tree = json!({ "lockfileVersion": 3, "packages": { "node_modules/a": { "version": "1.0.0" } } });
        let manifest = json!({ "dependencies": { "a": "1.0.0" } });
        let lock: Value =
            serde_json::from_str(&lock_file(&manifest.to_string(), &tree.to_string()).unwrap()).unwrap();
        assert_eq!(lock["packages"][""], manifest);
        assert_eq!(lock["packages"]["node_modules/a"]["version"], "1.0.0");
    }

    #[test]
    fn every_licence_of_a_release_is_among_those_that_are_allowed() {
        let project = Project::find().unwrap();
        let rules: toml::Table = fs::read_to_string(project.root.join("deny.toml")).unwrap().parse().unwrap();
        let allowed = rules["licenses"]["allow"].as_array().unwrap();
        assert!(allowed.iter().all(|licence| !licence.as_str().unwrap().contains("GPL")), "{allowed:?}");
        assert_eq!(rules["sources"]["unknown-registry"].as_str(), Some("deny"));
        assert_eq!(rules["sources"]["unknown-git"].as_str(), Some("deny"));
    }
}

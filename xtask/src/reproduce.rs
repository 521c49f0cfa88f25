//! `cargo xtask reproduce`: a second build of the sources in another folder, which must give the same files.
//!
//! The second build shares the tools of the cache and the downloaded crates with the first one, and nothing else: it
//! compiles every module, bundles every script and compresses every file again, at another time and under another path.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::project::Project;
use crate::release::{self, Files, fingerprint, folder};
use crate::setup::{self, Tools};

/// Folder of the second build within the target folder. A path of another length would move what a module holds behind it.
const SECOND: &str = "reproduce/second-build-under-a-longer-path";

/// Entries of the project's folder that are no sources.
const NO_SOURCES: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// Differences that are named; more of them say no more.
const NAMED: usize = 20;

/// Builds the release twice, and prints the digest that both have.
pub fn run(project: &Project) -> Result<()> {
    let tools = setup::tools(project)?;
    let first = release::build(project, &tools, None)?;
    check(project, &tools)?;
    println!("Two builds in two folders give the same files.");
    print!("{}", fingerprint::release_notice(&first.digest));
    Ok(())
}

/// Compares the release in `dist/`, built without an address, with a second build.
///
/// # Errors
/// Names of files that differ, or that tell of a folder of this machine.
pub fn check(project: &Project, tools: &Tools) -> Result<()> {
    let first = contents(&project.dist())?;
    let telling = telling_files(&first, &folders_of_machine(project)?);
    ensure!(telling.is_empty(), "files of the release name folders of this machine: {}", telling.join(", "));
    let copy = copy(project)?;
    release::build(&copy, &tools.for_project(&copy), None)?;
    let differing = differing_files(&first, &contents(&copy.dist())?);
    ensure!(
        differing.is_empty(),
        "two builds in two folders differ in {} files: {}",
        differing.len(),
        differing.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ")
    );
    Ok(fs::remove_dir_all(&copy.root)?)
}

/// Copies the sources into the folder of the second build, which is empty before.
fn copy(project: &Project) -> Result<Project> {
    let root = project.target.join(SECOND);
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    copy_sources(&project.root, &root, &project.target)?;
    Ok(Project { target: root.join("target"), cache: project.cache.clone(), root })
}

/// Copies a folder without outputs: those known by their names, and the target folder under any name.
fn copy_sources(from: &Path, to: &Path, target: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in from.read_dir().with_context(|| format!("{} can't be read", from.display()))? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if path == target || NO_SOURCES.iter().any(|other| name == *other) {
            continue;
        }
        if path.is_dir() {
            copy_sources(&path, &to.join(name), target)?;
        } else {
            fs::copy(&path, to.join(name)).with_context(|| format!("{} can't be copied", path.display()))?;
        }
    }
    Ok(())
}

fn contents(dist: &Path) -> Result<Files> {
    folder::files(dist)?.into_iter().map(|(name, path)| Ok((name, folder::read(&path)?))).collect()
}

/// Names of files that only one release has, or that have other contents in the other.
fn differing_files(one: &Files, other: &Files) -> Vec<String> {
    let differs = |name: &&String| one.get(*name) != other.get(*name);
    let mut names: Vec<_> = one.keys().chain(other.keys()).filter(differs).cloned().collect();
    names.sort();
    names.dedup();
    names
}

/// Folders by which a file would tell who built it. A folder at the root of the system has a name that may stand in any text.
fn folders_of_machine(project: &Project) -> Result<Vec<String>> {
    let sysroot = process::capture(Command::new("rustc").args(["--print", "sysroot"]))?;
    let home = env::home_dir();
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let known = [
        Some(project.root.clone()),
        Some(project.target.clone()),
        Some(project.cache.clone()),
        Some(PathBuf::from(sysroot.trim())),
        cargo.or_else(|| Some(home.as_ref()?.join(".cargo"))),
        home,
    ];
    let is_telling = |folder: &PathBuf| folder.components().count() > 2;
    Ok(known.into_iter().flatten().filter(is_telling).map(|folder| folder.display().to_string()).collect())
}

/// Files that hold the path of one of these folders, with that path.
fn telling_files(files: &Files, folders: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, bytes) in files {
        let holds = |folder: &&String| bytes.windows(folder.len()).any(|part| part == folder.as_bytes());
        found.extend(folders.iter().find(holds).map(|folder| format!("{name} ({folder})")));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(name, text)| (name.to_string(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_file_that_is_missing_or_another_one_differs() {
        let one = release(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let other = release(&[("a", "1"), ("b", "4"), ("d", "3")]);
        assert_eq!(differing_files(&one, &other), ["b", "c", "d"]);
        assert_eq!(differing_files(&one, &one), [""; 0]);
    }

    #[test]
    fn a_file_with_a_path_of_the_machine_is_named() {
        let files = release(&[("a.wasm", "\0/build/ada/boussole/src/lib.rs"), ("b", "/build/"), ("c", "")]);
        let folders = ["/opt/tools", "/build/ada"].map(str::to_owned);
        assert_eq!(telling_files(&files, &folders), ["a.wasm (/build/ada)"]);
    }

    #[test]
    fn sources_are_copied_and_outputs_are_not() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let files = [
            ("Cargo.toml", true),
            (".cargo/config.toml", true),
            ("www/page/page.js", true),
            ("npm/examples/node_modules/x.js", false),
            ("dist/index.html", false),
            ("made/debug/x", false),
        ];
        for (name, _) in files {
            fs::create_dir_all(from.path().join(name).parent().unwrap()).unwrap();
            fs::write(from.path().join(name), name).unwrap();
        }
        copy_sources(from.path(), to.path(), &from.path().join("made")).unwrap();
        for (name, is_copied) in files {
            assert_eq!(to.path().join(name).exists(), is_copied, "{name}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_command_prints_the_digest() {
        let folder = tempfile::tempdir().unwrap();
        let files = release(&[("B.js", "1"), ("a/b c.js", "2"), ("_headers", "3"), ("a-b.js", "4")]);
        folder::fill(folder.path(), files.clone()).unwrap();
        let mut shell = Command::new("sh");
        let printed =
            process::capture(shell.current_dir(folder.path()).args(["-c", fingerprint::RELEASE_COMMAND]));
        let digest = fingerprint::of_release(&files);
        assert_eq!(printed.unwrap().split_whitespace().next(), Some(&*digest));
    }
}

//! Tools installed by cargo: wasm-bindgen, in the version of the project's dependency, wasm-pack, Firefox's driver, and
//! tools of single tasks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;

const WASM_PACK: &str = "0.15.1";
const GECKODRIVER: &str = "0.37.1";

/// Installs missing tools and tools of another version; gives the folder of the programs.
pub fn ensure(project: &Project) -> Result<PathBuf> {
    let lock = fs::read_to_string(project.root.join("Cargo.lock")).context("Cargo.lock can't be read")?;
    let bindgen = locked_version(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?;
    let bin = folder(project);
    let wanted = [("wasm-bindgen-cli", "wasm-bindgen", bindgen), ("wasm-pack", "wasm-pack", WASM_PACK)];
    let mut installed_one = false;
    for (package, program, version) in wanted {
        if !is_installed(&bin.join(program), &["--version"], version) {
            process::timed(&format!("Installing {package} {version}"), || {
                install(project, package, version, &[])
            })?;
            installed_one = true;
        }
    }
    if installed_one {
        // Shared between the two installations, then removed.
        fs::remove_dir_all(build_folder(project))?;
    }
    let stamp = stamp(&bin);
    let versions = format!("wasm-bindgen {bindgen}\nwasm-pack {WASM_PACK}\n");
    if fs::read_to_string(&stamp).ok().as_deref() != Some(&versions) {
        fs::write(&stamp, versions)?;
    }
    Ok(bin)
}

/// Folder of the programs.
pub fn folder(project: &Project) -> PathBuf {
    project.cache.join("tools/bin")
}

/// Installs the driver of Firefox: without optimisation, which it needs none of and which takes three times as long.
pub fn install_geckodriver(project: &Project) -> Result<()> {
    process::timed(&format!("Installing geckodriver {GECKODRIVER}"), || {
        install(project, "geckodriver", GECKODRIVER, &["--locked", "--debug"])
    })?;
    fs::remove_dir_all(build_folder(project)).context("the folder of the build can't be removed")
}

/// Tool for a check or a task of its own.
pub struct CargoTool {
    name: &'static str,
    version: &'static str,
    /// Arguments by which it tells its version.
    asked: &'static [&'static str],
}

/// Checks the crates of the project.
pub const CARGO_DENY: CargoTool = CargoTool { name: "cargo-deny", version: "0.20.2", asked: &["--version"] };

/// Finds or installs a tool; gives its path. Without optimisation it installs in half the time, and works in seconds.
pub fn ensure_tool(project: &Project, CargoTool { name, version, asked }: &CargoTool) -> Result<PathBuf> {
    let program = folder(project).join(name);
    if !is_installed(&program, asked, version) {
        process::timed(&format!("Installing {name} {version}"), || {
            install(project, name, version, &["--locked", "--debug"])
        })?;
        fs::remove_dir_all(build_folder(project)).context("the folder of the build can't be removed")?;
    }
    Ok(program)
}

/// File with the list of installed programs in a folder.
pub fn stamp(bin: &Path) -> PathBuf {
    bin.join("versions.txt")
}

fn is_installed(program: &Path, asked: &[&str], version: &str) -> bool {
    program.exists()
        && process::capture(Command::new(program).args(asked))
            .is_ok_and(|output| output.split_whitespace().nth(1) == Some(version))
}

/// By itself without `--locked`: the tools' own lock files may name releases that a mirror does not have yet.
fn install(project: &Project, package: &str, version: &str, options: &[&str]) -> Result<()> {
    let mut cargo = Command::new("cargo");
    process::without_cargo_run(&mut cargo)
        .current_dir(&project.cache)
        .args(["install", "--force", package, "--version", version])
        .args(options)
        .arg("--root")
        .arg(project.cache.join("tools"))
        .arg("--target-dir")
        .arg(build_folder(project));
    process::capture(&mut cargo)?;
    Ok(())
}

fn build_folder(project: &Project) -> PathBuf {
    project.cache.join("build")
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}

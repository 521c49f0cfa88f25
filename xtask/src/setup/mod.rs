//! The tools that the other tasks need: found where they are, installed where they are not, and named
//! with the exact command where this program may not install them.

pub mod browser;
mod cargo_tools;
mod debian;
pub mod fonts;
mod npm;
mod std_sources;
mod system;
pub mod toolchain;
pub mod wordpress;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;
use std_sources::{SMALL, UNSTABLE};
pub use system::is_root;
use toolchain::Toolchain;

/// What a build of the release needs, all of it there.
#[derive(Debug)]
pub struct Tools {
    toolchain: Toolchain,
    small_std: Option<PathBuf>,
    cargo_tools: PathBuf,
    npm: PathBuf,
    target: PathBuf,
}

impl Tools {
    /// A command that builds for, or handles, WebAssembly: every tool on its `PATH`, and a target folder
    /// apart from that of native builds, so that neither waits for the other's lock.
    pub fn command(&self, program: &str) -> Result<Command> {
        let mut command = Command::new(program);
        process::without_cargo_run(&mut command);
        let npm = self.npm.join(".bin");
        let mut folders = vec![self.cargo_tools.as_path(), npm.as_path()];
        if let Toolchain::Debian { programs } = &self.toolchain {
            debian::away_from_rustup(&mut command);
            folders.insert(0, programs);
        }
        if self.small_std.is_some() {
            // For the release. The others take it too: cargo would build their dependencies again after each change.
            command.env(UNSTABLE.0, UNSTABLE.1);
        }
        command.env("PATH", process::path_with(&folders)?).env("CARGO_TARGET_DIR", &self.target);
        Ok(command)
    }

    /// The program that runs clippy for the wasm target. Not `cargo clippy`: cargo would look into its own
    /// home first, and find the one of another toolchain there.
    pub fn clippy(&self) -> Result<Command> {
        let mut command = self.command("cargo-clippy")?;
        command.arg("clippy");
        Ok(command)
    }

    /// Which compiler builds the wasm, in its own words.
    pub fn rustc_version(&self) -> Result<String> {
        process::capture(self.command("rustc")?.arg("-vV"))
    }

    /// The flags with which the release is compiled against the standard library that was made for it.
    pub fn std_flags(&self) -> Vec<String> {
        let Some(sysroot) = &self.small_std else { return Vec::new() };
        let own = SMALL.flags.iter().map(|flag| flag.to_string());
        own.chain([format!("--sysroot={}", sysroot.display())]).collect()
    }

    /// Where the wasm builds go.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The folder of the packages that npm installed.
    pub fn npm_packages(&self) -> &Path {
        &self.npm
    }

    /// What was installed, in a line that changes whenever a tool's version does.
    pub fn fingerprint(&self) -> Result<String> {
        let lock = fs::read_to_string(cargo_tools::stamp(&self.cargo_tools))?;
        Ok(format!("{}{lock}{:?}", self.rustc_version()?, npm::TOOLS.all))
    }
}

/// Finds or installs what a build needs.
pub fn tools(project: &Project) -> Result<Tools> {
    let _only_one = lock(project)?;
    let toolchain = toolchain::ensure(project)?;
    Ok(Tools {
        small_std: toolchain.small_std(project),
        toolchain,
        cargo_tools: cargo_tools::ensure(project)?,
        npm: npm::ensure(project, &npm::TOOLS)?,
        target: project.target.join("web"),
    })
}

/// Finds or installs the browser that the tests drive.
pub fn browser(project: &Project) -> Result<browser::Browser> {
    let _only_one = lock(project)?;
    browser::ensure()
}

/// Finds or installs what the npm package is checked with, and its examples are made with; gives the folder of its
/// packages.
pub fn for_package(project: &Project) -> Result<PathBuf> {
    let _only_one = lock(project)?;
    npm::ensure(project, &npm::FOR_PACKAGE)
}

/// Finds or installs the WordPress that the plugin is tried in.
pub fn wordpress(project: &Project) -> Result<wordpress::WordPress> {
    let _only_one = lock(project)?;
    wordpress::ensure()
}

/// Finds or installs what we are measured beside; gives the folder of its packages.
pub fn peer(project: &Project) -> Result<PathBuf> {
    let _only_one = lock(project)?;
    npm::ensure(project, &npm::PEER)
}

/// Finds or installs everything that any task needs.
pub fn everything(project: &Project) -> Result<()> {
    tools(project)?;
    browser(project)?;
    for_package(project)?;
    Ok(())
}

/// Two tasks started at once must not install the same thing at once.
fn lock(project: &Project) -> Result<fs::File> {
    fs::create_dir_all(&project.cache)
        .with_context(|| format!("the cache {} can't be made", project.cache.display()))?;
    let file = fs::File::create(project.cache.join("lock"))?;
    file.lock().context("the cache can't be locked")?;
    Ok(file)
}

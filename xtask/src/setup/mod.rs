//! Tools of the other tasks: found, or installed, or named with the exact command where this program may not install
//! them.

pub mod browser;
mod cargo_tools;
mod debian;
pub mod engines;
pub mod fonts;
mod npm;
mod std_sources;
mod system;
pub mod target;
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

/// Tools of a release build, all of them there.
#[derive(Debug, Clone)]
pub struct Tools {
    toolchain: Toolchain,
    small_std: Option<PathBuf>,
    cargo_tools: PathBuf,
    npm: PathBuf,
    target: PathBuf,
}

impl Tools {
    /// The same tools for another checkout, which has target folders of its own.
    pub fn for_project(&self, project: &Project) -> Self {
        Self { target: web_target(project), ..self.clone() }
    }

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
            // Variable of the release for all builds: without it cargo would build the dependencies again.
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

    /// Version line of the compiler of the wasm.
    pub fn rustc_version(&self) -> Result<String> {
        process::capture(self.command("rustc")?.arg("-vV"))
    }

    /// The flags with which the release is compiled against the standard library that was made for it.
    pub fn std_flags(&self) -> Vec<String> {
        let Some(sysroot) = &self.small_std else { return Vec::new() };
        let own = SMALL.flags.iter().map(|flag| flag.to_string());
        own.chain([format!("--sysroot={}", sysroot.display())]).collect()
    }

    /// Target folder of the wasm builds.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The folder of the packages that npm installed.
    pub fn npm_packages(&self) -> &Path {
        &self.npm
    }

    /// Versions of all tools, on one line.
    pub fn fingerprint(&self) -> Result<String> {
        let lock = fs::read_to_string(cargo_tools::stamp(&self.cargo_tools))?;
        Ok(format!("{}{lock}{:?}", self.rustc_version()?, npm::TOOLS.all))
    }
}

/// Finds or installs the tools of a build.
pub fn tools(project: &Project) -> Result<Tools> {
    let _only_one = lock(project)?;
    let toolchain = toolchain::ensure(project)?;
    Ok(Tools {
        small_std: toolchain.small_std(project),
        toolchain,
        cargo_tools: cargo_tools::ensure(project)?,
        npm: npm::ensure(project, &npm::TOOLS)?,
        target: web_target(project),
    })
}

/// Target folder of the wasm builds of a project.
fn web_target(project: &Project) -> PathBuf {
    project.target.join("web")
}

/// Finds or installs the browser that the tests drive.
pub fn browser(project: &Project) -> Result<browser::Browser> {
    let _only_one = lock(project)?;
    browser::ensure()
}

/// Finds or installs Firefox with its driver.
pub fn firefox(project: &Project) -> Result<engines::Firefox> {
    let _only_one = lock(project)?;
    engines::ensure_firefox(project)
}

/// Finds or installs WebKit with its driver.
pub fn webkit(project: &Project) -> Result<engines::WebKit> {
    let _only_one = lock(project)?;
    engines::ensure_webkit()
}

/// Finds or installs the npm packages for the checks and examples of our package; gives their folder.
pub fn for_package(project: &Project) -> Result<PathBuf> {
    let _only_one = lock(project)?;
    npm::ensure(project, &npm::FOR_PACKAGE)
}

/// Finds or installs cargo-deny; gives its path.
pub fn cargo_deny(project: &Project) -> Result<PathBuf> {
    let _only_one = lock(project)?;
    cargo_tools::ensure_tool(project, &cargo_tools::CARGO_DENY)
}

/// Folders of the installed npm packages of builds and tests, by name.
pub fn npm_folders(project: &Project) -> Result<Vec<(&'static str, PathBuf)>> {
    let _only_one = lock(project)?;
    let kinds = [("tools", &npm::TOOLS), ("examples", &npm::FOR_PACKAGE)];
    kinds.into_iter().map(|(name, packages)| Ok((name, npm::ensure(project, packages)?))).collect()
}

/// Finds or installs the WordPress of the plugin's tests.
pub fn wordpress(project: &Project) -> Result<wordpress::WordPress> {
    let _only_one = lock(project)?;
    wordpress::ensure()
}

/// Finds or installs the peer of the benchmark; gives the folder of its packages.
pub fn peer(project: &Project) -> Result<PathBuf> {
    let _only_one = lock(project)?;
    npm::ensure(project, &npm::PEER)
}

/// Finds or installs the tools of all tasks.
pub fn everything(project: &Project) -> Result<()> {
    tools(project)?;
    browser(project)?;
    for_package(project)?;
    Ok(())
}

/// Lock of installations: two tasks must not install the same tool at once.
fn lock(project: &Project) -> Result<fs::File> {
    fs::create_dir_all(&project.cache)
        .with_context(|| format!("the cache {} can't be made", project.cache.display()))?;
    let file = fs::File::create(project.cache.join("lock"))?;
    file.lock().context("the cache can't be locked")?;
    Ok(file)
}

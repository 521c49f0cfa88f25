//! The compiler for WebAssembly: the user's own with the target added, or else Debian's.
//!
//! Native builds always stay with the user's own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::debian;
use super::std_sources::{self, SMALL};
use super::target::{TARGET, has_std};
use crate::process;
use crate::project::Project;

/// Component of rustup with the sources of the standard library.
const SOURCES: &str = "rust-src";

/// Compiler of the wasm.
#[derive(Debug, Clone)]
pub enum Toolchain {
    /// `cargo` and `rustc` of the user.
    Own,
    /// Debian's programs, linked from a folder of their own.
    Debian {
        /// Folder with links to them, for `PATH`.
        programs: PathBuf,
    },
}

impl Toolchain {
    /// Starts one of its programs.
    pub fn program(&self, name: &str) -> Command {
        match self {
            Self::Own => Command::new(name),
            Self::Debian { .. } => debian::program(name),
        }
    }

    /// The standard library that the release is compiled with, unless this compiler has no sources of one.
    pub fn small_std(&self, project: &Project) -> Option<PathBuf> {
        let program = |name: &str| self.program(name);
        let version = process::capture(program("rustc").arg("-vV"));
        let built = version.and_then(|version| match std_sources::are_there(&mut program("rustc"))? {
            true => std_sources::ensure(project, &SMALL, &version, program),
            false => bail!("its sources are missing. Run:\n    rustup component add {SOURCES}"),
        });
        built
            .inspect_err(|error| {
                println!(
                    "The standard library can't be built for size: {}\n\
                     The release is made with the compiler's own, and is about a tenth larger: some budgets \
                     may be reported as over for that reason alone.",
                    last_lines(&format!("{error:#}"))
                );
            })
            .ok()
    }
}

/// Finds the target and the sources of the standard library, or adds them the ordinary way, or takes Debian's
/// compiler, which has both.
pub fn ensure(project: &Project) -> Result<Toolchain> {
    if own_is_whole()? {
        return Ok(Toolchain::Own);
    }
    let version = process::capture(Command::new("rustc").arg("-vV"))?;
    let refused = project.cache.join("rustup-refused");
    let known_refusal = fs::read_to_string(&refused).is_ok_and(|text| text == version);
    if !(known_refusal && debian::is_possible()) && process::find("rustup").is_some() {
        match add_what_is_missing() {
            Ok(()) if own_is_whole()? => return Ok(Toolchain::Own),
            Ok(()) => {
                println!("rustup says that it added {TARGET} and {SOURCES}, yet rustc does not find them");
            }
            Err(error) => println!("  {}", last_lines(&format!("{error:#}"))),
        }
    }
    let own_has_target = own_has_target()?;
    if !debian::is_possible() {
        if own_has_target {
            return Ok(Toolchain::Own);
        }
        bail!(
            "Rust's standard library for {TARGET} is missing. Run:\n    rustup target add {TARGET}\n\
             or, with a Rust that does not come from rustup, install its package for that target."
        );
    }
    if !known_refusal {
        println!("Using Debian's compiler for {TARGET} instead.");
    }
    match debian::ensure(project) {
        Ok(programs) => {
            if !known_refusal {
                fs::write(&refused, version)
                    .with_context(|| format!("{} can't be written", refused.display()))?;
            }
            Ok(Toolchain::Debian { programs })
        }
        Err(error) if own_has_target => {
            println!("  {}", last_lines(&format!("{error:#}")));
            Ok(Toolchain::Own)
        }
        Err(error) => Err(error),
    }
}

fn add_what_is_missing() -> Result<()> {
    process::timed(&format!("Adding {TARGET} and {SOURCES} with rustup"), || {
        process::capture(Command::new("rustup").args(["target", "add", TARGET]))?;
        process::capture(Command::new("rustup").args(["component", "add", SOURCES]))?;
        Ok(())
    })
}

fn own_is_whole() -> Result<bool> {
    Ok(own_has_target()? && std_sources::are_there(&mut Command::new("rustc"))?)
}

fn own_has_target() -> Result<bool> {
    let folder =
        process::capture(Command::new("rustc").args(["--target", TARGET, "--print", "target-libdir"]))
            .context("Rust is needed first, as https://www.rust-lang.org/tools/install tells")?;
    Ok(has_std(Path::new(folder.trim())))
}

/// Last lines of an output: they hold the reason of a failure.
fn last_lines(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines[lines.len().saturating_sub(3)..].join("\n  ")
}

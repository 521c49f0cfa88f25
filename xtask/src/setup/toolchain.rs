//! The compiler for WebAssembly: the user's own with the target added, or else Debian's.
//!
//! Native builds always stay with the user's own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::debian;
use crate::process;
use crate::project::Project;

/// The one target that this project compiles to besides the native one.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Which compiler builds the wasm.
#[derive(Debug)]
pub enum Toolchain {
    /// The one that `cargo` and `rustc` mean to the user.
    Own,
    /// Debian's, whose programs are linked to from a folder of their own.
    Debian { programs: PathBuf },
}

/// Finds the target, or adds it the ordinary way, or builds it from Debian's sources.
pub fn ensure(project: &Project) -> Result<Toolchain> {
    if own_has_target()? {
        return Ok(Toolchain::Own);
    }
    let version = process::capture(Command::new("rustc").arg("-vV"))?;
    let refused = project.cache.join("rustup-target-refused");
    let known_refusal = fs::read_to_string(&refused).is_ok_and(|text| text == version);
    if !(known_refusal && debian::is_possible()) && process::find("rustup").is_some() {
        match add_target() {
            Ok(()) if own_has_target()? => return Ok(Toolchain::Own),
            Ok(()) => println!("rustup says that it added {TARGET}, yet rustc does not find it"),
            Err(error) => println!("  {}", last_lines(&format!("{error:#}"))),
        }
    }
    if !debian::is_possible() {
        bail!(
            "Rust's standard library for {TARGET} is missing. Run:\n    rustup target add {TARGET}\n\
             or, with a Rust that does not come from rustup, install its package for that target."
        );
    }
    if !known_refusal {
        println!("Using Debian's compiler for {TARGET} instead.");
    }
    let programs = debian::ensure(project)?;
    if !known_refusal {
        fs::write(&refused, version).with_context(|| format!("{} can't be written", refused.display()))?;
    }
    Ok(Toolchain::Debian { programs })
}

fn add_target() -> Result<()> {
    process::told(&format!("Adding the target {TARGET} with rustup"), || {
        process::capture(Command::new("rustup").args(["target", "add", TARGET]))?;
        Ok(())
    })
}

fn own_has_target() -> Result<bool> {
    let folder =
        process::capture(Command::new("rustc").args(["--target", TARGET, "--print", "target-libdir"]))
            .context("Rust is needed first, as https://www.rust-lang.org/tools/install tells")?;
    Ok(has_std(Path::new(folder.trim())))
}

/// Whether a folder holds a compiled standard library.
pub fn has_std(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else { return false };
    entries.filter_map(Result::ok).any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

/// What a program says last is why it failed.
fn last_lines(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines[lines.len().saturating_sub(3)..].join("\n  ")
}

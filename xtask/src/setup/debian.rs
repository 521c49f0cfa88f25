//! Debian's compiler with a standard library for WebAssembly built from its sources: the way where
//! rustup can't fetch the target.
//!
//! The programs are linked to from a folder of the cache, so that neither the user's rustup nor the
//! `PATH` of native builds is touched.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::std_sources::{self, ORDINARY};
use super::system;
use super::target::{TARGET, has_std};
use crate::process;
use crate::project::Project;

const PACKAGES: [&str; 6] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "lld-22"];
const PROGRAMS: [&str; 5] = ["cargo", "rustc", "rustdoc", "cargo-clippy", "clippy-driver"];
const INSTALLED: &str = "/usr/lib/rustlib/wasm32-unknown-unknown";

/// Whether the system has Debian's packages.
pub fn is_possible() -> bool {
    system::has_apt()
}

/// Makes a command use Debian's programs despite the variables that rustup sets.
pub fn away_from_rustup(command: &mut Command) -> &mut Command {
    for name in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTDOC", "RUSTC_WRAPPER", "LD_LIBRARY_PATH"] {
        command.env_remove(name);
    }
    command
}

/// Starts one of Debian's programs.
pub fn program(name: &str) -> Command {
    let mut command = Command::new(Path::new("/usr/bin").join(name));
    away_from_rustup(&mut command).env("RUSTC", "/usr/bin/rustc");
    command
}

/// Installs the compiler and its standard library for WebAssembly as far as they are missing.
/// Gives the folder to put first on `PATH`.
pub fn ensure(project: &Project) -> Result<PathBuf> {
    if !packages_are_there() {
        system::install("Debian's Rust compiler for the web", &PACKAGES, "install Rust with rustup")?;
    }
    let version = rustc_version()?;
    ensure_std(project, &version)?;
    link_programs(&project.cache.join("debian"))
}

fn packages_are_there() -> bool {
    let there = |name: &str| Path::new("/usr/bin").join(name).exists();
    PROGRAMS.into_iter().chain(["rust-lld"]).all(there)
        && rustc_version().is_ok_and(|version| is_recent(&version, env!("CARGO_PKG_RUST_VERSION")))
}

fn rustc_version() -> Result<String> {
    process::capture(program("rustc").arg("-vV"))
}

/// Whether `rustc 1.96.0 (...)` is at least `1.95`.
fn is_recent(version: &str, oldest: &str) -> bool {
    let numbers = |text: &str| -> Option<(u32, u32)> {
        let mut parts = text.split('.');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    };
    let found = version.split_whitespace().nth(1).and_then(numbers);
    matches!((found, numbers(oldest)), (Some(found), Some(oldest)) if found >= oldest)
}

fn ensure_std(project: &Project, version: &str) -> Result<()> {
    let library = Path::new(INSTALLED).join("lib");
    let stamp = Path::new(INSTALLED).join("built-with");
    if has_std(&library) {
        if fs::read_to_string(&stamp).is_ok_and(|text| text == version) {
            return Ok(());
        }
        if std_works(project)? {
            // Only root can write there; other users try again next time.
            let _ = fs::write(&stamp, version);
            return Ok(());
        }
    }
    let built = std_sources::libraries(&std_sources::ensure(project, &ORDINARY, version, program)?);
    if !system::is_root() {
        bail!(
            "only root may install the standard library for WebAssembly. Run:\n    \
             sudo mkdir -p {lib} && sudo cp {built}/*.rlib {lib}/",
            lib = library.display(),
            built = built.display(),
        );
    }
    if library.exists() {
        // The libraries of another compiler would be found beside the new ones, and refused.
        fs::remove_dir_all(&library)?;
    }
    fs::create_dir_all(&library)?;
    std_sources::copy_rlibs(&built, &library, None)?;
    fs::write(&stamp, version).with_context(|| format!("{} can't be written", stamp.display()))
}

/// Tries libraries of unknown origin: the compiler refuses those of another one.
fn std_works(project: &Project) -> Result<bool> {
    let folder = project.cache.join("trial");
    fs::create_dir_all(&folder)?;
    let source = folder.join("trial.rs");
    fs::write(&source, "fn main() { println!(\"{:?}\", std::env::args()) }\n")?;
    let mut rustc = program("rustc");
    rustc.args(["--target", TARGET, "-Cpanic=abort", "--out-dir"]);
    let works = process::succeeds(rustc.arg(&folder).arg(&source));
    fs::remove_dir_all(&folder)?;
    Ok(works)
}

#[cfg(unix)]
fn link_programs(folder: &Path) -> Result<PathBuf> {
    let bin = folder.join("bin");
    fs::create_dir_all(&bin)?;
    for name in PROGRAMS {
        let link = bin.join(name);
        if !link.exists() {
            // A broken link is there, though `exists` denies it.
            let _ = fs::remove_file(&link);
            std::os::unix::fs::symlink(Path::new("/usr/bin").join(name), &link)?;
        }
    }
    Ok(bin)
}

#[cfg(not(unix))]
fn link_programs(_: &Path) -> Result<PathBuf> {
    bail!("Debian's compiler can only be used on Debian")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_compiler_is_not_taken() {
        let cases = [
            ("rustc 1.96.0 (ac68faa20 2026-05-25)", true),
            ("rustc 1.95.0", true),
            ("rustc 1.63.0", false),
            ("rustc 2.0.0", true),
            ("rustc", false),
        ];
        for (version, recent) in cases {
            assert_eq!(is_recent(version, "1.95"), recent, "{version}");
        }
    }
}

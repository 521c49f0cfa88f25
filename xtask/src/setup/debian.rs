//! Debian's compiler with a standard library for WebAssembly built from its sources: the way where
//! rustup can't fetch the target.
//!
//! The programs are linked to from a folder of the cache, so that neither the user's rustup nor the
//! `PATH` of native builds is touched.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::system;
use super::toolchain::{TARGET, has_std};
use crate::process;
use crate::project::Project;

const PACKAGES: [&str; 6] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "lld-22"];
const PROGRAMS: [&str; 5] = ["cargo", "rustc", "rustdoc", "cargo-clippy", "clippy-driver"];
const INSTALLED: &str = "/usr/lib/rustlib/wasm32-unknown-unknown";

/// Whether this is a system with Debian's packages.
pub fn is_possible() -> bool {
    system::has_apt()
}

/// Makes a command use Debian's programs, whatever rustup told the program that runs now.
pub fn away_from_rustup(command: &mut Command) -> &mut Command {
    for name in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTDOC", "RUSTC_WRAPPER", "LD_LIBRARY_PATH"] {
        command.env_remove(name);
    }
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
    process::capture(away_from_rustup(&mut Command::new("/usr/bin/rustc")).arg("-vV"))
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
            // Only root can write there; for others the trial is made again next time.
            let _ = fs::write(&stamp, version);
            return Ok(());
        }
    }
    let built = project.cache.join("std").join(folder_name(version));
    if !has_std(&built) {
        process::told("Building the standard library for WebAssembly", || build_std(project, &built))?;
    }
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
    copy_rlibs(&built, &library, None)?;
    fs::write(&stamp, version).with_context(|| format!("{} can't be written", stamp.display()))
}

/// Tries libraries that somebody else put there: those of another compiler are refused by this one.
fn std_works(project: &Project) -> Result<bool> {
    let folder = project.cache.join("trial");
    fs::create_dir_all(&folder)?;
    let source = folder.join("trial.rs");
    fs::write(&source, "fn main() { println!(\"{:?}\", std::env::args()) }\n")?;
    let mut rustc = Command::new("/usr/bin/rustc");
    away_from_rustup(&mut rustc).args(["--target", TARGET, "-Cpanic=abort", "--out-dir"]);
    let works = process::succeeds(rustc.arg(&folder).arg(&source));
    fs::remove_dir_all(&folder)?;
    Ok(works)
}

/// A folder for each compiler: `1.96.0-ac68faa20c58cbcc`.
fn folder_name(version: &str) -> String {
    let field = |name: &str| {
        let value = version.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("unknown");
        value.trim().chars().take(16).collect::<String>()
    };
    format!("{}-{}", field("release:"), field("commit-hash:"))
}

fn build_std(project: &Project, destination: &Path) -> Result<()> {
    let folder = project.cache.join("std").join("build");
    fs::create_dir_all(folder.join("src"))?;
    fs::write(
        folder.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [profile.release]\npanic = \"abort\"\n\n[workspace]\n",
    )?;
    fs::write(folder.join("src/lib.rs"), "#![no_std]\n")?;
    let mut cargo = Command::new("/usr/bin/cargo");
    process::without_cargo_run(away_from_rustup(&mut cargo))
        .current_dir(&folder)
        .env("RUSTC", "/usr/bin/rustc")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        // Only this one build uses an unstable flag; what it makes is used by stable ones.
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["build", "--release", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,proc_macro,test");
    process::capture(&mut cargo)?;
    fs::create_dir_all(destination)?;
    copy_rlibs(&folder.join("target").join(TARGET).join("release/deps"), destination, Some("libempty-"))?;
    Ok(fs::remove_dir_all(&folder)?)
}

fn copy_rlibs(from: &Path, to: &Path, without: Option<&str>) -> Result<()> {
    for entry in from.read_dir()? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.ends_with(".rlib") && !without.is_some_and(|prefix| name.starts_with(prefix)) {
            fs::copy(entry.path(), to.join(name.as_ref()))?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn link_programs(folder: &Path) -> Result<PathBuf> {
    let bin = folder.join("bin");
    fs::create_dir_all(&bin)?;
    for name in PROGRAMS {
        let link = bin.join(name);
        if !link.exists() {
            // A link whose program was gone for a while is there without existing.
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

    #[test]
    fn each_compiler_has_its_own_folder() {
        let version =
            "rustc 1.96.0\ncommit-hash: ac68faa20c58cbccd01ee7208bf3b6e93a7d7f96\nrelease: 1.96.0\n";
        assert_eq!(folder_name(version), "1.96.0-ac68faa20c58cbcc");
    }
}

//! Standard libraries for WebAssembly, built from their sources: an ordinary one for a compiler that comes without
//! any, and a small one for the release.
//!
//! The library of a compiler is built for speed and formats panics. In the release a panic is a trap, which
//! `www/element/guard.js` reports. That and the optimisation for size make the release a tenth smaller.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::target::{TARGET, has_std};
use crate::process;
use crate::project::Project;
use crate::release::fingerprint::digest;

/// Purpose of a standard library. Crates compiled against it take the same flags.
pub struct StdPurpose {
    task: &'static str,
    crates: &'static str,
    /// Features of the library, if not the usual ones.
    features: Option<&'static str>,
    /// The flags of the compiler.
    pub flags: &'static [&'static str],
}

/// Library for clippy and the browser tests, equal to that of rustup.
pub const ORDINARY: StdPurpose = StdPurpose {
    task: "Building the standard library for WebAssembly",
    crates: "std,panic_abort,proc_macro,test",
    features: None,
    flags: &[],
};

/// Library for the release.
pub const SMALL: StdPurpose = StdPurpose {
    task: "Building the standard library for WebAssembly, for size",
    crates: "std,panic_abort",
    features: Some("optimize_for_size"),
    flags: &[
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        // A panic has no place in its message.
        "-Zlocation-detail=none",
    ],
};

/// Variable that lets a stable compiler take unstable flags.
pub const UNSTABLE: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// Whether the compiler has the sources.
pub fn are_there(rustc: &mut Command) -> Result<bool> {
    let sysroot = process::capture(rustc.args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std/src/lib.rs").is_file())
}

/// Builds a standard library unless the cache has it; gives its sysroot. `version` is what the compiler says of
/// itself, `command` starts one of its programs.
pub fn ensure(
    project: &Project,
    purpose: &StdPurpose,
    version: &str,
    command: impl Fn(&str) -> Command,
) -> Result<PathBuf> {
    let sysroot = project.cache.join("std").join(folder_name(purpose, version));
    if !has_std(&libraries(&sysroot)) {
        process::timed(purpose.task, || build(project, purpose, command("cargo"), &sysroot))?;
    }
    Ok(sysroot)
}

/// Folder of the libraries in a sysroot.
pub fn libraries(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}

/// A folder for each compiler and purpose: `1.96.0-ac68faa20c58cbcc-0a1b2c3d`.
fn folder_name(purpose: &StdPurpose, version: &str) -> String {
    let field = |name: &str| {
        let value = version.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("unknown");
        value.trim().chars().take(16).collect::<String>()
    };
    let StdPurpose { crates, features, flags, .. } = purpose;
    let purpose = digest(format!("{crates} {features:?} {flags:?}").as_bytes());
    format!("{}-{}-{:.8}", field("release:"), field("commit-hash:"), purpose)
}

fn build(project: &Project, purpose: &StdPurpose, mut cargo: Command, sysroot: &Path) -> Result<()> {
    let folder = project.cache.join("std").join("build");
    if folder.exists() {
        // Rest of a stopped build: its libraries would mix with the new ones.
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("src"))?;
    fs::write(
        folder.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [profile.release]\npanic = \"abort\"\n\n[workspace]\n",
    )?;
    fs::write(folder.join("src/lib.rs"), "#![no_std]\n")?;
    // The release is optimised across crates, for which the libraries must carry what the compiler knew of them.
    let flags: Vec<_> = ["-Cembed-bitcode=yes"].iter().chain(purpose.flags).copied().collect();
    process::without_cargo_run(&mut cargo)
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
        .env(UNSTABLE.0, UNSTABLE.1)
        .args(["build", "--release", "--target", TARGET])
        .arg(format!("-Zbuild-std={}", purpose.crates))
        .args(purpose.features.map(|features| format!("-Zbuild-std-features={features}")));
    process::capture(&mut cargo)?;
    let made = folder.join("sysroot");
    fs::create_dir_all(libraries(&made))?;
    copy_rlibs(
        &folder.join("target").join(TARGET).join("release/deps"),
        &libraries(&made),
        Some("libempty-"),
    )?;
    // Moved at once: half a library must not be found.
    if sysroot.exists() {
        fs::remove_dir_all(sysroot)?;
    }
    fs::rename(&made, sysroot).with_context(|| format!("{} can't be made", sysroot.display()))?;
    Ok(fs::remove_dir_all(&folder)?)
}

/// Copies the libraries of a folder, without those with a prefix.
pub fn copy_rlibs(from: &Path, to: &Path, without: Option<&str>) -> Result<()> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_compiler_and_purpose_has_its_own_folder() {
        let version = |hash: &str| format!("rustc 1.96.0\ncommit-hash: {hash}\nrelease: 1.96.0\n");
        let (one, other) = (version("ac68faa20c58cbccd01ee720"), version("0068faa20c58cbccd01ee720"));
        let name = folder_name(&SMALL, &one);
        assert!(name.starts_with("1.96.0-ac68faa20c58cbcc-"), "{name}");
        assert_ne!(name, folder_name(&SMALL, &other));
        assert_ne!(name, folder_name(&ORDINARY, &one));
    }
}

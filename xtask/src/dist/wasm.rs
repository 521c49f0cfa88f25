//! The app compiled to WebAssembly, with the JavaScript that loads it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::Result;

use super::stamp::{self, Key};
use crate::process;
use crate::project::Project;
use crate::setup::Tools;
use crate::setup::toolchain::TARGET;

/// The features that rustc's output uses, one by one: with all of them on, browsers refuse the result.
const OPTIMISED: [&str; 10] = [
    "-Oz",
    "--converge",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-call-indirect-overlong",
];

/// What the build made.
pub struct Package {
    /// The WebAssembly module.
    pub module: PathBuf,
    /// The JavaScript that wasm-bindgen wrote for it.
    pub glue: PathBuf,
}

/// Builds the package, unless nothing that it is made from has changed.
pub fn build(project: &Project, tools: &Tools) -> Result<Package> {
    let folder = project.target.join("pkg");
    let package = Package { module: folder.join("boussole_bg.wasm"), glue: folder.join("boussole.js") };
    let stamp = project.target.join("pkg.stamp");
    let there = package.module.exists() && package.glue.exists();
    if there && stamp::is_fresh(&stamp, &key(project, tools)?) {
        return Ok(package);
    }
    // Whose folders the flags name: they must be there before.
    process::capture(tools.command("cargo")?.current_dir(&project.root).arg("fetch"))?;
    let start = SystemTime::now();
    process::told("Building the WebAssembly package", || make(project, tools, &folder))?;
    let sources = sources(tools);
    // What was written meanwhile may or may not be in the module: the next build decides.
    if sources.iter().all(|source| is_older(source, start)) {
        stamp::set(&stamp, &key(project, tools)?)?;
    }
    Ok(package)
}

fn make(project: &Project, tools: &Tools, folder: &Path) -> Result<()> {
    let mut cargo = tools.command("cargo")?;
    cargo
        .current_dir(&project.root)
        .env("CARGO_ENCODED_RUSTFLAGS", compiler_flags().join("\u{1f}"))
        // Only a `cdylib` is asked for: beside an `rlib`, which wasm-pack would have cargo build as well, the
        // optimisation across crates is left out, and that is a tenth of the size.
        .args(["rustc", "--package", "boussole", "--lib", "--crate-type", "cdylib", "--release"])
        .args(["--target", TARGET, "--features", "web"]);
    process::capture(&mut cargo)?;

    let mut bindgen = tools.command("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "boussole", "--out-dir"]).arg(folder);
    process::capture(bindgen.arg(tools.target().join(TARGET).join("release/boussole.wasm")))?;

    let (bound, smallest) = (folder.join("boussole_bg.wasm"), folder.join("boussole_opt.wasm"));
    let mut wasm_opt = tools.command("wasm-opt")?;
    process::capture(wasm_opt.args(OPTIMISED).arg(&bound).arg("-o").arg(&smallest))?;
    fs::rename(&smallest, &bound)?;
    Ok(())
}

/// The module names its sources where it may panic. Whose machine built it, and where that keeps the
/// sources of crates, is nobody's business, and equal sources must give equal modules.
fn compiler_flags() -> Vec<String> {
    let flags = env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<_> = flags.split_whitespace().map(str::to_owned).collect();
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let folders = home.join("registry/src").read_dir().into_iter().flatten().filter_map(Result::ok);
    let mut folders: Vec<_> = folders.map(|folder| folder.path()).collect();
    folders.sort();
    flags.extend(folders.iter().map(|folder| format!("--remap-path-prefix={}=", folder.display())));
    flags
}

fn is_older(path: &Path, moment: SystemTime) -> bool {
    path.metadata().and_then(|metadata| metadata.modified()).is_ok_and(|modified| modified < moment)
}

fn key(project: &Project, tools: &Tools) -> Result<String> {
    let mut key = Key::default();
    key.text(&tools.fingerprint()?).text(&compiler_flags().join(" ")).text(&OPTIMISED.join(" "));
    for name in ["Cargo.toml", "Cargo.lock", ".cargo/config.toml"] {
        key.file(&project.root.join(name));
    }
    for source in sources(tools) {
        key.file(&source);
    }
    Ok(key.finish())
}

/// Which sources the module has, cargo noted at its last build. A new one can only come in through a
/// change of one of those.
fn sources(tools: &Tools) -> Vec<PathBuf> {
    let noted = tools.target().join(TARGET).join("release/boussole.d");
    fs::read_to_string(noted).map(|text| prerequisites(&text)).unwrap_or_default()
}

/// What stands behind the colon in a file that make could read: paths, whose spaces are escaped.
fn prerequisites(text: &str) -> Vec<PathBuf> {
    let Some((_, list)) = text.lines().next().unwrap_or_default().split_once(": ") else { return Vec::new() };
    let list = list.replace("\\ ", "\0");
    list.split_whitespace().map(|path| PathBuf::from(path.replace('\0', " "))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sources_of_a_build_are_read_from_cargos_note() {
        let note = "/t/boussole.wasm: /p/src/a.rs /p/with\\ space/b.rs\n";
        assert_eq!(prerequisites(note), [PathBuf::from("/p/src/a.rs"), PathBuf::from("/p/with space/b.rs")]);
        assert_eq!(prerequisites(""), Vec::<PathBuf>::new());
    }
}

//! The app compiled to WebAssembly, with the JavaScript that loads it: wasm-pack's package.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::Result;

use super::stamp::{self, Key};
use crate::process;
use crate::project::Project;
use crate::setup::Tools;

/// What wasm-pack made.
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
    let mut wasm_pack = tools.command("wasm-pack")?;
    wasm_pack
        .current_dir(&project.root)
        .env("CARGO_ENCODED_RUSTFLAGS", compiler_flags().join("\u{1f}"))
        .args(["build", ".", "--release", "--target", "web"]);
    // It must use our tools of our versions, and download none.
    wasm_pack.args(["--mode", "no-install", "--out-name", "boussole", "--out-dir"]).arg(&folder);
    wasm_pack.args(["--", "--features", "web"]);
    let start = SystemTime::now();
    process::told("Building the WebAssembly package", || process::capture(&mut wasm_pack))?;
    let sources = sources(tools);
    // What was written meanwhile may or may not be in the module: the next build decides.
    if sources.iter().all(|source| is_older(source, start)) {
        stamp::set(&stamp, &key(project, tools)?)?;
    }
    Ok(package)
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
    key.text(&tools.fingerprint()?).text(&compiler_flags().join(" "));
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
    let noted = tools.target().join("wasm32-unknown-unknown/release/boussole.d");
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

//! What npm installs, in exact versions: wasm-opt, the bundler, the type checker, and what the end-to-end tests
//! put into pages: the accessibility checker, and style sheets of which many pages are made.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::project::Project;

/// Every package with its version. `binaryen` is wasm-opt.
pub const PACKAGES: [(&str, &str); 6] = [
    ("axe-core", "4.14.1"),
    ("binaryen", "132.0.0"),
    ("bootstrap", "5.3.9"),
    ("esbuild", "0.28.2"),
    ("tailwindcss", "4.3.5"),
    ("typescript", "5.9.3"),
];

/// Installs what is missing or of another version; gives the folder that holds `node_modules`.
pub fn ensure(project: &Project) -> Result<PathBuf> {
    let folder = project.cache.join("npm");
    for program in ["node", "npm"] {
        if process::find(program).is_none() {
            bail!(
                "`{program}` is missing: Node.js 18 or newer with npm is needed. Install it with \
                 `apt-get install nodejs npm` (Debian, Ubuntu), `dnf install nodejs` (Fedora) or \
                 `brew install node` (macOS)."
            );
        }
    }
    let missing: Vec<_> =
        PACKAGES.iter().filter(|(name, version)| !is_installed(&folder, name, version)).collect();
    if missing.is_empty() {
        return Ok(folder);
    }
    let names: Vec<_> = missing.iter().map(|(name, version)| format!("{name} {version}")).collect();
    process::told(&format!("Installing {}", names.join(", ")), || install(&folder))?;
    Ok(folder)
}

fn is_installed(folder: &Path, name: &str, version: &str) -> bool {
    let manifest = folder.join("node_modules").join(name).join("package.json");
    let Ok(text) = fs::read_to_string(manifest) else { return false };
    serde_json::from_str::<serde_json::Value>(&text).is_ok_and(|manifest| manifest["version"] == version)
}

/// Asks for all of them at once: npm takes away what it is not asked for.
fn install(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let dependencies: serde_json::Map<_, _> =
        PACKAGES.iter().map(|(name, version)| (name.to_string(), (*version).into())).collect();
    let manifest = serde_json::json!({ "private": true, "dependencies": dependencies });
    fs::write(folder.join("package.json"), format!("{manifest:#}\n"))?;
    let mut npm = Command::new("npm");
    npm.current_dir(folder).args(["install", "--no-package-lock", "--no-audit", "--no-fund", "--prefix"]);
    process::capture(npm.arg(folder)).context("npm could not install them")?;
    Ok(())
}

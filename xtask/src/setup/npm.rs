//! Packages of npm in exact versions: for every build, for the checks and examples of our own package, and for the peer
//! of `cargo xtask bench`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::project::Project;

/// Folder of npm for packages.
const INSTALLED: &str = "node_modules";

/// Packages with their versions, in a folder of the cache.
pub struct Packages {
    folder: &'static str,
    /// Each with its version.
    pub all: &'static [(&'static str, &'static str)],
}

/// Packages of every build and every test. `binaryen` is wasm-opt. The end-to-end tests put `axe-core` into pages, and the
/// style sheets of which many pages are made.
pub const TOOLS: Packages = Packages {
    folder: "npm",
    all: &[
        ("axe-core", "4.14.1"),
        ("binaryen", "132.0.0"),
        ("bootstrap", "5.3.9"),
        ("esbuild", "0.28.2"),
        ("tailwindcss", "4.3.5"),
        ("typescript", "5.9.3"),
    ],
};

/// Packages of the checks and examples; `npm/examples/package.json` names the same versions.
pub const FOR_PACKAGE: Packages = Packages {
    folder: "npm-package",
    all: &[
        ("@arethetypeswrong/cli", "0.18.5"),
        ("@types/react", "19.3.3"),
        ("@types/react-dom", "19.3.0"),
        ("@vitejs/plugin-vue", "6.0.11"),
        ("publint", "0.3.25"),
        ("react", "19.3.1"),
        ("react-dom", "19.3.1"),
        ("typescript", "5.9.3"),
        ("vite", "8.3.8"),
        ("vue", "3.5.45"),
        ("vue-tsc", "3.3.14"),
    ],
};

/// Peer of the benchmark.
pub const PEER: Packages =
    Packages { folder: "peer", all: &[("survey-core", "2.5.38"), ("survey-js-ui", "2.5.38")] };

/// Installs missing packages and packages of another version; gives their folder.
pub fn ensure(project: &Project, packages: &Packages) -> Result<PathBuf> {
    let folder = project.cache.join(packages.folder);
    for program in ["node", "npm"] {
        if process::find(program).is_none() {
            bail!(
                "`{program}` is missing: Node.js 20.19 or newer with npm is needed. Install it with \
                 `apt-get install nodejs npm` (Debian, Ubuntu), `dnf install nodejs` (Fedora) or \
                 `brew install node` (macOS)."
            );
        }
    }
    let missing: Vec<_> =
        packages.all.iter().filter(|(name, version)| !is_installed(&folder, name, version)).collect();
    let installed = folder.join(INSTALLED);
    if missing.is_empty() {
        return Ok(installed);
    }
    let names: Vec<_> = missing.iter().map(|(name, version)| format!("{name} {version}")).collect();
    process::timed(&format!("Installing {}", names.join(", ")), || install(&folder, packages))?;
    Ok(installed)
}

fn is_installed(folder: &Path, name: &str, version: &str) -> bool {
    let manifest = folder.join(INSTALLED).join(name).join("package.json");
    let Ok(text) = fs::read_to_string(manifest) else { return false };
    serde_json::from_str::<serde_json::Value>(&text).is_ok_and(|manifest| manifest["version"] == version)
}

/// Installs all packages at once: npm removes those not named.
fn install(folder: &Path, packages: &Packages) -> Result<()> {
    fs::create_dir_all(folder)?;
    let dependencies: serde_json::Map<_, _> =
        packages.all.iter().map(|(name, version)| (name.to_string(), (*version).into())).collect();
    let manifest = serde_json::json!({ "private": true, "dependencies": dependencies });
    fs::write(folder.join("package.json"), format!("{manifest:#}\n"))?;
    let mut npm = Command::new("npm");
    npm.current_dir(folder).args(["install", "--no-package-lock", "--no-audit", "--no-fund", "--prefix"]);
    process::capture(npm.arg(folder)).context("npm could not install them")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn the_examples_are_tried_with_the_versions_that_they_name() {
        let project = Project::find().unwrap();
        let manifest = fs::read_to_string(project.root.join("npm/examples/package.json")).unwrap();
        let manifest: Value = serde_json::from_str(&manifest).unwrap();
        let named =
            ["dependencies", "devDependencies"].map(|kind| manifest[kind].as_object().unwrap().clone());
        for (name, version) in named.into_iter().flatten().filter(|(name, _)| name != "boussole") {
            assert!(
                FOR_PACKAGE.all.iter().any(|(known, pinned)| *known == name && version == *pinned),
                "{name} {version}"
            );
        }
    }
}

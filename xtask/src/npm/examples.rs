//! Examples of `npm/examples/`, prepared beside their installed packages, and built.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::place::{NAME, folder_of};
use crate::process;
use crate::project::Project;
use crate::release::folder;
use crate::setup::{self, Tools};

/// Examples built by a bundler.
const BUNDLED: [&str; 2] = ["react", "vue"];

/// The example without a framework, bundled by esbuild, and the folder within it that the bundle is in.
const ESBUILD: [&str; 2] = ["esbuild", "html"];

/// Files of the example without a bundler.
const PLAIN: [&str; 3] = ["html", "shared", "node_modules"];

/// Folder with the examples, the checks and all that they import.
pub struct ExampleWorkspace {
    /// The examples and the checks.
    pub folder: PathBuf,
    /// The programs of the installed packages.
    programs: PathBuf,
}

impl ExampleWorkspace {
    /// Command of an installed package, run in the folder of the examples.
    pub fn command(&self, program: &str) -> std::process::Command {
        let mut command = std::process::Command::new(self.programs.join(program));
        command.current_dir(&self.folder);
        command
    }
}

/// Copies the examples and the checks beside the package.
pub fn prepare(project: &Project) -> Result<ExampleWorkspace> {
    let installed = setup::for_package(project)?;
    let (npm, folder) = (folder_of(project), folder_of(project).join("tried"));
    // Node finds it from the examples, since it stands above them.
    link(&installed, &npm.join("node_modules"))?;
    let mut files = BTreeMap::new();
    let sources = project.root.join("npm");
    add(&mut files, "", &sources.join("examples"))?;
    add(&mut files, "checks/", &sources.join("checks"))?;
    add(&mut files, &format!("node_modules/{NAME}/"), &npm.join(NAME))?;
    folder::fill(&folder, files)?;
    Ok(ExampleWorkspace { folder, programs: installed.join(".bin") })
}

/// Builds every example into a folder of its own.
pub fn build(workspace: &ExampleWorkspace, tools: &Tools, sites: &Path) -> Result<()> {
    for example in BUNDLED {
        let mut vite = workspace.command("vite");
        vite.args(["build", example, "--config", "vite.config.js", "--logLevel", "warn", "--emptyOutDir"]);
        process::timed(&format!("Building the example {example}"), || {
            process::capture(vite.arg("--outDir").arg(sites.join(example)))
        })?;
    }
    let mut files = BTreeMap::new();
    for part in PLAIN {
        add(&mut files, &format!("{part}/"), &workspace.folder.join(part))?;
    }
    folder::fill(&sites.join("html"), files)?;
    with_esbuild(workspace, tools, &sites.join(ESBUILD[0]))
}

/// Bundles the example without a framework as the README of the package says: esbuild copies no data.
fn with_esbuild(workspace: &ExampleWorkspace, tools: &Tools, site: &Path) -> Result<()> {
    let [_, page] = ESBUILD;
    let mut files = BTreeMap::new();
    for part in [page, "shared"] {
        add(&mut files, &format!("{part}/"), &workspace.folder.join(part))?;
    }
    let data = workspace.folder.join(format!("node_modules/{NAME}/data"));
    add(&mut files, &format!("{page}/data/"), &data)?;
    folder::fill(site, files)?;
    let mut esbuild = tools.command("esbuild")?;
    esbuild.current_dir(&workspace.folder).arg(format!("{page}/app.js"));
    esbuild.args(["--bundle", "--splitting", "--format=esm", "--log-level=warning", "--allow-overwrite"]);
    process::capture(esbuild.arg(format!("--outdir={}", site.join(page).display()))).map(drop)
}

/// Adds the files of a folder without installed packages and builds.
fn add(files: &mut BTreeMap<String, Vec<u8>>, under: &str, from: &Path) -> Result<()> {
    let is_ours = |name: &str| !["node_modules/", "dist/"].iter().any(|part| name.starts_with(part));
    for (name, path) in folder::files(from)?.into_iter().filter(|(name, _)| is_ours(name)) {
        files.insert(format!("{under}{name}"), folder::read(&path)?);
    }
    Ok(())
}

#[cfg(unix)]
fn link(to: &Path, from: &Path) -> Result<()> {
    if fs::read_link(from).is_ok_and(|now| now == to) {
        return Ok(());
    }
    // A link into another cache.
    let _ = fs::remove_file(from);
    std::os::unix::fs::symlink(to, from).with_context(|| format!("{} can't be made", from.display()))
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    anyhow::bail!("the examples can only be built where links are: on Linux and macOS")
}

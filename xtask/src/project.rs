//! Folders of the project: sources, builds, cache, release.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Folders of every task.
#[derive(Debug, Clone)]
pub struct Project {
    /// Folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Target folder of cargo, with the intermediate files of the tasks.
    pub target: PathBuf,
    /// Installed tools, which outlive the checkout.
    pub cache: PathBuf,
}

impl Project {
    /// Project that this program was built from.
    pub fn find() -> Result<Self> {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no parent folder")?.to_owned();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Ok(Self { cache: cache_folder()?, target, root })
    }

    /// Folder for a static host.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Path relative to the project, with `/`.
    pub fn relative(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        path.to_string_lossy().replace('\\', "/")
    }
}

fn cache_folder() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("BOUSSOLE_CACHE") {
        return Ok(std::path::absolute(folder)?);
    }
    let base = match env::var_os("XDG_CACHE_HOME").filter(|folder| !folder.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => env::home_dir()
            .context("no home folder for the cache: set BOUSSOLE_CACHE to a folder of your choice")?
            .join(".cache"),
    };
    Ok(base.join("boussole"))
}

//! Stamps: the inputs of a build step, which is skipped while they are unchanged.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result};

use super::fingerprint;

/// Collects the inputs of an output.
#[derive(Default)]
pub struct Key(Vec<String>);

impl Key {
    /// Adds a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.0.push(fingerprint::digest(text.as_bytes()));
        self
    }

    /// Adds the content of a file; a missing file counts too.
    pub fn file(&mut self, path: &Path) -> &mut Self {
        let content = fs::read(path).map(|bytes| fingerprint::digest(&bytes));
        self.0.push(format!("{} {}", path.display(), content.unwrap_or_default()));
        self
    }

    /// Key as a short text.
    pub fn finish(&self) -> String {
        fingerprint::digest(self.0.join("\n").as_bytes())
    }
}

/// Whether the output beside this stamp was made from the inputs of the key.
pub fn is_fresh(stamp: &Path, key: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|text| text == key)
}

/// Writes the stamp of an output.
pub fn set(stamp: &Path, key: &str) -> Result<()> {
    fs::write(stamp, key).with_context(|| format!("{} can't be written", stamp.display()))
}

/// Lock of a release: two at once would write into each other's files.
pub fn lock(target: &Path) -> Result<File> {
    fs::create_dir_all(target)?;
    let file = File::create(target.join("dist.lock"))?;
    file.lock().context("the target folder can't be locked")?;
    Ok(file)
}

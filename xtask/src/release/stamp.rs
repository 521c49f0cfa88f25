//! What a stage was made from, so that it is not made again from the same.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result};

use super::fingerprint;

/// Adds up everything that an outcome depends on.
#[derive(Default)]
pub struct Key(Vec<String>);

impl Key {
    /// Takes in a text that stands for itself.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.0.push(fingerprint::digest(text.as_bytes()));
        self
    }

    /// Takes in the content of a file; one that is not there counts too.
    pub fn file(&mut self, path: &Path) -> &mut Self {
        let content = fs::read(path).map(|bytes| fingerprint::digest(&bytes));
        self.0.push(format!("{} {}", path.display(), content.unwrap_or_default()));
        self
    }

    /// The key as a short text.
    pub fn finish(&self) -> String {
        fingerprint::digest(self.0.join("\n").as_bytes())
    }
}

/// Whether the outcome that this stamp stands beside was made from what the key says.
pub fn is_fresh(stamp: &Path, key: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|text| text == key)
}

/// Notes what an outcome was made from.
pub fn set(stamp: &Path, key: &str) -> Result<()> {
    fs::write(stamp, key).with_context(|| format!("{} can't be written", stamp.display()))
}

/// Two releases made at once would write into each other's files.
pub fn lock(target: &Path) -> Result<File> {
    fs::create_dir_all(target)?;
    let file = File::create(target.join("dist.lock"))?;
    file.lock().context("the target folder can't be locked")?;
    Ok(file)
}

//! Reads the sources of a release, and writes a release into its folder without breaking the present one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// All files in a folder and in those within it, by their names from there on, with `/`.
pub fn files(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut files = BTreeMap::new();
    for entry in folder.read_dir().with_context(|| format!("{} can't be read", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            files.extend(
                self::files(&path)?.into_iter().map(|(inner, path)| (format!("{name}/{inner}"), path)),
            );
        } else {
            files.insert(name, path);
        }
    }
    Ok(files)
}

/// Whether a file of `www/` is a unit test, which no release takes.
pub fn is_script_test(name: &str) -> bool {
    name.ends_with(".test.js")
}

/// Makes a folder hold exactly these files. Unnamed files come first, then the files that name them, and the removal of
/// old ones last. Files already there are not written again.
pub fn fill(folder: &Path, files: BTreeMap<String, Vec<u8>>) -> Result<()> {
    fs::create_dir_all(folder)?;
    let (fingerprinted, named): (Vec<_>, Vec<_>) =
        files.iter().partition(|(name, _)| super::fingerprint::is_in(without_compression(name)));
    for (name, bytes) in fingerprinted.into_iter().chain(named) {
        write(&folder.join(name), bytes)?;
    }
    remove_others(folder, folder, &files)
}

/// Reads a source of a release.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} can't be read", path.display()))
}

fn without_compression(name: &str) -> &str {
    name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(name)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    // Moved into place: no reader gets half a file.
    let half = path.with_added_extension("new");
    fs::write(&half, bytes)
        .and_then(|()| fs::rename(&half, path))
        .with_context(|| format!("{} can't be written", path.display()))
}

fn remove_others(root: &Path, folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if path.is_dir() {
            remove_others(root, &path, files)?;
            if path.read_dir()?.next().is_none() {
                fs::remove_dir(&path)?;
            }
            continue;
        }
        let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        if !files.contains_key(&name) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_holds_exactly_the_release() {
        let held = tempfile::tempdir().unwrap();
        let folder = held.path();
        let release = |files: &[(&str, &str)]| {
            files.iter().map(|(name, text)| (name.to_string(), text.as_bytes().to_vec())).collect()
        };
        fill(folder, release(&[("index.html", "1"), ("a-00000000.js", "a"), ("icons/old.svg", "o")]))
            .unwrap();
        fill(folder, release(&[("index.html", "2"), ("b-00000000.js", "b")])).unwrap();
        let mut names: Vec<_> = folder
            .read_dir()
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, ["b-00000000.js", "index.html"]);
        fill(folder, release(&[("index.html", "2"), ("icons/new.svg", "n")])).unwrap();
        assert_eq!(files(folder).unwrap().into_keys().collect::<Vec<_>>(), ["icons/new.svg", "index.html"]);
        assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), "2");
    }
}

//! Compression of every file that shrinks, as brotli and gzip at their strongest. A static host sends them without work,
//! and the sizes are those on a reader's network.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};

use super::fingerprint;

/// Sizes of a file, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileSizes {
    /// Size without compression.
    pub raw: usize,
    /// Size as gzip.
    pub gzip: usize,
    /// Size as brotli.
    pub brotli: usize,
}

const SHRINKING: [&str; 9] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Files for hosts, which no reader loads.
const FOR_HOSTS: [&str; 2] = ["_headers", "nginx.conf"];

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Compressed companions of all files, from `cache` if they are there.
pub fn all(files: &Files, cache: &Path) -> Result<Files> {
    fs::create_dir_all(cache)?;
    let mut compressed = Files::new();
    let mut used = BTreeSet::new();
    for (name, bytes) in files.iter().filter(|(name, _)| shrinks(name)) {
        let digest = fingerprint::digest(bytes);
        for (extension, work) in [("br", brotli as fn(&[u8]) -> Result<Vec<u8>>), ("gz", gzip)] {
            let cached = format!("{digest}.{extension}");
            compressed.insert(format!("{name}.{extension}"), from_cache(&cache.join(&cached), bytes, work)?);
            used.insert(cached);
        }
    }
    forget_others(cache, &used)?;
    Ok(compressed)
}

/// Sizes of each file. A file without compression has three equal sizes.
pub fn weigh(files: &Files, compressed: &Files) -> BTreeMap<String, FileSizes> {
    let readers = files.iter().filter(|(name, _)| !FOR_HOSTS.contains(&name.as_str()));
    readers
        .map(|(name, bytes)| {
            let sent =
                |extension: &str| compressed.get(&format!("{name}.{extension}")).unwrap_or(bytes).len();
            (name.clone(), FileSizes { raw: bytes.len(), gzip: sent("gz"), brotli: sent("br") })
        })
        .collect()
}

fn shrinks(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| SHRINKING.contains(&extension))
}

fn from_cache(path: &Path, bytes: &[u8], work: fn(&[u8]) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    if let Ok(cached) = fs::read(path) {
        return Ok(cached);
    }
    let made = work(bytes)?;
    let half = path.with_extension("new");
    fs::write(&half, &made)
        .and_then(|()| fs::rename(&half, path))
        .with_context(|| format!("{} can't be written", path.display()))?;
    Ok(made)
}

fn forget_others(cache: &Path, used: &BTreeSet<String>) -> Result<()> {
    for entry in cache.read_dir()? {
        let entry = entry?;
        if !used.contains(entry.file_name().to_string_lossy().as_ref()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = ::brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut made = Vec::new();
    ::brotli::BrotliCompress(&mut &*bytes, &mut made, &parameters)?;
    Ok(made)
}

/// Gzip without a date or a file name: equal bytes give equal bytes.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn both_ways_give_back_what_went_in() {
        let text = "Nothing that anyone answers ever leaves the browser. ".repeat(40);
        let mut back = Vec::new();
        ::brotli::BrotliDecompress(&mut &*brotli(text.as_bytes()).unwrap(), &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        let packed = gzip(text.as_bytes()).unwrap();
        let mut back = String::new();
        flate2::read::GzDecoder::new(&*packed).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        assert!(packed.len() < text.len() / 4);
    }

    #[test]
    fn only_what_shrinks_is_compressed_and_only_what_readers_get_is_weighed() {
        let names = ["index.html", "icon.png", "_headers", "nginx.conf", "app-00000000.js"];
        let files: Files =
            names.iter().map(|name| (name.to_string(), b"aaaaaaaaaaaaaaaaaaaa".to_vec())).collect();
        let cache = tempfile::tempdir().unwrap();
        let compressed = all(&files, cache.path()).unwrap();
        assert_eq!(compressed, all(&files, cache.path()).unwrap());
        let made: Vec<_> = compressed.keys().map(String::as_str).collect();
        assert_eq!(made, ["app-00000000.js.br", "app-00000000.js.gz", "index.html.br", "index.html.gz"]);
        let weights = weigh(&files, &compressed);
        assert_eq!(weights.keys().collect::<Vec<_>>(), ["app-00000000.js", "icon.png", "index.html"]);
        assert_eq!(weights["icon.png"], FileSizes { raw: 20, gzip: 20, brotli: 20 });
    }
}

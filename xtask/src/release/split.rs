//! The linked module taken apart: what is loaded at once, and one file for each part that is loaded later.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use super::folder::read;
use super::merge::merge;
use super::module::Module;

/// The module that is loaded at once.
pub const MAIN: &str = "main.wasm";

/// Takes the parts, marked in `src/browser/parts.rs`, out of a module. `loaders` is what the module imports the loaders of
/// its parts from. Gives the file of each part within the folder.
pub fn split(module: &Path, folder: &Path, loaders: &str) -> Result<BTreeMap<String, String>> {
    let (program, main) = (read(module)?, folder.join(MAIN));
    let mut options = Options::new(&program);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = loaders;
    let split = transform(options).map_err(|error| anyhow!("the module can't be split: {error:#}"))?;

    let mut uses = BTreeMap::<&str, Vec<&str>>::new();
    for (part, pieces) in &split.prefetch_map {
        pieces.iter().for_each(|piece| uses.entry(piece).or_default().push(part));
    }
    let mut contents = BTreeMap::new();
    for (piece, parts) in uses {
        let content = read(&folder.join(piece).with_added_extension("wasm"))?;
        // The second part to be loaded would set back what the first one changed.
        let is_state = parts.len() > 1 && Module::read(&content)?.has_state;
        ensure!(!is_state, "the parts {} have a static in common that is not constant", parts.join(", "));
        contents.insert(piece, content);
    }
    let file = |(part, pieces): (&String, &Vec<String>)| {
        let pieces: Vec<&[u8]> = pieces.iter().map(|piece| &*contents[&**piece]).collect();
        let name = format!("part-{}.wasm", part.replace('_', "-"));
        let merged = merge(&pieces).with_context(|| format!("the part {part} can't be made one file"))?;
        fs::write(folder.join(&name), merged)?;
        Ok((part.clone(), name))
    };
    split.prefetch_map.iter().map(file).collect()
}

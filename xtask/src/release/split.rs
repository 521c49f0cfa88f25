//! The linked module taken apart: what is loaded at once, and one file for each part that is loaded later.
//!
//! One part is loaded behind the first question, whatever a reader does: [`BASE`]. Others need it, and leave out what it holds:
//! they call it through the table of functions. It holds what its own screens use, and what [`MANY`] others have in common.
//! What fewer have in common is in each of them.

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

/// The part with the screens behind the questions, which every assessment loads.
pub const BASE: &str = "report";

/// Number of parts whose common code is in [`BASE`], though its screens may not use it: 4 KB more there, 2 to 4 less in each
/// room. Without it, the export is larger than a part may be.
const MANY: usize = 3;

/// Part that only another one asks for, `team`: what it has in common with that one and a third is no reason to be in [`BASE`].
const WITHIN: &str = "team_files";

/// Parts that don't need [`BASE`]: the organiser's page, which shows no question, loads them as well.
pub const ALONE: [&str; 2] = ["links", "room"];

/// Takes the parts, marked by `part!` (`src/browser/part.rs`), out of a module. `loaders` is what the module imports the loaders of
/// its parts from. Gives the file of each part within the folder.
pub fn split(module: &Path, folder: &Path, loaders: &str) -> Result<BTreeMap<String, String>> {
    let (program, main) = (read(module)?, folder.join(MAIN));
    let mut options = Options::new(&program);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = loaders;
    let split = transform(options).map_err(|error| anyhow!("the module can't be split: {error:#}"))?;

    let parts = with_base(split.prefetch_map.into_iter().collect())?;
    let mut uses = BTreeMap::<&str, Vec<&str>>::new();
    for (part, pieces) in &parts {
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
    parts.iter().map(file).collect()
}

/// The pieces of each part: [`BASE`] takes over those that [`MANY`] have, and parts that need it leave out what it has.
fn with_base(mut parts: BTreeMap<String, Vec<String>>) -> Result<BTreeMap<String, Vec<String>>> {
    let mut uses = BTreeMap::<_, usize>::new();
    let is_counted = |part: &str| needs_base(part) && part != WITHIN;
    for piece in parts.iter().filter(|(part, _)| is_counted(part)).flat_map(|(_, pieces)| pieces) {
        *uses.entry(piece.clone()).or_default() += 1;
    }
    let base = parts.get_mut(BASE).with_context(|| format!("the module has no part {BASE}"))?;
    for (piece, _) in uses.into_iter().filter(|(_, count)| *count >= MANY) {
        if !base.contains(&piece) {
            base.push(piece);
        }
    }
    let base = base.clone();
    for (_, pieces) in parts.iter_mut().filter(|(part, _)| needs_base(part)) {
        pieces.retain(|piece| !base.contains(piece));
    }
    Ok(parts)
}

/// Whether a part can be used only where [`BASE`] is loaded as well.
pub fn needs_base(part: &str) -> bool {
    part != BASE && !ALONE.contains(&part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(parts: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
        let pieces = |pieces: &[&str]| pieces.iter().map(|piece| (*piece).to_owned()).collect();
        parts.iter().map(|(part, own)| ((*part).to_owned(), pieces(own))).collect()
    }

    #[test]
    fn a_part_leaves_out_what_the_base_holds_and_one_that_stands_alone_has_all() {
        let all = parts(&[
            (BASE, &["split_report", "chunk_1", "chunk_2"]),
            ("plan", &["split_plan", "chunk_1", "chunk_3"]),
            ("team", &["split_team", "chunk_3", "chunk_2"]),
            (ALONE[0], &["split_links", "chunk_1", "chunk_3"]),
        ]);
        let expected = parts(&[
            (BASE, &["split_report", "chunk_1", "chunk_2"]),
            ("plan", &["split_plan", "chunk_3"]),
            ("team", &["split_team", "chunk_3"]),
            (ALONE[0], &["split_links", "chunk_1", "chunk_3"]),
        ]);
        assert_eq!(with_base(all).unwrap(), expected);
    }

    #[test]
    fn what_many_parts_have_in_common_is_in_the_base_alone() {
        let all = parts(&[
            (BASE, &["split_report"]),
            ("export", &["split_export", "chunk_1", "chunk_2"]),
            ("plan", &["split_plan", "chunk_1", "chunk_2"]),
            ("team", &["chunk_1", "split_team"]),
            (WITHIN, &["chunk_2"]),
            (ALONE[0], &["split_links", "chunk_1", "chunk_2"]),
        ]);
        let expected = parts(&[
            (BASE, &["split_report", "chunk_1"]),
            ("export", &["split_export", "chunk_2"]),
            ("plan", &["split_plan", "chunk_2"]),
            ("team", &["split_team"]),
            (WITHIN, &["chunk_2"]),
            (ALONE[0], &["split_links", "chunk_1", "chunk_2"]),
        ]);
        assert_eq!(with_base(all).unwrap(), expected);
    }

    #[test]
    fn a_module_without_the_base_is_refused() {
        let error = with_base(parts(&[("plan", &["split_plan"])])).unwrap_err().to_string();
        assert_eq!(error, "the module has no part report");
    }
}

//! From the sources to `dist/`, the folder to put on any static host.
//!
//! A release is put together in memory, each step a function of the steps before: wasm and questionnaires, then the
//! scripts that name them, then the pages that name the scripts. Only a whole release is written, so that a served folder
//! never holds half of one. Each slow step has a stamp of its inputs, and is skipped while they are unchanged.

mod addresses;
mod assembly;
pub(crate) mod bundle;
pub(crate) mod colours;
pub mod compress;
pub mod embed;
pub mod fingerprint;
pub(crate) mod folder;
mod glue;
mod icons;
mod install;
mod merge;
mod module;
mod names;
pub(crate) mod oembed;
mod packs;
mod page;
pub(crate) mod parts;
mod pieces;
mod plugin;
mod prerender;
pub(crate) mod questionnaires;
pub mod room;
mod sbom;
mod split;
pub(crate) mod stamp;
pub(crate) mod wasm;
pub(crate) mod whole;
pub(crate) mod worker;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;

pub use compress::{FileSizes, Files, all as compressed};
pub use install::kiosk_texts;
pub use oembed::Base;
pub use parts::Parts;
pub use questionnaires::check as check_questionnaires;

use crate::project::Project;
use crate::setup::{self, Tools};
use crate::sizes;

/// A release as it stands in `dist/`.
#[derive(Debug)]
pub struct BuiltRelease {
    /// Files by their use.
    pub parts: Parts,
    /// Sizes of each file.
    pub weights: BTreeMap<String, FileSizes>,
    /// Digest of all files: [`fingerprint::of_release`].
    pub digest: String,
}

/// Fills `dist/` and prints its sizes.
pub fn run(project: &Project, base: Option<&Base>) -> Result<()> {
    let tools = setup::tools(project)?;
    let built = build(project, &tools, base)?;
    print!("{}", sizes::table(&built.weights));
    print!("{}", sizes::budget_table(&sizes::budgets(&built.parts, &built.weights)));
    print!("{}", fingerprint::release_notice(&built.digest));
    if base.is_none() {
        println!(
            "\nThe files for oEmbed and the links for search engines name whole addresses, and are left out. With \
             them: cargo xtask dist --base <the address of the release>"
        );
    }
    Ok(())
}

/// Fills `dist/`; with a known address, also with the files that name whole addresses.
pub fn build(project: &Project, tools: &Tools, base: Option<&Base>) -> Result<BuiltRelease> {
    let _only_one = stamp::lock(&project.target)?;
    let (modules, built) = (wasm::build_all(project, tools)?, questionnaires::build(project)?);
    let (assembly, kept) = assembly::assemble(project, tools, &modules, &built, base)?;
    let parts = Parts::of(&assembly, &kept)?;
    let files = assembly.files;
    let compressed = compress::all(&files, &project.target.join("compressed"))?;
    let weights = compress::weigh(&files, &compressed);
    let all = files.into_iter().chain(compressed).collect();
    let digest = fingerprint::of_release(&all);
    folder::fill(&project.dist(), all)?;
    Ok(BuiltRelease { parts, weights, digest })
}

/// Fills a folder with the content of `dist/` without compression, for readers on this machine. Pages, scripts and texts
/// are those of `sources`, the program is that of the project.
pub fn preview(
    project: &Project,
    tools: &Tools,
    sources: &Project,
    built: &boussole_authoring::Built,
    to: &Path,
) -> Result<()> {
    let _only_one = stamp::lock(&project.target)?;
    let modules = wasm::build_all(project, tools)?;
    let (assembly, _) = assembly::assemble(sources, tools, &modules, built, None)?;
    folder::fill(to, assembly.files)
}

//! The app in one module, built by wasm-pack: for the npm package, whose users bundle and host it in their own way.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::wasm::{self, Recipe};
use crate::process;
use crate::project::Project;
use crate::setup::Tools;

/// Outputs of the build.
pub struct Whole {
    /// The WebAssembly module.
    pub module: PathBuf,
    /// The JavaScript that wasm-bindgen wrote for it.
    pub glue: PathBuf,
}

/// Builds the module unless its inputs are unchanged.
pub fn build(project: &Project, tools: &Tools) -> Result<Whole> {
    let recipe = Recipe {
        folder: "npm/wasm",
        package: "boussole",
        features: &[],
        link: &[],
        target: tools.target().to_owned(),
    };
    let folder = recipe.fill(project, tools, "Building the WebAssembly of the npm package", |folder| {
        let raw = folder.join("raw");
        fs::create_dir_all(&raw)?;
        let mut wasm_pack = tools.command("wasm-pack")?;
        wasm_pack
            .current_dir(&project.root)
            .env("CARGO_ENCODED_RUSTFLAGS", wasm::compiler_flags(tools).join("\u{1f}"))
            .args(["build", "--mode", "no-install", "--release", "--target", "web", "--out-name", "boussole"])
            // Optimisation with our flags, types and the manifest are made here.
            .args(["--no-opt", "--no-typescript", "--no-pack", "--out-dir"])
            .arg(&raw);
        process::capture(&mut wasm_pack)?;
        wasm::finish(tools, &raw, folder)
    })?;
    Ok(Whole { module: folder.join("boussole_bg.wasm"), glue: folder.join("boussole.js") })
}

//! Target of the program, and its standard library.

use std::path::Path;

/// The one target that this project compiles to besides the native one.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Whether a folder holds a compiled standard library.
pub fn has_std(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else { return false };
    entries.filter_map(Result::ok).any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

//! Plugin for WordPress as an installable ZIP file.

use std::io::{Cursor, Write};

use anyhow::Result;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::folder;
use crate::project::Project;

/// Name in a release.
pub const NAME: &str = "wordpress/boussole.zip";

/// Packs the plugin. Equal files give equal bytes, on any day and any machine.
pub fn pack(project: &Project) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, path) in folder::files(&project.root.join("wordpress"))? {
        zip.start_file(name, options)?;
        zip.write_all(&folder::read(&path)?)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn the_plugin_is_whole_and_the_same_every_time() {
        let project = Project::find().unwrap();
        let packed = pack(&project).unwrap();
        assert_eq!(packed, pack(&project).unwrap());
        let mut archive = ZipArchive::new(Cursor::new(packed)).unwrap();
        for name in
            ["boussole.php", "block.json", "editor.js", "readme.txt", "uninstall.php", "includes/markup.php"]
        {
            let name = format!("boussole/{name}");
            let mut unpacked = Vec::new();
            std::io::copy(&mut archive.by_name(&name).unwrap(), &mut unpacked).unwrap();
            assert_eq!(unpacked, fs::read(project.root.join("wordpress").join(&name)).unwrap());
        }
    }

    #[test]
    fn the_plugin_has_the_version_of_the_project() {
        let project = Project::find().unwrap();
        for (name, line) in [("boussole.php", "Version:"), ("readme.txt", "Stable tag:")] {
            let text = fs::read_to_string(project.root.join("wordpress/boussole").join(name)).unwrap();
            let version =
                text.lines().find_map(|each| each.trim_start_matches(" *").trim().strip_prefix(line));
            assert_eq!(version.map(str::trim), Some(env!("CARGO_PKG_VERSION")), "{name}");
        }
    }
}

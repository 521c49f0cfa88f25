//! Name and place of the package.

use std::path::PathBuf;

use crate::project::Project;

/// Name of the package and of its folder.
pub const NAME: &str = "boussole";

/// Folder of the package and of its examples.
pub fn folder_of(project: &Project) -> PathBuf {
    project.target.join("npm")
}

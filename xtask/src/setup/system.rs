//! The system's package manager, where this program may use it.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// Installs packages of Debian, or fails with the command for it.
pub fn install(purpose: &str, packages: &[&str], elsewhere: &str) -> Result<()> {
    let list = packages.join(" ");
    if !has_apt() {
        bail!("{purpose} is missing, and only Debian's packages can be installed from here: {elsewhere}");
    }
    if !is_root() {
        bail!(
            "{purpose} is missing, and only root may install it. Run:\n    \
             sudo apt-get update && sudo apt-get install -y --no-install-recommends {list}"
        );
    }
    process::timed(&format!("Installing {purpose} ({list})"), || {
        process::capture(apt().arg("update"))?;
        process::capture(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))?;
        Ok(())
    })
}

/// Whether `apt-get` is there.
pub fn has_apt() -> bool {
    Path::new("/usr/bin/apt-get").exists()
}

/// Whether the user is root.
pub fn is_root() -> bool {
    process::capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

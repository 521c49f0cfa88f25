//! Typefaces of the pictures: free equals of Palatino and Helvetica.

use std::process::Command;

use anyhow::Result;

use super::system;
use crate::process;

const FAMILIES: [&str; 2] = ["P052", "Nimbus Sans"];
const PACKAGES: [&str; 2] = ["fontconfig", "fonts-urw-base35"];

/// Installs missing typefaces: others would change the pictures.
pub fn ensure() -> Result<()> {
    let list = process::capture(Command::new("fc-list").args([":", "family"])).unwrap_or_default();
    if FAMILIES.iter().all(|family| list.contains(family)) {
        return Ok(());
    }
    let elsewhere = "install the fonts `P052` and `Nimbus Sans` (the URW base 35 fonts)";
    system::install("The typefaces of the pictures", &PACKAGES, elsewhere)
}

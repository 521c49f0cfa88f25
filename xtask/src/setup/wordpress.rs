//! WordPress with PHP and a database for the tests of the plugin, which are left out on machines without it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::system;
use crate::process;

/// The database without its service; the theme is one that a fresh WordPress has.
const PACKAGES: [&str; 5] =
    ["wordpress", "wordpress-theme-twentytwentythree", "php-cli", "php-mysql", "mariadb-server-core"];
const FOLDER: &str = "/usr/share/wordpress";
const THEME: &str = "wp-content/themes/twentytwentythree/theme.json";

/// WordPress, the language that it is written in, and the database that it keeps its articles in.
#[derive(Debug, Clone)]
pub struct WordPress {
    /// Folder of its files.
    pub folder: PathBuf,
    /// PHP with its own web server.
    pub php: PathBuf,
    /// The server of the database.
    pub database: PathBuf,
}

/// Finds WordPress, or installs it.
pub fn ensure() -> Result<WordPress> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if starts_services() {
        // The package depends on a web server, which would be open to the network.
        bail!(
            "WordPress is missing, and installing it would start Apache on this machine. To have the plugin tested, run:\n    \
             sudo apt-get update && sudo apt-get install -y --no-install-recommends {} && \
             sudo systemctl disable --now apache2",
            PACKAGES.join(" ")
        );
    }
    let elsewhere = "the plugin for WordPress is tested where Debian's package is";
    system::install("WordPress with PHP and MariaDB", &PACKAGES, elsewhere)?;
    find().context("WordPress was installed, yet something of it is not where Debian puts it")
}

/// WordPress of Debian, if all files for the tests are there.
pub fn find() -> Option<WordPress> {
    let folder = PathBuf::from(FOLDER);
    let php = process::find("php")?;
    // Most users have no folder for administrators on their `PATH`.
    let database = process::find("mariadbd")
        .or_else(|| Some("/usr/sbin/mariadbd".into()).filter(|path: &PathBuf| path.is_file()))?;
    let is_whole = folder.join("wp-load.php").is_file() && folder.join(THEME).is_file();
    let reaches_it = ["-r", "exit(extension_loaded('mysqli') ? 0 : 1);"];
    (is_whole && process::succeeds(Command::new(&php).args(reaches_it))).then_some(WordPress {
        folder,
        php,
        database,
    })
}

/// Whether the system starts installed services; a container does not.
fn starts_services() -> bool {
    system::has_apt() && Path::new("/run/systemd/system").exists()
}

//! Inputs of the tests: release, browser, driver, npm packages, WordPress.

use std::env;
use std::path::{Path, PathBuf};

use xtask::process;
use xtask::project::Project;
use xtask::setup::browser::Browser;
use xtask::setup::engines::{self, Firefox, WebKit};
use xtask::setup::wordpress::{self, WordPress};

/// Advice of each message about a missing input.
pub const ADVICE: &str = "run `cargo xtask test`, which makes everything ready and then runs these tests";

/// Folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Folder of the release under test.
pub fn dist() -> PathBuf {
    let folder = env::var_os("BOUSSOLE_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    assert!(folder.join("index.html").is_file(), "there is no release in {}: {ADVICE}", folder.display());
    folder
}

/// Folder of the release with the pseudolocale.
pub fn pseudolocale_dist() -> PathBuf {
    let folder = env::var_os("BOUSSOLE_PSEUDOLOCALE")
        .map_or_else(|| root().join("target/pseudolocale/dist"), PathBuf::from);
    let advice = "run `cargo xtask pseudolocale`";
    assert!(folder.join("index.html").is_file(), "there is no release in {}: {advice}", folder.display());
    folder
}

/// Folder with a built site per example of the npm package.
pub fn examples() -> PathBuf {
    let folder =
        env::var_os("BOUSSOLE_EXAMPLES").map_or_else(|| root().join("target/npm/sites"), PathBuf::from);
    assert!(folder.is_dir(), "there are no examples in {}: {ADVICE}", folder.display());
    folder
}

/// File for the durations of the tests.
pub fn durations() -> Option<PathBuf> {
    env::var_os("BOUSSOLE_DURATIONS").map(PathBuf::from)
}

/// Chromium and chromedriver.
pub fn browser() -> Browser {
    Browser {
        chromium: program("BOUSSOLE_CHROMIUM", "chromium"),
        chromedriver: program("BOUSSOLE_CHROMEDRIVER", "chromedriver"),
    }
}

fn program(variable: &str, name: &str) -> PathBuf {
    env::var_os(variable)
        .map(PathBuf::from)
        .or_else(|| process::find(name))
        .unwrap_or_else(|| panic!("{name} is not on PATH, and {variable} does not name it: {ADVICE}"))
}

/// Firefox and geckodriver.
pub fn firefox() -> Firefox {
    let project = Project::find().expect("the project is there");
    engines::find_firefox(&project).unwrap_or_else(|| panic!("Firefox or geckodriver is missing: {ADVICE}"))
}

/// WebKit with its driver and a screen.
pub fn webkit() -> WebKit {
    engines::find_webkit().unwrap_or_else(|| panic!("WebKitWebDriver or Xvfb is missing: {ADVICE}"))
}

/// WordPress, PHP and MariaDB.
pub fn wordpress() -> WordPress {
    wordpress::find().unwrap_or_else(|| panic!("WordPress, PHP or MariaDB is missing: {ADVICE}"))
}

/// Script of axe-core.
pub fn axe() -> String {
    npm_file("axe-core/axe.min.js")
}

/// File of an installed npm package.
pub fn npm_file(path: &str) -> String {
    let packages = env::var_os("BOUSSOLE_NPM")
        .unwrap_or_else(|| panic!("BOUSSOLE_NPM does not name the folder of npm's packages: {ADVICE}"));
    let path = Path::new(&packages).join(path);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{} can't be read ({error}): {ADVICE}", path.display()))
}

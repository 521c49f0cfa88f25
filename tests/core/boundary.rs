//! The core has no dependency, and the tools for authors have no crate of the web.

use std::collections::BTreeSet;
use std::process::Command;

/// Crates that only make sense in a browser, by the beginning of their names.
const WEB: [&str; 5] = ["yew", "web-sys", "js-sys", "wasm-bindgen", "gloo"];

/// The names of the crates that a package is built of, itself among them.
fn crates_of(package: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tree", "--locked", "--package", package, "--edges", "normal", "--prefix", "none"])
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).expect("names of crates are UTF-8");
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    let crates: BTreeSet<_> = names.map(str::to_owned).collect();
    assert!(crates.contains(package));
    crates
}

fn has_the_web(package: &str) -> bool {
    crates_of(package).iter().any(|name| WEB.iter().any(|web| name.starts_with(web)))
}

#[test]
fn the_core_has_no_dependency() {
    assert_eq!(crates_of("boussole-core"), BTreeSet::from(["boussole-core".to_owned()]));
}

#[test]
fn the_tools_for_authors_have_no_crate_of_the_web() {
    assert!(!has_the_web("boussole-authoring"));
    assert!(!has_the_web("boussole-qr-code"));
}

#[test]
fn the_boundary_would_notice_the_web() {
    assert!(has_the_web("boussole"));
}

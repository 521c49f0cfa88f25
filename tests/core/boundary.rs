//! The core has no browser: no crate of the web is in its tree of dependencies.

use std::collections::BTreeSet;
use std::process::Command;

/// Every crate that only makes sense in a browser, by the beginning of its name.
const WEB: [&str; 5] = ["yew", "web-sys", "js-sys", "wasm-bindgen", "gloo"];

/// The names of the crates that the project builds with these features, itself among them.
fn crates(features: &[&str]) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tree", "--locked", "--package", "boussole", "--edges", "normal", "--prefix", "none"])
        .args(["--no-default-features", "--features", &features.join(",")])
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).expect("names of crates are UTF-8");
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    names.map(str::to_owned).collect()
}

/// Those of the web among the crates that the project builds with these features.
fn crates_of_the_web(features: &[&str]) -> Vec<String> {
    let crates = crates(features);
    assert!(crates.contains("boussole"));
    let is_web = |name: &String| WEB.iter().any(|web| name.starts_with(web));
    crates.into_iter().filter(is_web).collect()
}

#[test]
fn the_core_stands_alone() {
    assert_eq!(crates_of_the_web(&[]), [""; 0]);
    assert_eq!(crates_of_the_web(&["authoring"]), [""; 0]);
    assert_eq!(crates_of_the_web(&["own"]), [""; 0]);
    assert_eq!(crates_of_the_web(&["code"]), [""; 0]);
}

#[test]
fn the_boundary_would_notice_the_web() {
    let found = crates_of_the_web(&["app"]);
    assert!(["yew", "web-sys"].iter().all(|web| found.contains(&(*web).to_owned())), "{found:?}");
}

//! Files that the service worker keeps: those of one release that the stand-alone page loads or may ask for.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::fingerprint::{self, digest};

/// Script at the root of the release, so that the page is in its scope.
pub const NAME: &str = "worker.js";

/// Source of the script in `www/`.
pub const SOURCE: &str = "page/worker.js";

/// Prefixes of the placeholders of files that the page may ask for later.
const LATER: [&str; 9] =
    ["pack.", "rest.", "part.", "screens-", "later", "manifest.", "icon.drawing", "kiosk.", "code."];

/// Prefixes of files for other pages alone: hosts, the organiser's, or a touch screen that installs the page.
const FOR_OTHERS: [&str; 3] = ["part.host", "part.room", "icon.touch"];

/// Characters of a digest that tell two files apart.
const PRINT: usize = 8;

/// Files of a release that a browser keeps.
pub struct Kept {
    /// Beginnings of the digests of pages, by their addresses from the root on.
    pages: BTreeMap<String, String>,
    /// Names of all other files, which are fingerprinted.
    files: Vec<String>,
}

/// Selects the kept ones of these files; `names` has their names by placeholder.
pub fn kept(files: &BTreeMap<String, Vec<u8>>, names: &BTreeMap<String, String>) -> Result<Kept> {
    let script = names.get("page.js").context("the release has no page.js")?;
    let htmls: BTreeMap<_, _> = files
        .iter()
        .filter(|(name, _)| name.ends_with("index.html"))
        .map(|(name, bytes)| (name, String::from_utf8_lossy(bytes)))
        .filter(|(_, html)| html.contains(&**script))
        .collect();
    let is_kept = |key: &str, name: &str| {
        let starts = |kinds: &[&str]| kinds.iter().any(|kind| key.starts_with(kind));
        let is_asked_for = starts(&LATER) || htmls.values().any(|html| html.contains(name));
        fingerprint::is_in(name) && is_asked_for && !starts(&FOR_OTHERS)
    };
    let mut kept: Vec<_> =
        names.iter().filter(|(key, name)| is_kept(key, name)).map(|(_, name)| name.clone()).collect();
    kept.sort();
    kept.dedup();
    let pages = htmls
        .iter()
        .map(|(name, html)| {
            let address = name.trim_end_matches("index.html").to_owned();
            (address, digest(html.as_bytes())[..PRINT].to_owned())
        })
        .collect();
    Ok(Kept { pages, files: kept })
}

impl Kept {
    /// Facts for the script of the worker. Two releases that differ in any file have different versions.
    pub fn facts(&self) -> Value {
        let whole = json!({ "pages": self.pages, "files": self.files });
        let version = &digest(whole.to_string().as_bytes())[..PRINT];
        json!({ "version": version, "pages": self.pages, "files": self.files })
    }

    /// Names of all files.
    pub fn files(&self) -> impl Iterator<Item = String> {
        let pages = self.pages.keys().map(|folder| format!("{folder}index.html"));
        pages.chain(self.files.iter().cloned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(page: &str) -> Kept {
        let files = [
            ("index.html", page),
            ("embed/index.html", "<script src=\"../embed-00000002.js\">"),
            ("worker.js", ""),
        ];
        let names = [
            ("page.js", "page-00000001.js"),
            ("icon.touch", "touch-00000009.png"),
            ("embed.js", "embed-00000002.js"),
            ("pack.one.express.fr", "one-express-fr-00000003.json"),
            ("part.plan", "part-plan-00000004.wasm"),
            ("part.host", "part-host-00000005.wasm"),
            ("boussole.js", "boussole-00000006.js"),
            ("own.wasm", "own-00000007.wasm"),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into();
        kept(&files, &names.map(|(key, name)| (key.to_owned(), name.to_owned())).into()).unwrap()
    }

    const PAGE: &str = "<link href=\"touch-00000009.png\"><script src=\"page-00000001.js\">";

    #[test]
    fn what_the_page_can_ask_for_is_kept_and_what_only_others_ask_for_is_not() {
        let names: Vec<_> = release(PAGE).files().collect();
        let expected =
            ["index.html", "one-express-fr-00000003.json", "page-00000001.js", "part-plan-00000004.wasm"];
        assert_eq!(names, expected);
    }

    #[test]
    fn another_page_is_another_version() {
        let version = |page: &str| release(page).facts()["version"].clone();
        assert_eq!(version(PAGE), version(PAGE));
        assert_ne!(version(PAGE), version(&format!("{PAGE} ")));
        assert_eq!(release(PAGE).facts()["pages"][""].as_str(), Some(&digest(PAGE.as_bytes())[..8]));
    }
}

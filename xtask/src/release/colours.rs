//! Colours of `boussole_core::colours`, written into styles, pages and scripts in the place of their names.

use boussole_core::colours::{ALL, DARK_PAPER, LIGHT_ACCENT, LIGHT_PAPER};
use serde_json::{Value, json};

/// A style with each colour in the place of its name: `var(--light-paper)`.
pub fn in_style(style: &str) -> String {
    ALL.iter().fold(style.to_owned(), |style, (name, code)| style.replace(&format!("var(--{name})"), code))
}

/// A page with each colour in the place of its name: `{{colour.light-paper}}`.
pub fn in_page(page: &str) -> String {
    ALL.iter()
        .fold(page.to_owned(), |page, (name, code)| page.replace(&format!("{{{{colour.{name}}}}}"), code))
}

/// Colours that scripts compute with: `colours` of `Release` in `www/globals.d.ts`.
pub fn for_scripts() -> Value {
    json!({ "lightPaper": LIGHT_PAPER, "darkPaper": DARK_PAPER, "lightAccent": LIGHT_ACCENT })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::project::Project;
    use crate::release::folder;

    /// Folders without literal colours. The printed questionnaires have greys of their own.
    const FOLDERS: [&str; 5] = ["www", "src", "crates", "xtask/src/cover", "xtask/src/release"];

    /// Files with literal colours: the place of all, and tests.
    const EXEMPT: [&str; 3] = ["core/src/colours.rs", "xtask/src/release/colours.rs", ".test.js"];

    /// Literals anywhere: black and white of QR codes, and the example in a message of `www/host/theme.js`.
    const ALLOWED: [&str; 4] = ["#000000", "#fff", "#ffffff", "#1f3a5f"];

    /// Literals of the form `#rgb` and `#rrggbb` in a text.
    fn literals(text: &str) -> impl Iterator<Item = &str> {
        let is_end = |each: char| !each.is_ascii_alphanumeric();
        let words = text.split('#').skip(1).map(move |rest| rest.split(is_end).next().unwrap_or_default());
        let words = words.zip(text.match_indices('#')).map(|(word, (at, _))| &text[at..=at + word.len()]);
        words.filter(|word| {
            [4, 7].contains(&word.len()) && word[1..].chars().all(|each| each.is_ascii_hexdigit())
        })
    }

    #[test]
    fn a_colour_stands_in_one_place() {
        assert_eq!(literals("a#fff;#1b222c #main #12 &#8239;").collect::<Vec<_>>(), ["#fff", "#1b222c"]);
        let root = Project::find().unwrap().root;
        let ends_with =
            |path: &Path, ends: &[&str]| ends.iter().any(|end| path.to_string_lossy().ends_with(end));
        let paths = FOLDERS.iter().flat_map(|name| folder::files(&root.join(name)).unwrap().into_values());
        for path in paths.filter(|path| ends_with(path, &[".rs", ".js", ".css", ".html"])) {
            if !ends_with(&path, &EXEMPT) {
                let text = fs::read_to_string(&path).unwrap();
                let found: Vec<_> = literals(&text).filter(|found| !ALLOWED.contains(found)).collect();
                assert!(
                    found.is_empty(),
                    "{}: {found:?} belongs to crates/core/src/colours.rs",
                    path.display()
                );
            }
        }
    }

    #[test]
    fn names_are_replaced_by_colours() {
        assert_eq!(in_style("a{b:var(--light-paper);c:var(--paper)}"), "a{b:#fdfcf8;c:var(--paper)}");
        assert_eq!(in_page("<a fill=\"{{colour.emblem-blue}}\">{{wasm}}"), "<a fill=\"#1f3a5f\">{{wasm}}");
    }

    #[test]
    fn every_name_has_a_colour() {
        let www = Project::find().unwrap().root.join("www");
        for (name, path) in folder::files(&www).unwrap() {
            if name.ends_with(".css") || name.ends_with(".html") {
                let text = in_page(&in_style(&fs::read_to_string(path).unwrap()));
                for left in ["var(--light-", "var(--dark-", "var(--emblem-", "{{colour."] {
                    assert!(!text.contains(left), "{name} names an unknown colour: {left}…");
                }
            }
        }
    }
}

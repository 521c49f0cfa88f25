//! What the organiser's screen says: `www/room/<locale>.toml`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use boussole_core::texts::{Name, RoomText};

use crate::project::Project;
use crate::questionnaire::folder;

/// The texts of one language.
pub struct Texts {
    pub title: String,
    /// In the order of their names, as they travel.
    pub list: Vec<String>,
}

/// The texts of every language.
pub fn texts(project: &Project) -> Result<BTreeMap<String, Texts>> {
    let mut all = BTreeMap::new();
    for path in folder::toml_files(&project.root.join("www/room"))? {
        let shown = project.relative(&path);
        let text = fs::read_to_string(&path).with_context(|| format!("{shown} can't be read"))?;
        let mut said: BTreeMap<String, String> =
            toml::from_str(&text).with_context(|| format!("{shown} is not right"))?;
        let title = said.get("title").cloned().unwrap_or_default();
        let list: Result<Vec<String>> = RoomText::ALL
            .iter()
            .map(|(_, key)| said.remove(*key).with_context(|| format!("{shown} lacks the text `{key}`")))
            .collect();
        let list = list?;
        anyhow::ensure!(said.is_empty(), "{shown} has texts that nobody says: {:?}", said.keys());
        let locale = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        all.insert(locale, Texts { title, list });
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_said_in_every_language_as_that_is_set() {
        let all = texts(&Project::find().unwrap()).unwrap();
        assert_eq!(all.keys().collect::<Vec<_>>(), ["en", "fr"]);
        for (locale, text) in
            all.iter().flat_map(|(locale, texts)| texts.list.iter().map(move |text| (locale, text)))
        {
            assert!(!text.contains(['\'', '"']), "{locale}, {text}: a typewriter's mark");
            for (at, mark) in text.match_indices([';', ':', '!', '?', '»']) {
                let before = text[..at].chars().next_back().unwrap();
                let is_right = if locale == "fr" { before == '\u{202f}' } else { !before.is_whitespace() };
                assert!(is_right, "{locale}, {text}: before {mark}");
            }
        }
    }
}

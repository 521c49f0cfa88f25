//! Texts of the organiser's page: `www/room/<locale>.toml`.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use boussole_core::texts::{Name, RoomText};

use crate::locales;
use crate::project::Project;

/// Texts in one language.
pub struct RoomTexts {
    /// Title of the page.
    pub title: String,
    /// Line of the page until its script has run.
    pub waiting: String,
    /// Line of the page where no script runs.
    pub no_script: String,
    /// Texts of the program, in the order of their names.
    pub list: Vec<String>,
}

impl RoomTexts {
    /// Purpose of the page.
    pub fn lead(&self) -> &str {
        let at = RoomText::ALL.iter().position(|(_, key)| *key == "lead");
        at.and_then(|at| self.list.get(at)).map_or("", |text| text)
    }
}

/// Texts by locale.
pub fn texts(project: &Project) -> Result<BTreeMap<String, RoomTexts>> {
    let all: BTreeMap<String, BTreeMap<String, String>> = locales::texts(project, "www/room")?;
    let read = |(locale, mut texts): (String, BTreeMap<String, String>)| {
        let shown = format!("www/room/{locale}.toml");
        let title = texts.get("title").cloned().unwrap_or_default();
        let mut take =
            |key: &str| texts.remove(key).with_context(|| format!("{shown} lacks the text `{key}`"));
        let (waiting, no_script) = (take("waiting")?, take("no_script")?);
        let list: Result<Vec<String>> = RoomText::ALL.iter().map(|(_, key)| take(key)).collect();
        let list = list?;
        ensure!(texts.is_empty(), "{shown} has texts that nothing uses: {:?}", texts.keys());
        Ok((locale, RoomTexts { title, waiting, no_script, list }))
    };
    all.into_iter().map(read).collect()
}

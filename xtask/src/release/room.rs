//! Texts of the organiser's page: `www/room/<locale>.toml`.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use boussole_authoring::PluralRule;
use boussole_core::texts::{Name, RoomText};
use serde::Deserialize;

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

/// A text of the file.
#[derive(Deserialize)]
#[serde(untagged)]
enum SourceText {
    /// The same for every number.
    Plain(String),
    /// Plural forms by category.
    Forms(BTreeMap<String, String>),
}

impl SourceText {
    /// The text as it travels.
    fn joined(self, locale: &str) -> Result<String> {
        let forms = match self {
            Self::Plain(text) => return Ok(text),
            Self::Forms(forms) => forms,
        };
        let rule = PluralRule::of(locale).context("the plural forms of the language are not known")?;
        let joined = rule.joined(|category| forms.get(category).cloned());
        let is_right = forms.len() == rule.categories.len();
        joined
            .filter(|_| is_right)
            .with_context(|| format!("the forms of the language are {:?}", rule.categories))
    }
}

/// Texts by locale.
pub fn texts(project: &Project) -> Result<BTreeMap<String, RoomTexts>> {
    let all: BTreeMap<String, BTreeMap<String, SourceText>> = locales::texts(project, "www/room")?;
    let read = |(locale, texts): (String, BTreeMap<String, SourceText>)| {
        let shown = format!("www/room/{locale}.toml");
        let joined = |(key, text): (String, SourceText)| {
            let text = text.joined(&locale).with_context(|| format!("`{key}` of {shown}"))?;
            Ok((key, text))
        };
        let mut texts: BTreeMap<String, String> = texts.into_iter().map(joined).collect::<Result<_>>()?;
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

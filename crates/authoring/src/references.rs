//! Laws and frameworks that items refer to.

use super::reader::{Located, TomlTable};
use super::rule::{ASKS_FOR_STYLE, Rule};
use super::texts::CitationTexts;
use super::values::{date, day, unique};
use boussole_core::questionnaire::Footnote;

/// A law or a framework.
pub struct Reference {
    /// Id of the reference.
    pub id: Located<String>,
    /// First day of application, as in 2025-09-12.
    pub date: Located<String>,
    /// Last day of application.
    pub until: Option<Located<String>>,
    /// Day on which its text was looked up.
    pub checked: Option<Located<String>>,
    /// Address of its text.
    pub url: ReferenceUrl,
}

/// Address of a reference.
pub enum ReferenceUrl {
    /// One page for readers of every language.
    Shared(String),
    /// A page for each language.
    ByLocale(Vec<(String, String)>),
}

impl Reference {
    /// The reference as readers of a language see it. An address that languages share is for the documentation alone.
    pub(super) fn footnote(&self, texts: &CitationTexts, locale: &str) -> Footnote {
        let CitationTexts { cite, binds, says, .. } = texts;
        let known = [binds, says].into_iter().filter(|text| !text.is_empty());
        let text = known.map(String::as_str).collect::<Vec<_>>().join(" — ");
        let url = match &self.url {
            ReferenceUrl::Shared(_) => None,
            by_locale @ ReferenceUrl::ByLocale(_) => by_locale.in_locale(locale),
        };
        Footnote { title: cite.clone(), text, url: url.unwrap_or_default().to_owned() }
    }
}

impl ReferenceUrl {
    /// Address for readers of a language; `None` where that language has none.
    pub fn in_locale(&self, locale: &str) -> Option<&str> {
        match self {
            Self::Shared(url) => Some(url),
            Self::ByLocale(urls) => urls.iter().find(|(of, _)| of == locale).map(|(_, url)| url.as_str()),
        }
    }
}

/// Reads the references of a questionnaire, which are optional.
pub fn read(top: &TomlTable<'_>) -> Vec<Reference> {
    if !top.has("references") {
        return Vec::new();
    }
    let read = |table: &TomlTable<'_>| {
        table.only(&["id", "date", "until", "checked", "url"]);
        let optional =
            |key, example| (ASKS_FOR_STYLE && table.has(key)).then(|| day(table, key, example)).flatten();
        let (id, date) = (table.slug("id"), date(table, "2025-09-12"));
        let (until, checked) = (optional("until", "2027-01-12"), optional("checked", "2026-11-30"));
        let url = url(table);
        Some(Reference { id: id?, date: date?, until, checked, url: url? })
    };
    let references: Vec<Reference> = top.tables("references").iter().filter_map(read).collect();
    let ids: Vec<Located<String>> = references.iter().map(|reference| reference.id.clone()).collect();
    unique(top, &ids, "reference");
    references
}

/// Reads an address, or a table with one for each language.
fn url(table: &TomlTable<'_>) -> Option<ReferenceUrl> {
    if !table.has_table("url") {
        return address(table, "url").map(ReferenceUrl::Shared);
    }
    let urls = table.table("url")?;
    let keys = urls.keys();
    if keys.is_empty() {
        urls.fault(
            Rule::Shape,
            urls.span(),
            "the reference has no address",
            "add one: url.en = \"https://…\"",
        );
    }
    let url = |key: Located<String>| Some((key.value.clone(), address(&urls, &key.value)?));
    Some(ReferenceUrl::ByLocale(keys.into_iter().filter_map(url).collect()))
}

fn address(table: &TomlTable<'_>, key: &str) -> Option<String> {
    let url = table.text(key)?;
    if !url.value.starts_with("https://") {
        let what = format!("`{}` is no address of a page", url.value);
        table.fault(Rule::Shape, url.span.clone(), what, "write one that begins with https://");
    }
    Some(url.value)
}

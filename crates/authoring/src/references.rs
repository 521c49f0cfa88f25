//! Themes that a questionnaire sets out to cover, and laws and frameworks that its items refer to.

use super::Rule;
use super::reader::{Located, TomlTable};
use super::values::{date, unique};

/// Theme that a questionnaire sets out to cover, for its documentation.
pub struct Theme {
    /// Id of the theme.
    pub id: Located<String>,
    /// Name in English.
    pub name: String,
}

/// A law or a framework.
pub struct Reference {
    /// Id of the reference.
    pub id: Located<String>,
    /// First day of application, as in 2025-09-12.
    pub date: String,
    /// Address of its text.
    pub url: String,
}

/// Reads the themes of a questionnaire, which are optional.
pub fn themes(top: &TomlTable<'_>) -> Vec<Theme> {
    let table = top.has("themes").then(|| top.table("themes")).flatten();
    let keys = table.iter().flat_map(|table| table.keys().into_iter().map(move |key| (table, key)));
    let theme = |(table, id): (&TomlTable<'_>, Located<String>)| {
        table.check_slug("id", &id);
        Some(Theme { name: table.text(&id.value)?.value, id })
    };
    keys.filter_map(theme).collect()
}

/// Reads the references of a questionnaire, which are optional.
pub fn read(top: &TomlTable<'_>) -> Vec<Reference> {
    if !top.has("references") {
        return Vec::new();
    }
    let read = |table: &TomlTable<'_>| {
        table.only(&["id", "date", "url"]);
        let (id, date, url) = (table.slug("id"), date(table, "2025-09-12"), table.text("url"));
        if let Some(url) = url.as_ref().filter(|url| !url.value.starts_with("https://")) {
            let what = format!("`{}` is no address of a page", url.value);
            table.fault(Rule::Shape, url.span.clone(), what, "write one that begins with https://");
        }
        Some(Reference { id: id?, date: date?.value, url: url?.value })
    };
    let references: Vec<Reference> = top.tables("references").iter().filter_map(read).collect();
    let ids: Vec<Located<String>> = references.iter().map(|reference| reference.id.clone()).collect();
    unique(top, &ids, "reference");
    references
}

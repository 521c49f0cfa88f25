//! Ids with an English name, for the documentation: themes, kinds of ladder, facts.

use super::reader::{Located, TomlTable};

/// An id that items name, with its English name.
pub struct Label {
    /// Id within the questionnaire.
    pub id: Located<String>,
    /// Name in English.
    pub name: String,
}

/// Reads the labels of an optional table.
pub fn read(top: &TomlTable<'_>, key: &str) -> Vec<Label> {
    let table = top.has(key).then(|| top.table(key)).flatten();
    let keys = table.iter().flat_map(|table| table.keys().into_iter().map(move |key| (table, key)));
    let label = |(table, id): (&TomlTable<'_>, Located<String>)| {
        table.check_slug("id", &id);
        Some(Label { name: table.text(&id.value)?.value, id })
    };
    keys.filter_map(label).collect()
}

/// True if a label has an id.
pub fn has(labels: &[Label], id: &str) -> bool {
    labels.iter().any(|label| label.id.value == id)
}

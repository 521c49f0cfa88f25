//! Forms of a questionnaire.

use std::collections::BTreeSet;
use std::ops::Range;

use super::items::ItemSource;
use super::reader::{Located, TomlTable};
use super::rule::{ASKS_FOR_STYLE, Rule};
use super::source::Edition;
use super::values::unique;
use boussole_core::questionnaire::{DimensionId, FormId, MAX_ITEMS, PrincipleId, TermError};

/// A form as `questionnaire.toml` lists it.
pub struct Form {
    /// Id of the form.
    pub id: FormId,
    /// Promised duration, in minutes.
    pub minutes: u8,
    /// Ids of its items.
    pub items: Vec<String>,
}

/// Reads every form of the structure, with the place of its promised minutes.
pub fn read(
    top: &TomlTable<'_>,
    items: &[Located<ItemSource>],
    are_ids_known: bool,
) -> Vec<(Form, Range<usize>)> {
    let Some(forms) = top.table("forms") else { return Vec::new() };
    if forms.keys().is_empty() {
        forms.fault(Rule::Count, forms.span(), "there is no form", "add one: [forms.express]");
    }
    top.check_entries("forms", forms.keys().len());
    let read = |key: Located<String>| {
        let table = forms.table(&key.value)?;
        table.only(&["minutes", "items"]);
        let id = key.value.clone().try_into();
        if let Err(error) = &id {
            let error: &TermError = error;
            table.fault(Rule::Id, key.span, format!("`{}` can't name a form", key.value), error.to_string());
        }
        let minutes = table.number("minutes", "a whole number of minutes, 1 to 255");
        let listed = table.texts("items")?;
        unique(&table, &listed, "item");
        check_items(&table, &listed, items, are_ids_known);
        let (minutes, items) = (minutes?, listed.into_iter().map(|id| id.value).collect());
        Some((Form { id: id.ok()?, minutes: minutes.value, items }, minutes.span))
    };
    let read: Vec<_> = forms.keys().into_iter().filter_map(read).collect();
    if top.edition == Edition::Current
        && are_ids_known
        && !read.is_empty()
        && read.len() == forms.keys().len()
    {
        check_use(top, &read, items);
    }
    read
}

/// Notes every item that no form lists.
fn check_use(top: &TomlTable<'_>, forms: &[(Form, Range<usize>)], items: &[Located<ItemSource>]) {
    let listed: BTreeSet<&str> = forms.iter().flat_map(|(form, _)| &form.items).map(String::as_str).collect();
    let unused: Vec<_> = items.iter().filter(|item| !listed.contains(item.value.id.as_str())).collect();
    // A listed id without an item may be a misspelt one of them, and an empty form lacks all.
    let is_misspelt = |id: &&str| !items.iter().any(|item| item.value.id.as_str() == *id);
    if !ASKS_FOR_STYLE
        || listed.iter().any(is_misspelt)
        || forms.iter().any(|(form, _)| form.items.is_empty())
    {
        return;
    }
    for item in unused {
        let what = format!("no form lists the item `{}`", item.value.id);
        top.fault(Rule::UnusedItem, item.span.clone(), what, "list it in the items of a form, or remove it");
    }
}

/// Notes the faults of a form's list of items.
fn check_items(
    form: &TomlTable<'_>,
    listed: &[Located<String>],
    items: &[Located<ItemSource>],
    are_ids_known: bool,
) {
    if listed.is_empty() {
        form.fault(Rule::Count, form.key_span("items"), "the form has no item", "list the ids of its items");
        return;
    }
    if listed.len() > MAX_ITEMS {
        let what = format!("the form has {} items", listed.len());
        form.fault(Rule::Count, form.span(), what, format!("list {MAX_ITEMS} at most"));
    }
    let mut principles = Vec::new();
    for id in listed {
        let item = items.iter().find(|item| item.value.id.as_str() == id.value);
        if item.is_none() && are_ids_known {
            let what = format!("there is no item `{}`", id.value);
            form.fault(Rule::Unknown, id.span.clone(), what, "add it to [[items]], or correct the name");
        }
        let dimension = item.and_then(|item| item.value.dimension.as_ref());
        principles.push(dimension.map(DimensionId::principle));
    }
    // Unknown items may belong to any principle.
    if principles.contains(&None) {
        return;
    }
    for missing in PrincipleId::ALL.into_iter().filter(|id| !principles.contains(&Some(*id))) {
        let what = format!("the form has no item of the principle `{missing}`");
        form.fault(Rule::Count, form.span(), what, "list one at least");
    }
}

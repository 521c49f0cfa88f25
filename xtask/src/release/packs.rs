//! Files of the questionnaires. A pack is two files: what its questions show, and the rest, which all forms of a version
//! share in each language.

use std::collections::BTreeMap;

use anyhow::Result;
use boussole_authoring::{Built, Edition, PackFile};
use boussole_core::export::json::wires;
use boussole_core::pack::rest_wire;
use serde_json::{Value, json};

use super::questionnaires::unpacked;

/// Adds a file by its placeholder and its plain name, and gives its name in the release.
pub type Add<'a> = &'a mut dyn FnMut(&str, &str, Vec<u8>) -> String;

/// Adds what the questions of the current questionnaires show. Gives the files by id, form and locale.
pub fn add_firsts(add: Add<'_>, built: &Built) -> Value {
    let mut files = json!({});
    for file in of(built, Edition::Current) {
        files[&file.questionnaire][&file.form][&file.locale] = add_first(add, file).into();
    }
    files
}

/// Adds the rests of the current questionnaires. Gives the files by id and locale.
pub fn add_rests(add: Add<'_>, built: &Built) -> Result<Value> {
    let mut files = json!({});
    for (Version { questionnaire, locale, .. }, name) in rests(add, built, Edition::Current)? {
        files[questionnaire][locale] = name.into();
    }
    Ok(files)
}

/// Adds what the questions of earlier versions show. Gives the files by id, version, form and locale.
pub fn add_older(add: Add<'_>, built: &Built) -> Value {
    let mut files = json!({});
    for file in of(built, Edition::Frozen) {
        let version = file.version.to_string();
        files[&file.questionnaire][version][&file.form][&file.locale] = add_first(add, file).into();
    }
    files
}

/// Adds the rests of earlier versions. Gives the files by id, version and locale.
pub fn add_older_rests(add: Add<'_>, built: &Built) -> Result<Value> {
    let mut files = json!({});
    for (Version { questionnaire, version, locale }, name) in rests(add, built, Edition::Frozen)? {
        files[questionnaire][version.to_string()][locale] = name.into();
    }
    Ok(files)
}

/// Placeholder of the rest that a pack needs, by the placeholder of the pack.
pub fn rest_key(pack: &str) -> String {
    let mut names: Vec<&str> = pack.split('.').collect();
    // The form stands before the locale.
    names.remove(names.len().saturating_sub(2));
    names[0] = "rest";
    names.join(".")
}

/// A version of a questionnaire in one locale.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Version<'a> {
    questionnaire: &'a str,
    version: u8,
    locale: &'a str,
}

fn of(built: &Built, edition: Edition) -> impl Iterator<Item = &PackFile> {
    built.packs.iter().filter(move |file| file.edition == edition)
}

/// Names of a pack within its placeholder and its file, before the form: an earlier version has its number.
fn id(file: &PackFile, separator: char) -> String {
    match file.edition {
        Edition::Current => file.questionnaire.clone(),
        Edition::Frozen => format!("{}{separator}{}", file.questionnaire, file.version),
    }
}

fn add_first(add: Add<'_>, file: &PackFile) -> String {
    let PackFile { form, locale, wires: [first, _], .. } = file;
    let key = format!("pack.{}.{form}.{locale}", id(file, '.'));
    let plain = format!("{}-{form}-{locale}.json", id(file, '-'));
    add(&key, &plain, wires(std::slice::from_ref(first)).into_bytes())
}

/// Adds the rest of each version. Gives the files.
fn rests<'a>(add: Add<'_>, built: &'a Built, edition: Edition) -> Result<BTreeMap<Version<'a>, String>> {
    let mut versions: BTreeMap<Version<'_>, Vec<&PackFile>> = BTreeMap::new();
    for file in of(built, edition) {
        let PackFile { questionnaire, version, locale, .. } = file;
        versions.entry(Version { questionnaire, version: *version, locale }).or_default().push(file);
    }
    let mut names = BTreeMap::new();
    for (version, files) in versions {
        let forms = files.iter().map(|file| unpacked(file)).collect::<Result<Vec<_>>>()?;
        let (key, plain) = (id(files[0], '.'), id(files[0], '-'));
        let locale = version.locale;
        let content = wires(&[rest_wire(&forms)]);
        let name = add(
            &format!("rest.{key}.{locale}"),
            &format!("{plain}-rest-{locale}.json"),
            content.into_bytes(),
        );
        names.insert(version, name);
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rest_is_found_by_its_pack() {
        for (pack, rest) in [("pack.one.express.fr", "rest.one.fr"), ("pack.one.2.full.en", "rest.one.2.en")]
        {
            assert_eq!(rest_key(pack), rest);
        }
    }
}

//! Locales of the project: the languages that have files of texts. Adding one touches nothing but such files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::defaults::DEFAULTS;
use crate::project::Project;
use crate::questionnaire::folder::STRUCTURE;

/// Locale of an element without attributes. Its files name the keys that every other locale has.
pub const DEFAULT: &str = DEFAULTS[2];

/// Folders with one file of texts for each locale, and the extension of those files.
pub const FOLDERS: [(&str, &str); 10] = [
    ("www/texts", "toml"),
    ("www/page", "toml"),
    ("www/not-found", "toml"),
    ("www/unavailable", "toml"),
    ("www/room", "toml"),
    ("www/kiosk", "toml"),
    ("www/embed", "toml"),
    ("www/poster", "toml"),
    ("www/paper", "toml"),
    ("wordpress/boussole/texts", "json"),
];

/// Texts of a page in one locale, by key.
pub type PageTexts = BTreeMap<String, String>;

/// Folder of the questionnaire that the stand-alone page begins with, which every locale has.
pub fn first_questionnaire() -> String {
    format!("questionnaires/{}", DEFAULTS[0])
}

/// Locales that have any file, the default first, the others in the order of their names.
pub fn all(project: &Project) -> Result<Vec<String>> {
    let mut locales = BTreeSet::new();
    for (folder, extension) in FOLDERS {
        locales.extend(locales_in(project, folder, extension)?);
    }
    let mut locales: Vec<_> = locales.into_iter().collect();
    locales.sort_by_key(|locale| locale != DEFAULT);
    Ok(locales)
}

/// Texts of the files of a folder, by locale.
pub fn texts<T: DeserializeOwned>(project: &Project, folder: &str) -> Result<BTreeMap<String, T>> {
    let read = |locale: String| Ok((locale.clone(), text(project, folder, &locale)?));
    locales_in(project, folder, "toml")?.into_iter().map(read).collect()
}

/// Texts of one locale in a folder.
pub fn text<T: DeserializeOwned>(project: &Project, folder: &str, locale: &str) -> Result<T> {
    let shown = format!("{folder}/{locale}.toml");
    let text =
        fs::read_to_string(project.root.join(&shown)).with_context(|| format!("{shown} can't be read"))?;
    toml::from_str(&text).with_context(|| format!("{shown} is not complete"))
}

/// Name of each language in itself, by locale: from the texts of the widget.
pub fn names(project: &Project) -> Result<BTreeMap<String, String>> {
    let name = |(locale, texts): (String, toml::Table)| {
        let name = texts.get("name").and_then(toml::Value::as_str);
        let name = name.with_context(|| format!("www/texts/{locale}.toml lacks `name`"))?.to_owned();
        Ok((locale, name))
    };
    texts(project, "www/texts")?.into_iter().map(name).collect()
}

/// Checks that each locale has every file, and each file every text of the default locale. All that is wrong is told
/// at once.
pub fn check(project: &Project) -> Result<()> {
    let mut wrong = Vec::new();
    let locales = all(project)?;
    for (folder, extension) in FOLDERS {
        let expected = format!("{folder}/{DEFAULT}.{extension}");
        let expected_keys = keys(project, &expected)?;
        for locale in &locales {
            let shown = format!("{folder}/{locale}.{extension}");
            if !project.root.join(&shown).is_file() {
                wrong.push(format!("{shown} is missing: {} texts, as in {expected}", expected_keys.len()));
                continue;
            }
            let keys = keys(project, &shown)?;
            wrong.extend(expected_keys.difference(&keys).map(|key| format!("{shown} lacks `{key}`")));
            let others = keys.difference(&expected_keys);
            wrong.extend(others.map(|key| format!("{shown} has `{key}`, which {expected} has not")));
        }
    }
    for locale in &locales {
        let shown = format!("{}/{locale}.toml", first_questionnaire());
        if !project.root.join(&shown).is_file() {
            wrong.push(format!("{shown} is missing"));
        }
    }
    if !wrong.is_empty() {
        bail!("the texts of a language are not complete:\n{}", wrong.join("\n"));
    }
    Ok(())
}

/// Locales that have a file in a folder.
fn locales_in(project: &Project, folder: &str, extension: &str) -> Result<Vec<String>> {
    let entries = project.root.join(folder).read_dir().with_context(|| format!("{folder} can't be read"))?;
    let mut locales = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let is_locale = path.extension().is_some_and(|found| found == extension)
            && path.file_name().is_some_and(|name| name != STRUCTURE);
        if is_locale {
            locales.push(path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    locales.sort();
    Ok(locales)
}

/// Keys of a file's texts, each with the sections that it stands in.
fn keys(project: &Project, shown: &str) -> Result<BTreeSet<String>> {
    let mut keys = BTreeSet::new();
    add_keys(&mut keys, "", &values(&project.root.join(shown)).with_context(|| shown.to_owned())?);
    Ok(keys)
}

/// Content of a file of texts.
fn values(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path)?;
    let is_toml = path.extension().is_some_and(|extension| extension == "toml");
    Ok(if is_toml { toml::from_str(&text)? } else { serde_json::from_str(&text)? })
}

fn add_keys(keys: &mut BTreeSet<String>, section: &str, value: &Value) {
    match value {
        // Plural forms, which differ from language to language: one text.
        Value::Object(table) if !table.contains_key("other") => {
            for (key, value) in table {
                let name = if section.is_empty() { key.clone() } else { format!("{section}.{key}") };
                add_keys(keys, &name, value);
            }
        }
        _ => {
            keys.insert(section.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use boussole_authoring::typography_faults;

    use super::*;
    use crate::pseudolocale;
    use crate::questionnaire::scratch::Scratch;

    #[test]
    fn every_language_is_complete() {
        let project = Project::find().unwrap();
        check(&project).unwrap();
        assert_eq!(all(&project).unwrap()[0], DEFAULT);
    }

    #[test]
    fn all_that_a_language_lacks_is_told_at_once() {
        let scratch = Scratch::new("locales");
        let copy = pseudolocale::copy(&Project::find().unwrap(), &scratch.path("copy")).unwrap();
        check(&copy).unwrap();
        let write = |path: &str, text: &str| fs::write(copy.root.join(path), text).unwrap();
        for (folder, extension) in &FOLDERS[1..] {
            fs::remove_file(copy.root.join(format!("{folder}/qps.{extension}"))).unwrap();
        }
        fs::remove_file(copy.root.join("questionnaires/liberte-numerique/qps.toml")).unwrap();
        write("www/kiosk/qps.toml", "promise = \"\"\nold = \"\"");
        let error = check(&copy).unwrap_err().to_string();
        for told in [
            "www/page/qps.toml is missing: 10 texts, as in www/page/fr.toml\n",
            "www/kiosk/qps.toml lacks `warning`\n",
            "www/kiosk/qps.toml has `old`, which www/kiosk/fr.toml has not\n",
            "www/paper/qps.toml is missing: ",
            "wordpress/boussole/texts/qps.json is missing: ",
        ] {
            assert!(error.contains(told), "{told}\n{error}");
        }
        assert!(error.ends_with("\nquestionnaires/liberte-numerique/qps.toml is missing"), "{error}");
        assert!(!error.contains("promise") && !error.contains("/en."), "{error}");
    }

    /// Texts in a file, lists included.
    fn texts_in(value: &Value) -> Vec<&str> {
        match value {
            Value::Object(table) => table.values().flat_map(texts_in).collect(),
            Value::Array(list) => list.iter().flat_map(texts_in).collect(),
            _ => value.as_str().into_iter().collect(),
        }
    }

    #[test]
    fn texts_are_set_as_their_language_is() {
        let project = Project::find().unwrap();
        for (folder, extension) in FOLDERS {
            for locale in all(&project).unwrap() {
                let shown = format!("{folder}/{locale}.{extension}");
                let values = values(&project.root.join(&shown)).unwrap();
                for text in texts_in(&values) {
                    let faults = typography_faults(&locale, text);
                    assert!(faults.is_empty(), "{shown}: {text}: {faults:?}");
                    assert!(!text.contains('"'), "{shown}: {text}: a typewriter's mark");
                }
            }
        }
    }
}

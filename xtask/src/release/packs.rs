//! Files of the questionnaires. A pack is two files: what its questions show, and the rest, which all forms of a version
//! share in each language.

use std::collections::BTreeMap;

use anyhow::Result;
use boussole_authoring::{Built, Edition, PackFile};
use boussole_core::export::json::wires;
use boussole_core::pack::{Pack, rest_wire};
use serde_json::{Value, json};

use super::questionnaires::unpacked;

/// Adds a file by its placeholder and its plain name, and gives its name in the release.
pub type Add<'a> = &'a mut dyn FnMut(&str, &str, Vec<u8>) -> String;

/// Names of the files of an edition. In trees of earlier versions, the number of the version stands behind each id.
pub struct PackNames {
    /// What the questions show, by id, form and locale.
    pub firsts: Value,
    /// Rests, by id and locale.
    pub rests: Value,
}

/// Adds the packs of an edition.
pub fn add_packs(add: Add<'_>, built: &Built, edition: Edition) -> Result<PackNames> {
    let mut names = PackNames { firsts: json!({}), rests: json!({}) };
    let mut versions: BTreeMap<_, Vec<Pack>> = BTreeMap::new();
    for file in built.packs.iter().filter(|file| file.edition == edition) {
        let PackFile { form, locale, wires: [first, _], .. } = file;
        let id = id(file);
        let path = [&id[..], &[form.clone(), locale.clone()]].concat();
        let (key, plain) = (format!("pack.{}", path.join(".")), format!("{}.json", path.join("-")));
        let content = wires(std::slice::from_ref(first));
        *at(&mut names.firsts, &path) = add(&key, &plain, content.into_bytes()).into();
        versions.entry((id, locale)).or_default().push(unpacked(file)?);
    }
    for ((id, locale), forms) in versions {
        let key = format!("rest.{}.{locale}", id.join("."));
        let plain = format!("{}-rest-{locale}.json", id.join("-"));
        let path = [&id[..], std::slice::from_ref(locale)].concat();
        let content = wires(&[rest_wire(&forms)]);
        *at(&mut names.rests, &path) = add(&key, &plain, content.into_bytes()).into();
    }
    Ok(names)
}

/// Placeholder of the rest that a pack needs, by the placeholder of the pack.
pub fn rest_key(pack: &str) -> String {
    let mut names: Vec<&str> = pack.split('.').collect();
    // The form stands before the locale.
    names.remove(names.len().saturating_sub(2));
    names[0] = "rest";
    names.join(".")
}

/// Id of the questionnaire; for an earlier version, its number behind it.
fn id(file: &PackFile) -> Vec<String> {
    let version = (file.edition == Edition::Frozen).then(|| file.version.to_string());
    [file.questionnaire.clone()].into_iter().chain(version).collect()
}

/// Place in a tree of names.
fn at<'a>(tree: &'a mut Value, path: &[String]) -> &'a mut Value {
    path.iter().fold(tree, |tree, name| &mut tree[name])
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

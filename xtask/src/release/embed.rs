//! Content of the embed page: titles of the questionnaires, scripts for host pages with their digests, and the texts of
//! the page.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use boussole_authoring::{Edition, Instrument, QuestionnaireTexts};
use boussole_core::publishing::{HostScript, Offer, OfferedForm, OfferedTexts, Offers};
use maud::html;
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

use crate::defaults::DEFAULTS;
use crate::locales::{self, PageTexts};
use crate::project::Project;
use crate::questionnaire::folder;

/// Options of the embed page. `scripts` are those of host pages: name, fingerprinted name and content.
pub fn facts<'a>(
    texts: &BTreeMap<String, PageTexts>,
    offers: &[Offer],
    scripts: impl Iterator<Item = (&'a str, &'a str, &'a [u8])>,
) -> Offers {
    let script = |(name, file, bytes): (&str, &str, &[u8])| {
        (name.to_owned(), HostScript { file: file.to_owned(), integrity: integrity(bytes) })
    };
    Offers { scripts: scripts.map(script).collect(), ..choices(texts, offers) }
}

/// Options of a page on which a questionnaire is chosen.
pub fn choices(texts: &BTreeMap<String, PageTexts>, offers: &[Offer]) -> Offers {
    let mut languages: Vec<_> = texts.keys().cloned().collect();
    languages.sort_by_key(|locale| *locale != DEFAULTS[2]);
    let (questionnaires, texts) = (offers.to_vec(), texts.clone());
    Offers { languages, questionnaires, texts, scripts: BTreeMap::new() }
}

/// Value of the attribute `integrity` of a script.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// Current questionnaires, the default first.
pub fn offers(project: &Project) -> Result<Vec<Offer>> {
    let instruments = boussole_authoring::instruments(&folder::sources(project)?)
        .map_err(|_| anyhow!("the questionnaires have faults: cargo xtask questionnaire check"))?;
    let current = instruments.iter().filter(|one| one.edition == Edition::Current);
    let mut offers: Vec<_> = current.map(offer).collect();
    offers.sort_by_key(|offer| offer.id != DEFAULTS[0]);
    Ok(offers)
}

/// Titles of the questionnaires, by id and locale.
pub fn titles(offers: &[Offer]) -> Value {
    let title = |(locale, texts): (&String, &OfferedTexts)| (locale.clone(), json!(texts.title));
    let titles = |offer: &Offer| (offer.id.clone(), offer.texts.iter().map(title).collect());
    Value::Object(offers.iter().map(titles).collect())
}

fn offer(Instrument { structure, texts: words, .. }: &Instrument) -> Offer {
    let form = |form: &boussole_authoring::Form| OfferedForm {
        id: form.id.to_string(),
        items: form.items.len(),
        minutes: form.minutes,
    };
    let mut forms: Vec<_> = structure.forms.iter().map(form).collect();
    forms.sort_by_key(|form| form.id != DEFAULTS[1]);
    let principle_name =
        |words: &QuestionnaireTexts, id| words.principles.get(&id).map(|one| one.name.clone());
    let offered = |words: &QuestionnaireTexts| OfferedTexts {
        title: words.title.clone(),
        summary: words.summary.clone(),
        principles: structure
            .principle_ids()
            .into_iter()
            .filter_map(|id| principle_name(words, id))
            .collect(),
    };
    let texts = words.iter().map(|words| (words.locale.clone(), offered(words))).collect();
    Offer { id: structure.id.to_string(), forms, texts }
}

/// Texts of the embed page, by locale.
pub fn texts(project: &Project) -> Result<BTreeMap<String, PageTexts>> {
    texts_of(project, "embed")
}

/// Texts of the page in a folder of `www/`, by locale, with the name of the language under `name`.
pub fn texts_of(project: &Project, page: &str) -> Result<BTreeMap<String, PageTexts>> {
    let mut all: BTreeMap<String, PageTexts> = locales::texts(project, &format!("www/{page}"))?;
    for (locale, name) in locales::names(project)? {
        if let Some(texts) = all.get_mut(&locale) {
            texts.insert("name".to_owned(), name);
        }
    }
    Ok(all)
}

/// Fills the texts into a page whose elements name them: `<h1 data-text="title"></h1>`, `<meta data-text="lead">`.
pub fn fill_texts(page: &str, texts: &PageTexts) -> Result<String> {
    let mut filled = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("data-text=\"") {
        let (key, after) = after.split_once('"').context("`data-text` does not end")?;
        let (tag, after) = after.split_once('>').context("a tag does not end")?;
        let text = texts.get(key).with_context(|| format!("`data-text` names `{key}`, which is no text"))?;
        let text = html! { (text) }.into_string();
        let is_meta = before.rsplit('<').next().is_some_and(|tag| tag.starts_with("meta "));
        if !is_meta && !after.starts_with("</") {
            bail!("the element of the text `{key}` is not empty");
        }
        filled += &match is_meta {
            true => format!("{before}data-text=\"{key}\"{tag} content=\"{text}\">"),
            false => format!("{before}data-text=\"{key}\"{tag}>{text}"),
        };
        rest = after;
    }
    Ok(filled + rest)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::PathBuf;

    use super::*;
    use crate::release::folder::is_script_test;

    #[test]
    fn each_text_stands_where_the_page_names_it() {
        let texts = PageTexts::from([("title".to_owned(), "Un & deux".to_owned())]);
        let page = "<h1 data-text=\"title\"></h1><a href=\"?\" data-text=\"title\" lang=\"en\"></a>";
        let filled = "<h1 data-text=\"title\">Un &amp; deux</h1>\
                    <a href=\"?\" data-text=\"title\" lang=\"en\">Un &amp; deux</a>";
        assert_eq!(fill_texts(page, &texts).unwrap(), filled);
        let page = "<meta name=\"description\" data-text=\"title\">\n";
        let filled = "<meta name=\"description\" data-text=\"title\" content=\"Un &amp; deux\">\n";
        assert_eq!(fill_texts(page, &texts).unwrap(), filled);
        let error = |page| fill_texts(page, &texts).unwrap_err().to_string();
        assert_eq!(error("<p data-text=\"titel\"></p>"), "`data-text` names `titel`, which is no text");
        assert_eq!(error("<p data-text=\"title\">x</p>"), "the element of the text `title` is not empty");
    }

    #[test]
    fn the_digest_is_the_one_that_browsers_compute() {
        // Of the empty text, as in the examples of the standard's test vectors.
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), empty);
    }

    /// Folders of the pages that have texts beside the widget.
    const PAGES: [&str; 3] = ["embed", "poster", "kiosk"];

    /// Sources that use the texts of a page: its HTML, scripts and views, and what the core writes for it.
    fn sources(project: &Project, page: &str) -> String {
        let folders = ["www", "crates/publishing/src", "crates/core/src"].map(|root| project.root.join(root));
        let folders = folders.map(|root| [root.join(page), root.join("publishing")]).concat();
        let listed = folders.into_iter().filter_map(|folder| folder.read_dir().ok()).flatten();
        let paths = listed.map(|entry| entry.unwrap().path());
        let is_source = |path: &PathBuf| {
            let name = path.to_string_lossy();
            name.ends_with(".html")
                || name.ends_with(".rs")
                || name.ends_with(".js") && !is_script_test(&name)
        };
        let mut files: Vec<_> = paths.filter(is_source).collect();
        if page == "embed" {
            files.push(project.root.join("xtask/src/cover/page.rs"));
        }
        files.into_iter().map(|path| fs::read_to_string(path).unwrap()).collect()
    }

    #[test]
    fn every_text_is_in_every_language_and_is_used() {
        let project = Project::find().unwrap();
        for page in PAGES {
            assert_used(&texts_of(&project, page).unwrap(), &sources(&project, page));
        }
    }

    fn assert_used(texts: &BTreeMap<String, PageTexts>, sources: &str) {
        // Only pages with a choice of languages use the name of one.
        let keys = |texts: &PageTexts| {
            texts.keys().filter(|key| *key != "name").cloned().collect::<BTreeSet<String>>()
        };
        let french = keys(&texts[DEFAULTS[2]]);
        assert!(texts.values().all(|texts| keys(texts) == french), "the languages differ in their texts");
        for key in french {
            let as_a_whole =
                [format!(".{key}"), format!("\"{key}\"")].iter().any(|name| sources.contains(name));
            // Some are put together: `[way.name(), "_note"]`.
            let as_parts = key.match_indices('_').any(|(at, _)| {
                let (start, end) = (&key[..at], &key[at..]);
                [start, end].iter().all(|part| sources.contains(&format!("\"{part}\"")))
            });
            assert!(as_a_whole || as_parts, "no page uses `{key}`");
        }
    }
}

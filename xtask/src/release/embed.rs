//! What the embed page offers: the questionnaires and what they are called, the scripts that host pages take
//! and how they can be pinned, and what the page itself says.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use boussole_authoring::{Edition, Instrument, QuestionnaireTexts};
use maud::html;
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

use crate::locales;
use crate::project::Project;
use crate::questionnaire::folder;

/// The texts of one language, by key.
pub type Texts = BTreeMap<String, String>;

/// The questionnaire, the form and the language of an element without attributes: they stand first.
pub const DEFAULTS: [&str; 3] = ["liberte-numerique", "express", "fr"];

/// A questionnaire as a publisher chooses it.
#[derive(Debug, Serialize)]
pub struct Offer {
    pub id: String,
    pub forms: Vec<OfferedForm>,
    /// By locale.
    pub texts: BTreeMap<String, OfferedTexts>,
}

/// A form and how long it takes.
#[derive(Debug, Serialize)]
pub struct OfferedForm {
    pub id: String,
    pub items: usize,
    pub minutes: u8,
}

/// Names of a questionnaire in one language.
#[derive(Debug, Serialize)]
pub struct OfferedTexts {
    pub title: String,
    pub summary: String,
    /// The names of the principles.
    pub principles: Vec<String>,
}

/// Everything that the scripts of the embed page know of a release. `scripts` are those that host pages name, each
/// with the file that it can be pinned to, and what is in it.
pub fn facts<'a>(
    texts: &BTreeMap<String, Texts>,
    offers: &[Offer],
    scripts: impl Iterator<Item = (&'a str, &'a str, &'a [u8])>,
) -> Value {
    let script = |(name, file, bytes): (&str, &str, &[u8])| {
        (name.to_owned(), json!({ "file": file, "integrity": integrity(bytes) }))
    };
    let mut facts = choices(texts, offers);
    facts["scripts"] = scripts.map(script).collect::<serde_json::Map<_, _>>().into();
    facts
}

/// What a page says on which a questionnaire is chosen, and which there are.
pub fn choices(texts: &BTreeMap<String, Texts>, offers: &[Offer]) -> Value {
    let mut languages: Vec<_> = texts.keys().collect();
    languages.sort_by_key(|locale| *locale != DEFAULTS[2]);
    json!({ "languages": languages, "questionnaires": offers, "texts": texts })
}

/// What a host page's `integrity` says of a script.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// The questionnaires of today; what is the default stands first.
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

/// What the embed page says, by locale.
pub fn texts(project: &Project) -> Result<BTreeMap<String, Texts>> {
    texts_of(project, "embed")
}

/// What the page of a folder of `www/` says, by locale: one file a language, and beside it how the widget calls that
/// language.
pub fn texts_of(project: &Project, page: &str) -> Result<BTreeMap<String, Texts>> {
    let mut all: BTreeMap<String, Texts> = locales::texts(project, &format!("www/{page}"))?;
    for (locale, name) in locales::names(project)? {
        if let Some(texts) = all.get_mut(&locale) {
            texts.insert("name".to_owned(), name);
        }
    }
    Ok(all)
}

/// Puts the texts into a page whose elements name them: `<h1 data-text="title"></h1>`.
pub fn say(page: &str, texts: &Texts) -> Result<String> {
    let mut said = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("data-text=\"") {
        let (key, after) = after.split_once('"').context("`data-text` does not end")?;
        let (tag, after) = after.split_once('>').context("a tag does not end")?;
        let text = texts.get(key).with_context(|| format!("`data-text` names `{key}`, which is no text"))?;
        if !after.starts_with("</") {
            bail!("the element of the text `{key}` is not empty");
        }
        said += &format!("{before}data-text=\"{key}\"{tag}>{}", html! { (text) }.into_string());
        rest = after;
    }
    Ok(said + rest)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::PathBuf;

    use super::*;
    use crate::release::folder::is_script_test;

    #[test]
    fn a_page_says_each_text_where_it_is_named() {
        let texts = Texts::from([("title".to_owned(), "Un & deux".to_owned())]);
        let page = "<h1 data-text=\"title\"></h1><a href=\"?\" data-text=\"title\" lang=\"en\"></a>";
        let said = "<h1 data-text=\"title\">Un &amp; deux</h1>\
                    <a href=\"?\" data-text=\"title\" lang=\"en\">Un &amp; deux</a>";
        assert_eq!(say(page, &texts).unwrap(), said);
        let error = |page| say(page, &texts).unwrap_err().to_string();
        assert_eq!(error("<p data-text=\"titel\"></p>"), "`data-text` names `titel`, which is no text");
        assert_eq!(error("<p data-text=\"title\">x</p>"), "the element of the text `title` is not empty");
    }

    #[test]
    fn the_digest_is_the_one_that_browsers_compute() {
        // Of the empty text, as in the examples of the standard's test vectors.
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), empty);
    }

    /// The pages that say something beside the widget, by their folders.
    const PAGES: [&str; 3] = ["embed", "poster", "kiosk"];

    /// All that says something for a page: the HTML and the scripts of its folder.
    fn speakers(project: &Project, page: &str) -> String {
        let paths =
            project.root.join("www").join(page).read_dir().unwrap().map(|entry| entry.unwrap().path());
        let speaks = |path: &PathBuf| {
            let name = path.to_string_lossy();
            name.ends_with(".html") || name.ends_with(".js") && !is_script_test(&name)
        };
        let mut files: Vec<_> = paths.filter(speaks).collect();
        if page == "embed" {
            files.push(project.root.join("xtask/src/cover/page.rs"));
        }
        files.into_iter().map(|path| fs::read_to_string(path).unwrap()).collect()
    }

    #[test]
    fn every_text_is_said_in_every_language_and_somewhere() {
        let project = Project::find().unwrap();
        for page in PAGES {
            assert_said(&texts_of(&project, page).unwrap(), &speakers(&project, page));
        }
    }

    fn assert_said(texts: &BTreeMap<String, Texts>, said: &str) {
        // What a language is called, only pages say that have a choice of them.
        let keys =
            |texts: &Texts| texts.keys().filter(|key| *key != "name").cloned().collect::<BTreeSet<String>>();
        let french = keys(&texts[DEFAULTS[2]]);
        assert!(texts.values().all(|texts| keys(texts) == french), "the languages differ in their texts");
        for key in french {
            let as_a_whole = [format!(".{key}"), format!("\"{key}\"")].iter().any(|name| said.contains(name));
            // Some are put together: `${way}_hint`, `accent_${maturity_result}`.
            let as_parts = key.match_indices('_').any(|(at, _)| {
                let (start, end) = (&key[..at], &key[at + 1..]);
                let has = |quoted: &str, plain: &str| {
                    said.contains(&format!("\"{quoted}\"")) && said.contains(plain)
                };
                has(start, &format!("}}_{end}")) || has(end, &format!("{start}_${{"))
            });
            assert!(as_a_whole || as_parts, "nobody says `{key}`");
        }
    }
}

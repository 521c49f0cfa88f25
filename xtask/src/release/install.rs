//! What the stand-alone page is installed with on a phone or a desk: icons made from the emblem, and a manifest in each
//! language; and what it says itself, around the widget.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use boussole_core::colours::LIGHT_PAPER;
use serde_json::{Value, json};

use super::embed::DEFAULTS;
use super::icons::{self, Background};
use crate::locales;
use crate::project::Project;

/// Keys of what the page says of a newer release.
const UPDATE: [&str; 3] = ["later", "ready", "reload"];

/// What is said in one language, by key.
pub type Texts = BTreeMap<String, String>;

/// An icon of a release.
pub struct Icon {
    /// What pages call it.
    pub key: &'static str,
    /// Its name, before it is fingerprinted.
    pub name: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What a manifest says of it; none if it is not for manifests.
    pub listed: Option<Value>,
}

/// All icons; `emblem` is the piece that pages show.
pub fn icons(emblem: &str) -> Result<Vec<Icon>> {
    let drawing = drawing(emblem)?;
    let picture = |key, name, size: u32, background, purpose: Option<&str>| {
        let listed = purpose.map(
            |purpose| json!({ "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose }),
        );
        Ok::<_, anyhow::Error>(Icon { key, name, bytes: icons::png(&drawing, size, background)?, listed })
    };
    Ok(vec![
        Icon {
            key: "drawing",
            name: "icon.svg",
            bytes: drawing.clone().into_bytes(),
            listed: Some(json!({ "sizes": "any", "type": "image/svg+xml", "purpose": "any" })),
        },
        picture("192", "icon-192.png", 192, Background::Transparent, Some("any"))?,
        picture("512", "icon-512.png", 512, Background::Transparent, Some("any"))?,
        picture("maskable", "icon-maskable.png", 512, Background::Paper, Some("maskable"))?,
        picture("touch", "icon-touch.png", 180, Background::Paper, None)?,
    ])
}

/// The emblem as a file by itself.
pub(super) fn drawing(emblem: &str) -> Result<String> {
    let (_, shapes) = emblem.split_once("viewBox").context("the emblem has no view box")?;
    Ok(format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox{}", shapes.trim_end()))
}

/// The emblem as the icon of a page, in the address itself.
pub fn inline_icon(emblem: &str) -> Result<String> {
    let encoded = [("\"", "'"), ("<", "%3C"), (">", "%3E"), ("#", "%23")];
    let drawing = encoded.iter().fold(drawing(emblem)?, |text, (from, to)| text.replace(from, to));
    Ok(format!("<link rel=\"icon\" href=\"data:image/svg+xml,{drawing}\">"))
}

/// The manifest in one language. `icons` have their names in the release.
pub fn manifest(locale: &str, texts: &Texts, icons: &[(String, Option<Value>)]) -> Result<Value> {
    let text = |key: &str| texts.get(key).with_context(|| format!("www/page/{locale}.toml has no `{key}`"));
    let start = if locale == DEFAULTS[2] { "./".to_owned() } else { format!("./{locale}/") };
    let listed = icons.iter().filter_map(|(name, listed)| {
        let mut icon = listed.clone()?;
        icon["src"] = name.as_str().into();
        Some(icon)
    });
    Ok(json!({
        "name": text("name")?,
        "short_name": text("short_name")?,
        "description": text("description")?,
        "lang": locale,
        "dir": "ltr",
        "start_url": start,
        "scope": "./",
        "display": "standalone",
        "background_color": LIGHT_PAPER,
        "theme_color": LIGHT_PAPER,
        "icons": listed.collect::<Vec<_>>(),
    }))
}

/// What the page says, by locale: one file a language.
pub fn texts(project: &Project) -> Result<BTreeMap<String, Texts>> {
    locales::texts(project, "www/page")
}

/// What a kiosk says around the widget, by locale.
pub fn kiosk_texts(project: &Project) -> Result<BTreeMap<String, Texts>> {
    locales::texts(project, "www/kiosk")
}

/// What the page says of a newer release, by locale: its script needs no other text.
pub fn update_texts(texts: &BTreeMap<String, Texts>) -> Value {
    let of = |texts: &Texts| -> Texts {
        let needed = UPDATE.iter().filter_map(|key| texts.get_key_value(*key));
        needed.map(|(key, text)| (key.clone(), text.clone())).collect()
    };
    texts.iter().map(|(locale, texts)| (locale.clone(), json!(of(texts)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_names_the_page_in_its_language_and_all_icons_for_it() {
        let texts = ["name", "short_name", "description"].map(|key| (key.to_owned(), format!("the {key}")));
        let icons =
            [("icon-1.png".to_owned(), Some(json!({ "sizes": "any" }))), ("touch.png".to_owned(), None)];
        let english = manifest("en", &texts.into(), &icons).unwrap();
        assert_eq!(english["name"], "the name");
        assert_eq!((&english["lang"], &english["start_url"]), (&json!("en"), &json!("./en/")));
        assert_eq!(english["icons"], json!([{ "src": "icon-1.png", "sizes": "any" }]));
        let error = manifest("fr", &Texts::new(), &icons).unwrap_err().to_string();
        assert_eq!(error, "www/page/fr.toml has no `name`");
    }

    #[test]
    fn the_script_of_the_page_has_the_texts_of_a_newer_release_alone() {
        let texts = update_texts(&texts(&Project::find().unwrap()).unwrap());
        for (locale, texts) in texts.as_object().unwrap() {
            assert_eq!(texts.as_object().unwrap().keys().collect::<Vec<_>>(), UPDATE, "{locale}");
        }
    }

    #[test]
    fn the_drawing_stands_alone() {
        let icons = icons("<svg width=\"28\" viewBox=\"0 0 1 1\"><circle/></svg>\n").unwrap();
        let drawing = String::from_utf8(icons[0].bytes.clone()).unwrap();
        let expected = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><circle/></svg>";
        assert_eq!(drawing, expected);
    }

    #[test]
    fn the_icon_of_a_page_is_the_drawing_in_its_address() {
        let icon =
            inline_icon("<svg width=\"28\" viewBox=\"0 0 1 1\"><circle fill=\"#fff\"/></svg>\n").unwrap();
        let expected = "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' \
                        viewBox='0 0 1 1'%3E%3Ccircle fill='%23fff'/%3E%3C/svg%3E\">";
        assert_eq!(icon, expected);
    }
}

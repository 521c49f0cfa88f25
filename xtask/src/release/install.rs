//! Installation of the stand-alone page: icons from the emblem, a manifest in each language, and the texts of the page
//! around the widget.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use boussole_core::colours::LIGHT_PAPER;
use serde_json::{Value, json};

use super::icons::{self, Background};
use crate::defaults::DEFAULTS;
use crate::locales::{self, PageTexts};
use crate::project::Project;

/// Keys of the texts about a newer release.
const UPDATE: [&str; 3] = ["later", "ready", "reload"];

/// Icon of a release.
pub struct Icon {
    /// Key in the placeholders of pages.
    pub key: &'static str,
    /// Name before the fingerprint.
    pub name: &'static str,
    /// Content of the file.
    pub bytes: Vec<u8>,
    /// Entry of a manifest; none for an icon that manifests do not list.
    pub listed: Option<Value>,
}

/// Icons; `emblem` is the piece that pages show.
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

/// Emblem as an SVG file.
pub(super) fn drawing(emblem: &str) -> Result<String> {
    let (_, shapes) = emblem.split_once("viewBox").context("the emblem has no view box")?;
    Ok(format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox{}", shapes.trim_end()))
}

/// Link to the emblem as the icon of a page, in a `data:` address.
pub fn inline_icon(emblem: &str) -> Result<String> {
    let encoded = [("\"", "'"), ("<", "%3C"), (">", "%3E"), ("#", "%23")];
    let drawing = encoded.iter().fold(drawing(emblem)?, |text, (from, to)| text.replace(from, to));
    Ok(format!("<link rel=\"icon\" href=\"data:image/svg+xml,{drawing}\">"))
}

/// Manifest in one language. `icons` have their names in the release.
pub fn manifest(locale: &str, texts: &PageTexts, icons: &[(String, Option<Value>)]) -> Result<Value> {
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

/// Texts of the stand-alone page, by locale.
pub fn texts(project: &Project) -> Result<BTreeMap<String, PageTexts>> {
    locales::texts(project, "www/page")
}

/// Texts of a kiosk around the widget, by locale.
pub fn kiosk_texts(project: &Project) -> Result<BTreeMap<String, PageTexts>> {
    locales::texts(project, "www/kiosk")
}

/// Texts about a newer release, by locale: the script of the page needs no other.
pub fn update_texts(texts: &BTreeMap<String, PageTexts>) -> Value {
    let of = |texts: &PageTexts| -> PageTexts {
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
        let error = manifest("fr", &PageTexts::new(), &icons).unwrap_err().to_string();
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

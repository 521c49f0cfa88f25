//! oEmbed 1.0: files by which other programs embed an assessment from its address. All addresses are absolute, so only a
//! release with a known address has them.

use std::str::FromStr;

use anyhow::{Error, Result, bail};
use boussole_core::publishing::Offer;
use boussole_core::texts::fill;
use maud::html;
use serde_json::json;

use crate::cover;
use crate::defaults::DEFAULTS;
use crate::locales::PageTexts;

/// Width and height of the frame, in pixels.
const SIZE: [u16; 2] = [640, 760];

/// The address under which a release will stand, with a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// Absolute address of a path within the release.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl FromStr for Base {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/[]%".contains(c);
        match rest {
            Some(rest) if !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(is_plain) => {}
            _ => bail!("`{text}` is no address for a release: give one like https://boussole.example/"),
        }
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }
}

/// The files, by name: one a questionnaire for the default language, and one for each other.
pub fn files<'a>(
    base: &Base,
    offers: &[Offer],
    texts: &impl Fn(&str) -> Option<&'a PageTexts>,
) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for offer in offers {
        for (locale, names) in &offer.texts {
            let Some(texts) = texts(locale) else { continue };
            let title = fill(texts.get("frame_title").map_or("", |text| text), &[("title", &names.title)]);
            files.push((name(&offer.id, locale), file(base, &offer.id, locale, &title)));
        }
    }
    files
}

/// Stand-alone page with a link to its file.
pub fn announced(page: &str, Base(base): &Base) -> String {
    let file = name(DEFAULTS[0], DEFAULTS[2]);
    let link = html! { link rel="alternate" type="application/json+oembed" href={ (base) (file) }; };
    page.replacen("</head>", &format!("{}\n</head>", link.into_string()), 1)
}

fn name(questionnaire: &str, locale: &str) -> String {
    let language = if locale == DEFAULTS[2] { String::new() } else { format!("-{locale}") };
    format!("oembed/{questionnaire}{language}.json")
}

fn file(Base(base): &Base, questionnaire: &str, locale: &str, title: &str) -> String {
    let other =
        if questionnaire == DEFAULTS[0] { String::new() } else { format!("&questionnaire={questionnaire}") };
    let source = format!("{base}frame/?lang={locale}{other}");
    let [width, height] = SIZE;
    let html = html! {
        iframe src=(source) title=(title) width=(width) height=(height) frameborder="0" loading="lazy"
            allow="clipboard-write; web-share" {}
    };
    let file = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Boussole",
        "provider_url": base,
        "title": title,
        "html": html.into_string(),
        "width": width,
        "height": height,
        "thumbnail_url": format!("{base}cover/{questionnaire}-{locale}.png"),
        "thumbnail_width": cover::WIDTH,
        "thumbnail_height": cover::HEIGHT,
    });
    format!("{file:#}\n")
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::project::Project;
    use crate::release::embed;

    #[test]
    fn only_an_address_that_a_release_can_stand_under_is_taken() {
        for (text, base) in [
            ("https://boussole.example", "https://boussole.example/"),
            ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"),
            ("https://boussole.example/mesure//", "https://boussole.example/mesure/"),
        ] {
            assert_eq!(text.parse::<Base>().unwrap(), Base(base.to_owned()));
        }
        for text in [
            "",
            "boussole.example",
            "https://",
            "https:///x",
            "https://a.example/?b",
            "ftp://a.example",
            "https://a.example/\"",
        ] {
            let error = text.parse::<Base>().unwrap_err().to_string();
            assert!(error.contains("https://boussole.example/"), "{error}");
        }
    }

    #[test]
    fn each_questionnaire_has_a_file_a_language_that_a_program_can_follow() {
        let project = Project::find().unwrap();
        let texts = embed::texts(&project).unwrap();
        let base = "https://boussole.example".parse().unwrap();
        let files = files(&base, &embed::offers(&project).unwrap(), &|locale| texts.get(locale));
        let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
        let expected = ["liberte-numerique-en", "liberte-numerique", "dependances-ia-en", "dependances-ia"];
        assert_eq!(names, expected.map(|name| format!("oembed/{name}.json")));
        let page = announced("<head>\n</head><body></head>", &base);
        let link = format!("href=\"https://boussole.example/{}\">\n</head><body>", names[1]);
        assert!(page.contains(&link), "{page}");
        for (name, text) in &files {
            let file: Value = serde_json::from_str(text).unwrap();
            assert_eq!((&file["version"], &file["type"]), (&json!("1.0"), &json!("rich")), "{name}");
            for (key, kind) in [("width", "height"), ("thumbnail_width", "thumbnail_height")] {
                assert!(file[key].is_u64() && file[kind].is_u64(), "{name}");
            }
            let html = file["html"].as_str().unwrap();
            assert!(html.contains("src=\"https://boussole.example/frame/?lang="), "{html}");
            let picture = file["thumbnail_url"].as_str().unwrap();
            let picture = picture.strip_prefix("https://boussole.example/").unwrap();
            assert!(project.root.join("www/static").join(picture).is_file(), "{picture}");
        }
        let last: Value = serde_json::from_str(&files[2].1).unwrap();
        assert!(last["html"].as_str().unwrap().contains("?lang=en&amp;questionnaire=dependances-ia\""));
    }
}

//! Pieces of pages that follow from the locales: what is said in each language, and the links between the languages.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use boussole_core::publishing::Offer;
use maud::{PreEscaped, html};

use super::oembed::Base;
use super::room::{self, RoomTexts};
use super::{addresses, install};
use crate::defaults::DEFAULTS;
use crate::locales::{self, PageTexts};
use crate::project::Project;

/// Causes for which a page has not started, as `www/unavailable/unavailable.js` tells them apart.
const CAUSES: [&str; 5] = ["slow", "missing", "old", "file", "blocked"];

/// Pieces by name.
pub type Pieces = BTreeMap<String, String>;

/// Texts that the pieces are made of, by locale.
pub struct Languages {
    /// Locales, the default first.
    pub locales: Vec<String>,
    names: BTreeMap<String, String>,
    page: BTreeMap<String, PageTexts>,
    room: BTreeMap<String, RoomTexts>,
    /// Causes for which a page has not started, and the way to paper.
    unavailable: BTreeMap<String, PageTexts>,
    not_found: BTreeMap<String, PageTexts>,
    /// Title of the questionnaire that the stand-alone page begins with.
    titles: BTreeMap<String, String>,
}

impl Languages {
    /// Reads the texts; `offers` has the questionnaires, the first of which is the default.
    pub fn read(project: &Project, offers: &[Offer]) -> Result<Self> {
        let first = offers.first().context("there is no questionnaire")?;
        Ok(Self {
            locales: locales::all(project)?,
            names: locales::names(project)?,
            page: install::texts(project)?,
            room: room::texts(project)?,
            unavailable: locales::texts(project, "www/unavailable")?,
            not_found: locales::texts(project, "www/not-found")?,
            titles: first.texts.iter().map(|(locale, texts)| (locale.clone(), texts.title.clone())).collect(),
        })
    }

    /// Pieces for any page, which is in the default language at first.
    pub fn common(&self) -> Result<Pieces> {
        let room = |text: fn(&RoomTexts) -> &String| self.in_all(|locale| self.room.get(locale).map(text));
        let room_lead = self.room.get(locales::DEFAULT).map(|texts| html! { (texts.lead()) }.into_string());
        let room_title = self.room.get(locales::DEFAULT).map(|texts| html! { (texts.title) }.into_string());
        Ok([
            ("waiting", self.waiting()?),
            ("languages", self.links()?),
            ("room.title", room_title.context("the room has no title")?),
            ("room.lead", room_lead.context("the room has no lead")?),
            ("frame.description", self.description(locales::DEFAULT)?),
            ("room.waiting", room(|texts| &texts.waiting)?),
            ("room.no_script", room(|texts| &texts.no_script)?),
            ("unavailable", self.unavailable(&self.locales, None)?),
            ("not-found", self.not_found()?),
            ("frame.unavailable", self.unavailable(&self.locales, Some("../"))?),
        ]
        .map(|(name, piece)| (name.to_owned(), piece))
        .into())
    }

    /// Pieces for the stand-alone page in one language; `first` has what it shows at first, by `first.<locale>`.
    pub fn page(&self, locale: &str, first: &Pieces, base: Option<&Base>) -> Result<Pieces> {
        let [questionnaire, _, default] = DEFAULTS;
        let text = |key: &str| self.page_text(locale, key);
        let up = if locale == default { "" } else { "../" };
        let title = self.titles.get(locale).with_context(|| format!("{questionnaire} is not in {locale}"))?;
        let no_script = self.with_paper(text("no_script")?, locale, up)?;
        let language = if locale == default { String::new() } else { format!(" lang=\"{locale}\"") };
        let first = first.get(&format!("first.{locale}"));
        Ok([
            ("lang", locale.to_owned()),
            ("lang-attribute", language),
            ("title", html! { (title) }.into_string()),
            ("description", self.description(locale)?),
            ("addresses", self.addresses(base, locale, addresses::of_first_page)),
            ("no-script", no_script),
            ("page.unavailable", self.unavailable(&[locale.to_owned()], Some(up))?),
            ("first", first.with_context(|| format!("there is no first question in {locale}"))?.clone()),
        ]
        .map(|(name, piece)| (name.to_owned(), piece))
        .into())
    }

    /// A text with the link to the first questionnaire on paper in place of `{link}`; `up` leads to the release's folder.
    fn with_paper(&self, text: &str, locale: &str, up: &str) -> Result<String> {
        let [questionnaire, form, _] = DEFAULTS;
        let paper = format!("{up}paper/{questionnaire}-{form}-{locale}.html");
        let link = html! { a href=(paper) { (self.page_text(locale, "no_script_link")?) } }.into_string();
        Ok(html! { (text) }.into_string().replace("{link}", &link))
    }

    /// Notice that a page has not started, in each of some languages; `paper` leads to the release's folder on pages of
    /// readers, which lead to paper.
    fn unavailable(&self, locales: &[String], paper: Option<&str>) -> Result<String> {
        let mut notices = String::new();
        for locale in locales {
            let text = |key: &str| {
                let text = self.unavailable.get(locale).and_then(|texts| texts.get(key));
                text.with_context(|| format!("www/unavailable/{locale}.toml lacks `{key}`"))
            };
            let causes: Vec<_> =
                CAUSES.iter().map(|cause| Ok((cause, text(cause)?))).collect::<Result<_>>()?;
            let paper = paper.map(|up| self.with_paper(text("paper")?, locale, up)).transpose()?;
            notices += &html! {
                div lang=(locale) {
                    @for (cause, text) in causes { p data-cause=(cause) { (text) } }
                    @if let Some(paper) = paper { p { (PreEscaped(paper)) } }
                }
            }
            .into_string();
        }
        Ok(format!("<aside class=\"unavailable\" hidden>{notices}</aside>"))
    }

    /// Page at addresses where there is none, in each language. Its script leads the links to the release's folder.
    fn not_found(&self) -> Result<String> {
        let mut sections = String::new();
        for locale in &self.locales {
            let text = |key: &str| {
                let text = self.not_found.get(locale).and_then(|texts| texts.get(key));
                text.with_context(|| format!("www/not-found/{locale}.toml lacks `{key}`"))
            };
            let start = format!("/{}", addresses::of_first_page(locale));
            sections += &html! {
                section lang=(locale) {
                    h1 { (text("title")?) }
                    p { (text("text")?) }
                    p { a href=(start) { (text("start")?) } }
                }
            }
            .into_string();
        }
        Ok(sections)
    }

    fn page_text(&self, locale: &str, key: &str) -> Result<&str> {
        let text = self.page.get(locale).and_then(|texts| texts.get(key));
        Ok(text.with_context(|| format!("www/page/{locale}.toml lacks `{key}`"))?)
    }

    /// Locales other than one.
    fn others(&self, than: &str) -> impl Iterator<Item = &String> {
        self.locales.iter().filter(move |locale| *locale != than)
    }

    /// A text in the default language, and behind it in each other.
    fn in_all<'a>(&'a self, text: impl Fn(&str) -> Option<&'a String>) -> Result<String> {
        let mut texts = Vec::new();
        for locale in &self.locales {
            let text = text(locale).with_context(|| format!("a text of the pages is not in {locale}"))?;
            let is_default = locale == locales::DEFAULT;
            let text = if is_default {
                html! { (text) }
            } else {
                html! { span lang=(locale) { (text) } }
            };
            texts.push(text.into_string());
        }
        Ok(texts.join(" "))
    }

    /// Content in the place of an assessment until it is there, and where no script runs.
    fn waiting(&self) -> Result<String> {
        let waiting = self.in_all(|locale| self.page.get(locale).and_then(|texts| texts.get("waiting")))?;
        let mut lines = vec![format!("<p class=\"waiting\">{waiting}</p>"), "<noscript>".to_owned()];
        for locale in &self.locales {
            let text = self.page_text(locale, "needs_script")?;
            let lang = (locale != locales::DEFAULT).then_some(locale);
            lines.push(format!("  {}", html! { p lang=[lang] { (text) } }.into_string()));
        }
        lines.push("</noscript>".to_owned());
        Ok(lines.join("\n        "))
    }

    /// Links of a header to the other languages, which scripts keep up to date (`www/shared/languages.js`).
    fn links(&self) -> Result<String> {
        let mut links = Vec::new();
        for locale in self.others(locales::DEFAULT) {
            let name =
                self.names.get(locale).with_context(|| format!("the language {locale} has no name"))?;
            let link = html! {
                a.other-language href={ "?lang=" (locale) } hreflang=(locale) lang=(locale) { (name) }
            };
            links.push(link.into_string());
        }
        Ok(links.join("\n      "))
    }

    /// Description of the stand-alone page for search engines.
    fn description(&self, locale: &str) -> Result<String> {
        Ok(html! { (self.page_text(locale, "description")?) }.into_string())
    }

    /// Links of a page in every language to its addresses.
    pub fn addresses(&self, base: Option<&Base>, current: &str, at: impl Fn(&str) -> String) -> String {
        addresses::links(base, &self.locales, current, |locale| Some(at(locale)))
    }
}

//! Choice on the embed page, which the address of its preview holds as parameters.

use super::Offers;
use crate::colours::LIGHT_ACCENT;
use crate::contrast::Rgb;

/// Way to embed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Element within the article.
    Element,
    /// Frame whose height follows its content, by a script.
    Frame,
    /// Frame alone.
    Plain,
    /// Picture with a link.
    Picture,
}

impl Way {
    /// Ways from the most capable to the simplest; the first is the default.
    pub const ALL: [Self; 4] = [Self::Element, Self::Frame, Self::Plain, Self::Picture];

    /// Name in forms, addresses and keys of texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::Frame => "frame",
            Self::Plain => "plain",
            Self::Picture => "picture",
        }
    }

    /// Whether the way needs a script.
    pub fn is_scripted(self) -> bool {
        matches!(self, Self::Element | Self::Frame)
    }
}

/// Version of the script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// The present one, with its digest.
    Pinned,
    /// Each one that follows.
    Latest,
}

impl Version {
    /// Versions; the first is the default.
    pub const ALL: [Self; 2] = [Self::Pinned, Self::Latest];

    /// Name in forms, addresses and keys of texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pinned => "pinned",
            Self::Latest => "latest",
        }
    }
}

/// Choice on the embed page. Each value is one of the offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedChoice {
    /// Way to embed.
    pub way: Way,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Id of the form.
    pub form: String,
    /// Language of the assessment.
    pub lang: String,
    /// Accent as `#rrggbb`; empty for the default.
    pub accent: String,
    /// Version of the script.
    pub version: Version,
}

impl EmbedChoice {
    /// Reads a choice by the names of its values; missing or unknown ones become the defaults.
    pub fn read(offers: &Offers, value: impl Fn(&str) -> Option<String>) -> Self {
        let text = |name: &str| value(name).unwrap_or_default();
        let questionnaire =
            offers.questionnaire(&text("questionnaire")).map_or_else(String::new, |one| one.id.clone());
        let form = offers.form(&questionnaire, &text("form")).map_or_else(String::new, |one| one.id.clone());
        let (languages, lang) = (offers.languages_of(&questionnaire), text("lang"));
        let lang =
            languages.iter().find(|one| **one == lang).or(languages.first()).map_or("", |one| one).to_owned();
        let (way, version) = (text("way"), text("version"));
        Self {
            way: Way::ALL.into_iter().find(|one| one.name() == way).unwrap_or(Way::Element),
            questionnaire,
            form,
            lang,
            accent: accent(&text("accent")),
            version: Version::ALL.into_iter().find(|one| one.name() == version).unwrap_or(Version::Pinned),
        }
    }

    /// The choice with one value changed, by name; what no longer fits becomes the default.
    pub fn with(&self, offers: &Offers, name: &str, value: &str) -> Self {
        let own = self.parameters();
        Self::read(offers, |asked| {
            if asked == name {
                return Some(value.to_owned());
            }
            own.iter().find(|(name, _)| *name == asked).map(|(_, value)| value.clone())
        })
    }

    /// Values by name, as [`read`](Self::read) takes them.
    pub fn parameters(&self) -> [(&'static str, String); 6] {
        [
            ("way", self.way.name().to_owned()),
            ("questionnaire", self.questionnaire.clone()),
            ("form", self.form.clone()),
            ("lang", self.lang.clone()),
            ("accent", self.accent.clone()),
            ("version", self.version.name().to_owned()),
        ]
    }

    /// Query of the preview's address.
    pub fn query(&self) -> String {
        super::address::with_parameters("", &self.parameters())
    }
}

/// Accent as `#rrggbb`; empty for the default one, and for a text that is no colour.
fn accent(text: &str) -> String {
    let accent = Rgb::read(text).map_or_else(String::new, Rgb::hex);
    if accent == LIGHT_ACCENT { String::new() } else { accent }
}

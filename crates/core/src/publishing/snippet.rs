//! Snippet of each way to embed.

use super::address::with_parameters;
use super::{EmbedChoice, Offers, Version, Way};
use crate::markup::{Attributes, Markup};

/// Height of a frame before its script has run, or without one: the first question on a phone.
const HEIGHT: &str = "760";

/// Script of the element.
const LOADER: &str = "boussole.js";

/// Script of frames.
const FRAME_SCRIPT: &str = "boussole-frame.js";

/// Snippet of a choice. `base` is the address of the release, with a slash at its end.
pub fn snippet(offers: &Offers, choice: &EmbedChoice, base: &str) -> Markup {
    let input = SnippetInput { offers, choice, base };
    match choice.way {
        Way::Element => block(vec![input.script(LOADER), input.element()]),
        Way::Frame => block(vec![input.frame(true), input.script(FRAME_SCRIPT)]),
        Way::Plain => block(vec![input.frame(false)]),
        Way::Picture => input.picture(),
    }
}

/// Block of its own, which a CMS does not wrap in a paragraph.
fn block(content: Vec<Markup>) -> Markup {
    Markup::Element("div", Vec::new(), content)
}

fn line_break() -> Markup {
    Markup::Element("br", Vec::new(), Vec::new())
}

/// Attributes with constant names and values.
fn constant(attributes: &[(&'static str, &str)]) -> Attributes {
    attributes.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

/// What a snippet is made of.
struct SnippetInput<'a> {
    offers: &'a Offers,
    choice: &'a EmbedChoice,
    base: &'a str,
}

impl SnippetInput<'_> {
    fn at(&self, path: &str) -> String {
        [self.base, path].concat()
    }

    fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.offers.fill(&self.choice.lang, key, values)
    }

    fn differing(&self) -> Attributes {
        self.offers.differing(&self.choice.questionnaire, &self.choice.form)
    }

    /// Language, then what differs from the default, then the accent as far as one was chosen.
    fn options(&self, accent: &str) -> Attributes {
        let mut options = vec![("lang", self.choice.lang.clone())];
        options.extend(self.differing());
        if !accent.is_empty() {
            options.push(("accent", accent.to_owned()));
        }
        options
    }

    /// Title, summary and principles, joined.
    fn names(&self) -> (&str, &str, String) {
        let names = self.offers.names(&self.choice.questionnaire, &self.choice.lang);
        names.map_or_else(Default::default, |names| {
            (&*names.title, &*names.summary, names.principles.join(", "))
        })
    }

    /// Address of the stand-alone page.
    fn page(&self) -> String {
        let mut parameters = self.differing();
        if self.choice.lang != self.offers.default_locale() {
            parameters.push(("lang", self.choice.lang.clone()));
        }
        with_parameters(self.base, &parameters)
    }

    fn script(&self, name: &str) -> Markup {
        let mut attributes = constant(&[("type", "module")]);
        match self.offers.scripts.get(name).filter(|_| self.choice.version == Version::Pinned) {
            None => attributes.push(("src", self.at(name))),
            Some(script) => attributes.extend([
                ("src", self.at(&script.file)),
                ("integrity", script.integrity.clone()),
                ("crossorigin", "anonymous".to_owned()),
            ]),
        }
        Markup::Element("script", attributes, Vec::new())
    }

    /// Element with its card, which has no block inside: a paragraph would end one that a CMS puts around the element.
    fn element(&self) -> Markup {
        let (title, summary, _) = self.names();
        let content = vec![
            Markup::Element("strong", Vec::new(), vec![Markup::Text(title.to_owned())]),
            line_break(),
            Markup::Text(summary.to_owned()),
            line_break(),
            Markup::Element("a", vec![("href", self.page())], vec![self.invitation()]),
        ];
        Markup::Element("boussole-assessment", self.options(&self.choice.accent), content)
    }

    fn invitation(&self) -> Markup {
        let form = self.offers.form(&self.choice.questionnaire, &self.choice.form);
        let length = form.map(|form| self.offers.length(form, &self.choice.lang)).unwrap_or_default();
        Markup::Text(self.text("card_link", &[("form_of", &length)]))
    }

    fn frame(&self, is_scripted: bool) -> Markup {
        let parameters = self.options(self.choice.accent.trim_start_matches('#'));
        let mut attributes = if is_scripted { constant(&[("data-boussole", "")]) } else { Vec::new() };
        attributes.push(("src", with_parameters(&self.at("frame/"), &parameters)));
        attributes.push(("title", self.text("frame_title", &[("title", self.names().0)])));
        attributes.extend(constant(&[
            ("width", "100%"),
            ("height", HEIGHT),
            ("frameborder", "0"),
            ("loading", "lazy"),
            ("allow", "clipboard-write; web-share"),
        ]));
        Markup::Element("iframe", attributes, Vec::new())
    }

    fn picture(&self) -> Markup {
        let (title, _, principles) = self.names();
        let alternative = self.text("picture_alt", &[("title", title), ("principles", &principles)]);
        let file = ["cover/", &*self.choice.questionnaire, "-", &*self.choice.lang, ".png"].concat();
        let mut attributes = vec![("src", self.at(&file))];
        attributes.extend(constant(&[("width", "600"), ("height", "315"), ("loading", "lazy")]));
        attributes.push(("alt", alternative));
        let image = Markup::Element("img", attributes, Vec::new());
        let link =
            Markup::Element("a", vec![("href", self.page())], vec![image, line_break(), self.invitation()]);
        Markup::Element("p", vec![("lang", self.choice.lang.clone())], vec![link])
    }
}

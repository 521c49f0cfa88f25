//! Options of a poster, and its addresses: a short one to type, and the one in the code, with the event.

use super::Offers;
use super::address::{component, with_parameters};

/// Most characters of an event's name: `www/page/event.js` has the same.
pub const MAX_NAME: usize = 60;

/// Most characters of an address.
pub const MAX_ADDRESS: usize = 200;

/// Modules of the quiet zone at each side of a code.
const QUIET: i32 = 4;
/// Reading distance, in widths of the code: see docs/events.md.
const WIDTHS: f64 = 10.0;
/// Reading distance, in widths of a module.
const MODULES: f64 = 350.0;

/// Format of a poster, or a slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Poster of A4.
    A4,
    /// Poster of A3.
    A3,
    /// Slide of 16:9, as wide as those of presentation programs.
    Slide,
}

impl Sheet {
    /// Formats; the first is the default.
    pub const ALL: [Self; 3] = [Self::A4, Self::A3, Self::Slide];

    /// Name in forms, classes and keys of texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A3 => "a3",
            Self::Slide => "slide",
        }
    }

    /// Format of a name, or else the default.
    pub fn read(name: &str) -> Self {
        Self::ALL.into_iter().find(|sheet| sheet.name() == name).unwrap_or(Self::A4)
    }

    /// Width and height, in CSS.
    pub fn size(self) -> &'static str {
        match self {
            Self::A4 => "210mm 297mm",
            Self::A3 => "297mm 420mm",
            Self::Slide => "338.67mm 190.5mm",
        }
    }

    /// Width of the sheet in mm; of a slide, as it is projected for example.
    fn width(self) -> f64 {
        match self {
            Self::A4 => 210.0,
            Self::A3 => 297.0,
            Self::Slide => 3000.0,
        }
    }

    /// Hundredths of the width that the code takes, with its quiet zone: `www/poster/layout.css` has the same.
    fn share(self) -> u8 {
        if self == Self::Slide { 36 } else { 44 }
    }

    /// Size and reading distance of a code; on a slide, for a picture of three metres. `size` is the width of the code in
    /// modules, with its quiet zone.
    pub fn reach(self, size: i32) -> Reach {
        let module = self.width() * f64::from(self.share()) / 100.0 / f64::from(size.max(1));
        let code = module * f64::from(size - 2 * QUIET);
        Reach { share: self.share(), code, module, distance: (WIDTHS * code).min(MODULES * module) }
    }
}

/// Size and reading distance of a code, in mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Hundredths of the sheet's width that the code takes, with its quiet zone.
    pub share: u8,
    /// Width of the code without its quiet zone.
    pub code: f64,
    /// Width of a module.
    pub module: f64,
    /// Largest distance from which the code can be read.
    pub distance: f64,
}

/// Choice on the page of the poster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PosterChoice {
    /// Format.
    pub sheet: Sheet,
    /// Language of the poster.
    pub lang: String,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Id of the form; one that the questionnaire lacks stands for its default.
    pub form: String,
    /// Name of the event; empty where there is none.
    pub event: String,
    /// Address of the release, with a slash at its end.
    pub address: String,
}

impl PosterChoice {
    /// Default choice in a language, for the release at an address.
    pub fn new(offers: &Offers, lang: &str, address: &str) -> Self {
        Self {
            sheet: Sheet::A4,
            lang: lang.to_owned(),
            questionnaire: offers.questionnaire("").map_or_else(String::new, |one| one.id.clone()),
            form: offers.form("", "").map_or_else(String::new, |one| one.id.clone()),
            event: String::new(),
            address: address.to_owned(),
        }
    }

    /// Address in the code.
    pub fn link(&self, offers: &Offers) -> String {
        let parameters = self.parameters(offers);
        if self.event.is_empty() {
            return with_parameters(&self.folder(offers), &parameters);
        }
        // The form stands in the fragment, behind the event.
        let is_form = |name: &&(&'static str, String)| name.0 == "form";
        let form = parameters.iter().find(is_form).map(|(_, form)| ["&form=", &**form].concat());
        let others: Vec<_> = parameters.iter().filter(|each| !is_form(each)).cloned().collect();
        let page = with_parameters(&self.folder(offers), &others);
        [&*page, "#event=", &*component(&self.event), &*form.unwrap_or_default()].concat()
    }

    /// Address to type.
    pub fn short(&self, offers: &Offers) -> String {
        let whole = with_parameters(&self.folder(offers), &self.parameters(offers));
        let plain = whole.split_once("://").map_or(&*whole, |(_, rest)| rest);
        plain.strip_suffix('/').unwrap_or(plain).to_owned()
    }

    /// Folder of the release in the language of the poster.
    fn folder(&self, offers: &Offers) -> String {
        if self.lang == offers.default_locale() {
            return self.address.clone();
        }
        [&*self.address, &*self.lang, "/"].concat()
    }

    fn parameters(&self, offers: &Offers) -> Vec<(&'static str, String)> {
        let form = offers.form(&self.questionnaire, &self.form).map_or("", |form| &*form.id);
        offers.differing(&self.questionnaire, form)
    }
}

/// Parts of an address, as browsers read them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressParts {
    /// Scheme with its colon.
    pub protocol: String,
    /// Name or number of the host.
    pub hostname: String,
    /// Scheme, host and port.
    pub origin: String,
    /// Path, from its first slash on.
    pub pathname: String,
}

/// Folder of the release in a typed address, without the name of its page; none for a text that is no address.
pub fn folder_of(parts: &AddressParts) -> Option<String> {
    let is_web = ["http:", "https:"].contains(&&*parts.protocol);
    let is_host = parts.hostname.contains(['.', ':']) || parts.hostname == "localhost";
    let path = parts.pathname.strip_suffix("index.html").unwrap_or(&parts.pathname);
    let slash = if path.ends_with('/') { "" } else { "/" };
    (is_web && is_host).then(|| [&*parts.origin, path, slash].concat())
}

/// Whether an event link can carry a name: `www/page/event.js` reads it.
pub fn is_name(name: &str) -> bool {
    let name = name.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}');
    // Escapes in a name would be undone with those of the link.
    let has_escape = name
        .as_bytes()
        .windows(3)
        .any(|three| three[0] == b'%' && three[1].is_ascii_hexdigit() && three[2].is_ascii_hexdigit());
    name.chars().count() <= MAX_NAME && !has_escape && !name.chars().any(is_unprintable)
}

/// Whether a character breaks a line or turns its direction (Cc, Zl, Zp, `Bidi_Control`).
fn is_unprintable(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

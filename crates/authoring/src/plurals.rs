//! Plural forms of the widget's texts: those that a language has, and the one that each number takes.

use boussole_core::texts::FORMS;

/// Plural forms of a language.
pub struct PluralRule {
    locale: &'static str,
    /// Names of the forms in CLDR, in the order in which they travel.
    pub categories: &'static [&'static str],
    /// The place of the form for each number from 0, see [`FORMS`].
    places: &'static str,
}

/// Rules for whole numbers. Source: Unicode CLDR, plural rules for cardinal numbers.
///
/// French has a form `many`, for whole millions. No count of the widget reaches it.
const RULES: [PluralRule; 3] = [
    PluralRule { locale: "en", categories: &["one", "other"], places: "101" },
    PluralRule { locale: "fr", categories: &["one", "other"], places: "001" },
    // The pseudolocale is made of French.
    PluralRule { locale: "qps", categories: &["one", "other"], places: "001" },
];

impl PluralRule {
    /// Rule of a language; `None` where none is known.
    pub fn of(locale: &str) -> Option<&'static Self> {
        RULES.iter().find(|rule| rule.locale == locale)
    }

    /// A text with the form of each category, as it travels; `None` if one is missing.
    pub fn joined(&self, form: impl Fn(&str) -> Option<String>) -> Option<String> {
        let forms = self.categories.iter().map(|category| form(category));
        let parts: Option<Vec<String>> = std::iter::once(Some(self.places.to_owned())).chain(forms).collect();
        Some(parts?.join(&FORMS.to_string()))
    }
}

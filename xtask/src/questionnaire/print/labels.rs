//! The words of a print that belong to no questionnaire: `www/paper/<locale>.toml`.

use anyhow::{Context, Result};
use boussole_authoring::SourceFile;
use boussole_core::texts::fill;
use serde::Deserialize;

use crate::locales;
use crate::project::Project;

macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty),* $(,)? })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Deserialize)]
            #[allow(missing_docs, reason = "keys of the file, which has their texts")]
            #[serde(deny_unknown_fields)]
            pub struct $name { $(pub $field: $kind,)* }
        )*
    };
}

labels! {
    /// Every label, by where it stands.
    Labels {
        cover: Cover, item: Item, grid: Grid, level: Level, reading: Reading, steps: Steps,
        references: References, page: Page,
    }
    Cover {
        kind: String, facts: String, facts_open: String, version: String, organisation: String,
        filled_in_by: String, role: String, day: String, how: String, rules: Vec<String>,
        definitions: String,
    }
    Item { respondent: String, layer: String, forms: String, evidence: String, see: String }
    Grid {
        title: String, rules: Vec<String>, number: String, question: String, dimension: String,
        principle: String, weight: String, assured: String, possible: String, times_weight: String,
        mean: String, divided_by: String, whole: String,
    }
    Level {
        title: String, rules: Vec<String>, from_points: String, from_weakest: String, kept: String,
        between: String, and: String, out_of: String, points: String,
    }
    Reading {
        title: String, levels: String, principles: String, profiles: String, profiles_rule: String,
        at_least: String, at_most: String, level_at_least: String, level_at_most: String,
    }
    Steps { title: String, rule: String, step: String }
    References { title: String }
    Page { of: String, months: [String; 12], day: String, first_day: String }
}

impl Labels {
    /// The labels of a language.
    pub fn read(project: &Project, locale: &str) -> Result<Self> {
        locales::text(project, "www/paper", locale)
    }

    /// A day as people write it, of one as in 2026-11-24.
    pub fn day(&self, day: &str) -> String {
        let parts: Vec<usize> = day.split('-').filter_map(|part| part.parse().ok()).collect();
        let [year, month, number] = parts[..] else { return day.to_owned() };
        let Some(month) = month.checked_sub(1).and_then(|month| self.page.months.get(month)) else {
            return day.to_owned();
        };
        let form = if number == 1 { &self.page.first_day } else { &self.page.day };
        fill(form, &[("day", &number.to_string()), ("month", month), ("year", &year.to_string())])
    }
}

/// Texts of the widget that the print repeats.
pub struct WidgetTexts(toml::Table);

impl WidgetTexts {
    /// The widget's own texts in a language, among its sources.
    pub fn read(interface: &[SourceFile], locale: &str) -> Result<Self> {
        let path = format!("www/texts/{locale}.toml");
        let source = interface.iter().find(|source| source.path == path);
        let source = source.with_context(|| format!("the widget has no texts in `{locale}`: add {path}"))?;
        Ok(Self(source.text.parse().with_context(|| format!("{path} can't be read"))?))
    }

    /// A text, or the word itself where the widget has none for it.
    pub fn get(&self, section: &str, key: &str) -> String {
        let text = self.0.get(section).and_then(|section| section.get(key.replace('-', "_")));
        text.and_then(toml::Value::as_str).unwrap_or(key).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_label() {
        let project = Project::find().unwrap();
        for locale in locales::all(&project).unwrap() {
            Labels::read(&project, &locale).unwrap();
        }
        let error = Labels::read(&project, "tlh").err().unwrap().to_string();
        assert_eq!(error, "www/paper/tlh.toml can't be read");
    }

    #[test]
    fn a_day_is_written_as_people_do() {
        let project = Project::find().unwrap();
        let [french, english] = ["fr", "en"].map(|locale| Labels::read(&project, locale).unwrap());
        assert_eq!(french.day("2026-11-24"), "24 novembre 2026");
        assert_eq!(french.day("2027-01-01"), "1er janvier 2027");
        assert_eq!(english.day("2026-08-09"), "9 August 2026");
        assert_eq!(english.day("soon"), "soon");
    }
}

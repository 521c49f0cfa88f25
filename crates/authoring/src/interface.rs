//! Texts of the widget itself: `www/texts/<locale>.toml`.

use std::collections::{BTreeMap, BTreeSet};

use super::plurals::PluralRule;
use super::reader::{Document, Faults, TomlTable};
use super::rule::Rule;
use super::source::{Edition, SourceFile, path_segments};
use super::wording;
use boussole_core::texts::{LazyText, Name, Text, Texts};

/// Longest text of the widget, in characters: a short paragraph.
const LIMIT: usize = 240;

/// Keys of the messages for a program that can't run.
const FAILURE: [&str; 8] =
    ["title", "offline", "damaged", "broken", "blocked", "questionnaire", "retry", "open"];

/// Keys of the notices that the host's page receives the scores, or the answers too.
const HOST: [&str; 2] = ["scores", "answers"];

/// Language of the widget, with the texts that every pack has.
pub struct Language {
    /// Name of the language in itself.
    pub name: String,
    /// Texts in their order.
    pub texts: Texts,
}

impl Language {
    /// Name, then the texts in their order.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.name).chain(self.texts.all())
    }

    /// Reads such a list; `None` if the number of texts is another one.
    pub fn from_all(mut all: impl Iterator<Item = String>) -> Option<Self> {
        Some(Self { name: all.next()?, texts: Texts::new(all.collect())? })
    }
}

/// Every text of the widget in one language.
pub struct Interface {
    /// Texts that every pack has.
    pub language: Language,
    /// Texts of the screens beyond the report.
    pub rooms: Texts<LazyText>,
    /// Messages for a program that can't run, by key.
    pub failure: BTreeMap<String, String>,
    /// Notices that the host's page receives the result, by key.
    pub host: BTreeMap<String, String>,
}

/// Reads every language of the widget among the sources; notes every fault.
pub fn read_all(sources: &[SourceFile], faults: &Faults) -> BTreeMap<String, Interface> {
    let read = |(locale, file): (&str, _)| Some((locale.to_owned(), read(locale, file, faults)?));
    files(sources).filter_map(read).collect()
}

/// Languages of the widget, by the names of their files.
pub fn locales(sources: &[SourceFile]) -> BTreeSet<&str> {
    files(sources).map(|(locale, _)| locale).collect()
}

/// Files of the widget's texts, by language.
fn files(sources: &[SourceFile]) -> impl Iterator<Item = (&str, &SourceFile)> {
    sources.iter().filter_map(|file| match path_segments(file)[..] {
        ["www", "texts", name] => Some((name.strip_suffix(".toml")?, file)),
        _ => None,
    })
}

fn read(locale: &str, file: &SourceFile, faults: &Faults) -> Option<Interface> {
    let document = Document::parse(file, Edition::Current, faults)?;
    let top = document.top();
    let names: Vec<&str> = names::<Text>().chain(names::<LazyText>()).collect();
    let mut sections: Vec<&str> = names.iter().map(|key| split(key).0).collect();
    sections.dedup();
    top.only(&[&sections[..], &["name", "failure", "host"]].concat());

    let mut texts = BTreeMap::new();
    for section in &sections {
        let names = names.iter().map(|key| split(key)).filter(|(of, _)| of == section);
        let names: Vec<&str> = names.map(|(_, name)| name).collect();
        let Some(table) = top.table(section) else { continue };
        for (name, text) in section_texts(&table, locale, &names) {
            texts.insert(format!("{section}.{name}"), text);
        }
    }
    let failure = top.table("failure").map(|table| section_texts(&table, locale, &FAILURE));
    let host = top.table("host").map(|table| section_texts(&table, locale, &HOST));
    let name = top.text("name");
    let (name, failure, host) = (name?.value, failure?, host?);
    let language = Language { name, texts: listed(&texts)? };
    Some(Interface { language, rooms: listed(&texts)?, failure, host })
}

/// Keys of a list of texts.
fn names<N: Name>() -> impl Iterator<Item = &'static str> {
    N::ALL.iter().map(|(_, key)| *key)
}

/// Splits a key into its section and its name there.
fn split(key: &str) -> (&str, &str) {
    key.split_once('.').unwrap_or((key, ""))
}

/// Texts of a list in its order.
fn listed<N: Name>(texts: &BTreeMap<String, String>) -> Option<Texts<N>> {
    let listed: Option<Vec<String>> = names::<N>().map(|key| texts.get(key).cloned()).collect();
    Texts::new(listed?)
}

fn section_texts(table: &TomlTable<'_>, locale: &str, names: &[&str]) -> BTreeMap<String, String> {
    table.only(names);
    let read = |name: &&str| {
        let text = match table.has_table(name) {
            true => forms(&table.table(name)?, locale)?,
            false => checked(table, name, locale)?,
        };
        Some(((*name).to_owned(), text))
    };
    names.iter().filter_map(read).collect()
}

fn checked(table: &TomlTable<'_>, name: &str, locale: &str) -> Option<String> {
    let text = table.text(name)?;
    wording::check(table, locale, &text, LIMIT);
    Some(text.value)
}

/// Text with plural forms, as it travels.
fn forms(table: &TomlTable<'_>, locale: &str) -> Option<String> {
    let Some(rule) = PluralRule::of(locale) else {
        let what = format!("the plural forms of `{locale}` are not known");
        table.fault(Rule::Shape, table.span(), what, "write one text that is right for every number");
        return None;
    };
    table.only(rule.categories);
    rule.joined(|category| checked(table, category, locale))
}

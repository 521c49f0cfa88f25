//! `www/texts/<locale>.toml`: the texts of the widget itself.

use std::collections::{BTreeMap, BTreeSet};

use super::reader::{Document, Faults, TomlTable};
use super::{Edition, SourceFile, parts, wording};
use boussole_core::texts::{LazyText, Name, Text, Texts};

/// The longest text of the widget: a short paragraph.
const LIMIT: usize = 240;

/// What the shell says when the widget's program can't run.
const FAILURE: [&str; 7] = ["title", "offline", "broken", "blocked", "questionnaire", "retry", "open"];

/// What the reader is told where the host's page is told of the result: of its scores, or of the answers too.
const HOST: [&str; 2] = ["scores", "answers"];

/// A language of the widget, as far as every pack has it.
pub struct Language {
    /// The language's own name.
    pub name: String,
    pub texts: Texts,
}

impl Language {
    /// The name, then the texts in their order.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.name).chain(self.texts.all())
    }

    /// The language of such a list; none if it has fewer texts or more.
    pub fn from_all(mut all: impl Iterator<Item = String>) -> Option<Self> {
        Some(Self { name: all.next()?, texts: Texts::new(all.collect())? })
    }
}

/// The widget in one language.
pub struct Interface {
    pub language: Language,
    pub rooms: Texts<LazyText>,
    pub failure: BTreeMap<String, String>,
    pub host: BTreeMap<String, String>,
}

/// Every language of the widget among the sources; every fault is noted.
pub fn read_all(sources: &[SourceFile], faults: &Faults) -> BTreeMap<String, Interface> {
    let read = |(locale, file): (&str, _)| Some((locale.to_owned(), read(locale, file, faults)?));
    files(sources).filter_map(read).collect()
}

/// The languages that the widget has a file of, whatever is in it.
pub fn locales(sources: &[SourceFile]) -> BTreeSet<&str> {
    files(sources).map(|(locale, _)| locale).collect()
}

/// The file of each language.
fn files(sources: &[SourceFile]) -> impl Iterator<Item = (&str, &SourceFile)> {
    sources.iter().filter_map(|file| match parts(file)[..] {
        ["www", "texts", name] => Some((name.strip_suffix(".toml")?, file)),
        _ => None,
    })
}

fn read(locale: &str, file: &SourceFile, faults: &Faults) -> Option<Interface> {
    let document = Document::parse(file, Edition::Current, faults);
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

/// The keys of a list of texts.
fn names<N: Name>() -> impl Iterator<Item = &'static str> {
    N::ALL.iter().map(|(_, key)| *key)
}

/// A key as its section and its name there.
fn split(key: &str) -> (&str, &str) {
    key.split_once('.').unwrap_or((key, ""))
}

/// The texts of a list in its order.
fn listed<N: Name>(texts: &BTreeMap<String, String>) -> Option<Texts<N>> {
    let listed: Option<Vec<String>> = names::<N>().map(|key| texts.get(key).cloned()).collect();
    Texts::new(listed?)
}

fn section_texts(table: &TomlTable<'_>, locale: &str, names: &[&str]) -> BTreeMap<String, String> {
    table.only(names);
    let read = |name: &&str| {
        let text = table.text(name)?;
        wording::check(table, locale, &text, LIMIT);
        Some(((*name).to_owned(), text.value))
    };
    names.iter().filter_map(read).collect()
}

//! The texts of the widget for the laws of the exports: arbitrary ones, or a few by name.

use boussole_core::export::ExportTexts;
use boussole_core::texts::{LazyText, Name, Text, Texts};

/// Texts with values. Each of them has every key, in arbitrary surroundings.
const FIRST: [Text; 7] = [
    Text::DateDay,
    Text::ReportAsk,
    Text::ReportBetween,
    Text::ReportExactly,
    Text::ReportPrincipleBetween,
    Text::ReportPrincipleExactly,
    Text::ReportPrincipleNone,
];
const LAZY: [LazyText; 8] = [
    LazyText::ExportLevel,
    LazyText::TeamDisputed,
    LazyText::TeamFrom,
    LazyText::TeamMembers,
    LazyText::TeamPeople,
    LazyText::TeamResolves,
    LazyText::TeamSettled,
    LazyText::TeamWorlds,
];
const KEYS: &str = "{day} {month} {year} {assured} {possible} {name} {role} {label} {level} {lower} {low} \
                    {higher} {high} {rate} {others} {response} {ask} {know} {count}";

#[derive(Debug)]
pub struct WidgetTexts {
    pub first: Texts,
    pub lazy: Texts<LazyText>,
}

impl WidgetTexts {
    /// The given words in turn.
    pub fn of_words(words: &[String]) -> Self {
        Self { first: of_words(words, &FIRST), lazy: of_words(words, &LAZY) }
    }

    /// The texts by name; the others are empty.
    pub fn named(first: &[(Text, &str)], lazy: &[(LazyText, &str)]) -> Self {
        Self { first: named(first), lazy: named(lazy) }
    }

    pub fn export(&self) -> ExportTexts<'_> {
        ExportTexts { first: &self.first, lazy: &self.lazy }
    }
}

/// The check refuses a text without a visible character: no heading is ever empty.
fn of_words<N: Name>(words: &[String], with_keys: &[N]) -> Texts<N> {
    let is_visible = |word: &&String| word.chars().any(|c| !c.is_whitespace() && !c.is_control());
    let mut words: Vec<String> = words.iter().filter(is_visible).cloned().collect();
    if words.is_empty() {
        words.push("x".to_owned());
    }
    let mut texts: Vec<String> = words.iter().cycle().take(N::ALL.len()).cloned().collect();
    for name in with_keys {
        let text = &mut texts[name.index()];
        *text = [&**text, KEYS, &words[name.index() / 2 % words.len()]].concat();
    }
    Texts::new(texts).expect("a text for each name")
}

/// Texts by name; the others are empty.
pub fn named<N: Name>(given: &[(N, &str)]) -> Texts<N> {
    let mut texts = vec![String::new(); N::ALL.len()];
    for (name, text) in given {
        texts[name.index()] = (*text).to_owned();
    }
    Texts::new(texts).expect("a text for each name")
}

//! Reader of the texts of a questionnaire in one language, `<locale>.toml`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::reader::{Document, Faults, Located, TomlTable};
use super::rule::{ASKS_FOR_STYLE, Rule};
use super::rules::{double_question, levels, unwritten};
use super::source::{Edition, SourceFile};
use super::structure::Structure;
use super::texts::{CitationTexts, DefinitionTexts, ItemTexts, PrincipleTexts, QuestionnaireTexts};
use super::{limits, wording};
use boussole_core::questionnaire::{ITEM_LEVELS, MATURITY_LEVELS, Maturity};

/// A text with its place, for the rules that compare several.
pub struct PlacedText {
    /// Name of its table: `[items.exit]`.
    pub table: Rc<str>,
    /// Key in the table.
    pub key: &'static str,
    /// Index in a list, from 0.
    pub index: usize,
    /// Text.
    pub text: Located<String>,
}

impl PlacedText {
    /// Key that the text shares with its translations.
    pub fn place(&self) -> (&str, &str, usize) {
        (&self.table, self.key, self.index)
    }
}

/// Reads texts, checks each by itself, and collects it with its place.
struct TextReader<'a> {
    locale: &'a str,
    placed: RefCell<Vec<PlacedText>>,
}

impl TextReader<'_> {
    fn text(&self, table: &TomlTable<'_>, key: &'static str, limit: usize) -> Option<Located<String>> {
        let text = table.text(key)?;
        self.add(table, key, 0, &text, limit);
        Some(text)
    }

    fn texts<const N: usize>(
        &self,
        table: &TomlTable<'_>,
        key: &'static str,
        limit: usize,
    ) -> Option<[Located<String>; N]> {
        let texts = table.texts_of::<N>(key)?;
        for (index, text) in texts.iter().enumerate() {
            self.add(table, key, index, text, limit);
        }
        Some(texts)
    }

    fn add(
        &self,
        table: &TomlTable<'_>,
        key: &'static str,
        index: usize,
        text: &Located<String>,
        limit: usize,
    ) {
        wording::check(table, self.locale, text, limit);
        // Released versions never change.
        if ASKS_FOR_STYLE && table.edition == Edition::Current {
            unwritten::check(table, text);
        }
        let table = table.name.clone();
        self.placed.borrow_mut().push(PlacedText { table, key, index, text: text.clone() });
    }
}

/// Reads the texts of a file; `None` if one can't be read. Notes every fault.
/// Without a structure the ids are not checked.
pub fn read(
    locale: &str,
    file: &SourceFile,
    edition: Edition,
    structure: Option<&Structure>,
    faults: &Faults,
) -> (Option<QuestionnaireTexts>, Vec<PlacedText>) {
    let reader = TextReader { locale, placed: RefCell::default() };
    let texts =
        Document::parse(file, edition, faults).and_then(|document| all(&document.top(), structure, &reader));
    (texts, reader.placed.into_inner())
}

fn all(
    top: &TomlTable<'_>,
    structure: Option<&Structure>,
    reader: &TextReader<'_>,
) -> Option<QuestionnaireTexts> {
    let structure = structure.filter(|structure| structure.are_ids_known);
    top.only(&[
        "title",
        "summary",
        "notice",
        "principles",
        "dimensions",
        "maturity",
        "references",
        "definitions",
        "profiles",
        "items",
    ]);
    let text = |table: &TomlTable<'_>, key, limit| Some(reader.text(table, key, limit)?.value);
    let (title, summary, notice) = (
        text(top, "title", limits::TITLE),
        text(top, "summary", limits::SUMMARY),
        text(top, "notice", limits::NOTICE),
    );
    let group = |group, expected: fn(&Structure) -> Vec<String>| tables(top, group, structure.map(expected));
    let principle = |(id, table): (String, TomlTable<'_>)| {
        table.only(&["name", "title", "interpretations"]);
        let (name, title) =
            (text(&table, "name", limits::PRINCIPLE_NAME), text(&table, "title", limits::PRINCIPLE_TITLE));
        let interpretations = interpretations(&table, reader);
        Some((id, PrincipleTexts { name: name?, title: title?, interpretations: interpretations? }))
    };
    let principles =
        group("principles", Structure::principle_ids).into_iter().filter_map(principle).collect();
    let only = |tables: Vec<(String, TomlTable<'_>)>, key, limit| -> BTreeMap<String, String> {
        let read = |(id, table): (String, TomlTable<'_>)| {
            table.only(&[key]);
            Some((id, text(&table, key, limit)?))
        };
        tables.into_iter().filter_map(read).collect()
    };
    let dimensions = only(group("dimensions", Structure::dimension_ids), "name", limits::DIMENSION_NAME);
    let references = group("references", Structure::reference_ids).into_iter();
    let references = references.filter_map(|(id, table)| citation(id, &table, reader)).collect();
    // The structure does not list them.
    let definitions = tables(top, "definitions", None).into_iter();
    let definitions = definitions.filter_map(|(id, table)| definition(id, &table, reader)).collect();
    let profiles = only(group("profiles", Structure::profile_ids), "text", limits::PROFILE);
    let items = group("items", Structure::item_ids).into_iter();
    let items = items.filter_map(|(id, table)| Some((id, item(&table, reader)?))).collect();
    let maturity = maturity(top, reader);
    Some(QuestionnaireTexts {
        locale: reader.locale.to_owned(),
        title: title?,
        summary: summary?,
        notice: notice?,
        principles,
        dimensions,
        maturity: maturity?,
        references,
        definitions,
        profiles,
        items,
    })
}

/// Tables of a group with their ids; notes those that the structure does not have, or only the structure has.
fn tables<'a>(
    top: &TomlTable<'a>,
    group: &str,
    expected: Option<Vec<String>>,
) -> Vec<(String, TomlTable<'a>)> {
    // References and profiles are optional.
    if !top.has(group) && expected.as_ref().is_none_or(Vec::is_empty) {
        return Vec::new();
    }
    if let Some(expected) = expected.as_ref().filter(|_| !top.has(group)) {
        for id in expected {
            missing(top, group, id);
        }
        return Vec::new();
    }
    let Some(table) = top.table(group) else { return Vec::new() };
    let keys = table.keys();
    if group == "definitions" {
        keys.iter().for_each(|key| table.check_slug("id", key));
        top.check_entries(group, keys.len());
    }
    if let Some(expected) = &expected {
        for id in expected.iter().filter(|id| !table.has(id)) {
            missing(&table, group, id);
        }
        let expected: BTreeSet<&str> = expected.iter().map(String::as_str).collect();
        for key in keys.iter().filter(|key| !expected.contains(key.value.as_str())) {
            let what = format!("the structure has no `{}` in {group}", key.value);
            table.fault(Rule::Locales, key.span.clone(), what, "remove these texts, or correct the id");
        }
    }
    keys.into_iter().filter_map(|key| Some((key.value.clone(), table.table(&key.value)?))).collect()
}

fn missing(table: &TomlTable<'_>, group: &str, id: &str) {
    let what = format!("`{id}` of the structure has no texts in [{group}]");
    table.fault(Rule::Locales, table.span(), what, format!("add [{group}.\"{id}\"]"));
}

fn interpretations(table: &TomlTable<'_>, reader: &TextReader<'_>) -> Option<[String; MATURITY_LEVELS]> {
    if !table.requires("interpretations") {
        return Some(<[String; MATURITY_LEVELS]>::default());
    }
    Some(reader.texts(table, "interpretations", limits::INTERPRETATION)?.map(|paragraph| paragraph.value))
}

fn item(table: &TomlTable<'_>, reader: &TextReader<'_>) -> Option<ItemTexts> {
    table.only(&["short", "prompt", "help", "evidence", "levels", "steps"]);
    let text = |key, limit| reader.text(table, key, limit);
    let (short, prompt, help) =
        (text("short", limits::SHORT), text("prompt", limits::PROMPT), text("help", limits::HELP));
    let evidence = if table.requires("evidence") {
        text("evidence", limits::EVIDENCE).map(|text| text.value)
    } else {
        Some(String::new())
    };
    let levels = reader.texts::<ITEM_LEVELS>(table, "levels", limits::LEVEL);
    let steps = reader.texts::<{ ITEM_LEVELS - 1 }>(table, "steps", limits::STEP);
    // Released versions never change.
    if table.edition == Edition::Current {
        if let Some(prompt) = &prompt {
            double_question::check(table, reader.locale, prompt);
        }
        if let Some(levels) = &levels {
            levels::check(table, levels);
        }
    }
    let plain = |located: Located<String>| located.value;
    Some(ItemTexts {
        short: short?.value,
        prompt: prompt?.value,
        help: help?.value,
        evidence: evidence?,
        levels: levels?.map(plain),
        steps: steps?.map(plain),
    })
}

fn citation(id: String, table: &TomlTable<'_>, reader: &TextReader<'_>) -> Option<CitationTexts> {
    table.only(&["cite", "binds", "says"]);
    let optional = |key, limit| match table.has(key) {
        true => reader.text(table, key, limit).map(|text| text.value),
        false => Some(String::new()),
    };
    let cite = reader.text(table, "cite", limits::CITATION);
    let (binds, says) = (optional("binds", limits::BINDS), optional("says", limits::SAYS));
    Some(CitationTexts { id, cite: cite?.value, binds: binds?, says: says? })
}

fn definition(id: String, table: &TomlTable<'_>, reader: &TextReader<'_>) -> Option<DefinitionTexts> {
    table.only(&["term", "forms", "text"]);
    let term = reader.text(table, "term", limits::TERM);
    let forms = if table.has("forms") { table.texts("forms") } else { term.clone().map(|term| vec![term]) };
    for (index, form) in forms.iter().flatten().enumerate().filter(|_| table.has("forms")) {
        reader.add(table, "forms", index, form, limits::TERM);
    }
    let text = reader.text(table, "text", limits::DEFINITION);
    let forms = forms?.into_iter().map(|form| form.value).collect();
    Some(DefinitionTexts { id, term: term?.value, forms, text: text?.value })
}

fn maturity(top: &TomlTable<'_>, reader: &TextReader<'_>) -> Option<[Maturity; MATURITY_LEVELS]> {
    let tables = top.tables("maturity");
    if tables.len() != MATURITY_LEVELS {
        let what = format!("there are {} maturity levels", tables.len());
        top.fault(
            Rule::Count,
            top.key_span("maturity"),
            what,
            format!("write {MATURITY_LEVELS} tables [[maturity]], the lowest first"),
        );
    }
    let read = |table: &TomlTable<'_>| {
        table.only(&["name", "meaning"]);
        let (name, meaning) = (
            reader.text(table, "name", limits::MATURITY_NAME),
            reader.text(table, "meaning", limits::MATURITY_MEANING),
        );
        Some(Maturity { name: name?.value, meaning: meaning?.value })
    };
    tables.iter().filter_map(read).collect::<Vec<_>>().try_into().ok()
}

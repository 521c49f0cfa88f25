//! `<locale>.toml`: every text of a questionnaire in one language, by id.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use super::reader::{Document, Faults, Located, TomlTable};
use super::rules::{double_question, levels};
use super::structure::Structure;
use super::{Edition, Rule, SourceFile, limits, wording};
use boussole_core::questionnaire::{LEVELS, Maturity};

/// The texts of one questionnaire in one locale.
pub struct QuestionnaireTexts {
    pub locale: String,
    pub title: String,
    pub summary: String,
    pub notice: String,
    pub principles: BTreeMap<String, PrincipleTexts>,
    pub dimensions: BTreeMap<String, String>,
    pub maturity: [Maturity; LEVELS],
    /// How each reference is cited.
    pub references: BTreeMap<String, String>,
    /// The sentence for each profile.
    pub profiles: BTreeMap<String, String>,
    pub items: BTreeMap<String, ItemTexts>,
}

impl QuestionnaireTexts {
    /// Empty texts for a structure, to look at it by itself.
    pub(super) fn blank(structure: &Structure) -> Self {
        let empty = |ids: Vec<String>| ids.into_iter().map(|id| (id, String::new())).collect();
        let items = structure.item_ids().into_iter().map(|id| (id, ItemTexts::default()));
        Self {
            locale: String::new(),
            title: String::new(),
            summary: String::new(),
            notice: String::new(),
            principles: BTreeMap::new(),
            dimensions: empty(structure.dimension_ids()),
            maturity: std::array::from_fn(|_| Maturity { name: String::new(), meaning: String::new() }),
            references: empty(structure.reference_ids()),
            profiles: empty(structure.profile_ids()),
            items: items.collect(),
        }
    }
}

/// The texts of one principle.
#[derive(Clone, Default)]
pub struct PrincipleTexts {
    pub name: String,
    pub title: String,
    pub interpretations: [String; LEVELS],
}

/// The texts of one item.
#[derive(Clone, Default)]
pub struct ItemTexts {
    pub short: String,
    pub prompt: String,
    pub help: String,
    pub evidence: String,
    pub levels: [String; LEVELS],
    pub steps: [String; LEVELS - 1],
}

/// A text in its place, for the rules that look at several.
pub struct PlacedText {
    /// The table that it stands in: `[items.exit]`.
    pub table: Rc<str>,
    pub key: &'static str,
    /// Where it stands in a list, from 0.
    pub index: usize,
    pub text: Located<String>,
}

impl PlacedText {
    /// What is the same for its translations.
    pub fn place(&self) -> (&str, &str, usize) {
        (&self.table, self.key, self.index)
    }
}

/// Reads texts, checks each by itself, and keeps it with its place.
struct Listener<'a> {
    locale: &'a str,
    said: RefCell<Vec<PlacedText>>,
}

impl Listener<'_> {
    fn text(&self, table: &TomlTable<'_>, key: &'static str, limit: usize) -> Option<Located<String>> {
        let text = table.text(key)?;
        self.hear(table, key, 0, &text, limit);
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
            self.hear(table, key, index, text, limit);
        }
        Some(texts)
    }

    fn hear(
        &self,
        table: &TomlTable<'_>,
        key: &'static str,
        index: usize,
        text: &Located<String>,
        limit: usize,
    ) {
        wording::check(table, self.locale, text, limit);
        let table = table.name.clone();
        self.said.borrow_mut().push(PlacedText { table, key, index, text: text.clone() });
    }
}

/// The texts of a file, or `None` if too few can be read; every fault is noted. Without a structure
/// the texts are checked by themselves.
pub fn read(
    locale: &str,
    file: &SourceFile,
    edition: Edition,
    structure: Option<&Structure>,
    faults: &Faults,
) -> (Option<QuestionnaireTexts>, Vec<PlacedText>) {
    let document = Document::parse(file, edition, faults);
    let listener = Listener { locale, said: RefCell::default() };
    let words = words(&document.top(), structure, &listener);
    (words, listener.said.into_inner())
}

fn words(
    top: &TomlTable<'_>,
    structure: Option<&Structure>,
    listener: &Listener<'_>,
) -> Option<QuestionnaireTexts> {
    top.only(&[
        "title",
        "summary",
        "notice",
        "principles",
        "dimensions",
        "maturity",
        "references",
        "profiles",
        "items",
    ]);
    let text = |table: &TomlTable<'_>, key, limit| Some(listener.text(table, key, limit)?.value);
    let (title, summary, notice) = (
        text(top, "title", limits::TITLE),
        text(top, "summary", limits::SUMMARY),
        text(top, "notice", limits::NOTICE),
    );
    let principles = by_id(top, "principles", structure.map(Structure::principle_ids), |table| {
        table.only(&["name", "title", "interpretations"]);
        let (name, title) =
            (text(table, "name", limits::PRINCIPLE_NAME), text(table, "title", limits::PRINCIPLE_TITLE));
        let interpretations = interpretations(table, listener);
        Some(PrincipleTexts { name: name?, title: title?, interpretations: interpretations? })
    });
    let dimensions = by_id(top, "dimensions", structure.map(Structure::dimension_ids), |table| {
        table.only(&["name"]);
        text(table, "name", limits::DIMENSION_NAME)
    });
    let references = by_id(top, "references", structure.map(Structure::reference_ids), |table| {
        table.only(&["cite"]);
        text(table, "cite", limits::CITATION)
    });
    let profiles = by_id(top, "profiles", structure.map(Structure::profile_ids), |table| {
        table.only(&["text"]);
        text(table, "text", limits::PROFILE)
    });
    let items = by_id(top, "items", structure.map(Structure::item_ids), |table| item(table, listener));
    let maturity = maturity(top, listener);
    Some(QuestionnaireTexts {
        locale: listener.locale.to_owned(),
        title: title?,
        summary: summary?,
        notice: notice?,
        principles,
        dimensions,
        maturity: maturity?,
        references,
        profiles,
        items,
    })
}

/// The tables of a group by their id, which must be those of the structure.
fn by_id<T>(
    top: &TomlTable<'_>,
    group: &str,
    wanted: Option<Vec<String>>,
    read: impl Fn(&TomlTable<'_>) -> Option<T>,
) -> BTreeMap<String, T> {
    // A questionnaire may do without references or profiles.
    if !top.has(group) && wanted.as_ref().is_none_or(Vec::is_empty) {
        return BTreeMap::new();
    }
    if let Some(wanted) = wanted.as_ref().filter(|_| !top.has(group)) {
        for id in wanted {
            missing(top, group, id);
        }
        return BTreeMap::new();
    }
    let Some(tables) = top.table(group) else { return BTreeMap::new() };
    let keys = tables.keys();
    if let Some(wanted) = wanted {
        for id in wanted.iter().filter(|id| !tables.has(id)) {
            missing(&tables, group, id);
        }
        let wanted: HashSet<String> = wanted.into_iter().collect();
        for key in keys.iter().filter(|key| !wanted.contains(&key.value)) {
            let what = format!("the structure has no `{}` in {group}", key.value);
            tables.fault(Rule::Locales, key.span.clone(), what, "remove these texts, or correct the id");
        }
    }
    keys.into_iter().filter_map(|key| Some((key.value.clone(), read(&tables.table(&key.value)?)?))).collect()
}

fn missing(table: &TomlTable<'_>, group: &str, id: &str) {
    let what = format!("`{id}` of the structure has no texts in [{group}]");
    table.fault(Rule::Locales, table.span(), what, format!("add [{group}.\"{id}\"]"));
}

fn interpretations(table: &TomlTable<'_>, listener: &Listener<'_>) -> Option<[String; LEVELS]> {
    if !table.asks_for("interpretations") {
        return Some(<[String; LEVELS]>::default());
    }
    Some(listener.texts(table, "interpretations", limits::INTERPRETATION)?.map(|paragraph| paragraph.value))
}

fn item(table: &TomlTable<'_>, listener: &Listener<'_>) -> Option<ItemTexts> {
    table.only(&["short", "prompt", "help", "evidence", "levels", "steps"]);
    let text = |key, limit| listener.text(table, key, limit);
    let (short, prompt, help) =
        (text("short", limits::SHORT), text("prompt", limits::PROMPT), text("help", limits::HELP));
    let evidence = if table.asks_for("evidence") {
        text("evidence", limits::EVIDENCE).map(|text| text.value)
    } else {
        Some(String::new())
    };
    let levels = listener.texts::<LEVELS>(table, "levels", limits::LEVEL);
    let steps = listener.texts::<{ LEVELS - 1 }>(table, "steps", limits::STEP);
    // What was released stays as it was.
    if table.edition == Edition::Current {
        if let Some(prompt) = &prompt {
            double_question::check(table, listener.locale, prompt);
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

fn maturity(top: &TomlTable<'_>, listener: &Listener<'_>) -> Option<[Maturity; LEVELS]> {
    let tables = top.tables("maturity");
    if tables.len() != LEVELS {
        let what = format!("there are {} maturity levels", tables.len());
        top.fault(
            Rule::Count,
            top.key_span("maturity"),
            what,
            format!("write {LEVELS} tables [[maturity]], the lowest first"),
        );
    }
    let read = |table: &TomlTable<'_>| {
        table.only(&["name", "meaning"]);
        let (name, meaning) = (
            listener.text(table, "name", limits::MATURITY_NAME),
            listener.text(table, "meaning", limits::MATURITY_MEANING),
        );
        Some(Maturity { name: name?.value, meaning: meaning?.value })
    };
    tables.iter().filter_map(read).collect::<Vec<_>>().try_into().ok()
}

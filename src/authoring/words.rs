//! `<locale>.toml`: every text of a questionnaire in one language, by id.

use std::collections::BTreeMap;

use super::reader::{Faults, Located, Table};
use super::structure::Structure;
use super::{Edition, Rule, SourceFile, wording};
use crate::questionnaire::{LEVELS, Maturity};

/// The texts of one questionnaire in one locale.
pub struct Words {
    pub locale: String,
    pub title: String,
    pub summary: String,
    pub notice: String,
    pub principles: BTreeMap<String, PrincipleWords>,
    pub dimensions: BTreeMap<String, String>,
    pub maturity: [Maturity; LEVELS],
    /// How each reference is cited.
    pub references: BTreeMap<String, String>,
    /// The sentence for each profile.
    pub profiles: BTreeMap<String, String>,
    pub items: BTreeMap<String, ItemWords>,
}

/// The texts of one principle.
#[derive(Clone, Default)]
pub struct PrincipleWords {
    pub name: String,
    pub title: String,
    pub interpretations: [String; LEVELS],
}

/// The texts of one item.
#[derive(Clone)]
pub struct ItemWords {
    pub short: String,
    pub prompt: String,
    pub help: String,
    pub evidence: String,
    pub levels: [String; LEVELS],
    pub steps: [String; LEVELS - 1],
}

/// The texts of a file, or `None` if too few can be read; every fault is noted. Without a structure
/// the texts are checked by themselves.
pub fn read(
    locale: &str,
    file: &SourceFile,
    edition: Edition,
    structure: Option<&Structure>,
    faults: &Faults,
) -> Option<Words> {
    let top = Table::parse(file, edition, faults);
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
    let text = |table: &Table<'_>, key: &str, limit: usize| -> Option<String> {
        let text = table.text(key)?;
        wording::check(table, locale, &text, limit);
        Some(text.value)
    };
    let (title, summary, notice) =
        (text(&top, "title", 60), text(&top, "summary", 160), text(&top, "notice", 160));
    let principles = by_id(&top, "principles", structure.map(Structure::principle_ids), |table| {
        table.only(&["name", "title", "interpretations"]);
        let (name, title) = (text(table, "name", 20), text(table, "title", 90));
        let interpretations = interpretations(table, locale);
        Some(PrincipleWords { name: name?, title: title?, interpretations: interpretations? })
    });
    let dimensions = by_id(&top, "dimensions", structure.map(Structure::dimension_ids), |table| {
        table.only(&["name"]);
        text(table, "name", 40)
    });
    let references = by_id(&top, "references", structure.map(Structure::reference_ids), |table| {
        table.only(&["cite"]);
        text(table, "cite", 140)
    });
    let profiles = by_id(&top, "profiles", structure.map(Structure::profile_ids), |table| {
        table.only(&["text"]);
        text(table, "text", 200)
    });
    let items = by_id(&top, "items", structure.map(Structure::item_ids), |table| item(table, locale, &text));
    let maturity = maturity(&top, &text);
    Some(Words {
        locale: locale.to_owned(),
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
    top: &Table<'_>,
    group: &str,
    wanted: Option<Vec<String>>,
    read: impl Fn(&Table<'_>) -> Option<T>,
) -> BTreeMap<String, T> {
    // A questionnaire may do without references or profiles.
    if !top.has(group) && wanted.as_ref().is_none_or(Vec::is_empty) {
        return BTreeMap::new();
    }
    let Some(tables) = top.table(group) else { return BTreeMap::new() };
    let keys = tables.keys();
    if let Some(wanted) = wanted {
        for id in wanted.iter().filter(|id| !keys.iter().any(|key| key.value == **id)) {
            let what = format!("`{id}` of the structure has no texts in [{group}]");
            tables.fault(Rule::Locales, tables.span(), what, format!("add [{group}.\"{id}\"]"));
        }
        for key in keys.iter().filter(|key| !wanted.contains(&key.value)) {
            let what = format!("the structure has no `{}` in {group}", key.value);
            tables.fault(Rule::Locales, key.span.clone(), what, "remove these texts, or correct the id");
        }
    }
    keys.into_iter().filter_map(|key| Some((key.value.clone(), read(&tables.table(&key.value)?)?))).collect()
}

fn interpretations(table: &Table<'_>, locale: &str) -> Option<[String; LEVELS]> {
    if !table.asks_for("interpretations") {
        return Some(<[String; LEVELS]>::default());
    }
    let paragraphs = table.texts_of::<LEVELS>("interpretations")?;
    paragraphs.iter().for_each(|paragraph| wording::check(table, locale, paragraph, 260));
    Some(paragraphs.map(|paragraph| paragraph.value))
}

fn item(
    table: &Table<'_>,
    locale: &str,
    text: &impl Fn(&Table<'_>, &str, usize) -> Option<String>,
) -> Option<ItemWords> {
    table.only(&["short", "prompt", "help", "evidence", "levels", "steps"]);
    let (short, prompt, help) =
        (text(table, "short", 40), text(table, "prompt", 140), text(table, "help", 160));
    let evidence =
        if table.asks_for("evidence") { text(table, "evidence", 120) } else { Some(String::new()) };
    let levels = table.texts_of::<LEVELS>("levels");
    let steps = table.texts_of::<{ LEVELS - 1 }>("steps");
    for level in levels.iter().flatten() {
        wording::check(table, locale, level, 110);
    }
    for step in steps.iter().flatten() {
        wording::check(table, locale, step, 140);
    }
    if let Some(levels) = &levels {
        wording::distinct(table, levels);
    }
    let plain = |located: Located<String>| located.value;
    Some(ItemWords {
        short: short?,
        prompt: prompt?,
        help: help?,
        evidence: evidence?,
        levels: levels?.map(plain),
        steps: steps?.map(plain),
    })
}

fn maturity(
    top: &Table<'_>,
    text: &impl Fn(&Table<'_>, &str, usize) -> Option<String>,
) -> Option<[Maturity; LEVELS]> {
    let tables = top.tables("maturity");
    if tables.len() != LEVELS {
        let what = format!("there are {} maturity levels", tables.len());
        top.fault(Rule::Count, 0..0, what, format!("write {LEVELS} tables [[maturity]], the lowest first"));
    }
    let read = |table: &Table<'_>| {
        table.only(&["name", "meaning"]);
        let (name, meaning) = (text(table, "name", 20), text(table, "meaning", 220));
        Some(Maturity { name: name?, meaning: meaning? })
    };
    tables.iter().filter_map(read).collect::<Vec<_>>().try_into().ok()
}

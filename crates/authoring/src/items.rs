//! The items of a questionnaire, as `questionnaire.toml` lists them.

use std::ops::Range;

use super::Rule;
use super::reader::{Located, TomlTable};
use super::references::{Reference, Theme};
use super::structure::{Weighted, unique, weight};
use super::texts::QuestionnaireTexts;
use boussole_core::questionnaire::{DimensionId, Effort, Item, ItemId, LEVELS, Layer, Role, Step, Weight};

/// An item without its texts.
pub struct ItemSource {
    pub id: ItemId,
    pub dimension: Option<DimensionId>,
    pub weight: Weight,
    pub not_applicable: bool,
    pub respondent: Role,
    /// See [`Item::since`].
    pub since: u8,
    pub layer: Option<Layer>,
    /// Ids of the themes that it covers.
    pub themes: Vec<String>,
    /// Ids of what it refers to.
    pub references: Vec<String>,
    pub steps: [(Role, Effort); LEVELS - 1],
}

impl ItemSource {
    /// The item with its texts, if they could be read.
    pub(super) fn with(&self, words: &QuestionnaireTexts) -> Option<Item> {
        let texts = words.items.get(self.id.as_str())?.clone();
        let mut steps = texts.steps.into_iter().zip(self.steps);
        let mut step = || steps.next().map(|(text, (owner, effort))| Step { text, owner, effort });
        Some(Item {
            id: self.id.clone(),
            weight: self.weight,
            not_applicable: self.not_applicable,
            respondent: self.respondent,
            since: self.since,
            layer: self.layer,
            references: self.references.iter().filter_map(|id| words.references.get(id).cloned()).collect(),
            evidence: texts.evidence,
            short: texts.short,
            prompt: texts.prompt,
            help: texts.help,
            levels: texts.levels,
            steps: [step()?, step()?, step()?, step()?],
        })
    }
}

/// What items may name.
pub struct Named<'a> {
    pub version: u8,
    pub dimensions: &'a [Weighted<DimensionId>],
    pub themes: &'a [Theme],
    pub references: &'a [Reference],
}

/// Every item, with the place of its weight.
pub fn read(top: &TomlTable<'_>, named: &Named<'_>) -> Vec<(Located<ItemSource>, Range<usize>)> {
    let mut ids = Vec::new();
    let mut items = Vec::new();
    for table in top.tables("items") {
        table.only(&[
            "id",
            "dimension",
            "weight",
            "not_applicable",
            "respondent",
            "since",
            "layer",
            "themes",
            "references",
            "steps",
        ]);
        let id = table.term::<ItemId>("id");
        ids.extend(id.clone());
        let dimension = table.term::<DimensionId>("dimension");
        if let Some(dimension) = &dimension
            && !named.dimensions.iter().any(|(known, _)| known.value == dimension.value)
        {
            let what = format!("there is no dimension `{}`", dimension.value);
            let mend = "add it to [[dimensions]], or correct the name";
            table.fault(Rule::Unknown, dimension.span.clone(), what, mend);
        }
        let themes = listed(&table, "themes", |id| named.themes.iter().any(|theme| theme.id.value == id));
        let references =
            listed(&table, "references", |id| named.references.iter().any(|known| known.id.value == id));
        let weight = weight(&table);
        let not_applicable = table.flag("not_applicable");
        let respondent = table.word::<Role>("respondent");
        let since = since(&table, named.version);
        let layer = table.has("layer").then(|| table.word::<Layer>("layer")).flatten();
        let steps = steps(&table);
        let source = |id: Located<ItemId>| Located {
            span: id.span,
            value: ItemSource {
                id: id.value,
                dimension: dimension.map(|dimension| dimension.value),
                weight: weight.value,
                not_applicable: not_applicable.is_some_and(|allowed| allowed.value),
                respondent: respondent.map_or(Role::It, |role| role.value),
                since,
                layer: layer.map(|layer| layer.value),
                themes,
                references,
                steps: steps.unwrap_or([(Role::It, Effort::Meeting); LEVELS - 1]),
            },
        };
        items.extend(id.map(|id| (source(id), weight.span)));
    }
    unique(top, &ids, "item");
    items
}

/// The version from which on answers mean the same: the first, unless the item says otherwise.
fn since(item: &TomlTable<'_>, version: u8) -> u8 {
    if !item.has("since") {
        return 1;
    }
    let Some(since) = item.number("since", "the number of a version") else { return 1 };
    if !(1..=version).contains(&since.value) {
        let what = format!("the item is since version {}, and this is version {version}", since.value);
        item.fault(Rule::Version, since.span, what, "write a version that is there, or raise `version`");
    }
    since.value
}

/// The ids that an item lists under a key, if it has it; each must be known and stand there once.
fn listed(item: &TomlTable<'_>, key: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    if !item.has(key) {
        return Vec::new();
    }
    let ids = item.texts(key).unwrap_or_default();
    unique(item, &ids, key.trim_end_matches('s'));
    for id in ids.iter().filter(|id| !is_known(&id.value)) {
        let what = format!("[{key}] has no `{}`", id.value);
        item.fault(Rule::Unknown, id.span.clone(), what, "add it there, or correct the name");
    }
    ids.into_iter().map(|id| id.value).collect()
}

/// Notes every dimension without an item.
pub fn inhabited(top: &TomlTable<'_>, dimensions: &[Weighted<DimensionId>], items: &[Located<ItemSource>]) {
    let belongs = |item: &Located<ItemSource>, (dimension, _): &Weighted<DimensionId>| {
        item.value.dimension.as_ref() == Some(&dimension.value)
    };
    // An item whose dimension is misspelt may be meant for any of them.
    if items.iter().all(|item| dimensions.iter().any(|dimension| belongs(item, dimension))) {
        for dimension in dimensions.iter().filter(|one| !items.iter().any(|item| belongs(item, one))) {
            let what = format!("no item belongs to the dimension `{}`", dimension.0.value);
            top.fault(Rule::Count, dimension.0.span.clone(), what, "add an item to it, or remove it");
        }
    }
}

fn steps(item: &TomlTable<'_>) -> Option<[(Role, Effort); LEVELS - 1]> {
    let tables = item.tables("steps");
    let wanted = LEVELS - 1;
    if tables.len() != wanted {
        let what = format!("the item has {} steps", tables.len());
        item.fault(
            Rule::Count,
            item.span(),
            what,
            format!("write {wanted}: one from each level to the next"),
        );
    }
    let read = |table: &TomlTable<'_>| {
        table.only(&["owner", "effort"]);
        let (owner, effort) = (table.word::<Role>("owner"), table.word::<Effort>("effort"));
        Some((owner?.value, effort?.value))
    };
    tables.iter().filter_map(read).collect::<Vec<_>>().try_into().ok()
}

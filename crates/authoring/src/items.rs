//! Items of a questionnaire, as `questionnaire.toml` lists them.

use std::ops::Range;

use super::definitions::uses_in_question;
use super::labels::{self, Label};
#[cfg(feature = "tools")]
use super::ladder::{self, Evidence, ItemLadder};
use super::reader::{Located, TomlTable};
use super::references::Reference;
use super::rule::Rule;
use super::texts::{DefinitionTexts, QuestionnaireTexts};
use super::values::{Weighted, dimension_id, unique, weight};
use boussole_core::questionnaire::{
    DimensionId, Effort, Footnote, ITEM_LEVELS, Item, ItemId, Layer, Role, Step, Weight,
};

/// An item without its texts.
pub struct ItemSource {
    /// Id of the item.
    pub id: ItemId,
    /// Dimension of the item; `None` if it is not readable.
    pub dimension: Option<DimensionId>,
    /// Weight within the dimension.
    pub weight: Weight,
    /// True if "not applicable" is an answer.
    pub not_applicable: bool,
    /// True if the levels are listed from the highest.
    pub descending: bool,
    /// Role that is best placed to answer.
    pub respondent: Role,
    /// First version of the present meaning, see [`Item::since`].
    pub since: u8,
    /// Layer of technology.
    pub layer: Option<Layer>,
    /// Ids of the themes that the item covers.
    pub themes: Vec<String>,
    /// Ids of the references that the item names.
    pub references: Vec<String>,
    /// Owner and effort of each step from a level to the next.
    pub steps: [(Role, Effort); ITEM_LEVELS - 1],
    /// What its levels rest on, where the questionnaire has ladders.
    #[cfg(feature = "tools")]
    pub ladder: Option<ItemLadder>,
}

impl ItemSource {
    /// Item with its texts; `None` if these are not readable.
    pub(super) fn with(&self, references: &[Reference], translation: &QuestionnaireTexts) -> Option<Item> {
        let texts = translation.items.get(self.id.as_str())?.clone();
        let citation = |id: &String| {
            let reference = references.iter().find(|reference| reference.id.value == *id)?;
            Some(reference.footnote(translation.reference(id)?, &translation.locale))
        };
        let used = translation.definitions.iter().filter(|definition| uses_in_question(definition, &texts));
        let definition = |one: &DefinitionTexts| Footnote {
            title: one.term.clone(),
            text: one.text.clone(),
            url: String::new(),
        };
        let definitions = used.map(definition).collect();
        let steps = texts.steps.into_iter().zip(self.steps);
        let step = |(text, (owner, effort))| Step { text, owner, effort };
        Some(Item {
            id: self.id.clone(),
            weight: self.weight,
            not_applicable: self.not_applicable,
            descending: self.descending,
            respondent: self.respondent,
            since: self.since,
            layer: self.layer,
            references: self.references.iter().filter_map(citation).collect(),
            definitions,
            evidence: texts.evidence,
            short: texts.short,
            prompt: texts.prompt,
            help: texts.help,
            levels: texts.levels,
            steps: steps.map(step).collect(),
        })
    }
}

/// Values that items may name.
pub struct Named<'a> {
    /// True if every id of these lists is well-formed.
    pub are_known: bool,
    /// Version of the questionnaire.
    pub version: u8,
    /// Dimensions with their weights.
    pub dimensions: &'a [Weighted<DimensionId>],
    /// Themes to cover.
    pub themes: &'a [Label],
    /// Laws and frameworks.
    pub references: &'a [Reference],
    /// Kinds of ladder and facts.
    #[cfg(feature = "tools")]
    pub evidence: Evidence<'a>,
}

/// Reads every item, with the place of its weight.
pub fn read(top: &TomlTable<'_>, named: &Named<'_>) -> Vec<(Located<ItemSource>, Range<usize>)> {
    let mut ids = Vec::new();
    let mut items = Vec::new();
    for table in top.tables("items") {
        table.only(&[
            "id",
            "dimension",
            "weight",
            "not_applicable",
            "descending",
            "respondent",
            "since",
            "layer",
            "themes",
            "references",
            "ladder",
            "basis",
            "contains",
            "reason",
            "steps",
        ]);
        let id = table.term::<ItemId>("id");
        ids.extend(id.clone());
        let dimension = dimension_id(&table, "dimension");
        if let Some(dimension) = dimension.as_ref().filter(|_| named.are_known)
            && !named.dimensions.iter().any(|(known, _)| known.value == dimension.value)
        {
            let what = format!("there is no dimension `{}`", dimension.value);
            let mend = "add it to [[dimensions]], or correct the name";
            table.fault(Rule::Unknown, dimension.span.clone(), what, mend);
        }
        let themes = listed(&table, "themes", |id| labels::has(named.themes, id));
        let references =
            listed(&table, "references", |id| named.references.iter().any(|known| known.id.value == id));
        let weight = weight(&table);
        let not_applicable = table.flag("not_applicable");
        let descending = table.has("descending").then(|| table.flag("descending")).flatten();
        let respondent = table.word::<Role>("respondent");
        let since = since(&table, named.version);
        let layer = table.has("layer").then(|| table.word::<Layer>("layer")).flatten();
        let steps = steps(&table);
        #[cfg(feature = "tools")]
        let ladder = ladder::read(&table, &named.evidence);
        let source = |id: Located<ItemId>| Located {
            span: id.span,
            value: ItemSource {
                id: id.value,
                dimension: dimension.map(|dimension| dimension.value),
                weight: weight.value,
                not_applicable: not_applicable.is_some_and(|allowed| allowed.value),
                descending: descending.is_some_and(|flag| flag.value),
                respondent: respondent.map_or(Role::It, |role| role.value),
                since,
                layer: layer.map(|layer| layer.value),
                themes,
                references,
                steps: steps.unwrap_or([(Role::It, Effort::Meeting); ITEM_LEVELS - 1]),
                #[cfg(feature = "tools")]
                ladder,
            },
        };
        items.extend(id.map(|id| (source(id), weight.span)));
    }
    unique(top, &ids, "item");
    items
}

/// First version in which answers mean the same: 1 without `since`.
fn since(item: &TomlTable<'_>, version: u8) -> u8 {
    if !item.has("since") {
        return 1;
    }
    let Some(since) = item.number("since", "the number of a version, 1 to 255") else { return 1 };
    if !(1..=version).contains(&since.value) {
        let what = format!("the item is since version {}, and this is version {version}", since.value);
        item.fault(Rule::Version, since.span, what, "write a version that is there, or raise `version`");
    }
    since.value
}

/// Ids that an item lists under an optional key; notes unknown and repeated ones.
fn listed(item: &TomlTable<'_>, key: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    if !item.has(key) {
        return Vec::new();
    }
    let ids = item.texts(key).unwrap_or_default();
    unique(item, &ids, key.trim_end_matches('s'));
    item.check_entries(key, ids.len());
    for id in ids.iter().filter(|id| !is_known(&id.value)) {
        let what = format!("[{key}] has no `{}`", id.value);
        item.fault(Rule::Unknown, id.span.clone(), what, "add it there, or correct the name");
    }
    ids.into_iter().map(|id| id.value).collect()
}

/// Notes every theme, reference, kind of ladder and fact without an item.
pub fn check_coverage(top: &TomlTable<'_>, named: &Named<'_>, items: &[Located<ItemSource>]) {
    let note = |id: &Located<String>, what: String, list: &str| {
        let mend = format!("name it in the {list} of an item, or remove it");
        top.fault(Rule::Coverage, id.span.clone(), what, mend);
    };
    let is_listed = |list: fn(&ItemSource) -> &Vec<String>, id: &Located<String>| {
        items.iter().any(|item| list(&item.value).contains(&id.value))
    };
    for id in named.themes.iter().map(|theme| &theme.id).filter(|id| !is_listed(|item| &item.themes, id)) {
        note(id, format!("no item covers the theme `{}`", id.value), "themes");
    }
    let references = named.references.iter().map(|reference| &reference.id);
    for id in references.filter(|id| !is_listed(|item| &item.references, id)) {
        note(id, format!("no item names the reference `{}`", id.value), "references");
    }
    #[cfg(feature = "tools")]
    {
        let ladders: Vec<_> = items.iter().map(|item| item.value.ladder.as_ref()).collect();
        ladder::check_coverage(&named.evidence, &ladders, note);
    }
}

/// Notes every dimension without an item.
pub fn check_dimensions(
    top: &TomlTable<'_>,
    dimensions: &[Weighted<DimensionId>],
    items: &[Located<ItemSource>],
) {
    let belongs = |item: &Located<ItemSource>, (dimension, _): &Weighted<DimensionId>| {
        item.value.dimension.as_ref() == Some(&dimension.value)
    };
    // Items with a misspelt dimension may belong to any of them.
    if items.iter().all(|item| dimensions.iter().any(|dimension| belongs(item, dimension))) {
        for dimension in dimensions.iter().filter(|one| !items.iter().any(|item| belongs(item, one))) {
            let what = format!("no item belongs to the dimension `{}`", dimension.0.value);
            top.fault(Rule::Count, dimension.0.span.clone(), what, "add an item to it, or remove it");
        }
    }
}

fn steps(item: &TomlTable<'_>) -> Option<[(Role, Effort); ITEM_LEVELS - 1]> {
    let tables = item.tables("steps");
    let expected = ITEM_LEVELS - 1;
    if tables.len() != expected {
        let what = format!("the item has {} steps", tables.len());
        item.fault(
            Rule::Count,
            item.span(),
            what,
            format!("write {expected}: one from each level to the next"),
        );
    }
    let read = |table: &TomlTable<'_>| {
        table.only(&["owner", "effort", "brings"]);
        let (owner, effort) = (table.word::<Role>("owner"), table.word::<Effort>("effort"));
        Some((owner?.value, effort?.value))
    };
    tables.iter().filter_map(read).collect::<Vec<_>>().try_into().ok()
}

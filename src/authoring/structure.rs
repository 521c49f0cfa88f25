//! `questionnaire.toml`: ids, weights, forms, thresholds. No text.

use std::fmt::Display;

use super::SourceFile;
use super::reader::{Faults, Located, Table};
use super::words::Words;
use crate::calendar::month_lengths;
use crate::questionnaire::{
    Dimension, DimensionId, Draft, Effort, FormId, Item, ItemId, LEVELS, MAX_ITEMS, Principle, PrincipleId,
    QuestionnaireId, Role, Step, Weight, Word, thresholds_rise,
};

/// The structure of a questionnaire, all its forms.
///
/// What can't be read has a stand-in here: its fault is noted, so that nothing is built, and the rest can
/// still be checked.
pub struct Structure {
    id: QuestionnaireId,
    version: u8,
    thresholds: [u8; LEVELS - 1],
    pub forms: Vec<Form>,
    principles: Vec<(PrincipleId, Weight)>,
    dimensions: Vec<(DimensionId, Weight)>,
    items: Vec<ItemSource>,
}

/// A form as its author lists it.
pub struct Form {
    id: FormId,
    minutes: u8,
    items: Vec<String>,
}

/// An item without its texts.
struct ItemSource {
    id: ItemId,
    dimension: Option<DimensionId>,
    weight: Weight,
    not_applicable: bool,
    respondent: Role,
    steps: [(Role, Effort); LEVELS - 1],
}

impl Structure {
    /// The structure, or `None` if its folder can't name a questionnaire; every fault is noted.
    pub fn read(folder: &str, file: &SourceFile, faults: &Faults) -> Option<Self> {
        let top = Table::parse(file, faults);
        top.only(&["version", "date", "thresholds", "forms", "principles", "dimensions", "items"]);
        let id = QuestionnaireId::try_from(folder.to_owned());
        if let Err(error) = &id {
            top.fault(0..0, format!("the folder `{folder}` can't name a questionnaire"), error.to_string());
        }
        let version = version(&top);
        if let Some(date) = top.text("date")
            && !is_date(&date.value)
        {
            top.fault(date.span, "the date is not a day", "write year, month, day: 2026-11-24");
        }
        let thresholds = thresholds(&top);
        let principles = principles(&top, faults);
        let dimensions = weighted(&top, "dimensions", |table| table.term::<DimensionId>("id"));
        let items = items(&top, &dimensions);
        inhabited(&top, &dimensions, &items);
        let forms = forms(&top, &items);
        Some(Self {
            id: id.ok()?,
            version,
            thresholds,
            forms,
            principles: principles.into_iter().map(|(id, weight)| (id.value, weight)).collect(),
            dimensions: dimensions.into_iter().map(|(id, weight)| (id.value, weight)).collect(),
            items: items.into_iter().map(|item| item.value).collect(),
        })
    }

    /// Every id that needs texts.
    pub fn principle_ids(&self) -> Vec<String> {
        self.principles.iter().map(|(id, _)| id.to_string()).collect()
    }

    /// Every id that needs texts.
    pub fn dimension_ids(&self) -> Vec<String> {
        self.dimensions.iter().map(|(id, _)| id.to_string()).collect()
    }

    /// Every id that needs texts.
    pub fn item_ids(&self) -> Vec<String> {
        self.items.iter().map(|item| item.id.to_string()).collect()
    }

    /// One form with the texts of one locale. What has no item in the form is left out of it.
    pub fn draft(&self, form: &Form, words: &Words) -> Draft {
        let items_of = |dimension: &DimensionId| -> Vec<Item> {
            let chosen = |item: &&ItemSource| {
                item.dimension.as_ref() == Some(dimension)
                    && form.items.iter().any(|id| id == item.id.as_str())
            };
            self.items.iter().filter(chosen).filter_map(|item| item.with(words)).collect()
        };
        let dimensions_of = |principle: PrincipleId| -> Vec<Dimension> {
            let own = self.dimensions.iter().filter(|(id, _)| id.principle() == principle);
            own.map(|(id, weight)| Dimension {
                id: id.clone(),
                weight: *weight,
                name: words.dimensions.get(id.as_str()).cloned().unwrap_or_default(),
                items: items_of(id),
            })
            .filter(|dimension| !dimension.items.is_empty())
            .collect()
        };
        let principle = |(id, weight): &(PrincipleId, Weight)| {
            let (name, title) = words.principles.get(id.word()).cloned().unwrap_or_default();
            Principle { id: *id, weight: *weight, name, title, dimensions: dimensions_of(*id) }
        };
        Draft {
            id: self.id.clone(),
            version: self.version,
            form: form.id.clone(),
            locale: words.locale.clone(),
            minutes: form.minutes,
            thresholds: self.thresholds,
            title: words.title.clone(),
            summary: words.summary.clone(),
            notice: words.notice.clone(),
            principles: self.principles.iter().map(principle).collect(),
            maturity: words.maturity.clone(),
        }
    }
}

impl ItemSource {
    /// The item with its texts, if they could be read.
    fn with(&self, words: &Words) -> Option<Item> {
        let texts = words.items.get(self.id.as_str())?.clone();
        let mut steps = texts.steps.into_iter().zip(self.steps);
        let mut step = || steps.next().map(|(text, (owner, effort))| Step { text, owner, effort });
        Some(Item {
            id: self.id.clone(),
            weight: self.weight,
            not_applicable: self.not_applicable,
            respondent: self.respondent,
            short: texts.short,
            prompt: texts.prompt,
            help: texts.help,
            levels: texts.levels,
            steps: [step()?, step()?, step()?, step()?],
        })
    }
}

fn version(top: &Table<'_>) -> u8 {
    let Some(version) = top.number("version") else { return 1 };
    if version.value == 0 {
        top.fault(version.span, "the version is 0", "count versions from 1");
    }
    version.value
}

fn thresholds(top: &Table<'_>) -> [u8; LEVELS - 1] {
    let Some(thresholds) = top.numbers::<{ LEVELS - 1 }>("thresholds") else { return [20, 40, 60, 80] };
    if !thresholds_rise(&thresholds.value) {
        let what = "the thresholds do not rise between 0 and 100";
        top.fault(thresholds.span, what, "write four rising numbers between 1 and 99: [20, 40, 60, 80]");
    }
    thresholds.value
}

fn weight(table: &Table<'_>) -> Weight {
    let Some(number) = table.number("weight") else { return Weight::ONE };
    Weight::try_from(number.value).unwrap_or_else(|error| {
        table.fault(number.span, format!("{} is no weight", number.value), error.to_string());
        Weight::ONE
    })
}

fn principles(top: &Table<'_>, faults: &Faults) -> Vec<(Located<PrincipleId>, Weight)> {
    let before = faults.borrow().len();
    let principles = weighted(top, "principles", |table| table.word::<PrincipleId>("id"));
    let as_wanted = principles.iter().map(|(id, _)| id.value).eq(PrincipleId::ALL);
    // A name that is unknown or stands twice is noted already.
    if !as_wanted && faults.borrow().len() == before {
        let span = principles.first().map_or(0..0, |(id, _)| id.span.clone());
        let what = "the principles are not choose, master and build";
        top.fault(span, what, "write three tables [[principles]], each once and in this order");
    }
    principles
}

/// A list of tables that have an id and a weight and nothing else.
fn weighted<T: PartialEq + Clone + Display>(
    top: &Table<'_>,
    key: &str,
    id: impl Fn(&Table<'_>) -> Option<Located<T>>,
) -> Vec<(Located<T>, Weight)> {
    let read = |table: &Table<'_>| {
        table.only(&["id", "weight"]);
        let (id, weight) = (id(table), weight(table));
        Some((id?, weight))
    };
    let list: Vec<_> = top.tables(key).iter().filter_map(read).collect();
    let ids: Vec<Located<T>> = list.iter().map(|(id, _)| id.clone()).collect();
    unique(top, &ids, key.trim_end_matches('s'));
    list
}

fn items(top: &Table<'_>, dimensions: &[(Located<DimensionId>, Weight)]) -> Vec<Located<ItemSource>> {
    let mut ids = Vec::new();
    let mut items = Vec::new();
    for table in top.tables("items") {
        table.only(&["id", "dimension", "weight", "not_applicable", "respondent", "steps"]);
        let id = table.term::<ItemId>("id");
        ids.extend(id.clone());
        let dimension = table.term::<DimensionId>("dimension");
        if let Some(dimension) = &dimension
            && !dimensions.iter().any(|(known, _)| known.value == dimension.value)
        {
            let what = format!("there is no dimension `{}`", dimension.value);
            table.fault(dimension.span.clone(), what, "add it to [[dimensions]], or correct the name");
        }
        let weight = weight(&table);
        let not_applicable = table.flag("not_applicable");
        let respondent = table.word::<Role>("respondent");
        let steps = steps(&table);
        let source = |id: Located<ItemId>| Located {
            span: id.span,
            value: ItemSource {
                id: id.value,
                dimension: dimension.map(|dimension| dimension.value),
                weight,
                not_applicable: not_applicable.is_some_and(|allowed| allowed.value),
                respondent: respondent.map_or(Role::It, |role| role.value),
                steps: steps.unwrap_or([(Role::It, Effort::Meeting); LEVELS - 1]),
            },
        };
        items.extend(id.map(source));
    }
    unique(top, &ids, "item");
    items
}

/// Notes every dimension without an item.
fn inhabited(top: &Table<'_>, dimensions: &[(Located<DimensionId>, Weight)], items: &[Located<ItemSource>]) {
    let belongs = |item: &Located<ItemSource>, (dimension, _): &(Located<DimensionId>, Weight)| {
        item.value.dimension.as_ref() == Some(&dimension.value)
    };
    // An item whose dimension is misspelt may be meant for any of them.
    if items.iter().all(|item| dimensions.iter().any(|dimension| belongs(item, dimension))) {
        for dimension in dimensions.iter().filter(|one| !items.iter().any(|item| belongs(item, one))) {
            let what = format!("no item belongs to the dimension `{}`", dimension.0.value);
            top.fault(dimension.0.span.clone(), what, "add an item to it, or remove it");
        }
    }
}

fn steps(item: &Table<'_>) -> Option<[(Role, Effort); LEVELS - 1]> {
    let tables = item.tables("steps");
    let wanted = LEVELS - 1;
    if tables.len() != wanted {
        let what = format!("the item has {} steps", tables.len());
        item.fault(item.span(), what, format!("write {wanted}: one from each level to the next"));
    }
    let read = |table: &Table<'_>| {
        table.only(&["owner", "effort"]);
        let (owner, effort) = (table.word::<Role>("owner"), table.word::<Effort>("effort"));
        Some((owner?.value, effort?.value))
    };
    tables.iter().filter_map(read).collect::<Vec<_>>().try_into().ok()
}

fn forms(top: &Table<'_>, items: &[Located<ItemSource>]) -> Vec<Form> {
    let Some(forms) = top.table("forms") else { return Vec::new() };
    if forms.keys().is_empty() {
        forms.fault(forms.span(), "there is no form", "add one: [forms.express]");
    }
    let read = |key: Located<String>| {
        let table = forms.table(&key.value)?;
        table.only(&["minutes", "items"]);
        let id = key.value.clone().try_into();
        if let Err(error) = &id {
            let error: &crate::questionnaire::Unfit = error;
            table.fault(key.span, format!("`{}` can't name a form", key.value), error.to_string());
        }
        let minutes = table.number("minutes");
        let listed = table.texts("items")?;
        unique(&table, &listed, "item");
        listed_well(&table, &listed, items);
        let items = listed.into_iter().map(|id| id.value).collect();
        Some(Form { id: id.ok()?, minutes: minutes?.value, items })
    };
    forms.keys().into_iter().filter_map(read).collect()
}

/// Notes what is wrong with the items that a form lists.
fn listed_well(form: &Table<'_>, listed: &[Located<String>], items: &[Located<ItemSource>]) {
    if listed.is_empty() {
        form.fault(form.span(), "the form has no item", "list the ids of its items");
        return;
    }
    if listed.len() > MAX_ITEMS {
        let what = format!("the form has {} items", listed.len());
        form.fault(form.span(), what, format!("list {MAX_ITEMS} at most"));
    }
    let mut principles = Vec::new();
    for id in listed {
        let item = items.iter().find(|item| item.value.id.as_str() == id.value);
        if item.is_none() {
            let what = format!("there is no item `{}`", id.value);
            form.fault(id.span.clone(), what, "add it to [[items]], or correct the name");
        }
        let dimension = item.and_then(|item| item.value.dimension.as_ref());
        principles.push(dimension.map(DimensionId::principle));
    }
    // An item that is not known may belong to any of them.
    if principles.contains(&None) {
        return;
    }
    for missing in PrincipleId::ALL.into_iter().filter(|id| !principles.contains(&Some(*id))) {
        let what = format!("the form has no item of the principle `{missing}`");
        form.fault(form.span(), what, "list one at least");
    }
}

/// Notes every id that a list names twice.
fn unique<T: PartialEq + Display>(table: &Table<'_>, ids: &[Located<T>], kind: &str) {
    for (index, id) in ids.iter().enumerate() {
        if ids[..index].iter().any(|earlier| earlier.value == id.value) {
            let what = format!("the {kind} `{}` stands twice", id.value);
            table.fault(id.span.clone(), what, "give it another id, or remove it");
        }
    }
}

/// Whether a text is a day of the calendar, as in 2026-11-24.
fn is_date(text: &str) -> bool {
    let parts: Option<Vec<u16>> = text.split('-').map(|part| part.parse().ok()).collect();
    let Some([year, month @ 1..=12, day]) = parts.as_deref() else { return false };
    let days = month_lengths(*year)[usize::from(*month) - 1];
    text.len() == 10 && (1..=days).contains(day)
}

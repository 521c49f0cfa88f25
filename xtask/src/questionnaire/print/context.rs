//! Content of a print: the items of a form, or all of them, in their order.

use boussole_authoring::{
    Form, Instrument, ItemSource, ItemTexts, PrincipleTexts, QuestionnaireTexts, Structure,
};
use boussole_core::questionnaire::{DimensionId, PrincipleId, Weight, Word};

use super::labels::{Labels, WidgetTexts};

/// Context of every page.
pub struct PrintContext<'a> {
    /// Structure of the questionnaire.
    pub structure: &'a Structure,
    /// Texts of the questionnaire in one language.
    pub words: &'a QuestionnaireTexts,
    /// Texts of the print itself.
    pub labels: Labels,
    /// Texts that the widget has as well.
    pub widget: WidgetTexts,
    /// Day of the version, as in 2026-11-24.
    pub date: String,
    extent: Extent<'a>,
    /// The form that is printed; none if the questionnaire has items beyond each of its forms.
    pub form: Option<&'a Form>,
    /// Principles with their printed items.
    pub principles: Vec<Axis<'a>>,
}

/// A principle with its dimensions.
pub struct Axis<'a> {
    /// Id of the principle.
    pub id: PrincipleId,
    /// Weight within the whole.
    pub weight: Weight,
    /// Texts of the principle.
    pub words: &'a PrincipleTexts,
    /// Dimensions with their printed items.
    pub dimensions: Vec<Group<'a>>,
}

/// A dimension with its items.
pub struct Group<'a> {
    /// Id of the dimension.
    pub id: &'a DimensionId,
    /// Weight within the principle.
    pub weight: Weight,
    /// Name of the dimension.
    pub name: &'a str,
    /// Printed items.
    pub items: Vec<Entry<'a>>,
}

/// Item with its printed number.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// Printed number, from 1.
    pub number: usize,
    /// Structure of the item.
    pub source: &'a ItemSource,
    /// Texts of the item.
    pub words: &'a ItemTexts,
}

/// Printed extent of a questionnaire.
#[derive(Clone, Copy)]
pub enum Extent<'a> {
    /// Every item of every form.
    Whole,
    /// Items of one form.
    Form(&'a Form),
}

impl<'a> PrintContext<'a> {
    /// Context of an extent in one language.
    pub fn new(
        instrument: &'a Instrument,
        words: &'a QuestionnaireTexts,
        extent: Extent<'a>,
        labels: Labels,
        widget: WidgetTexts,
        date: String,
    ) -> Self {
        let structure = &instrument.structure;
        let is_in = |item: &ItemSource| match extent {
            Extent::Whole => true,
            Extent::Form(form) => form.items.iter().any(|id| id == item.id.as_str()),
        };
        let mut number = 0;
        let mut principles = Vec::new();
        for (id, weight) in &structure.principles {
            let Some(principle_words) = words.principles.get(id.word()) else { continue };
            let mut dimensions = Vec::new();
            for (dimension, weight) in structure.dimensions.iter().filter(|(one, _)| one.principle() == *id) {
                let own = structure.items.iter().filter(|item| item.dimension.as_ref() == Some(dimension));
                let mut items = Vec::new();
                for source in own.filter(|item| is_in(item)) {
                    let Some(words) = words.items.get(source.id.as_str()) else { continue };
                    number += 1;
                    items.push(Entry { number, source, words });
                }
                // A dimension without an item in the form leaves the mean.
                if !items.is_empty() {
                    let name = words.dimensions.get(dimension.as_str()).map_or("", String::as_str);
                    dimensions.push(Group { id: dimension, weight: *weight, name, items });
                }
            }
            principles.push(Axis { id: *id, weight: *weight, words: principle_words, dimensions });
        }
        let form = match extent {
            Extent::Form(form) => Some(form),
            Extent::Whole => structure.forms.iter().find(|form| form.items.len() == number),
        };
        Self { structure, words, labels, widget, date, extent, form, principles }
    }

    /// Every item, in the order in which they are asked.
    pub fn items(&self) -> impl Iterator<Item = Entry<'a>> {
        self.principles.iter().flat_map(|axis| &axis.dimensions).flat_map(|group| &group.items).copied()
    }

    /// The item of an id, if it is printed.
    pub fn item(&self, id: &str) -> Option<Entry<'a>> {
        self.items().find(|entry| entry.source.id.as_str() == id)
    }

    /// The forms that an item belongs to, where items of several forms are printed together.
    pub fn forms_of(&self, item: &ItemSource) -> Vec<&'a str> {
        let forms = match self.extent {
            Extent::Whole if self.structure.forms.len() > 1 => &self.structure.forms[..],
            _ => &[],
        };
        let has = |form: &&Form| form.items.iter().any(|id| id == item.id.as_str());
        forms.iter().filter(has).map(|form| form.id.as_str()).collect()
    }

    /// The dimensions, in the order in which they are asked.
    pub fn dimensions(&self) -> impl Iterator<Item = &Group<'a>> {
        self.principles.iter().flat_map(|axis| &axis.dimensions)
    }
}

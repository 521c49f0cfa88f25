//! Structure of a questionnaire, `questionnaire.toml`: ids, weights, forms, thresholds. The names of themes are its only texts.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

#[cfg(feature = "tools")]
use super::claims::{self, PrincipleClaims};
use super::forms::{self, Form};
use super::items::{self, ItemSource, Named};
use super::labels::{self, Label};
#[cfg(feature = "tools")]
use super::ladder::Evidence;
use super::profiles::{self, ProfileSource};
use super::reader::{Document, Faults, Located, TomlTable};
use super::references::{self, Reference};
use super::rule::Rule;
use super::source::{Edition, SourceFile};
use super::texts::{ItemTexts, PrincipleTexts, QuestionnaireTexts};
use super::values::{Weighted, date, dimension_id, weighted};
use boussole_core::questionnaire::{
    Dimension, DimensionId, Item, MATURITY_LEVELS, Maturity, Principle, PrincipleId, Profile, Questionnaire,
    QuestionnaireId, RawQuestionnaire, Weight, Word, thresholds_rise,
};

/// Structure of a questionnaire with all its forms.
///
/// Unreadable values have a placeholder, so that the rest can be checked. Their faults prevent a build.
pub struct Structure {
    /// Id of the questionnaire.
    pub id: QuestionnaireId,
    /// Version, counted from 1.
    pub version: u8,
    /// First points of the maturity levels two to five.
    pub thresholds: [u8; MATURITY_LEVELS - 1],
    /// Forms with their items.
    pub forms: Vec<Form>,
    /// Principles with their weights.
    pub principles: Vec<(PrincipleId, Weight)>,
    /// Dimensions of all principles, with their weights.
    pub dimensions: Vec<(DimensionId, Weight)>,
    /// Themes to cover.
    pub themes: Vec<Label>,
    /// True if the rules on ladders hold.
    pub has_ladders: bool,
    /// Kinds of ladder.
    #[cfg(feature = "tools")]
    pub ladders: Vec<Label>,
    /// Pieces of evidence and states of affairs that can count.
    #[cfg(feature = "tools")]
    pub facts: Vec<Label>,
    /// Claims of each interpretation of a principle, the lowest level's first.
    #[cfg(feature = "tools")]
    pub principle_claims: Vec<PrincipleClaims>,
    /// Laws and frameworks.
    pub references: Vec<Reference>,
    /// Notable combinations of scores.
    pub profiles: Vec<ProfileSource>,
    /// Items of all forms.
    pub items: Vec<ItemSource>,
    /// True if every id is well-formed: one that is not may be any that another place names.
    pub(super) are_ids_known: bool,
    /// Places for the rules on the structure as a whole.
    pub(super) places: Places,
}

/// Places of values in the file of a structure.
pub(super) struct Places {
    /// Thresholds of the maturity levels.
    pub thresholds: Range<usize>,
    /// Promised minutes of each form.
    pub minutes: Vec<Range<usize>>,
    /// Weight of each principle.
    pub principles: Vec<Range<usize>>,
    /// Weight of each dimension.
    pub dimensions: Vec<Range<usize>>,
    /// Weight of each item.
    pub items: Vec<Range<usize>>,
}

impl Structure {
    /// Reads a structure; `None` if the file is no TOML, or its folder can't name a questionnaire. Notes every fault.
    pub fn read(folder: &str, file: &SourceFile, edition: Edition, faults: &Faults) -> Option<Self> {
        let document = Document::parse(file, edition, faults)?;
        let top = document.top();
        top.only(&[
            "version",
            "date",
            "thresholds",
            "forms",
            "themes",
            "ladders",
            "facts",
            "references",
            "profiles",
            "principles",
            "dimensions",
            "items",
        ]);
        let id = QuestionnaireId::try_from(folder.to_owned());
        if let Err(error) = &id {
            top.fault(
                Rule::Id,
                0..0,
                format!("the folder `{folder}` can't name a questionnaire"),
                error.to_string(),
            );
        }
        let before = faults.count(Rule::Id);
        let version = version(&top);
        date(&top, "2026-11-24");
        let thresholds = thresholds(&top);
        let principles = principles(&top, faults);
        let dimensions = weighted(&top, "dimensions", &[], |table| dimension_id(table, "id"));
        let (themes, references) = (labels::read(&top, "themes"), references::read(&top));
        #[cfg(feature = "tools")]
        let (ladders, fact_labels) = (labels::read(&top, "ladders"), labels::read(&top, "facts"));
        let are_ids_known = || faults.count(Rule::Id) == before;
        #[cfg(feature = "tools")]
        let evidence = Evidence {
            is_on: top.has("ladders"),
            ladders: &ladders,
            facts: &fact_labels,
            are_known: are_ids_known(),
        };
        #[cfg(feature = "tools")]
        let known_facts = evidence.known_facts();
        #[cfg(feature = "tools")]
        let principle_claims = principle_claims(&top, known_facts);
        let named = Named {
            are_known: are_ids_known(),
            version,
            dimensions: &dimensions,
            themes: &themes,
            references: &references,
            #[cfg(feature = "tools")]
            evidence,
        };
        let (items, item_weights): (Vec<_>, _) = items::read(&top, &named).into_iter().unzip();
        // Items without a readable id are missing in `items`: their dimensions would seem empty.
        if items.len() == top.tables("items").len() {
            items::check_dimensions(&top, &dimensions, &items);
        }
        items::check_coverage(&top, &named, &items);
        let are_known = are_ids_known();
        let profiles = profiles::read(
            &top,
            &dimensions,
            &items,
            #[cfg(feature = "tools")]
            known_facts,
            are_known,
        );
        let (forms, minutes) = forms::read(&top, &items, are_known).into_iter().unzip();
        let places = Places {
            thresholds: thresholds.span,
            minutes,
            principles: principles.iter().map(|(_, weight)| weight.span.clone()).collect(),
            dimensions: dimensions.iter().map(|(_, weight)| weight.span.clone()).collect(),
            items: item_weights,
        };
        Some(Self {
            id: id.ok()?,
            version,
            thresholds: thresholds.value,
            forms,
            principles: principles.into_iter().map(|(id, weight)| (id.value, weight.value)).collect(),
            dimensions: dimensions.into_iter().map(|(id, weight)| (id.value, weight.value)).collect(),
            themes,
            has_ladders: top.has("ladders"),
            #[cfg(feature = "tools")]
            ladders,
            #[cfg(feature = "tools")]
            facts: fact_labels,
            #[cfg(feature = "tools")]
            principle_claims,
            references,
            profiles,
            items: items.into_iter().map(|item| item.value).collect(),
            are_ids_known: are_ids_known(),
            places,
        })
    }

    /// Ids of the principles, each of which needs texts.
    pub fn principle_ids(&self) -> Vec<String> {
        self.principles.iter().map(|(id, _)| id.to_string()).collect()
    }

    /// Ids of the dimensions, each of which needs texts.
    pub fn dimension_ids(&self) -> Vec<String> {
        self.dimensions.iter().map(|(id, _)| id.to_string()).collect()
    }

    /// Ids of the items, each of which needs texts.
    pub fn item_ids(&self) -> Vec<String> {
        self.items.iter().map(|item| item.id.to_string()).collect()
    }

    /// Ids of the references, each of which needs a citation.
    pub fn reference_ids(&self) -> Vec<String> {
        self.references.iter().map(|reference| reference.id.value.clone()).collect()
    }

    /// Ids of the profiles, each of which needs a sentence.
    pub fn profile_ids(&self) -> Vec<String> {
        self.profiles.iter().map(|profile| profile.id.value.clone()).collect()
    }

    /// One form with the texts of one locale. Dimensions without an item of the form are left out.
    pub fn raw_questionnaire(&self, form: &Form, texts: &QuestionnaireTexts) -> RawQuestionnaire {
        let listed: BTreeSet<&str> = form.items.iter().map(String::as_str).collect();
        let mut items: BTreeMap<&DimensionId, Vec<Item>> = BTreeMap::new();
        for item in self.items.iter().filter(|item| listed.contains(item.id.as_str())) {
            if let (Some(dimension), Some(item)) = (&item.dimension, item.with(&self.references, texts)) {
                items.entry(dimension).or_default().push(item);
            }
        }
        let mut dimensions_of = |principle: PrincipleId| -> Vec<Dimension> {
            let own = self.dimensions.iter().filter(|(id, _)| id.principle() == principle);
            own.map(|(id, weight)| Dimension {
                id: id.clone(),
                weight: *weight,
                name: texts.dimensions.get(id.as_str()).cloned().unwrap_or_default(),
                items: items.remove(id).unwrap_or_default(),
            })
            .filter(|dimension| !dimension.items.is_empty())
            .collect()
        };
        let mut principle = |(id, weight): &(PrincipleId, Weight)| {
            let PrincipleTexts { name, title, interpretations } =
                texts.principles.get(id.word()).cloned().unwrap_or_default();
            Principle {
                id: *id,
                weight: *weight,
                name,
                title,
                interpretations,
                dimensions: dimensions_of(*id),
            }
        };
        let principles: Vec<Principle> = self.principles.iter().map(&mut principle).collect();
        let profile = |profile: &ProfileSource| {
            let text = texts.profiles.get(&profile.id.value)?.clone();
            Some(Profile { text, when: profile.within(&principles)? })
        };
        RawQuestionnaire {
            profiles: self.profiles.iter().filter_map(profile).collect(),
            has_ladders: self.has_ladders,
            id: self.id.clone(),
            version: self.version,
            form: form.id.clone(),
            locale: texts.locale.clone(),
            minutes: form.minutes,
            thresholds: self.thresholds,
            title: texts.title.clone(),
            summary: texts.summary.clone(),
            notice: texts.notice.clone(),
            principles,
            maturity: texts.maturity.clone(),
        }
    }

    /// One form without its texts; `None` if it has faults.
    pub(super) fn bare(&self, form: &Form) -> Option<Questionnaire> {
        self.raw_questionnaire(form, &self.blank_texts()).try_into().ok()
    }

    /// Empty texts, to check the structure by itself.
    fn blank_texts(&self) -> QuestionnaireTexts {
        let empty = |ids: Vec<String>| ids.into_iter().map(|id| (id, String::new())).collect();
        let items = self.item_ids().into_iter().map(|id| (id, ItemTexts::default()));
        QuestionnaireTexts {
            locale: String::new(),
            title: String::new(),
            summary: String::new(),
            notice: String::new(),
            principles: BTreeMap::new(),
            dimensions: empty(self.dimension_ids()),
            maturity: std::array::from_fn(|_| Maturity { name: String::new(), meaning: String::new() }),
            references: Vec::new(),
            definitions: Vec::new(),
            profiles: empty(self.profile_ids()),
            items: items.collect(),
        }
    }
}

fn version(top: &TomlTable<'_>) -> u8 {
    let Some(version) = top.number("version", "a whole number from 1 to 255") else { return 1 };
    if version.value == 0 {
        top.fault(Rule::Version, version.span, "the version is 0", "count versions from 1");
    }
    version.value
}

fn thresholds(top: &TomlTable<'_>) -> Located<[u8; MATURITY_LEVELS - 1]> {
    let Some(thresholds) = top.numbers::<{ MATURITY_LEVELS - 1 }>("thresholds") else {
        return Located { value: [20, 40, 60, 80], span: top.span() };
    };
    if !thresholds_rise(&thresholds.value) {
        let what = "the thresholds do not rise between 0 and 100";
        top.fault(
            Rule::Thresholds,
            thresholds.span.clone(),
            what,
            "write four rising numbers between 1 and 99: [20, 40, 60, 80]",
        );
    }
    thresholds
}

fn principles(top: &TomlTable<'_>, faults: &Faults) -> Vec<Weighted<PrincipleId>> {
    let before = faults.len();
    let principles = weighted(top, "principles", &["claims"], |table| table.word::<PrincipleId>("id"));
    let is_complete = principles.iter().map(|(id, _)| id.value).eq(PrincipleId::ALL);
    // Unknown and repeated names are noted already.
    if !is_complete && faults.len() == before {
        let span = principles.first().map_or(0..0, |(id, _)| id.span.clone());
        let what = "the principles are not choose, master and build";
        top.fault(
            Rule::Principles,
            span,
            what,
            "write three tables [[principles]], each once and in this order",
        );
    }
    principles
}

/// Claims of the interpretations of each principle, which are optional.
#[cfg(feature = "tools")]
fn principle_claims(top: &TomlTable<'_>, facts: Option<&[Label]>) -> Vec<PrincipleClaims> {
    let tables = top.tables("principles");
    let read = |table: &TomlTable<'_>| {
        let lists = table.has("claims").then(|| table.lists::<MATURITY_LEVELS>("claims")).flatten()?;
        let level = |list: Located<Vec<_>>| claims::read_sentence(table, list.value, facts);
        // A principle without a readable id is noted already.
        let id = PrincipleId::from_word(&table.text("id")?.value)?;
        Some((id, lists.map(level)))
    };
    tables.iter().filter_map(read).collect()
}

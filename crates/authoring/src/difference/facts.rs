//! A questionnaire as a flat list of facts, each comparable with the same one of another version.
//! Changes of values that are not listed here go unnoticed.

use super::part::{Aspect, Part};
use crate::{
    ConditionSource, Form, Instrument, ItemSource, Label, Located, QuestionnaireTexts, ReferenceUrl,
    Structure,
};
use boussole_core::questionnaire::{Bound, DimensionId, Word};

/// One fact, readable for people.
pub struct Fact {
    /// Part of the questionnaire.
    pub part: Part,
    /// Property of the part.
    pub aspect: Aspect,
    /// Language of a text.
    pub locale: Option<String>,
    /// Value as text.
    pub value: String,
}

impl Fact {
    fn new(part: &Part, aspect: Aspect, value: impl ToString) -> Self {
        Self { part: part.clone(), aspect, locale: None, value: value.to_string() }
    }

    /// Key that is unique among the facts of a version.
    pub fn key(&self) -> (Part, Aspect, Option<String>) {
        (self.part.clone(), self.aspect, self.locale.clone())
    }
}

/// Facts of a questionnaire, the structure first.
pub fn facts(instrument: &Instrument) -> Vec<Fact> {
    let mut facts = of_structure(&instrument.structure);
    for texts in &instrument.texts {
        let in_locale = |fact: Fact| Fact { locale: Some(texts.locale.clone()), ..fact };
        facts.extend(of_texts(texts).into_iter().map(in_locale));
    }
    facts
}

fn of_structure(structure: &Structure) -> Vec<Fact> {
    let whole = Part::Questionnaire;
    let mut facts = vec![Fact::new(&whole, Aspect::Thresholds, listed(&structure.thresholds))];
    for form in &structure.forms {
        let part = Part::Form(form.id.to_string());
        facts.push(Fact::new(&part, Aspect::Presence, form.id.as_str()));
        facts.push(Fact::new(&part, Aspect::Asked, listed(&asked(structure, form))));
        facts.push(Fact::new(&part, Aspect::Minutes, form.minutes));
    }
    for (id, weight) in &structure.principles {
        facts.push(Fact::new(&Part::Principle(id.to_string()), Aspect::Weight, u8::from(*weight)));
    }
    for (id, weight) in &structure.dimensions {
        let part = Part::Dimension(id.to_string());
        facts.push(Fact::new(&part, Aspect::Presence, id.as_str()));
        facts.push(Fact::new(&part, Aspect::Weight, u8::from(*weight)));
    }
    structure.items.iter().for_each(|item| of_item(item, &mut facts));
    for profile in &structure.profiles {
        let part = Part::Profile(profile.id.value.clone());
        facts.push(Fact::new(&part, Aspect::Presence, &profile.id.value));
        let when: Vec<String> = profile.when.iter().map(condition).collect();
        facts.push(Fact::new(&part, Aspect::When, when.join(" and ")));
    }
    let profiles: Vec<&str> = structure.profiles.iter().map(|profile| profile.id.value.as_str()).collect();
    facts.push(Fact::new(&whole, Aspect::Order, listed(&profiles)));
    for theme in &structure.themes {
        let part = Part::Theme(theme.id.value.clone());
        facts.push(Fact::new(&part, Aspect::Presence, &theme.id.value));
        facts.push(Fact::new(&part, Aspect::Name, &theme.name));
    }
    for reference in &structure.references {
        let part = Part::Reference(reference.id.value.clone());
        facts.push(Fact::new(&part, Aspect::Presence, &reference.id.value));
        facts.push(Fact::new(&part, Aspect::Date, &reference.date.value));
        let mut day = |aspect, day: &Option<Located<String>>| {
            facts.extend(day.iter().map(|day| Fact::new(&part, aspect, &day.value)));
        };
        day(Aspect::Until, &reference.until);
        day(Aspect::Checked, &reference.checked);
        facts.push(Fact::new(&part, Aspect::Url, address(&reference.url)));
    }
    of_evidence(structure, &mut facts);
    facts
}

fn of_item(item: &ItemSource, facts: &mut Vec<Fact>) {
    let part = Part::Item(item.id.to_string());
    let mut fact = |aspect, value: String| facts.push(Fact::new(&part, aspect, value));
    fact(Aspect::Presence, item.id.to_string());
    fact(Aspect::Dimension, item.dimension.as_ref().map_or("", DimensionId::as_str).to_owned());
    fact(Aspect::NotApplicable, if item.not_applicable { "allowed" } else { "not allowed" }.to_owned());
    fact(Aspect::Listed, if item.descending { "from the highest" } else { "from the lowest" }.to_owned());
    fact(Aspect::Since, format!("version {}", item.since));
    fact(Aspect::Weight, u8::from(item.weight).to_string());
    fact(Aspect::Respondent, item.respondent.word().to_owned());
    fact(Aspect::Layer, item.layer.map_or("none", Word::word).to_owned());
    fact(Aspect::Themes, listed(&item.themes));
    fact(Aspect::References, listed(&item.references));
    for (level, (owner, effort)) in item.steps.iter().enumerate() {
        fact(Aspect::StepCost(level), format!("{}, {}", owner.word(), effort.word()));
    }
}

/// Kinds of ladder, facts, and what levels, steps and sentences claim.
fn of_evidence(structure: &Structure, facts: &mut Vec<Fact>) {
    let labels = |labels: &[Label], part: fn(String) -> Part| -> Vec<Fact> {
        let of_label = |Label { id, name }: &Label| {
            let part = part(id.value.clone());
            [Fact::new(&part, Aspect::Presence, &id.value), Fact::new(&part, Aspect::Name, name)]
        };
        labels.iter().flat_map(of_label).collect()
    };
    facts.extend(labels(&structure.ladders, Part::Ladder));
    facts.extend(labels(&structure.facts, Part::Fact));
    for item in &structure.items {
        let Some(ladder) = &item.ladder else { continue };
        let part = Part::Item(item.id.to_string());
        facts.push(Fact::new(&part, Aspect::Ladder, &ladder.kind.value));
        for (level, basis) in ladder.basis.iter().enumerate() {
            facts.push(Fact::new(&part, Aspect::Basis(level), claimed(&basis.value)));
        }
        for (level, brings) in ladder.brings.iter().enumerate() {
            facts.push(Fact::new(&part, Aspect::Brings(level), claimed(brings)));
        }
        facts.extend(ladder.exception.iter().map(|reason| Fact::new(&part, Aspect::Exception, reason)));
    }
    for (id, claims) in &structure.principle_claims {
        for (level, claims) in claims.iter().enumerate() {
            let part = Part::Principle(id.to_string());
            facts.push(Fact::new(&part, Aspect::Claims(level), claimed(claims)));
        }
    }
    for profile in &structure.profiles {
        let part = Part::Profile(profile.id.value.clone());
        facts.push(Fact::new(&part, Aspect::Claims(0), claimed(&profile.claims)));
    }
    facts.retain(|fact| !fact.value.is_empty());
}

/// Claims as text.
fn claimed<T: ToString>(claims: &[Located<T>]) -> String {
    listed(&claims.iter().map(|claim| claim.value.to_string()).collect::<Vec<_>>())
}

/// Address of a reference, or one for each language.
fn address(url: &ReferenceUrl) -> String {
    match url {
        ReferenceUrl::Shared(url) => url.clone(),
        ReferenceUrl::ByLocale(urls) => {
            listed(&urls.iter().map(|(locale, url)| format!("{locale}: {url}")).collect::<Vec<_>>())
        }
    }
}

fn of_texts(texts: &QuestionnaireTexts) -> Vec<Fact> {
    let whole = Part::Questionnaire;
    let mut facts = vec![
        Fact::new(&whole, Aspect::Language, &texts.locale),
        Fact::new(&whole, Aspect::Title, &texts.title),
        Fact::new(&whole, Aspect::Summary, &texts.summary),
        Fact::new(&whole, Aspect::Notice, &texts.notice),
    ];
    let mut add = |part: &Part, aspect, text: &String| facts.push(Fact::new(part, aspect, text));
    for (id, principle) in &texts.principles {
        let part = Part::Principle(id.clone());
        add(&part, Aspect::Name, &principle.name);
        add(&part, Aspect::Title, &principle.title);
        for (level, text) in principle.interpretations.iter().enumerate() {
            add(&part, Aspect::Interpretation(level), text);
        }
    }
    for (id, name) in &texts.dimensions {
        add(&Part::Dimension(id.clone()), Aspect::Name, name);
    }
    for (level, maturity) in texts.maturity.iter().enumerate() {
        add(&Part::Maturity(level), Aspect::Name, &maturity.name);
        add(&Part::Maturity(level), Aspect::Meaning, &maturity.meaning);
    }
    for (id, item) in &texts.items {
        let part = Part::Item(id.clone());
        add(&part, Aspect::Prompt, &item.prompt);
        add(&part, Aspect::Help, &item.help);
        for (level, text) in item.levels.iter().enumerate() {
            add(&part, Aspect::Level(level), text);
        }
        add(&part, Aspect::Short, &item.short);
        add(&part, Aspect::Evidence, &item.evidence);
        for (level, text) in item.steps.iter().enumerate() {
            add(&part, Aspect::Step(level), text);
        }
    }
    for reference in &texts.references {
        let part = Part::Reference(reference.id.clone());
        add(&part, Aspect::Citation, &reference.cite);
        add(&part, Aspect::Binds, &reference.binds);
        add(&part, Aspect::Says, &reference.says);
    }
    for definition in &texts.definitions {
        let part = Part::Definition(definition.id.clone());
        add(&part, Aspect::Term, &definition.term);
        add(&part, Aspect::Spellings, &listed(&definition.forms));
        add(&part, Aspect::Definition, &definition.text);
    }
    texts.profiles.iter().for_each(|(id, text)| add(&Part::Profile(id.clone()), Aspect::Text, text));
    // Texts that are late additions to the format are empty in older versions.
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

/// Items of a form in the order of the questions: by principle, then by dimension.
pub fn asked<'a>(structure: &'a Structure, form: &Form) -> Vec<&'a str> {
    let principles = structure.principles.iter().map(|(id, _)| *id);
    let dimensions = principles.flat_map(|principle| {
        let own = structure.dimensions.iter().filter(move |(id, _)| id.principle() == principle);
        own.map(|(id, _)| id)
    });
    let of_dimension = |dimension: &'a DimensionId| {
        structure.items.iter().filter(move |item| item.dimension.as_ref() == Some(dimension))
    };
    let ids = dimensions.flat_map(of_dimension).map(|item| item.id.as_str());
    ids.filter(|id| form.items.iter().any(|listed| listed == id)).collect()
}

fn condition(source: &ConditionSource) -> String {
    let of = &source.of.value;
    match source.bound {
        Bound::AtLeast(points) => format!("{of} at least {points}"),
        Bound::AtMost(points) => format!("{of} at most {points}"),
    }
}

fn listed<T: ToString>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

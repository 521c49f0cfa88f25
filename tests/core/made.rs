//! Questionnaires and answers as short literals, so that a test reads as an input and an expectation.
//!
//! A questionnaire is written as its weights: `1: 1(1 1) 2(1) | 1: 1(3 1-) | 2: 1(1)` are three
//! principles of weights 1, 1 and 2; the first has two dimensions, of two items and of one. A hyphen
//! marks an item that may not apply. Answers are one sign an item: `0` to `4`, `?` for "I don't know",
//! `-` for "not applicable", `.` for none yet; spaces are free.

use boussole_core::answers::{Answers, Complete, Level, Response};
use boussole_core::questionnaire::{
    Dimension, Effort, ITEM_LEVELS, Item, Maturity, Principle, PrincipleId, Questionnaire, RawQuestionnaire,
    Role, Step, Weight, Word,
};
use boussole_core::score::Ratio;

/// The questionnaire that the documents and most tests use: a principle of two dimensions, one whose
/// items weigh differently, one that counts double, and two items that may not apply.
pub const SMALL: &str = "1: 1(1 1) 2(1) | 1: 1(1 2-) | 2: 1(1) 3(1-)";

/// The questionnaire with these weights, called `made`, form `express`, version 1.
pub fn questionnaire(notation: &str) -> Questionnaire {
    valid(draft(notation))
}

/// A draft that keeps every rule.
pub fn valid(draft: RawQuestionnaire) -> Questionnaire {
    Questionnaire::try_from(draft).expect("the made questionnaire is valid")
}

/// The draft with these weights; it need not keep every rule.
pub fn draft(notation: &str) -> RawQuestionnaire {
    let mut principles: Vec<Principle> =
        PrincipleId::ALL.into_iter().zip(notation.split('|')).map(principle).collect();
    number_items(&mut principles);
    draft_of(principles)
}

fn principle((id, notation): (PrincipleId, &str)) -> Principle {
    let (weight, dimensions) = notation.split_once(':').expect("a principle has a weight and a colon");
    let dimensions =
        dimensions.trim().split_terminator(')').enumerate().map(|(index, text)| dimension(id, index, text));
    principle_of(id, number(weight), dimensions.collect())
}

fn dimension(principle: PrincipleId, index: usize, notation: &str) -> Dimension {
    let (weight, items) = notation.split_once('(').expect("a dimension has a weight and its items");
    let items = items.split_whitespace().map(|item| {
        let weight = item.trim_end_matches('-');
        item_of(number(weight), weight != item)
    });
    dimension_of(principle, index, number(weight), items.collect())
}

fn number(text: &str) -> u8 {
    text.trim().parse().expect("a weight is a number")
}

/// A draft around these principles.
pub fn draft_of(principles: Vec<Principle>) -> RawQuestionnaire {
    let maturity = |level: usize| Maturity { name: format!("level {level}"), meaning: String::new() };
    RawQuestionnaire {
        id: id("made"),
        version: 1,
        form: id("express"),
        locale: "en".to_owned(),
        minutes: 3,
        thresholds: [20, 40, 60, 80],
        title: String::new(),
        summary: String::new(),
        notice: String::new(),
        principles,
        maturity: std::array::from_fn(maturity),
        profiles: Vec::new(),
        has_ladders: false,
    }
}

pub fn principle_of(id: PrincipleId, weight: u8, dimensions: Vec<Dimension>) -> Principle {
    let name = id.word().to_owned();
    Principle {
        id,
        weight: weight_of(weight),
        name,
        title: String::new(),
        interpretations: Default::default(),
        dimensions,
    }
}

pub fn dimension_of(principle: PrincipleId, index: usize, weight: u8, items: Vec<Item>) -> Dimension {
    Dimension {
        id: id(&format!("{principle}/{index}")),
        weight: weight_of(weight),
        name: String::new(),
        items,
    }
}

/// An item that has no id of its own yet: see [`number_items`].
pub fn item_of(weight: u8, not_applicable: bool) -> Item {
    let step = |level: usize| Step {
        text: format!("from {level} to {}", level + 1),
        owner: Role::It,
        effort: Effort::Weeks,
    };
    Item {
        id: id("item"),
        weight: weight_of(weight),
        not_applicable,
        descending: false,
        respondent: Role::Legal,
        since: 1,
        layer: None,
        short: String::new(),
        prompt: String::new(),
        help: String::new(),
        evidence: String::new(),
        references: Vec::new(),
        definitions: Vec::new(),
        levels: std::array::from_fn(|level| format!("level {level}")),
        steps: (0..ITEM_LEVELS - 1).map(step).collect(),
    }
}

/// Gives the items the ids `item-0`, `item-1`... in their order.
pub fn number_items(principles: &mut [Principle]) {
    let dimensions = principles.iter_mut().flat_map(|principle| &mut principle.dimensions);
    for (index, item) in dimensions.flat_map(|dimension| &mut dimension.items).enumerate() {
        item.id = id(&format!("item-{index}"));
    }
}

pub fn id<T: TryFrom<String>>(text: &str) -> T {
    T::try_from(text.to_owned()).ok().expect("the id is well formed")
}

pub fn weight_of(weight: u8) -> Weight {
    Weight::try_from(weight).expect("a weight is 1 to 9")
}

/// The weights of a questionnaire in the notation that [`draft`] reads.
pub fn notation(draft: &RawQuestionnaire) -> String {
    let item =
        |item: &Item| format!("{}{}", u8::from(item.weight), if item.not_applicable { "-" } else { "" });
    let dimension = |dimension: &Dimension| {
        let items: Vec<String> = dimension.items.iter().map(item).collect();
        format!("{}({})", u8::from(dimension.weight), items.join(" "))
    };
    let principle = |principle: &Principle| {
        let dimensions: Vec<String> = principle.dimensions.iter().map(dimension).collect();
        format!("{}: {}", u8::from(principle.weight), dimensions.join(" "))
    };
    draft.principles.iter().map(principle).collect::<Vec<_>>().join(" | ")
}

/// One response, or none yet.
pub fn response(sign: char) -> Option<Response> {
    match sign {
        '.' => None,
        '?' => Some(Response::DontKnow),
        '-' => Some(Response::NotApplicable),
        digit => {
            let number = digit.to_digit(10).expect("an answer is one of 0 to 4, ?, - and .");
            Some(Response::Level(level(u8::try_from(number).expect("a digit is small"))))
        }
    }
}

/// The sign for a response.
pub fn sign(response: Option<Response>) -> char {
    match response {
        None => '.',
        Some(Response::DontKnow) => '?',
        Some(Response::NotApplicable) => '-',
        Some(Response::Level(level)) => char::from(b'0' + level.number()),
    }
}

pub fn level(number: u8) -> Level {
    Level::new(number).expect("a level is 0 to 4")
}

/// The answers of these signs.
pub fn answers(questionnaire: &Questionnaire, signs: &str) -> Answers {
    let responses = signs.chars().filter(|sign| !sign.is_whitespace()).map(response).collect();
    Answers::from_responses(questionnaire, responses).expect("the answers fit the questionnaire")
}

/// The finished answers of these signs.
pub fn complete(questionnaire: &Questionnaire, signs: &str) -> Complete {
    answers(questionnaire, signs).complete().expect("the answers are complete")
}

/// The signs of answers.
pub fn signs(answers: &Answers) -> String {
    answers.iter().map(sign).collect()
}

/// A number of points as the documents write it: `50`, `425/8`.
pub fn points(text: &str) -> Ratio {
    let whole = |text: &str| text.trim().parse::<u32>().expect("points are numbers");
    match text.split_once('/') {
        Some((numerator, denominator)) => Ratio::whole(whole(numerator)).shared_by(whole(denominator)),
        None => Ratio::whole(whole(text)),
    }
}

//! Any valid questionnaire with any answers, for properties that hold for all of them.

use std::fmt;

use boussole_core::answers::{Answers, Complete, Response};
use boussole_core::questionnaire::{
    Dimension, Item, Principle, PrincipleId, Questionnaire, RawQuestionnaire,
};
use proptest::prelude::*;
use proptest::sample::subsequence;
use proptest::{array, collection};

use crate::made;

/// A questionnaire and answers to it.
#[derive(Clone)]
pub struct Case {
    pub questionnaire: Questionnaire,
    pub answers: Answers,
}

/// In the notation of `made`, so that a failure can be pasted into a test.
impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (weights, signs) = (made::notation(&self.questionnaire), made::signs(&self.answers));
        write!(f, "{weights:?} {signs:?} {:?}", self.questionnaire.thresholds)
    }
}

impl Case {
    pub fn complete(&self) -> Complete {
        self.answers.complete().expect("the case is finished")
    }

    /// The same case with one response changed.
    pub fn with(&self, position: usize, response: Response) -> Self {
        let answers = self.answers.with(&self.questionnaire, position, response);
        Self { answers, ..self.clone() }
    }

    /// The same responses, each to the item of the same id, in a changed questionnaire.
    pub fn moved_to(&self, draft: RawQuestionnaire) -> Self {
        let questionnaire = made::valid(draft);
        let given = |item: &Item| {
            let position = self.questionnaire.items().position(|old| old.id == item.id);
            self.answers.get(position.expect("the item was there before"))
        };
        let responses = questionnaire.items().map(given).collect();
        let answers = Answers::from_responses(&questionnaire, responses).expect("the answers still fit");
        Self { questionnaire, answers }
    }
}

/// Any questionnaire with every item answered.
pub fn finished() -> impl Strategy<Value = Case> {
    case(1..=9, "01234?-")
}

/// Any questionnaire with any answers, some perhaps missing.
pub fn unfinished() -> impl Strategy<Value = Case> {
    case(1..=9, "01234?-.")
}

/// Any questionnaire of small weights with every item answered: there is room to multiply them.
pub fn lightly_weighted() -> impl Strategy<Value = Case> {
    case(1..=3, "01234?-")
}

type Weights = std::ops::RangeInclusive<u8>;

fn case(weights: Weights, signs: &'static str) -> impl Strategy<Value = Case> {
    let principle = (weights.clone(), collection::vec(dimension(weights, signs), 1..=5));
    let thresholds = subsequence((1..100).collect::<Vec<u8>>(), 4);
    (array::uniform3(principle), thresholds, 1..=u8::MAX).prop_map(|(principles, thresholds, version)| {
        let mut responses = Vec::new();
        let mut principles: Vec<Principle> = PrincipleId::ALL
            .into_iter()
            .zip(principles)
            .map(|(id, (weight, dimensions))| {
                let dimensions = dimensions.into_iter().enumerate();
                let made = dimensions.map(|(index, dimension)| made_of(id, index, dimension, &mut responses));
                made::principle_of(id, weight, made.collect())
            })
            .collect();
        made::number_items(&mut principles);
        let thresholds = thresholds.try_into().expect("there are four thresholds");
        let draft = RawQuestionnaire { thresholds, version, ..made::draft_of(principles) };
        let questionnaire = made::valid(draft);
        let answers = Answers::from_responses(&questionnaire, responses).expect("the answers fit");
        Case { questionnaire, answers }
    })
}

/// A dimension's weight, and of each of its items the weight, whether it may not apply, and the sign of
/// its response.
type DimensionParts = (u8, Vec<(u8, bool, char)>);

fn dimension(weights: Weights, signs: &'static str) -> impl Strategy<Value = DimensionParts> {
    let sign = (0..signs.len()).prop_map(|index| char::from(signs.as_bytes()[index]));
    let item = (weights.clone(), any::<bool>(), sign);
    (weights, collection::vec(item, 1..=4))
}

fn made_of(
    principle: PrincipleId,
    index: usize,
    (weight, items): DimensionParts,
    responses: &mut Vec<Option<Response>>,
) -> Dimension {
    let item = |(weight, may_not_apply, sign)| {
        responses.push(made::response(sign));
        made::item_of(weight, may_not_apply || sign == '-')
    };
    made::dimension_of(principle, index, weight, items.into_iter().map(item).collect())
}

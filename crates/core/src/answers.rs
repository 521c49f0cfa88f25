//! What one person says of each item. Not what it is worth: see `score`.

use crate::questionnaire::{ITEM_LEVELS, Item, Questionnaire};

/// One of an item's levels, 0 (least mature) to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    pub const LOWEST: Self = Self(0);
    pub const HIGHEST: Self = Self(ITEM_LEVELS as u8 - 1);

    /// The level with a number, if there is one.
    pub fn new(number: u8) -> Option<Self> {
        (number <= Self::HIGHEST.0).then_some(Self(number))
    }

    /// All of them, lowest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ITEM_LEVELS as u8).map(Self)
    }

    /// 0 to 4.
    pub fn number(self) -> u8 {
        self.0
    }

    /// 0 to 4, to look up a level's text.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What one person says of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Response {
    Level(Level),
    /// A blind spot.
    DontKnow,
    /// The thing asked about does not exist here. Only where the item allows it.
    NotApplicable,
}

/// The responses given so far, by position of the item in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers(Vec<Option<Response>>);

impl Answers {
    /// No response yet, to any item of the questionnaire.
    pub fn none(questionnaire: &Questionnaire) -> Self {
        Self(vec![None; questionnaire.len()])
    }

    /// Answers read from elsewhere, one entry an item; `None` where they do not fit the questionnaire:
    /// another number of items, or "not applicable" where it is not allowed.
    pub fn from_responses(questionnaire: &Questionnaire, responses: Vec<Option<Response>>) -> Option<Self> {
        let allowed = |(item, response): (&Item, &Option<Response>)| {
            item.not_applicable || *response != Some(Response::NotApplicable)
        };
        let fits =
            responses.len() == questionnaire.len() && questionnaire.items().zip(&responses).all(allowed);
        fits.then_some(Self(responses))
    }

    /// The same answers with one response given or changed. A position that does not exist, or "not
    /// applicable" where the item does not allow it, changes nothing.
    pub fn with(&self, questionnaire: &Questionnaire, position: usize, response: Response) -> Self {
        let mut responses = self.0.clone();
        if let Some(place) = responses.get_mut(position) {
            *place = Some(response);
        }
        Self::from_responses(questionnaire, responses).unwrap_or_else(|| self.clone())
    }

    /// These answers to one questionnaire as answers to another form or a later version of it: a response
    /// goes along where the item is there and has meant the same since (see [`Item::since`]).
    pub fn carried(&self, from: &Questionnaire, to: &Questionnaire) -> Self {
        let response = |item: &Item| {
            let position = from.items().position(|known| known.id == item.id)?;
            let response = self.get(position).filter(|_| item.since <= from.version)?;
            (item.not_applicable || response != Response::NotApplicable).then_some(response)
        };
        if from.id == to.id { Self(to.items().map(response).collect()) } else { Self::none(to) }
    }

    /// These answers, and where one is missing that of the others.
    pub fn or(&self, others: &Self) -> Self {
        let either = |(position, response): (usize, &Option<Response>)| response.or(others.get(position));
        Self(self.0.iter().enumerate().map(either).collect())
    }

    /// The response to the item at a position.
    pub fn get(&self, position: usize) -> Option<Response> {
        self.0.get(position).copied().flatten()
    }

    /// Every response in item order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Option<Response>> + '_ {
        self.0.iter().copied()
    }

    /// How many items have a response.
    pub fn answered(&self) -> usize {
        self.iter().flatten().count()
    }

    /// The positions without a response.
    pub fn missing(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().filter(|(_, response)| response.is_none()).map(|(position, _)| position)
    }

    /// Where to go on after a position: the next item without a response, from the start again if
    /// there is none behind it.
    pub fn next_missing(&self, position: usize) -> Option<usize> {
        self.missing().find(|missing| *missing > position).or_else(|| self.missing().next())
    }

    /// All responses, once there is one to every item: only then is there a score.
    pub fn complete(&self) -> Option<Complete> {
        self.0.iter().copied().collect::<Option<Vec<_>>>().map(Complete)
    }
}

/// A response to every item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complete(Vec<Response>);

impl Complete {
    /// Every response in item order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Response> + '_ {
        self.0.iter().copied()
    }

    /// The response to the item at a position.
    pub fn get(&self, position: usize) -> Option<Response> {
        self.0.get(position).copied()
    }

    /// The same answers with one response changed. A position that does not exist, or "not applicable"
    /// where the item does not allow it, changes nothing.
    pub fn with(&self, questionnaire: &Questionnaire, position: usize, response: Response) -> Self {
        let mut responses = self.0.clone();
        if let (Some(place), Some(item)) = (responses.get_mut(position), questionnaire.item(position))
            && (item.not_applicable || response != Response::NotApplicable)
        {
            *place = response;
        }
        Self(responses)
    }
}

//! Responses of one person to the items of a form. Their worth is the business of `score`.

use crate::questionnaire::{ITEM_LEVELS, Item, Questionnaire};

/// Level of an item, from 0, the least mature, to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// Level 0.
    pub const LOWEST: Self = Self(0);
    /// Level 4.
    pub const HIGHEST: Self = Self(ITEM_LEVELS as u8 - 1);

    /// Level with a number, up to 4.
    pub fn new(number: u8) -> Option<Self> {
        (number <= Self::HIGHEST.0).then_some(Self(number))
    }

    /// All levels, lowest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ITEM_LEVELS as u8).map(Self)
    }

    /// All levels in the order in which an item lists them: from the lowest, or from the highest.
    ///
    /// Whoever always takes the answer in the same place gets about half of the points where items take turns.
    pub fn listed(descending: bool) -> impl Iterator<Item = Self> {
        Self::all().map(move |level| if descending { Self(Self::HIGHEST.0 - level.0) } else { level })
    }

    /// Number, 0 to 4.
    pub fn number(self) -> u8 {
        self.0
    }

    /// Number, 0 to 4, as the index of the level's text.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Response of one person to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Response {
    /// An observed level.
    Level(Level),
    /// A blind spot: "I don't know".
    DontKnow,
    /// "Not applicable", only where the item allows it.
    NotApplicable,
}

/// Responses so far, by the position of the item in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers(Vec<Option<Response>>);

impl Answers {
    /// Answers without any response.
    pub fn none(questionnaire: &Questionnaire) -> Self {
        Self(vec![None; questionnaire.len()])
    }

    /// Answers from a list of responses, one entry an item.
    ///
    /// `None` if the number of items differs, or if an item does not allow "not applicable".
    pub fn from_responses(questionnaire: &Questionnaire, responses: Vec<Option<Response>>) -> Option<Self> {
        let allowed = |(item, response): (&Item, &Option<Response>)| {
            item.not_applicable || *response != Some(Response::NotApplicable)
        };
        let fits =
            responses.len() == questionnaire.len() && questionnaire.items().zip(&responses).all(allowed);
        fits.then_some(Self(responses))
    }

    /// Answers with one response added or replaced.
    ///
    /// Unchanged for an unknown position, or where the item does not allow "not applicable".
    pub fn with(&self, questionnaire: &Questionnaire, position: usize, response: Response) -> Self {
        let mut responses = self.0.clone();
        if let Some(place) = responses.get_mut(position) {
            *place = Some(response);
        }
        Self::from_responses(questionnaire, responses).unwrap_or_else(|| self.clone())
    }

    /// Answers to one questionnaire as answers to another form or a later version of it.
    ///
    /// A response is carried where the item exists and its meaning is unchanged, see [`Item::since`].
    pub fn carried(&self, from: &Questionnaire, to: &Questionnaire) -> Self {
        let response = |item: &Item| {
            let position = from.items().position(|known| known.id == item.id)?;
            let response = self.get(position).filter(|_| item.since <= from.version)?;
            (item.not_applicable || response != Response::NotApplicable).then_some(response)
        };
        if from.id == to.id { Self(to.items().map(response).collect()) } else { Self::none(to) }
    }

    /// Answers with missing responses filled from others.
    pub fn or(&self, others: &Self) -> Self {
        let either = |(position, response): (usize, &Option<Response>)| response.or(others.get(position));
        Self(self.0.iter().enumerate().map(either).collect())
    }

    /// Response to the item at a position.
    pub fn get(&self, position: usize) -> Option<Response> {
        self.0.get(position).copied().flatten()
    }

    /// Responses in item order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Option<Response>> + '_ {
        self.0.iter().copied()
    }

    /// Number of items with a response.
    pub fn answered(&self) -> usize {
        self.iter().flatten().count()
    }

    /// Positions without a response.
    pub fn missing(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().filter(|(_, response)| response.is_none()).map(|(position, _)| position)
    }

    /// Next position without a response, from the start again if none follows.
    pub fn next_missing(&self, position: usize) -> Option<usize> {
        self.missing().find(|missing| *missing > position).or_else(|| self.missing().next())
    }

    /// All responses, if none is missing: only then is there a score.
    pub fn complete(&self) -> Option<Complete> {
        self.0.iter().copied().collect::<Option<Vec<_>>>().map(Complete)
    }
}

/// A response to every item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complete(Vec<Response>);

impl Complete {
    /// Responses in item order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Response> + '_ {
        self.0.iter().copied()
    }

    /// Response to the item at a position.
    pub fn get(&self, position: usize) -> Option<Response> {
        self.0.get(position).copied()
    }

    /// Answers with one response replaced.
    ///
    /// Unchanged for an unknown position, or where the item does not allow "not applicable".
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

//! Comparison of two results of one questionnaire, possibly in different forms or versions.

use crate::answers::{Answers, Response};
use crate::link::{Content, Origin};
use crate::questionnaire::{Dimension, Item, Questionnaire};
use crate::score::{Range, ScoreSummary, mean, of_item, score};

/// Changes from an earlier result to a later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// True for the same form and version: scores have the same meaning. Otherwise only dimensions and items
    /// compare.
    pub like_for_like: bool,
    /// Summary of the earlier result; `None` for unfinished answers.
    pub before: Option<ScoreSummary>,
    /// Summary of the later result; `None` for unfinished answers.
    pub after: Option<ScoreSummary>,
    /// Number of items that both results answer, with the same meaning.
    pub shared: usize,
    /// Dimensions of both forms, in the order of the later form.
    pub dimensions: Vec<DimensionChange>,
    /// Shared items with a changed response, in the order of the later form.
    pub items: Vec<ItemChange>,
}

/// Scores of a dimension over the items that both results answer with the same meaning.
///
/// Weights are those of the later form: only answers make a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DimensionChange {
    /// Position of the dimension in the later form.
    pub dimension: usize,
    /// Points of the earlier result.
    pub before: Range,
    /// Points of the later result.
    pub after: Range,
    /// Number of compared items in the dimension.
    pub shared: usize,
}

/// Item with a changed response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// Position of the item in the later form.
    pub item: usize,
    /// Earlier response.
    pub before: Response,
    /// Later response.
    pub after: Response,
}

/// Direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To a higher level.
    Rose,
    /// To a lower level.
    Fell,
    /// From a blind spot to a level.
    FoundOut,
    /// From a level to a blind spot.
    LostSight,
    /// From "not applicable" to any other response.
    Applies,
    /// From any other response to "not applicable".
    NoLongerApplies,
}

impl ItemChange {
    /// Direction of the change; `None` without a change.
    pub fn turn(&self) -> Option<Turn> {
        match (self.before, self.after) {
            (before, after) if before == after => None,
            (Response::Level(before), Response::Level(after)) if before < after => Some(Turn::Rose),
            (Response::Level(_), Response::Level(_)) => Some(Turn::Fell),
            (Response::NotApplicable, _) => Some(Turn::Applies),
            (_, Response::NotApplicable) => Some(Turn::NoLongerApplies),
            (Response::DontKnow, _) => Some(Turn::FoundOut),
            (_, Response::DontKnow) => Some(Turn::LostSight),
        }
    }
}

/// Changes from a result to a later one, each with its own questionnaire; `None` for two questionnaires.
///
/// Items compare if both forms have them, with the same meaning since the earlier version (see [`Item::since`]).
/// Dimensions compare if at least one such item applies in each result. Scores without answers compare by their
/// summaries only.
pub fn compare(from: (&Questionnaire, &Content), to: (&Questionnaire, &Content)) -> Option<Comparison> {
    if from.0.id != to.0.id {
        return None;
    }
    let mut comparison = Comparison {
        like_for_like: Origin::of(from.0) == Origin::of(to.0),
        before: summary(from.0, from.1),
        after: summary(to.0, to.1),
        shared: 0,
        dimensions: Vec::new(),
        items: Vec::new(),
    };
    if let (Content::Answers(before), Content::Answers(after)) = (from.1, to.1) {
        compare_answers(&mut comparison, (from.0, before), (to.0, after));
    }
    Some(comparison)
}

/// Summary of a result; `None` for unfinished answers.
pub fn summary(questionnaire: &Questionnaire, content: &Content) -> Option<ScoreSummary> {
    match content {
        Content::Answers(answers) => Some(ScoreSummary::from(&score(questionnaire, &answers.complete()?))),
        Content::Scores(summary) => Some(summary.clone()),
    }
}

fn compare_answers(
    comparison: &mut Comparison,
    (from, before): (&Questionnaire, &Answers),
    (to, after): (&Questionnaire, &Answers),
) {
    let mut later = after.iter().enumerate();
    for (position, dimension) in dimensions(to).enumerate() {
        let (mut parts_before, mut parts_after, mut shared) = (Vec::new(), Vec::new(), 0);
        for (item, (place, after)) in dimension.items.iter().zip(&mut later) {
            let Some((known, origin, old)) = find(from, item) else { continue };
            let means_the_same = item.since <= from.version && known.since <= to.version;
            let (true, Some(before), Some(after)) = (means_the_same, before.get(old), after) else {
                continue;
            };
            comparison.shared += 1;
            if before != after {
                comparison.items.push(ItemChange { item: place, before, after });
            }
            if origin.id == dimension.id {
                shared += 1;
                parts_before.push((item.weight, of_item(before)));
                parts_after.push((item.weight, of_item(after)));
            }
        }
        if let (Some(before), Some(after)) = (mean(&parts_before).1, mean(&parts_after).1) {
            let (before, after) = (Range::from(before), Range::from(after));
            comparison.dimensions.push(DimensionChange { dimension: position, before, after, shared });
        }
    }
}

fn dimensions(questionnaire: &Questionnaire) -> impl Iterator<Item = &Dimension> {
    questionnaire.principles.iter().flat_map(|principle| &principle.dimensions)
}

/// The same item in another form or version, with its dimension and its position.
fn find<'a>(questionnaire: &'a Questionnaire, item: &Item) -> Option<(&'a Item, &'a Dimension, usize)> {
    let items = dimensions(questionnaire)
        .flat_map(|dimension| dimension.items.iter().map(move |known| (known, dimension)));
    items
        .zip(0..)
        .map(|((known, dimension), at)| (known, dimension, at))
        .find(|(known, ..)| known.id == item.id)
}

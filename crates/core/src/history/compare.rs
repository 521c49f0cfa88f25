//! Two results of one questionnaire, perhaps in other forms or versions, and what changed between them.

use crate::answers::{Answers, Response};
use crate::link::{Content, Origin};
use crate::questionnaire::{Dimension, Item, Questionnaire};
use crate::score::{Range, ScoreSummary, mean, of_item, score};

/// What changed from an earlier result to a later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Both were made with the same form and version, so that their scores mean the same. Otherwise they
    /// are shown as they were, and only dimensions and items compare.
    pub like_for_like: bool,
    /// The summaries as each result had them; `None` for unfinished answers.
    pub before: Option<ScoreSummary>,
    pub after: Option<ScoreSummary>,
    /// How many items both results answer and mean the same by.
    pub shared: usize,
    /// The dimensions that both have, in the order of the later form.
    pub dimensions: Vec<DimensionChange>,
    /// The shared items of which the response changed, in the order of the later form.
    pub items: Vec<ItemChange>,
}

/// A dimension on common ground: its score over the items that both results answer in it and mean the
/// same by, with the weights of the later one, so that only answers make a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DimensionChange {
    /// The position of the dimension in the later form.
    pub dimension: usize,
    pub before: Range,
    pub after: Range,
    /// How many items of the dimension are compared.
    pub shared: usize,
}

/// An item of which the response changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// The position of the item in the later form.
    pub item: usize,
    pub before: Response,
    pub after: Response,
}

/// In which way a response changed.
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
    /// It applies now, and did not.
    Applies,
    /// It applied, and does not any more.
    NoLongerApplies,
}

impl ItemChange {
    /// In which way the response changed; `None` where it did not.
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

/// What changed from a result to a later one, each with the questionnaire in the form and version that it
/// was made with; `None` where these are two questionnaires.
///
/// An item is compared where both forms ask it and an answer to it has meant the same since the earlier of
/// the two versions (see [`Item::since`]); a dimension where at least one such item applies in each result.
/// Of scores without answers only the summaries compare.
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

/// The summary that a result shows; `None` for unfinished answers.
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

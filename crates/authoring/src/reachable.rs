//! Search for answers that reach a maturity level, an interpretation or a profile.
//!
//! A goal is a set of bounds on the scores of parts. Parts form a tree: the whole, principles, dimensions, items.
//! The search goes from the items up. It collects every score that a part can have, with responses that give it.
//! Scores out of bounds are left out on the way. The search is exact while no part has more than [`MAX_SCORES`]
//! different scores. Of more scores (a dozen items of odd weights), as many remain, evenly spread from lowest to
//! highest. Answers found are then still right, but a very narrow bound may be missed.
//!
//! "I don't know" is never tried: the lowest level has the same assured score, the highest the same possible one.
//! "Not applicable" is tried only where levels alone do not suffice.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use boussole_core::answers::{Answers, Complete, Level, Response};
use boussole_core::questionnaire::{
    Bound, Condition, Dimension, ITEM_LEVELS, Item, Principle, PrincipleId, ProfileScope, Questionnaire,
    Weight,
};
use boussole_core::score::{Ratio, Score, of_item, score};

/// Most different scores of a part that the search follows.
const MAX_SCORES: usize = 600;

/// Points of one step from a level to the next.
const STEP: u32 = 100 / (ITEM_LEVELS as u32 - 1);

/// Answers that bring the whole to a maturity level, 0 to 4.
pub fn of_level(questionnaire: &Questionnaire, level: usize) -> Option<Complete> {
    of_equal_answers(questionnaire, level).or_else(|| {
        // No principle that applies may be more than one level below the whole.
        let below = level.saturating_sub(1);
        let floor = Bounds { no_score: NoScore::Fits, ..Bounds::from_level(questionnaire, below) };
        let mut by_points = Goal::unbounded(questionnaire);
        by_points.whole = Some(Bounds::of_level(questionnaire, level));
        by_points.principles = [0; 3].map(|_| Some(floor.clone()));
        // Alternatively, the points give a higher level, and one principle holds the whole back.
        let held_back = |weakest: usize| {
            let mut goal = Goal::unbounded(questionnaire);
            goal.whole = Some(Bounds::from_level(questionnaire, level));
            goal.principles = [0; 3].map(|_| Some(floor.clone()));
            goal.principles[weakest] = Some(Bounds::of_level(questionnaire, below));
            goal
        };
        let held_back = (0..PrincipleId::ALL.len()).filter(|_| level > 0).map(held_back);
        std::iter::once(by_points).chain(held_back).find_map(|goal| goal.answers(questionnaire))
    })
}

/// Answers that bring a principle to a maturity level, 0 to 4.
pub fn of_interpretation(questionnaire: &Questionnaire, id: PrincipleId, level: usize) -> Option<Complete> {
    of_equal_answers(questionnaire, level).or_else(|| {
        let mut goal = Goal::unbounded(questionnaire);
        goal.principles[id as usize] = Some(Bounds::of_level(questionnaire, level));
        goal.answers(questionnaire)
    })
}

/// Answers that fulfil the profile at a position.
pub fn of_profile(questionnaire: &Questionnaire, position: usize) -> Option<Complete> {
    let mut goal = Goal::unbounded(questionnaire);
    for condition in &questionnaire.profiles.get(position)?.when {
        goal.narrow(condition)?;
    }
    goal.guess(questionnaire).or_else(|| goal.answers(questionnaire))
}

/// Answers that bring a principle to a maturity level, with items within bounds.
#[cfg(feature = "tools")]
pub fn of_interpretation_within(
    questionnaire: &Questionnaire,
    id: PrincipleId,
    level: usize,
    items: &[(usize, Bound)],
) -> Option<Complete> {
    let mut goal = Goal::unbounded(questionnaire);
    goal.principles[id as usize] = Some(Bounds::of_level(questionnaire, level));
    goal.narrow_items(items)?;
    goal.guess(questionnaire).or_else(|| goal.answers(questionnaire))
}

/// Answers that fulfil the profile at a position, with items within bounds.
#[cfg(feature = "tools")]
pub fn of_profile_within(
    questionnaire: &Questionnaire,
    position: usize,
    items: &[(usize, Bound)],
) -> Option<Complete> {
    let mut goal = Goal::unbounded(questionnaire);
    for condition in &questionnaire.profiles.get(position)?.when {
        goal.narrow(condition)?;
    }
    goal.narrow_items(items)?;
    goal.guess(questionnaire).or_else(|| goal.answers(questionnaire))
}

/// Answers of the same level for every item: all parts then have the same points, and no search is needed.
fn of_equal_answers(questionnaire: &Questionnaire, maturity: usize) -> Option<Complete> {
    let bounds = Bounds::of_level(questionnaire, maturity);
    let level = Level::all().find(|level| bounds.hold(Some(points(*level))))?;
    complete(questionnaire, vec![Response::Level(level); questionnaire.len()])
}

fn complete(questionnaire: &Questionnaire, responses: Vec<Response>) -> Option<Complete> {
    Answers::from_responses(questionnaire, responses.into_iter().map(Some).collect())?.complete()
}

fn points(level: Level) -> Ratio {
    Ratio::whole(STEP * u32::from(level.number()))
}

/// Bounds on the points of a score, exact and rounded.
#[derive(Clone)]
struct Bounds {
    exact: RangeInclusive<Ratio>,
    rounded: RangeInclusive<u8>,
    no_score: NoScore,
}

/// Result of bounds for a part without a score, where no item applies.
#[derive(Clone, Copy)]
enum NoScore {
    Fits,
    Fails,
}

impl Bounds {
    fn any() -> Self {
        Self { exact: Ratio::ZERO..=Ratio::whole(100), rounded: 0..=100, no_score: NoScore::Fails }
    }

    /// Bounds of a maturity level.
    fn of_level(questionnaire: &Questionnaire, level: usize) -> Self {
        let last = questionnaire.thresholds.get(level).map_or(100, |next| next - 1);
        Self { rounded: first_points(questionnaire, level)..=last, ..Self::any() }
    }

    /// Bounds of a maturity level and those above.
    fn from_level(questionnaire: &Questionnaire, level: usize) -> Self {
        Self { rounded: first_points(questionnaire, level)..=100, ..Self::any() }
    }

    fn hold(&self, points: Option<Ratio>) -> bool {
        let Some(points) = points else { return matches!(self.no_score, NoScore::Fits) };
        self.exact.contains(&points) && self.rounded.contains(&points.rounded())
    }

    /// Highest level within the bounds if these have a minimum, else the lowest.
    fn nearest_end(&self) -> Option<Level> {
        let within = |level: &Level| self.hold(Some(points(*level)));
        if *self.exact.start() > Ratio::ZERO {
            Level::all().filter(within).last()
        } else {
            Level::all().find(within)
        }
    }

    fn narrow(&mut self, bound: Bound) {
        let (low, high) = (*self.exact.start(), *self.exact.end());
        self.exact = match bound {
            Bound::AtLeast(points) => low.max(Ratio::whole(points.into()))..=high,
            Bound::AtMost(points) => low..=high.min(Ratio::whole(points.into())),
        };
    }
}

/// First points of a maturity level.
fn first_points(questionnaire: &Questionnaire, level: usize) -> u8 {
    level.checked_sub(1).map_or(0, |below| questionnaire.thresholds[below])
}

/// Bounds on each part; `None` where any score will do.
struct Goal {
    whole: Option<Bounds>,
    principles: [Option<Bounds>; 3],
    dimensions: Vec<Option<Bounds>>,
    items: Vec<Option<Bounds>>,
}

impl Goal {
    fn unbounded(questionnaire: &Questionnaire) -> Self {
        let dimensions = questionnaire.principles.iter().map(|principle| principle.dimensions.len()).sum();
        Self {
            whole: None,
            principles: [None, None, None],
            dimensions: vec![None; dimensions],
            items: vec![None; questionnaire.len()],
        }
    }

    fn narrow(&mut self, condition: &Condition) -> Option<()> {
        let bounds = match condition.part {
            ProfileScope::Principle(id) => self.principles.get_mut(id as usize),
            ProfileScope::Dimension(position) => self.dimensions.get_mut(position),
            ProfileScope::Item(position) => self.items.get_mut(position),
        };
        bounds?.get_or_insert_with(Bounds::any).narrow(condition.bound);
        Some(())
    }

    /// Narrows items. One that does not apply is within an upper bound.
    #[cfg(feature = "tools")]
    fn narrow_items(&mut self, items: &[(usize, Bound)]) -> Option<()> {
        for (position, bound) in items {
            let no_score = if matches!(bound, Bound::AtMost(_)) { NoScore::Fits } else { NoScore::Fails };
            let any = || Bounds { no_score, ..Bounds::any() };
            self.items.get_mut(*position)?.get_or_insert_with(any).narrow(*bound);
        }
        Some(())
    }

    /// Each item at the level that its closest bounds suggest: right where no two conditions concern the same item.
    fn guess(&self, questionnaire: &Questionnaire) -> Option<Complete> {
        let mut responses = Vec::new();
        let dimensions = questionnaire.principles.iter().flat_map(|principle| {
            principle.dimensions.iter().map(|dimension| (principle.id as usize, dimension))
        });
        for (position, (principle, dimension)) in dimensions.enumerate() {
            for _ in &dimension.items {
                let around =
                    [&self.items[responses.len()], &self.dimensions[position], &self.principles[principle]];
                let closest = around.into_iter().flatten().next();
                let level = closest.map_or(Some(Level::LOWEST), Bounds::nearest_end)?;
                responses.push(Response::Level(level));
            }
        }
        let answers = complete(questionnaire, responses)?;
        self.hold(questionnaire, &answers).then_some(answers)
    }

    /// True if the scores of answers are within all bounds.
    fn hold(&self, questionnaire: &Questionnaire, answers: &Complete) -> bool {
        let scores = score(questionnaire, answers);
        let within = |bounds: &Option<Bounds>, score: Option<Score>| {
            bounds.as_ref().is_none_or(|bounds| bounds.hold(score.map(|score| score.assured)))
        };
        let items = answers.iter().map(of_item);
        self.items.iter().zip(items).all(|(bounds, score)| within(bounds, score))
            && self.dimensions.iter().zip(&scores.dimensions).all(|(bounds, score)| within(bounds, *score))
            && self.principles.iter().zip(&scores.principles).all(|(bounds, score)| within(bounds, *score))
            && within(&self.whole, scores.whole)
    }

    /// Answers within all bounds.
    fn answers(&self, questionnaire: &Questionnaire) -> Option<Complete> {
        let with = |not_applicable| {
            let search = Search { goal: self, not_applicable };
            let responses = search.whole(questionnaire).into_iter().next()?.responses;
            complete(questionnaire, responses)
        };
        let may_not_apply = questionnaire.items().any(|item| item.not_applicable);
        with(NotApplicable::Skipped).or_else(|| may_not_apply.then(|| with(NotApplicable::Tried))?)
    }
}

/// Use of "not applicable" for the items that allow it.
#[derive(Clone, Copy, PartialEq)]
enum NotApplicable {
    Skipped,
    Tried,
}

/// Number of scores of a part that the search needs.
#[derive(Clone, Copy, PartialEq)]
enum Need {
    All,
    One,
}

/// A score that a part can have, `None` where it does not apply, with responses that give it.
struct Reached {
    points: Option<Ratio>,
    responses: Vec<Response>,
}

struct Search<'a> {
    goal: &'a Goal,
    not_applicable: NotApplicable,
}

impl Search<'_> {
    fn whole(&self, questionnaire: &Questionnaire) -> Vec<Reached> {
        let need = need_within(self.goal.whole.as_ref(), Need::One);
        let (mut dimensions, mut items) = (0, 0);
        let principle = |principle: &Principle| {
            let reached = self.principle(principle, (dimensions, items), need);
            dimensions += principle.dimensions.len();
            items += principle.items().count();
            (principle.weight, reached)
        };
        let parts = questionnaire.principles.iter().map(principle);
        fit(means(parts), self.goal.whole.as_ref(), Need::One)
    }

    fn principle(
        &self,
        principle: &Principle,
        (first, mut items): (usize, usize),
        need: Need,
    ) -> Vec<Reached> {
        let bounds = self.goal.principles[principle.id as usize].as_ref();
        let dimension = |(dimension, position): (&Dimension, usize)| {
            let reached = self.dimension(dimension, (position, items), need_within(bounds, need));
            items += dimension.items.len();
            (dimension.weight, reached)
        };
        fit(means(principle.dimensions.iter().zip(first..).map(dimension)), bounds, need)
    }

    fn dimension(
        &self,
        dimension: &Dimension,
        (position, first): (usize, usize),
        need: Need,
    ) -> Vec<Reached> {
        let bounds = self.goal.dimensions[position].as_ref();
        let item = |(item, position): (&Item, usize)| {
            (item.weight, self.item(item, position, need_within(bounds, need)))
        };
        fit(means(dimension.items.iter().zip(first..).map(item)), bounds, need)
    }

    fn item(&self, item: &Item, position: usize, need: Need) -> Vec<Reached> {
        let level = |level| Reached { points: Some(points(level)), responses: vec![Response::Level(level)] };
        let not_applicable = || Reached { points: None, responses: vec![Response::NotApplicable] };
        let tried = item.not_applicable && self.not_applicable == NotApplicable::Tried;
        let reached = Level::all().map(level).chain(tried.then(not_applicable)).collect();
        fit(reached, self.goal.items[position].as_ref(), need)
    }
}

/// Need for the parts of a part: all scores where the part itself has bounds.
fn need_within(bounds: Option<&Bounds>, need: Need) -> Need {
    if bounds.is_some() { Need::All } else { need }
}

/// Scores within bounds.
fn fit(reached: Vec<Reached>, bounds: Option<&Bounds>, need: Need) -> Vec<Reached> {
    let holds = |reached: &Reached| bounds.is_none_or(|bounds| bounds.hold(reached.points));
    let limit = if need == Need::One { 1 } else { usize::MAX };
    reached.into_iter().filter(holds).take(limit).collect()
}

/// Weighted means of parts: every combination of a score of each.
fn means(parts: impl Iterator<Item = (Weight, Vec<Reached>)>) -> Vec<Reached> {
    // Sum of the points, and of the weights that count in it.
    let mut sums = BTreeMap::from([((Ratio::ZERO, 0), Vec::new())]);
    for (weight, reached) in parts {
        let weight = u32::from(u8::from(weight));
        let mut next = BTreeMap::new();
        for ((sum, weights), responses) in &sums {
            for one in &reached {
                let sum = match one.points {
                    Some(points) => (sum.plus(points.times(weight)), weights + weight),
                    None => (*sum, *weights),
                };
                next.entry(sum).or_insert_with(|| [&responses[..], &one.responses[..]].concat());
            }
        }
        sums = thinned(next);
    }
    let mean = |((sum, weights), responses): ((Ratio, u32), Vec<Response>)| Reached {
        points: (weights > 0).then(|| sum.shared_by(weights)),
        responses,
    };
    sums.into_iter().map(mean).collect()
}

/// At most [`MAX_SCORES`] entries, evenly spread, the first and the last among them.
fn thinned<K: Ord, V>(all: BTreeMap<K, V>) -> BTreeMap<K, V> {
    let last = all.len().saturating_sub(1);
    if last < MAX_SCORES {
        return all;
    }
    let is_chosen = |place: usize| {
        place * (MAX_SCORES - 1) / last != (place + 1) * (MAX_SCORES - 1) / last || place == last
    };
    all.into_iter()
        .enumerate()
        .filter(|(place, _)| *place == 0 || is_chosen(*place))
        .map(|(_, one)| one)
        .collect()
}
